import {parseHTML} from "linkedom";
import {h, render} from "preact";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {exampleSsu} from "../../../dashboard/examples/published.ts";
import {Spreiing} from "../../../dashboard/screens/spreiing.tsx";
import {viewOf} from "../../../dashboard/view.ts";

beforeAll(() => {
  vi.stubGlobal("document", parseHTML("<!doctype html><html><body></body></html>").document);
});
afterAll(() => vi.unstubAllGlobals());

const {facts, tables} = exampleSsu();
const [one] = facts.loop.elsewhere;

it.each([
  [["betring_paavist"], "Eitt tiltak har verka i eitt LSU og kan prøvast i eit anna."],
  [["truleg_betring"], "Eitt tiltak har truleg verka i eitt LSU og kan prøvast i eit anna."],
  [
    ["betring_paavist", "truleg_betring"],
    "2 tiltak har verka, eller truleg verka, i eitt LSU og kan prøvast i eit anna.",
  ],
] as const)("funnet seier ikkje meir enn dommane: %s", (verdicts, finding) => {
  if (!one) throw new Error("no tiltak in the example");
  const elsewhere = verdicts.map((verdict, index) => ({...one, verdict, test: `Prøve ${index}`}));
  const view = viewOf({facts: {...facts, loop: {...facts.loop, elsewhere}}, tables}, {language: "nn"});
  const place = document.createElement("div");
  render(h(Spreiing, {view, tables: false}), place);
  expect(place.querySelector("h1")?.textContent).toBe(finding);
});
