import {expect, it} from "vitest";
import {exampleLsu, exampleOpen, exampleSsu} from "../../../dashboard/examples/published.ts";
import {neighbour, reduce, screenOf, screensFor, startState} from "../../../dashboard/state.ts";
import {areaChoices, viewOf} from "../../../dashboard/view.ts";

const lsu = exampleLsu().facts;
const ssu = exampleSsu().facts;
const decides = ["kandidatane", "val", "pdsa", "vedtak"];

it("shows the comparison of areas only to those who see them all", () => {
  expect(screensFor(lsu)).toEqual(["sidan", "tillit", "moenster", ...decides, "kommunane", "metode"]);
  expect(screensFor(ssu)).toEqual([
    "tillit",
    "moenster",
    "fylket",
    "saker",
    "lovnader",
    "spreiing",
    "vekter",
    "kommunane",
    "metode",
  ]);
  expect(areaChoices(viewOf(exampleLsu()))).toEqual(["lsu-molde", "fylke"]);
  expect(areaChoices(viewOf(exampleSsu()))).toHaveLength(5);
});

it("lets only an LSU's own page decide anything", () => {
  const open = exampleOpen().facts;
  expect(screensFor(open).filter((id) => ["sidan", ...decides].includes(id))).toEqual([]);
  expect(screenOf("#vedtak", open)).toBe("tillit");
});

it("opens the screen of the hash, and the first for a hash it does not know", () => {
  expect(screenOf("#kommunane", lsu)).toBe("kommunane");
  expect(screenOf("#fylket", lsu)).toBe("sidan");
  expect(screenOf("", ssu)).toBe("tillit");
});

it("stops at either end", () => {
  expect(neighbour("sidan", -1, lsu)).toBe("sidan");
  expect(neighbour("moenster", 1, lsu)).toBe("kandidatane");
  expect(neighbour("moenster", 1, ssu)).toBe("fylket");
  expect(neighbour("metode", 1, lsu)).toBe("metode");
});

it("changes one thing at a time", () => {
  const start = startState(lsu, "#moenster");
  expect(start).toEqual({screen: "moenster", omraade: "lsu-molde", language: "nn", tables: false});
  expect(reduce(start, {kind: "tables"})).toEqual({...start, tables: true});
  expect(reduce(start, {kind: "language", language: "nb"})).toEqual({...start, language: "nb"});
  expect(reduce(start, {kind: "omraade", omraade: "fylke"})).toEqual({...start, omraade: "fylke"});
  expect(reduce(start, {kind: "screen", screen: "metode"})).toEqual({...start, screen: "metode"});
});
