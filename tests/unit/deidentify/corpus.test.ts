import {describe, expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";
import type {SpanType} from "../../../pipeline/deidentify/span.ts";
import {type Half, readHalf} from "../../corpus/corpus.ts";
import {measure} from "../../corpus/measure.ts";

/** The share of each type that must be gone; the goal, not the least that is allowed. */
const goals: Readonly<Record<SpanType, number>> = {
  FNR: 1,
  DNR: 1,
  EMAIL: 1,
  HPR: 1,
  URL: 1,
  PHONE: 0.98,
  PERSON: 0.96,
  ADDRESS: 0.95,
  DATE_OF_BIRTH: 0.95,
  AGE_OVER_89: 0.95,
  VEHICLE: 0.95,
  OTHER_ID: 0.9,
};
const FEWEST_TEXTS = 200;

const halves: readonly Half[] = ["a", "b"];
const measured = Object.fromEntries(
  halves.map((half) => [half, measure(readHalf(half), (text) => cleanText(text, "prose", {isPlace: () => false}))]),
) as Readonly<Record<Half, ReturnType<typeof measure>>>;

describe.each(halves)("half %s of the corpus", (half) => {
  const {recall, overRedaction, rareFlagged, faults} = measured[half];
  /** Of half B no more than which text leaks: who reads what leaked could tune on it. */
  const leaksOf = (type: SpanType): readonly string[] =>
    faults
      .filter(({kind, about}) => kind === "leak" && about.startsWith(`${type} `))
      .map(({id, about, text}) => (half === "a" ? `${id} ${about}: ${text}` : id));

  it.each(Object.entries(goals) as [SpanType, number][])("has %s taken out, %d of all", (type, goal) => {
    const {hits, of} = recall.get(type) ?? {hits: 0, of: 0};
    expect(of).toBeGreaterThan(0);
    expect(hits / of, leaksOf(type).join("\n")).toBeGreaterThanOrEqual(goal);
  });

  it("keeps at least 95 of 100 words that name nobody", () => {
    expect(overRedaction.of).toBeGreaterThan(FEWEST_TEXTS);
    expect(overRedaction.hits / overRedaction.of).toBeLessThanOrEqual(0.05);
  });

  it("has at least 80 of 100 rare texts flagged", () => {
    expect(rareFlagged.of).toBeGreaterThan(9);
    expect(rareFlagged.hits / rareFlagged.of).toBeGreaterThanOrEqual(0.8);
  });
});

it("is written in both languages and has at least 500 texts", () => {
  const texts = halves.flatMap(readHalf);
  const nynorsk = texts.filter(({language}) => language === "nn").length;
  expect(texts.length).toBeGreaterThanOrEqual(500);
  expect(nynorsk / texts.length).toBeGreaterThan(0.4);
  expect(nynorsk / texts.length).toBeLessThan(0.6);
});
