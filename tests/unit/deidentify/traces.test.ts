import {describe, expect, it} from "vitest";
import type {SpanType} from "../../../pipeline/deidentify/span.ts";
import {traceBook} from "../../../pipeline/deidentify/traces.ts";

function bookOf(...taken: readonly (readonly [string, SpanType])[]) {
  const book = traceBook((word) => ["berg", "liv", "sjukehus"].includes(word));
  for (const [text, type] of taken) book.add(text, type);
  return book;
}

const counted = (taken: string, type: SpanType, text: string): number => bookOf([taken, type]).countIn([text]);

describe("a trace", () => {
  it.each([
    ["Synnolv Oppdiktnes", "PERSON", "x SYNNOLV  OPPDIKTNES y"],
    ["Synnolv Oppdiktnes", "PERSON", "Oppdiktnes, Synnolv"],
    ["Synnolv Oppdiktnes", "PERSON", "synnolv_oppdiktnes.csv"],
    ["Åsvald Tenktås", "PERSON", "A\u030asvald"],
    ["Liv Berg", "PERSON", "meldt av Liv Berg"],
    ["Liv Berg", "PERSON", '["Liv","Berg"]'],
    ["912 34 567", "PHONE", "tlf 91234567"],
    ["91234567", "PHONE", "tlf 912.34.567"],
    ["tenkt.person@example.org", "EMAIL", "<Tenkt.Person@example.org>"],
    ["SU 12345", "VEHICLE", "bil su12345"],
    ["Storgata 5 B", "ADDRESS", "bur i storgata 5 b"],
    ["01.02.1945", "DATE_OF_BIRTH", "01021945"],
    ["Åge", "PERSON", "meldt av Åge"],
    ["445566", "OTHER_ID", "id 445566"],
    ["71202025", "PHONE", "71 20 20 25"],
    ["1234567890123456789", "OTHER_ID", "1234567890123456789"],
  ] as const)("%s (%s) is known again in «%s»", (taken, type, text) => {
    expect(counted(taken, type, text)).toBeGreaterThan(0);
  });

  it.each([
    ["Liv Berg", "PERSON", "Berg og dal, liv og lyst"],
    ["Liv Berg", "PERSON", "Oliv Bergen"],
    ["Bo", "PERSON", "der pasienten bo"],
    ["912 34 567", "PHONE", "912;34;567"],
    ["912 34 567", "PHONE", "191234567"],
    ["94 år", "AGE_OVER_89", "94 år"],
    ["1945", "DATE_OF_BIRTH", "folketal 1945"],
    ["12.03.2025", "DATE_OF_BIRTH", "til og med 12.03.2025"],
    ["Storgata 5", "ADDRESS", "Storgata;5"],
    ["Storgata 5", "ADDRESS", "Storgata 50"],
    ["12345", "OTHER_ID", "12 345 innbyggjarar"],
  ] as const)("%s (%s) is not seen in «%s»", (taken, type, text) => {
    expect(counted(taken, type, text)).toBe(0);
  });

  it("says nothing when the same words stand in a text of our own", () => {
    const book = bookOf(["Molde Sjukehus", "PERSON"], ["Synnolv Oppdiktnes", "PERSON"]);
    const foreign = book.without(["Molde sjukehus ligg i Molde"]);
    expect(foreign.countIn(["Tal for Molde sjukehus og Molde"])).toBe(0);
    expect(foreign.countIn(["Synnolv ved Molde sjukehus"])).toBe(1);
    expect(book.countIn(["Tal for Molde sjukehus"])).toBeGreaterThan(0);
  });

  it("is not kept in words: the book cannot be read", () => {
    expect(JSON.stringify(Object.entries(bookOf(["Synnolv Oppdiktnes", "PERSON"])))).not.toMatch(/synnolv/i);
  });
});
