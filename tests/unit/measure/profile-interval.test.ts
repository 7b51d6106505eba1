import {describe, expect, it} from "vitest";
import {profileInterval, quasiPoisson} from "../../../pipeline/measure/statistics/index.ts";

const z = 1.959963984540054;

/** By bisection on the closed form alone. */
function root(from: number, to: number, isBeyond: (x: number) => boolean): number {
  let [inside, outside] = [from, to];
  for (let step = 0; step < 200; step++) {
    const middle = (inside + outside) / 2;
    if (isBeyond(middle)) outside = middle;
    else inside = middle;
  }
  return inside;
}

describe("profile-likelihood limits", () => {
  it("are those R prints for the randomised trial of Dobson (1990)", () => {
    const y = [18, 17, 15, 20, 10, 20, 25, 13, 12];
    const is = (condition: boolean) => (condition ? 1 : 0);
    const design = y.map((_, t) => {
      const [outcome, treatment] = [t % 3, Math.floor(t / 3)];
      return [1, is(outcome === 1), is(outcome === 2), is(treatment === 1), is(treatment === 2)];
    });
    const printed = [
      [2.6958215, 3.36655581],
      [-0.8577018, -0.0625584],
      [-0.6753696, 0.08244089],
      [-0.3932548, 0.39325483],
      [-0.3932548, 0.39325483],
    ];
    for (const [column, [lower = 0, upper = 0]] of printed.entries()) {
      const own = profileInterval(y, design, column);
      expect(Math.abs(own.lower - lower)).toBeLessThan(1e-3);
      expect(Math.abs(own.upper - upper)).toBeLessThan(1e-3);
    }
  });

  it.each([
    [10, 20, 1],
    [3, 9, 2],
    [40, 1, 1],
  ])("of a ratio of two counts, %i and %i, are those of the binomial likelihood", (before, after, exposure) => {
    const design = [
      [1, 0],
      [1, 1],
    ];
    const {lower, upper} = profileInterval([before, after], design, 1, {exposures: [1, exposure]});
    const share = after / (before + after);
    const loss = (p: number): number => 2 * (after * Math.log(share / p) + before * Math.log((1 - share) / (1 - p)));
    const lnRatio = (p: number): number => Math.log(p / (1 - p) / exposure);
    expect(lower).toBeCloseTo(lnRatio(root(share, 1e-12, (p) => loss(p) > z * z)), 7);
    expect(upper).toBeCloseTo(lnRatio(root(share, 1 - 1e-12, (p) => loss(p) > z * z)), 7);
  });

  it("of a mean alone are those of the Poisson likelihood, and wider by the dispersion", () => {
    const y = [4, 7, 2, 9, 3];
    const [sum, n] = [25, 5];
    const loss = (mean: number): number => 2 * (sum * Math.log(sum / n / mean) - sum + n * mean);
    const own = profileInterval(
      y,
      y.map(() => [1]),
      0,
    );
    expect(own.lower).toBeCloseTo(Math.log(root(5, 0.01, (mean) => loss(mean) > z * z)), 7);
    expect(own.upper).toBeCloseTo(Math.log(root(5, 50, (mean) => loss(mean) > z * z)), 7);
    const {dispersion} = quasiPoisson(
      y,
      y.map(() => [1]),
    );
    const wider = profileInterval(
      y,
      y.map(() => [1]),
      0,
      {dispersion},
    );
    expect(wider.upper).toBeCloseTo(Math.log(root(5, 50, (mean) => loss(mean) > z * z * dispersion)), 7);
  });

  it("refuse a column that is not there, and a dispersion that is none", () => {
    expect(() => profileInterval([1, 2], [[1], [1]], 1)).toThrow("column");
    expect(() => profileInterval([1, 2], [[1], [1]], 0, {dispersion: 0})).toThrow("dispersion");
  });
});
