import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  lnNormalCdf,
  normalCdf,
  normalQuantile,
  normalUpperQuantile,
} from "../../../pipeline/measure/statistics/normal.ts";
import {expectRelative} from "./slow.ts";

describe("normalCdf", () => {
  it("gives high-precision values in the middle and far out", () => {
    // mpmath 1.3.0 with 40 digits: erfc(-z / √2) / 2.
    expect(normalCdf(0)).toBe(0.5);
    expectRelative(normalCdf(-1), 0.15865525393145705, 1e-13);
    expectRelative(normalCdf(-3), 0.0013498980316300946, 1e-13);
    expectRelative(normalCdf(-20), 2.7536241186062337e-89, 1e-12);
    expectRelative(normalCdf(-37), 5.725571222524577e-300, 1e-12);
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
  });

  it("agrees with its Taylor series", () => {
    fc.assert(
      fc.property(fc.double({min: -2, max: 2, noNaN: true}), (z) => {
        let sum = 0;
        for (let k = 0, term = z; k < 60; k++, term *= (-z * z) / (2 * k)) sum += term / (2 * k + 1);
        expect(Math.abs(normalCdf(z) - 0.5 - sum / Math.sqrt(2 * Math.PI))).toBeLessThan(1e-14);
      }),
    );
  });

  it("has a logarithm where the tail is too small for a double", () => {
    // mpmath 1.3.0 with 60 digits; far out the asymptotic series -z²/2 - ln(z √2π) - 1/z².
    expectRelative(lnNormalCdf(-40), -804.6084420137538, 1e-13);
    const z = 1e4;
    expectRelative(lnNormalCdf(-z), -(z * z) / 2 - Math.log(z * Math.sqrt(2 * Math.PI)) - 1 / (z * z), 1e-15);
    expectRelative(lnNormalCdf(0), -Math.LN2, 1e-15);
    expectRelative(lnNormalCdf(5), -normalCdf(-5) * (1 + normalCdf(-5) / 2), 1e-13);
  });

  it("refuses what is not a number", () => {
    expect(() => lnNormalCdf(Number.NaN)).toThrow(new Error("argument: z NaN"));
    expect(() => normalCdf(Number.NaN)).toThrow(new Error("argument: z NaN"));
  });
});

describe("normalQuantile", () => {
  it("gives the values that intervals are made of", () => {
    // mpmath 1.3.0 with 40 digits: √2 erfinv(2p - 1).
    expect(normalQuantile(0.5)).toBe(0);
    expectRelative(normalQuantile(0.9), 1.2815515655446004, 1e-13);
    expectRelative(normalQuantile(0.975), 1.9599639845400543, 1e-13);
    expectRelative(normalQuantile(0.995), 2.575829303548901, 1e-13);
    expectRelative(normalQuantile(0.001), -3.0902323061678136, 1e-13);
    expectRelative(normalQuantile(1e-12), -7.034483825301132, 1e-13);
  });

  it("comes back to the probability and is symmetric", () => {
    fc.assert(
      fc.property(fc.double({min: 1e-300, max: 0.5, noNaN: true}), (p) => {
        expectRelative(normalCdf(normalQuantile(p)), p, 2e-12);
      }),
    );
    for (const p of [1e-300, 1e-100, 1e-12, 0.2, 0.25, 0.3, 0.4999])
      expectRelative(normalCdf(normalQuantile(p)), p, 2e-12);
    for (const p of [0.125, 0.25, 0.4375]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
  });

  it("reaches both tails to 1e-300", () => {
    // mpmath 1.3.0 with 60 digits.
    expectRelative(normalQuantile(1e-300), -37.0470962993612, 1e-13);
    for (const p of [1e-300, 1e-30, 0.025, 0.5, 0.975])
      expect(normalUpperQuantile(p)).toBeCloseTo(-normalQuantile(p), 13);
  });

  it("is infinite at the ends, and refuses other probabilities", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(() => normalQuantile(1.5)).toThrow(new Error("argument: probability 1.5"));
  });
});
