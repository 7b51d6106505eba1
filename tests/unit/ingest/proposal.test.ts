import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dateEvidence} from "../../../pipeline/ingest/proposal/date-evidence.ts";
import {nearestOf, nearness} from "../../../pipeline/ingest/proposal/nearness.ts";

describe("nearness", () => {
  it("is twice the shared pairs of letters over all pairs", () => {
    expect(nearness("night", "nacht")).toBeCloseTo((2 * 1) / (4 + 4));
    expect(nearness("Molde", "Moldde")).toBeCloseTo((2 * 4) / (4 + 5));
    expect(nearness("Kr.sund", "KRSUND")).toBe(1);
    expect(nearness("", "")).toBe(0);
  });

  it("is the same both ways, 1 for the same text, and never outside 0 and 1", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(nearness(a, b)).toBe(nearness(b, a));
        expect(nearness(a, b)).toBeGreaterThanOrEqual(0);
        expect(nearness(a, b)).toBeLessThanOrEqual(1);
      }),
      {numRuns: 200},
    );
    expect(nearness("Ålesund", "ålesund")).toBe(1);
  });

  it("names the nearest candidate, or none when all are far", () => {
    const known = [
      ["Molde", 1506],
      ["Volda", 1577],
    ] as const;
    expect(nearestOf("Moldde", known, 0.4)).toMatchObject({name: "Molde", value: 1506});
    expect(nearestOf("Bergen", known, 0.4)).toBeNull();
  });
});

describe("what dates say of how they are written", () => {
  it("a first part above 12 can only be a day", () => {
    expect(dateEvidence(["03.04.2025", "13.04.2025", "", "31.12.2025 10:15"])).toEqual({
      filled: 3,
      read: 3,
      formats: [
        {format: "%d.%m.%Y", count: 2},
        {format: "%d.%m.%Y %H:%M", count: 1},
      ],
      dayFirst: 2,
      monthFirst: 0,
      shortYears: 0,
    });
  });

  it("a second part above 12 means that the month stands first, and such a date is not read", () => {
    expect(dateEvidence(["04/13/2025", "04/05/2025"])).toMatchObject({read: 1, dayFirst: 0, monthFirst: 1});
  });

  it("a day that is not in the calendar and a year of two digits are not read", () => {
    expect(dateEvidence(["31.02.2025", "29.02.2025", "01.02.25"])).toMatchObject({filled: 3, read: 0, shortYears: 1});
  });
});
