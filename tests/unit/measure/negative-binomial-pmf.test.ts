import {describe, expect, it} from "vitest";
import {
  lnNegativeBinomialPmf,
  negativeBinomialPmf,
} from "../../../pipeline/measure/statistics/negative-binomial-pmf.ts";
import {poissonPmf} from "../../../pipeline/measure/statistics/poisson.ts";
import {exactNegativeBinomial, expectRelative} from "./slow.ts";

describe("negativeBinomialPmf", () => {
  it("is a quotient of whole numbers for whole sizes: size / (size + mean) = 3 / 10", () => {
    for (const size of [1, 3, 30, 300]) {
      for (const count of [0, 1, 7, 100, 900]) {
        const expected = exactNegativeBinomial(count, size, [3, 10]);
        if (expected > 1e-290) expectRelative(negativeBinomialPmf(count, size, (size * 7) / 3), expected, 1e-11);
      }
    }
  });

  it("is logarithmic next to size 0 and Poisson at infinite size", () => {
    expectRelative(negativeBinomialPmf(5, 1e-9, 1) / 1e-9, 1 / 5, 1e-7);
    for (const count of [0, 1, 30, 60])
      expectRelative(negativeBinomialPmf(count, 1e13, 30), poissonPmf(count, 30), 1e-9);
  });

  it("sums to 1 and has the mean it was given", () => {
    for (const [size, mean] of [
      [0.3, 2],
      [5, 40],
    ] as const) {
      const probabilities = Array.from({length: 4000}, (_, count) => negativeBinomialPmf(count, size, mean));
      expectRelative(
        probabilities.reduce((sum, p) => sum + p, 0),
        1,
        1e-11,
      );
      expectRelative(
        probabilities.reduce((sum, p, count) => sum + p * count, 0),
        mean,
        1e-10,
      );
    }
  });

  it("is certain of nothing when nothing is expected, and refuses no size", () => {
    expect([negativeBinomialPmf(0, 2, 0), negativeBinomialPmf(3, 2, 0)]).toEqual([1, 0]);
    expect(lnNegativeBinomialPmf(4, 2, 0)).toBe(-Infinity);
    expect(() => negativeBinomialPmf(1, 0, 2)).toThrow(new Error("argument: size 0"));
  });
});
