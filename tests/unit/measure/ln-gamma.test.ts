import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {digamma, lnGamma} from "../../../pipeline/measure/statistics/ln-gamma.ts";
import {expectRelative} from "./slow.ts";

const eulerGamma = 0.5772156649015329;

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
    expect(() => lnGamma(0)).toThrow(new Error("argument: z 0"));
    expect(() => lnGamma(-1)).toThrow(new Error("argument: z -1"));
  });

  it("keeps its digits next to its zeros at 1 and 2", () => {
    for (const z of [1e-9, -1e-9, 1e-7]) {
      expectRelative(lnGamma(1 + z) / (1 + z - 1), -eulerGamma + (Math.PI ** 2 / 12) * z, 1e-13);
      expectRelative(lnGamma(2 + z) / (2 + z - 2), 1 - eulerGamma + (Math.PI ** 2 / 12 - 0.5) * z, 1e-13);
    }
    expect([lnGamma(1), lnGamma(2)]).toEqual([0, 0]);
  });

  it("joins its pieces", () => {
    for (const z of [0.5, 1.5, 2.5, 15]) expectRelative(lnGamma(z * (1 - 1e-15)), lnGamma(z), 1e-13);
    fc.assert(
      fc.property(fc.double({min: 1e-3, max: 200, noNaN: true}), (z) => {
        expect(Math.abs(lnGamma(z + 1) - lnGamma(z) - Math.log(z))).toBeLessThan(2e-15 * (5 + lnGamma(z + 20)));
      }),
    );
  });
});

describe("digamma", () => {
  it("has closed forms", () => {
    expectRelative(digamma(1), -eulerGamma, 1e-14);
    expectRelative(digamma(0.5), -eulerGamma - 2 * Math.LN2, 1e-14);
    expectRelative(digamma(0.25), -eulerGamma - Math.PI / 2 - 3 * Math.LN2, 1e-14);
    let harmonic = 0;
    for (let n = 1; n < 60; n++) {
      expect(Math.abs(digamma(n) - harmonic + eulerGamma)).toBeLessThan(4e-15);
      harmonic += 1 / n;
    }
  });

  it("is 0 at the published minimum of the gamma function and follows the reflection formula", () => {
    expect(Math.abs(digamma(1.461632144968362))).toBeLessThan(1e-15);
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 0.49, noNaN: true}), (z) => {
        expectRelative(digamma(1 - z) - digamma(z), Math.PI / Math.tan(Math.PI * z), 1e-13);
      }),
    );
  });

  it("refuses zero and below", () => {
    expect(() => digamma(0)).toThrow(new Error("argument: z 0"));
  });
});
