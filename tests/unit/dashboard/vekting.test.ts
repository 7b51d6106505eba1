import {describe, expect, it} from "vitest";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import {inWeighedOrder, weighedPlace, weightParts, weightsSentence} from "../../../dashboard/findings/vekting.ts";
import {viewOf} from "../../../dashboard/view.ts";
import type {Range, Weighing} from "../../../pipeline/contract/conclusions.ts";

const exactly = (value: number): Range => ({lower: value, upper: value});
const row = (kategori: string, mengd: Range, alvor: Range): Weighing => ({
  ...{omraade: "lsu-molde", kategori, first: 0.5, word: "open"},
  criteria: {mengd, alvor, breidde: exactly(1)},
});

const {facts, tables} = exampleLsu();
const view = viewOf({
  tables,
  facts: {
    ...facts,
    conclusions: {
      ...facts.conclusions,
      weighings: [
        row("A", exactly(1), exactly(0.2)),
        row("B", exactly(0.4), exactly(1)),
        row("C", exactly(0.6), {lower: 0, upper: 1}),
      ],
    },
  },
});
const ids = ["A", "B", "C", "innspel-1"];
const placesUnder = (of: {mengd: number; alvor: number; breidde: number}) =>
  ids.map((id) => {
    const found = weighedPlace(view, id, {ids, of});
    return found ? `${found.lower}–${found.upper}` : null;
  });

describe("weights", () => {
  it("turn the order when they are moved, and a hidden criterion gives a span of places", () => {
    const onlyCount = {mengd: 100, alvor: 0, breidde: 0};
    expect(placesUnder(onlyCount)).toEqual(["1–1", "3–3", "2–2", null]);
    const onlyHarm = {mengd: 0, alvor: 100, breidde: 0};
    expect(placesUnder(onlyHarm)).toEqual(["2–3", "1–1", "1–3", null]);
    expect(inWeighedOrder(view, ids, onlyCount)).toEqual(["A", "C", "B", "innspel-1"]);
    expect(inWeighedOrder(view, ids, onlyHarm)).toEqual(["B", "C", "A", "innspel-1"]);
  });

  it("count by their share, so that 4, 4, 2 is as 40, 40, 20", () => {
    expect(placesUnder({mengd: 4, alvor: 4, breidde: 2})).toEqual(placesUnder({mengd: 40, alvor: 40, breidde: 20}));
    expect(weightParts(view, {mengd: 4, alvor: 4, breidde: 2})).toEqual([
      "mengd 40\u00a0%",
      "alvor 40\u00a0%",
      "breidde 20\u00a0%",
    ]);
  });

  it("place nobody when all of them are nothing", () => {
    expect(placesUnder({mengd: 0, alvor: 0, breidde: 0})).toEqual([null, null, null, null]);
  });

  it("say when nobody has decided them", () => {
    expect(weightsSentence(view)).toMatch(
      /^Framlegg til vekter, ikkje vedteke av SSU|^Framlegg til vekter, ikkje vedtekne av SSU/,
    );
  });
});
