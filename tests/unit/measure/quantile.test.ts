import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {medianOf, quantileOf} from "../../../pipeline/measure/statistics/quantile.ts";
import {meanOf, sumOf} from "../../../pipeline/measure/statistics/sum.ts";

describe("quantileOf", () => {
  it("is R's type 7", () => {
    // quantile(c(1, 3, 4, 10), c(0.1, 0.5, 0.9)) by hand: h = 3p.
    expect([0, 0.1, 0.5, 0.9, 1].map((p) => quantileOf([10, 1, 4, 3], p))).toEqual([
      1,
      1 + 3 * 0.1 * 2,
      3.5,
      4 + (3 * 0.9 - 2) * 6,
      10,
    ]);
    expect(medianOf([5])).toBe(5);
    expect([medianOf([]), quantileOf([], 0), meanOf([])]).toEqual([null, null, null]);
  });

  it("lies within the values, rises with p, and leaves its input as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), {minLength: 1}), fc.integer({min: 0, max: 99}), (values, percent) => {
        const copy = [...values];
        const low = quantileOf(values, percent / 100) ?? Number.NaN;
        expect(quantileOf(values, (percent + 1) / 100)).toBeGreaterThanOrEqual(low);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(values).toEqual(copy);
      }),
    );
    expect(() => quantileOf([1], 1.2)).toThrow(new Error("argument: probability 1.2"));
  });
});

describe("sumOf", () => {
  it("keeps what a plain sum loses", () => {
    expect(sumOf([1e16, 1, -1e16])).toBe(1);
    expect(meanOf([1, 2, 6])).toBe(3);
  });
});
