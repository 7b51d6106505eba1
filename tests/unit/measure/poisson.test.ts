import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  lnPoissonPmf,
  poissonCdf,
  poissonPmf,
  poissonQuantile,
  poissonUpper,
} from "../../../pipeline/measure/statistics/poisson.ts";
import {exactPoissonTails, expectRelative} from "./slow.ts";

const means = fc.double({min: 0.01, max: 3000, noNaN: true});

describe("Poisson probabilities", () => {
  it("gives the published table for a mean of 2", () => {
    // Any printed table, four decimals: 0.1353, 0.2707, 0.2707, 0.1804, 0.0902.
    const printed = [0.1353, 0.2707, 0.2707, 0.1804, 0.0902];
    printed.forEach((value, count) => {
      expect(poissonPmf(count, 2)).toBeCloseTo(value, 4);
    });
    expect(poissonCdf(3, 2)).toBeCloseTo(0.8571, 4);
  });

  it("agrees with quotients of whole numbers in both tails", () => {
    for (const mean of [0.25, 1, 3.5, 30, 400]) {
      for (const count of [0, 1, 3, 10, 40, 120, 400, 700]) {
        const {atMost, above} = exactPoissonTails(count, mean);
        if (atMost > 1e-290) expectRelative(poissonCdf(count, mean), atMost, 1e-12);
        if (above > 1e-290) expectRelative(poissonUpper(count, mean), above, 1e-12);
        const exactly = count === 0 ? atMost : atMost - exactPoissonTails(count - 1, mean).atMost;
        if (exactly > 1e-3) expectRelative(poissonPmf(count, mean), exactly, 1e-12);
      }
    }
  });

  it("has a logarithm far out and a certain 0 when nothing is expected", () => {
    expectRelative(lnPoissonPmf(0, 1e5), -1e5, 1e-15);
    expectRelative(lnPoissonPmf(2, 1e5), -1e5 + 2 * Math.log(1e5) - Math.LN2, 1e-14);
    expect([poissonPmf(0, 0), poissonPmf(3, 0), poissonCdf(0, 0), poissonUpper(0, 0)]).toEqual([1, 0, 1, 0]);
  });

  it("follows the recurrence of the terms", () => {
    fc.assert(
      fc.property(means, fc.nat(3000), (mean, count) => {
        const difference = lnPoissonPmf(count + 1, mean) - lnPoissonPmf(count, mean);
        expect(Math.abs(difference - Math.log(mean / (count + 1)))).toBeLessThan(1e-10);
      }),
    );
  });

  it("refuses what is not a count or a mean", () => {
    expect(() => poissonPmf(1.5, 2)).toThrow(new Error("argument: count 1.5"));
    expect(() => poissonCdf(1, -2)).toThrow(new Error("argument: mean -2"));
    expect(() => poissonQuantile(1.1, 2)).toThrow(new Error("argument: probability 1.1"));
  });
});

describe("poissonQuantile", () => {
  it("is the smallest count that reaches the probability", () => {
    for (const mean of [0.25, 1, 4.5, 30, 400]) {
      for (const p of [0.00135, 0.025, 0.2, 0.5, 0.9, 0.99865]) {
        const count = poissonQuantile(p, mean);
        expect(exactPoissonTails(count, mean).atMost).toBeGreaterThanOrEqual(p);
        if (count > 0) expect(exactPoissonTails(count - 1, mean).atMost).toBeLessThan(p);
      }
    }
  });

  it("comes back to the count from each value of the distribution function, and goes on just above", () => {
    for (const mean of [0.1, 3, 41, 1000]) {
      for (let count = 0; count < 3 * mean + 9; count += Math.ceil(mean / 20)) {
        const p = poissonCdf(count, mean);
        if (p < 1e-12 || p > 1 - 1e-9) continue;
        expect(poissonQuantile(p, mean)).toBe(count);
        expect(poissonQuantile(p * (1 + 1e-10), mean)).toBe(count + 1);
      }
    }
  });

  it("rises with the probability and the mean, also for ten millions", () => {
    fc.assert(
      fc.property(means, fc.double({min: 1e-9, max: 0.99, noNaN: true}), (mean, p) => {
        const count = poissonQuantile(p, mean);
        expect(poissonQuantile(p + 0.005, mean)).toBeGreaterThanOrEqual(count);
        expect(poissonQuantile(p, mean * 1.5)).toBeGreaterThanOrEqual(count);
      }),
    );
    // Cornish-Fisher: mean + z √mean + (z² - 1) / 6.
    const z = 3;
    expect(Math.abs(poissonQuantile(0.9986501019683699, 1e7) - (1e7 + z * Math.sqrt(1e7) + 8 / 6))).toBeLessThan(1);
  });

  it("is 0 and Infinity at the ends", () => {
    expect([poissonQuantile(0, 5), poissonQuantile(1, 5), poissonQuantile(1, 0)]).toEqual([0, Infinity, 0]);
    expect(poissonQuantile(1e-300, 5)).toBe(0);
    expect(poissonQuantile(1e-300, 5000)).toBeGreaterThan(0);
  });
});
