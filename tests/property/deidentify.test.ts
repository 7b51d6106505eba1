import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cleanText, foundIn} from "../../pipeline/deidentify/deidentify.ts";
import {type Reading, readingOf, wordAt} from "../../pipeline/deidentify/reading.ts";
import type {TextKind} from "../../pipeline/deidentify/text-kind.ts";
import {NUMBER} from "../../pipeline/deidentify/tokens.ts";
import {viewOf} from "../../pipeline/deidentify/view.ts";
import {classOf} from "../../pipeline/deidentify/word-class.ts";
import {readHalf} from "../corpus/corpus.ts";

const texts = [...readHalf("a"), ...readHalf("b")].map(({text}) => text);
const pieces = [...new Set(texts.flatMap((text) => text.split(/(?<=[\s.,:;!?()«»])/)))];
const isPlace = (word: string): boolean => word === "Ulsteinvik" || word === "Sande";

/** A reading that says that everything is in the text, so that no rule is left out. */
const whole = (reading: Reading): Reading => ({
  ...reading,
  hasNumber: true,
  loud: reading.count,
  allBits: -1,
  allClasses: -1,
});

const text = fc.oneof(
  fc.constantFrom(...texts),
  fc.array(fc.constantFrom(...pieces), {maxLength: 25}).map((some) => some.join("")),
  fc.array(fc.constantFrom(...pieces), {maxLength: 25}).map((some) => some.join("").toUpperCase()),
);
const kinds: readonly TextKind[] = ["prose", "code", "number"];

describe("what is left out because a text cannot hold it", () => {
  it("changes nothing of what is found", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...kinds), (given, kind) => {
        const view = viewOf(given).text;
        const quick = structuredClone(foundIn(readingOf(view), kind, isPlace));
        expect(quick).toEqual(foundIn(whole(readingOf(view)), kind, isPlace));
      }),
      {numRuns: 3000},
    );
  });

  it("is the same in every text of the corpus", () => {
    for (const given of texts) {
      const view = viewOf(given).text;
      const quick = structuredClone(foundIn(readingOf(view), "prose", isPlace));
      expect(quick).toEqual(foundIn(whole(readingOf(view)), "prose", isPlace));
    }
  });
});

describe("words that are remembered", () => {
  it("are what they are when they are looked up, whatever was read before", () => {
    fc.assert(
      fc.property(text, (given) => {
        const reading = readingOf(viewOf(given).text);
        for (let index = 0; index < reading.count; index += 1) {
          const {lexicon, first, second, shape} = reading;
          if (shape[index] === NUMBER) continue;
          expect(reading.bits[index]).toBe(lexicon.table.bits(first[index] as number, second[index] as number) | 0);
          expect(reading.class[index]).toBe(classOf(lexicon, wordAt(reading, index)));
        }
      }),
      {numRuns: 300},
    );
  });

  it("give way to others without changing what is found", () => {
    const before = texts.slice(0, 200).map((given) => cleanText(given, "prose", {isPlace}));
    const others = Array.from({length: 80_000}, (_, at) => `b${at.toString(36).replace(/\d/g, "x")}`).join(" ");
    readingOf(others);
    expect(texts.slice(0, 200).map((given) => cleanText(given, "prose", {isPlace}))).toEqual(before);
  });
});
