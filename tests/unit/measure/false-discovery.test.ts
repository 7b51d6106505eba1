import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {discoveries, falseDiscoveryAdjusted} from "../../../pipeline/measure/statistics/false-discovery.ts";

/** Benjamini & Hochberg 1995 § 4: fifteen comparisons after a heart attack. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

describe("falseDiscoveryAdjusted", () => {
  it("names the four that the authors named at 5 %, where Bonferroni named three", () => {
    expect(discoveries(published, 0.05).filter(Boolean)).toHaveLength(4);
    expect(falseDiscoveryAdjusted(published)[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
    expect(discoveries(published, 0.05, "arbitrary").filter(Boolean)).toHaveLength(3);
  });

  it("costs the harmonic sum when the tests may depend in any way", () => {
    const harmonic = 1 + 1 / 2 + 1 / 3;
    expect(falseDiscoveryAdjusted([0.01, 0.02, 0.03], "arbitrary")[0]).toBeCloseTo(0.03 * harmonic, 12);
    expect(falseDiscoveryAdjusted([])).toEqual([]);
  });

  it("is the largest k with p(k) <= q k / m, one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 20}), (pValues) => {
        const rising = [...pValues].sort((a, b) => a - b);
        const last = rising.findLastIndex((p, k) => p <= (0.2 * (k + 1)) / pValues.length);
        const named = pValues.map((p) => last >= 0 && p <= (rising[last] ?? 0));
        expect(discoveries(pValues, 0.2)).toEqual(named);
      }),
    );
  });

  it("keeps the order and refuses what is no probability", () => {
    expect(falseDiscoveryAdjusted([0.5, 0.01])).toEqual([0.5, 0.02]);
    expect(() => falseDiscoveryAdjusted([1.2])).toThrow(new Error("argument: probability 1.2"));
  });
});
