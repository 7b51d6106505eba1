import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  betaLnOddsQuantile,
  betaOddsQuantile,
  betaQuantile,
  lnBeta,
  lnRegularisedBeta,
  lnRegularisedBetaAtOdds,
  regularisedBeta,
  regularisedBetaAtOdds,
} from "../../../pipeline/measure/statistics/beta.ts";
import {expectRelative, slowBeta, slowHalfBetaAtOdds} from "./slow.ts";

const shapes = fc.double({min: 0.5, max: 2000, noNaN: true});

describe("lnBeta", () => {
  it("has closed forms", () => {
    expectRelative(lnBeta(0.5, 0.5), Math.log(Math.PI), 1e-14);
    expectRelative(lnBeta(3, 4), -Math.log(60), 1e-14);
    expectRelative(lnBeta(1, 1e6), -Math.log(1e6), 1e-13);
    expectRelative(lnBeta(2, 1e9), -Math.log(1e9) - Math.log(1e9 + 1), 1e-13);
  });
});

describe("regularisedBeta", () => {
  it("is an exact binomial sum for whole shapes", () => {
    for (const [a, b] of [
      [1, 1],
      [2, 5],
      [10, 3],
      [42, 21],
      [100, 100],
      [3, 400],
    ] as const) {
      for (const top of [1, 10, 100, 333, 500, 667, 900, 990]) {
        const expected = slowBeta(top, 1000, a, b);
        if (expected > 1e-290) expectRelative(regularisedBeta(top / 1000, a, b), expected, 1e-12);
      }
    }
  });

  it("is the arcsine law for ½ and ½, and a power where one shape is 1", () => {
    for (const x of [1e-12, 1e-3, 0.2, 0.5, 0.9]) {
      expectRelative(regularisedBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-13);
      expectRelative(regularisedBeta(x, 3.5, 1), x ** 3.5, 1e-13);
      expectRelative(regularisedBeta(x, 1, 7.5), -Math.expm1(7.5 * Math.log1p(-x)), 1e-13);
    }
  });

  it("agrees with quadrature for half-integers", () => {
    for (const [now, before] of [
      [41, 33],
      [3, 0],
      [0, 4],
      [120, 90],
      [2, 60],
    ] as const) {
      for (const odds of [0.02, 0.5, 1, 1.7, 20]) {
        const expected = slowHalfBetaAtOdds(odds, now, before);
        expect(Math.abs(regularisedBetaAtOdds(odds, now + 0.5, before + 0.5) - expected)).toBeLessThan(2e-11);
      }
    }
  });

  it("keeps its digits far out and for large shapes", () => {
    // mpmath 1.3.0 with 120 digits: the hypergeometric series of I_x summed.
    expectRelative(regularisedBeta(0.17267316464601146, 41.5, 41.5), 5.387686170862974e-12, 1e-12);
    expectRelative(regularisedBeta(2.8547301026080984e-5, 41.5, 1e5), 2.3183861364207365e-33, 1e-12);
    expectRelative(regularisedBeta(4.929265205879436e-6, 0.5, 1e5), 0.6792419474232786, 1e-12);
  });

  it("has logarithms where a tail is too small for a double", () => {
    // Closed forms where one shape is 1, and their mirror.
    expectRelative(lnRegularisedBeta(1e-200, 3, 1), 3 * Math.log(1e-200), 1e-14);
    expectRelative(lnRegularisedBeta(1e-300, 2, 2), 2 * Math.log(1e-300) + Math.log(3), 1e-14);
    expectRelative(lnRegularisedBetaAtOdds(1e-305, 2, 1), 2 * Math.log(1e-305), 1e-14);
    expectRelative(lnRegularisedBeta(0.75, 1, 2), Math.log1p(-(0.25 ** 2)), 1e-13);
    for (const [x, a, b] of [
      [0.3, 41.5, 33.5],
      [0.9, 41.5, 33.5],
      [0.01, 0.5, 1000],
    ] as const)
      expect(Math.abs(lnRegularisedBeta(x, a, b) - Math.log(regularisedBeta(x, a, b)))).toBeLessThan(1e-13);
    expect(lnRegularisedBeta(0, 2, 3)).toBe(-Infinity);
  });

  it("is symmetric in its shapes", () => {
    fc.assert(
      fc.property(shapes, shapes, fc.double({min: 1e-3, max: 1 - 1e-3, noNaN: true}), (a, b, x) => {
        expect(Math.abs(regularisedBeta(x, a, b) + regularisedBetaAtOdds((1 - x) / x, b, a) - 1)).toBeLessThan(1e-10);
      }),
    );
  });

  it("is 0 and 1 at the ends, and refuses what has no value", () => {
    expect([regularisedBeta(0, 2, 3), regularisedBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([regularisedBetaAtOdds(0, 2, 3), regularisedBetaAtOdds(Infinity, 2, 3)]).toEqual([0, 1]);
    expect(() => regularisedBeta(1.1, 2, 3)).toThrow(new Error("argument: x 1.1"));
    expect(() => regularisedBeta(0.5, 0, 3)).toThrow(new Error("argument: shape 0"));
    expect(() => regularisedBetaAtOdds(-1, 2, 3)).toThrow(new Error("argument: odds -1"));
  });
});

describe("beta quantiles", () => {
  it("has the closed forms of the arcsine law and of the power", () => {
    for (const p of [1e-12, 1e-6, 0.025, 0.5, 0.9]) {
      expectRelative(betaQuantile(p, 0.5, 0.5), Math.sin((Math.PI * p) / 2) ** 2, 1e-12);
      expectRelative(betaOddsQuantile(p, 0.5, 0.5), Math.tan((Math.PI * p) / 2) ** 2, 1e-12);
      expectRelative(betaQuantile(p, 4.5, 1), p ** (1 / 4.5), 1e-12);
      expectRelative(betaQuantile(p, 1, 250), -Math.expm1(Math.log1p(-p) / 250), 1e-12);
    }
  });

  it("reaches 1e-300, where the odds themselves may be out of reach", () => {
    expectRelative(betaLnOddsQuantile(1e-300, 0.5, 0.5), 2 * Math.log((Math.PI / 2) * 1e-300), 1e-13);
    expectRelative(betaOddsQuantile(1e-300, 4, 1), 1e-75, 1e-11);
    expectRelative(betaOddsQuantile(1e-300, 1e7, 1), 1 / Math.expm1((300 * Math.LN10) / 1e7), 1e-10);
    expectRelative(betaLnOddsQuantile(0.75, 2, 0.001), -betaLnOddsQuantile(0.25, 0.001, 2), 1e-15);
  });

  it("is the median of a symmetric variable at ½", () => {
    for (const shape of [0.5, 3, 41.5, 1e4, 1e6]) expectRelative(betaOddsQuantile(0.5, shape, shape), 1, 1e-12);
  });

  it("comes back to the probability for shapes up to a million", () => {
    for (const a of [0.5, 10.5, 1000.5, 1_000_000.5]) {
      for (const b of [0.5, 41.5, 1e4, 1_000_000.5]) {
        for (const p of [1e-12, 0.005, 0.5, 0.975]) {
          expectRelative(regularisedBetaAtOdds(betaOddsQuantile(p, a, b), a, b), p, 1e-10);
        }
      }
    }
  });

  it("rises with the probability and turns with the shapes", () => {
    fc.assert(
      fc.property(shapes, shapes, fc.double({min: 1e-3, max: 0.9, noNaN: true}), (a, b, p) => {
        const odds = betaOddsQuantile(p, a, b);
        expect(betaOddsQuantile(p + 0.01, a, b)).toBeGreaterThan(odds);
        expectRelative(betaOddsQuantile(1 - p, b, a), 1 / odds, 1e-10);
      }),
    );
  });

  it("is 0 and 1 at the ends, and refuses other probabilities", () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([betaOddsQuantile(0, 2, 3), betaOddsQuantile(1, 2, 3)]).toEqual([0, Infinity]);
    expect(() => betaQuantile(2, 2, 3)).toThrow(new Error("argument: probability 2"));
    expect(() => betaQuantile(0.5, -1, 3)).toThrow(new Error("argument: shape -1"));
  });
});
