import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  binomialCdf,
  binomialPmf,
  binomialQuantile,
  binomialUpper,
  lnBinomialPmf,
} from "../../../pipeline/measure/statistics/binomial.ts";
import {exactBinomialTails, expectRelative} from "./slow.ts";

const chances = [
  [1, 1000],
  [3, 10],
  [1, 2],
  [9, 10],
] as const;

describe("binomial probabilities", () => {
  it("agrees with sums of whole numbers in both tails", () => {
    for (const [top, bottom] of chances) {
      for (const n of [1, 2, 10, 41, 300]) {
        for (const successes of new Set([0, 1, Math.floor(n / 3), Math.floor(n / 2), n - 1, n])) {
          const expected = exactBinomialTails(successes, n, [top, bottom]);
          if (expected.exactly > 1e-290)
            expectRelative(binomialPmf(successes, n, top / bottom), expected.exactly, 1e-11);
          if (expected.atMost > 1e-290) expectRelative(binomialCdf(successes, n, top / bottom), expected.atMost, 1e-11);
          if (expected.above > 1e-290) expectRelative(binomialUpper(successes, n, top / bottom), expected.above, 1e-11);
        }
      }
    }
  });

  it("is certain where the chance is 0 or 1, and of nothing in no trials", () => {
    expect([binomialPmf(0, 5, 0), binomialPmf(1, 5, 0), binomialPmf(5, 5, 1), binomialPmf(2, 5, 1)]).toEqual([
      1, 0, 1, 0,
    ]);
    expect([binomialCdf(2, 5, 0), binomialCdf(2, 5, 1), binomialUpper(2, 5, 0), binomialUpper(2, 5, 1)]).toEqual([
      1, 0, 0, 1,
    ]);
    expect([binomialPmf(0, 0, 0.3), binomialCdf(0, 0, 0.3), binomialQuantile(0.7, 0, 0.3)]).toEqual([1, 1, 0]);
  });

  it("has a logarithm far out and is mirrored by failures", () => {
    expectRelative(lnBinomialPmf(0, 100_000, 0.5), -100_000 * Math.LN2, 1e-14);
    expectRelative(lnBinomialPmf(1, 100_000, 0.5), -100_000 * Math.LN2 + Math.log(100_000), 1e-14);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({min: 1, max: 1023}), (successes, failures, part) => {
        const [n, chance] = [successes + failures, part / 1024];
        const [here, mirrored] = [lnBinomialPmf(successes, n, chance), lnBinomialPmf(failures, n, 1 - chance)];
        expect(Math.abs(here - mirrored)).toBeLessThan(1e-11);
      }),
    );
  });

  it("refuses more successes than trials and no chance", () => {
    expect(() => binomialPmf(3, 2, 0.5)).toThrow(new Error("argument: successes 3"));
    expect(() => binomialCdf(1, 2.5, 0.5)).toThrow(new Error("argument: n 2.5"));
    expect(() => binomialQuantile(0.5, 2, 1.5)).toThrow(new Error("argument: probability 1.5"));
  });
});

describe("binomialQuantile", () => {
  it("is exact where the distribution function is exact: four throws of a coin", () => {
    [1, 5, 11, 15].forEach((sixteenths, successes) => {
      expect(binomialQuantile(sixteenths / 16, 4, 0.5)).toBe(successes);
      expect(binomialQuantile((sixteenths + 0.001) / 16, 4, 0.5)).toBe(successes + 1);
    });
  });

  it("gives the least crossings of Anhøj & Olesen 2014 for 10, 24 and 100 useful points", () => {
    expect([10, 24, 100].map((n) => binomialQuantile(0.05, n - 1, 0.5))).toEqual([2, 8, 41]);
  });

  it("is the smallest number that reaches the probability", () => {
    for (const [top, bottom] of chances) {
      for (const n of [1, 9, 59, 300]) {
        for (const p of [1e-9, 0.05, 0.5, 0.975, 1 - 1e-9]) {
          const successes = binomialQuantile(p, n, top / bottom);
          expect(exactBinomialTails(successes, n, [top, bottom]).atMost).toBeGreaterThanOrEqual(p);
          if (successes > 0) expect(exactBinomialTails(successes - 1, n, [top, bottom]).atMost).toBeLessThan(p);
        }
      }
    }
  });

  it("comes back to the number from each value of the distribution function", () => {
    for (const n of [5, 99, 2000]) {
      for (const chance of [0.01, 0.5, 0.77]) {
        for (let successes = 0; successes < n; successes += Math.ceil(n / 60)) {
          const p = binomialCdf(successes, n, chance);
          if (p > 1e-12 && p < 1 - 1e-9) expect(binomialQuantile(p, n, chance)).toBe(successes);
        }
      }
    }
  });
});
