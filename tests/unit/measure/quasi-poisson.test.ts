import {describe, expect, it} from "vitest";
import {lagOneCorrelation, neweyWest, quasiPoisson} from "../../../pipeline/measure/statistics/quasi-poisson.ts";
import {expectRelative} from "./slow.ts";

const ones = (y: readonly number[]) => y.map(() => [1]);
const groups = [
  [1, 0],
  [1, 0],
  [1, 0],
  [1, 1],
  [1, 1],
];

describe("quasiPoisson", () => {
  it("is the logarithm of the mean, alone: error 1 / √Σy times √dispersion", () => {
    const y = [4, 9, 2, 7, 8];
    const fit = quasiPoisson(y, ones(y));
    const phi = y.reduce((sum, value) => sum + (value - 6) ** 2 / 6, 0) / 4;
    expectRelative(fit.coefficients[0] ?? 0, Math.log(6), 1e-13);
    expectRelative(fit.dispersion, phi, 1e-12);
    expectRelative(fit.standardErrors[0] ?? 0, Math.sqrt(phi / 30), 1e-12);
    expect(fit.degrees).toBe(4);
  });

  it("is the logarithm of a ratio of rates for two groups with exposures", () => {
    const fit = quasiPoisson([3, 5, 4, 20, 24], groups, {exposures: [1, 2, 1, 3, 2]});
    expectRelative(fit.coefficients[0] ?? 0, Math.log(12 / 4), 1e-12);
    expectRelative(fit.coefficients[1] ?? 0, Math.log(44 / 5 / 3), 1e-12);
    expectRelative(fit.unscaledCovariance[1]?.[1] ?? 0, 1 / 12 + 1 / 44, 1e-12);
    expectRelative(fit.unscaledCovariance[0]?.[1] ?? 0, -1 / 12, 1e-12);
  });

  it("solves its score equations", () => {
    const y = [0, 3, 1, 6, 2, 9, 14, 3];
    const design = y.map((_, t) => [1, t, Math.sin(t)]);
    const {fitted} = quasiPoisson(y, design);
    for (const k of [0, 1, 2]) {
      const score = y.reduce((sum, value, t) => sum + (value - (fitted[t] ?? 0)) * (design[t]?.[k] ?? 0), 0);
      expect(Math.abs(score)).toBeLessThan(1e-10);
    }
  });

  it("says when there is no fit", () => {
    expect(() =>
      quasiPoisson(
        [1, 2, 3],
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
      ),
    ).toThrow(new Error("no fit: collinear"));
    expect(() => quasiPoisson([5, 6, 4, 0, 0], groups)).toThrow("no fit: ");
    expect(() => quasiPoisson([0, 0, 0], ones([0, 0, 0]))).toThrow("no fit: ");
    expect(() => quasiPoisson([1, -1], ones([1, 1]))).toThrow(new Error("argument: count -1"));
    expect(() => quasiPoisson([1], [[1]], {exposures: [0]})).toThrow(new Error("argument: exposure 0"));
  });
});

describe("neweyWest", () => {
  it("without lags is the sum of squared scores between the breads", () => {
    const y = [4, 9, 2, 7, 8];
    const fit = quasiPoisson(y, ones(y));
    const meat = y.reduce((sum, value) => sum + (value - 6) ** 2, 0);
    expectRelative(neweyWest(y, ones(y), fit, 0)[0]?.[0] ?? 0, meat / 900, 1e-12);
  });

  it("with lags adds Bartlett's weighted products, by hand", () => {
    const y = [4, 9, 2, 7, 8];
    const off = y.map((value) => value - 6);
    let meat = 0;
    for (const [s, a] of off.entries())
      for (const [t, b] of off.entries()) if (Math.abs(s - t) <= 2) meat += (1 - Math.abs(s - t) / 3) * a * b;
    expectRelative(neweyWest(y, ones(y), quasiPoisson(y, ones(y)), 2)[0]?.[0] ?? 0, meat / 900, 1e-12);
  });
});

describe("lagOneCorrelation", () => {
  it("is by hand -¾ for a seesaw of four, and 0 for a constant", () => {
    expect(lagOneCorrelation([1, -1, 1, -1])).toBe(-0.75);
    expect(lagOneCorrelation([3, 3, 3])).toBe(0);
  });
});
