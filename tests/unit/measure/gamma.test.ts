import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  chiSquareQuantile,
  gammaLower,
  gammaLowerQuantile,
  gammaUpper,
  gammaUpperQuantile,
  lnGamma,
} from "../../../pipeline/measure/statistics/gamma.ts";
import {expectRelative, poissonAtLeast, poissonAtMost} from "./slow.ts";

const shapes = fc.double({min: 0.5, max: 5000, noNaN: true});
const probabilities = fc.double({min: 1e-12, max: 1 - 1e-9, noNaN: true});

describe("lnGamma", () => {
  it("is the logarithm of a factorial at whole numbers", () => {
    let factorial = 1;
    for (let n = 1; n <= 170; n++) {
      if (n > 1) factorial *= n - 1;
      expect(Math.abs(lnGamma(n) - Math.log(factorial))).toBeLessThan(1e-14 + 4e-15 * Math.log(factorial));
    }
  });

  it("has the closed form of halves", () => {
    expectRelative(lnGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
    expectRelative(lnGamma(2.5), Math.log((3 / 4) * Math.sqrt(Math.PI)), 1e-13);
    expectRelative(lnGamma(5.5), Math.log((945 / 32) * Math.sqrt(Math.PI)), 1e-14);
  });

  it("follows the reflection formula", () => {
    fc.assert(
      fc.property(fc.double({min: 1e-6, max: 0.5, noNaN: true}), (z) => {
        const expected = Math.log(Math.PI / Math.sin(Math.PI * z));
        expect(Math.abs(lnGamma(z) + lnGamma(1 - z) - expected)).toBeLessThan(5e-14);
      }),
    );
  });

  it("refuses zero and below", () => {
    expect(() => lnGamma(0)).toThrow(new Error("invalid argument: 0"));
    expect(() => lnGamma(-1)).toThrow(new Error("invalid argument: -1"));
  });
});

describe("incomplete gamma", () => {
  it("is a Poisson sum for whole shapes, in both tails", () => {
    for (const shape of [1, 2, 10, 41, 100, 999]) {
      for (const deviate of [-6, -3, -1, 0, 1, 3, 6]) {
        const x = Math.max(shape + deviate * Math.sqrt(shape), shape / 50);
        expectRelative(gammaUpper(shape, x), poissonAtMost(shape - 1, x), 5e-12);
        expectRelative(gammaLower(shape, x), poissonAtLeast(shape, x), 5e-12);
      }
    }
  });

  it("is the error function for shape ½", () => {
    // erf and erfc from Abramowitz & Stegun table 7.1 and, beyond it, their published high-precision values.
    expectRelative(gammaLower(0.5, 0.25), 0.5204998778130465, 1e-14);
    expectRelative(gammaLower(0.5, 1), 0.8427007929497149, 1e-14);
    expectRelative(gammaUpper(0.5, 1), 0.15729920705028513, 1e-14);
    expectRelative(gammaUpper(0.5, 25), 1.537459794428035e-12, 1e-13);
    expectRelative(gammaUpper(0.5, 100), 2.088487583762545e-45, 1e-13);
  });

  it("follows the recurrence from ½ to 1½ and 2½", () => {
    const erfc = 0.15729920705028513;
    const step = (2 / Math.sqrt(Math.PI)) * Math.exp(-1);
    expectRelative(gammaUpper(1.5, 1), erfc + step, 1e-14);
    expectRelative(gammaUpper(2.5, 1), erfc + step + (2 / 3) * step, 1e-14);
  });

  it("keeps its digits for shapes up to a million and for small ones", () => {
    // mpmath 1.3.0 with 40 digits: the series of P summed, exponent in high precision.
    expectRelative(gammaLower(1e6, 990_000), 5.446644693010809e-24, 1e-11);
    expectRelative(gammaLower(1e6, 997_000), 0.0013381041673135997, 1e-11);
    expectRelative(gammaLower(1e6, 1e6), 0.5001329807608725, 1e-11);
    expectRelative(gammaUpper(1e6, 1_006_000), 1.0597397352843812e-9, 1e-11);
    expectRelative(gammaUpper(1e6, 1_010_000), 1.06069974775869e-23, 1e-11);
    expectRelative(gammaLower(0.01, 1e-12), 0.7629064195808333, 1e-12);
    expectRelative(gammaUpper(0.01, 1.01), 0.002179601848251634, 1e-11);
  });

  it("is 0 and 1 at the ends", () => {
    expect([gammaLower(3, 0), gammaUpper(3, 0)]).toEqual([0, 1]);
    expect([gammaLower(3, Infinity), gammaUpper(3, Infinity)]).toEqual([1, 0]);
  });

  it("has tails that add up and rise with x", () => {
    fc.assert(
      fc.property(shapes, fc.double({min: 0.01, max: 3, noNaN: true}), (shape, part) => {
        const x = shape * part;
        expect(Math.abs(gammaLower(shape, x) + gammaUpper(shape, x) - 1)).toBeLessThan(1e-15);
        expect(gammaLower(shape, x * 1.001)).toBeGreaterThanOrEqual(gammaLower(shape, x) - 1e-14);
      }),
    );
  });

  it("refuses what has no value", () => {
    expect(() => gammaLower(0, 1)).toThrow(new Error("invalid shape: 0"));
    expect(() => gammaUpper(Number.NaN, 1)).toThrow(new Error("invalid shape: NaN"));
    expect(() => gammaLower(1, -1)).toThrow(new Error("invalid x: -1"));
  });
});

describe("gamma and chi-square quantiles", () => {
  it("has the closed form of the exponential distribution", () => {
    for (const p of [1e-12, 1e-6, 0.01, 0.5, 0.9, 0.999999]) {
      expectRelative(gammaLowerQuantile(p, 1), -Math.log1p(-p), 1e-13);
      expectRelative(gammaUpperQuantile(p, 1), -Math.log(p), 1e-13);
      expectRelative(chiSquareQuantile(p, 2), -2 * Math.log1p(-p), 1e-13);
    }
    expectRelative(gammaUpperQuantile(1e-300, 1), 300 * Math.LN10, 1e-13);
  });

  it("gives the tabled chi-square quantiles", () => {
    // mpmath 1.3.0 with 40 digits; to three decimals the values of every printed table (3.841, 18.307, 15.086).
    expectRelative(chiSquareQuantile(0.95, 1), 3.841458820694126, 1e-12);
    expectRelative(chiSquareQuantile(0.95, 10), 18.307038053275146, 1e-12);
    expectRelative(chiSquareQuantile(0.99, 5), 15.086272469388991, 1e-12);
    expectRelative(chiSquareQuantile(0.001, 3), 0.024297585815692732, 1e-12);
    expectRelative(chiSquareQuantile(0.975, 100), 129.5611971858366, 1e-12);
  });

  it("comes back to the probability, at both ends and for shapes up to a million", () => {
    for (const shape of [0.5, 1, 10, 999, 1000, 1e5, 1e6]) {
      for (const p of [1e-12, 1e-6, 0.005, 0.025, 0.3, 0.5]) {
        expectRelative(gammaLower(shape, gammaLowerQuantile(p, shape)), p, 1e-11);
        expectRelative(gammaUpper(shape, gammaUpperQuantile(p, shape)), p, 1e-11);
      }
    }
  });

  it("rises with the probability and with the shape", () => {
    fc.assert(
      fc.property(shapes, probabilities, (shape, p) => {
        const x = gammaLowerQuantile(p, shape);
        expect(gammaLowerQuantile(p + (1 - p) / 10, shape)).toBeGreaterThan(x);
        expect(gammaLowerQuantile(p, shape * 1.1)).toBeGreaterThan(x);
        expectRelative(gammaUpperQuantile(1 - p, shape), x, p < 1e-4 ? 1e-3 : 1e-9);
      }),
    );
  });

  it("is 0 and Infinity at the ends, and refuses other probabilities", () => {
    expect([gammaLowerQuantile(0, 2), gammaLowerQuantile(1, 2)]).toEqual([0, Infinity]);
    expect([gammaUpperQuantile(0, 2), gammaUpperQuantile(1, 2)]).toEqual([Infinity, 0]);
    expect(() => gammaLowerQuantile(-0.1, 2)).toThrow(new Error("invalid probability: -0.1"));
    expect(() => chiSquareQuantile(0.5, 0)).toThrow(new Error("invalid degrees of freedom: 0"));
  });
});
