import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mask, united} from "../../../pipeline/deidentify/mask.ts";

const person = (start: number, end: number) => ({start, end, type: "PERSON" as const});

describe("a masked text", () => {
  it("has each span replaced by its type, and knows where every place went", () => {
    const {text, placeOf} = mask("Kalla Per Ås her", [person(6, 9), {start: 10, end: 12, type: "PHONE"}]);
    expect(text).toBe("Kalla [NAMN] [TELEFON] her");
    expect([0, 6, 7, 9, 10, 12, 13, 16].map(placeOf)).toEqual([0, 6, 6, 12, 13, 22, 23, 26]);
  });

  it("keeps everything outside the spans in its place, whatever the spans", () => {
    const spans = fc
      .uniqueArray(fc.nat(30), {maxLength: 8})
      .map((cuts) => cuts.sort((a, b) => a - b))
      .map((cuts) => cuts.slice(0, cuts.length & ~1))
      .map((cuts) => cuts.flatMap((cut, at) => (at % 2 === 0 ? [person(cut, cuts[at + 1] ?? cut)] : [])));
    fc.assert(
      fc.property(fc.string({minLength: 31, maxLength: 31}), spans, (text, taken) => {
        const {text: clean, placeOf} = mask(text, taken);
        for (let at = 0; at < text.length; at += 1) {
          if (!taken.some(({start, end}) => start <= at && at < end)) expect(clean[placeOf(at)]).toBe(text[at]);
        }
      }),
    );
  });
});

describe("spans that overlap", () => {
  it("become one that covers both, of the longest one's type", () => {
    const spans = [{start: 4, end: 20, type: "URL" as const}, person(0, 6), person(18, 22), person(30, 31)];
    expect(united(spans)).toEqual([{start: 0, end: 22, type: "URL"}, person(30, 31)]);
    expect(united([person(0, 2), person(2, 4)])).toHaveLength(2);
  });
});
