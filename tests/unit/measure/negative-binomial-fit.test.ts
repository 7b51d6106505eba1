import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {negativeBinomialFit, predictiveCdf} from "../../../pipeline/measure/statistics/negative-binomial-fit.ts";
import {negativeBinomialCdf, negativeBinomialPmf} from "../../../pipeline/measure/statistics/negative-binomial-pmf.ts";
import {poissonCdf} from "../../../pipeline/measure/statistics/poisson.ts";
import {expectRelative} from "./slow.ts";

describe("negativeBinomialFit", () => {
  it.each([
    // SciPy 1.17.1: Nelder-Mead on the log likelihood, then `optimize.root` on its derivatives.
    [[14, 11, 9, 8, 6, 5, 3, 2, 1, 1], undefined, 6, 2.508051959209947, -27.62362753913949],
    [[120, 340, 80, 15, 60], undefined, 123, 1.2613084221169628, -29.00491644502243],
    [
      [0, 2, 15, 4, 33, 1, 9, 20],
      [1.1, 0.8, 2.5, 1.9, 7.3, 0.6, 3.2, 4.4],
      3.5488250057441966,
      11.21885178477383,
      -21.283855524737596,
    ],
  ])("fits %j as SciPy does", (counts, exposures, mean, theta, logLikelihood) => {
    const fit = negativeBinomialFit(counts, exposures);
    expectRelative(fit.mean, mean, 1e-10);
    expectRelative(fit.theta, theta, 1e-9);
    expectRelative(fit.logLikelihood, logLikelihood, 1e-11);
  });

  it("finds no difference where the counts vary no more than Poisson counts", () => {
    expect(negativeBinomialFit([5, 5, 5, 5])).toMatchObject({mean: 5, theta: Infinity});
    expect(negativeBinomialFit([4, 5, 6, 7, 3])).toMatchObject({mean: 5, theta: Infinity});
    expect(negativeBinomialFit([0, 0, 0])).toMatchObject({mean: 0, theta: Infinity});
    expect(negativeBinomialFit([7])).toMatchObject({mean: 7, theta: Infinity});
    expect(negativeBinomialFit([10, 20, 40], [1, 2, 4])).toMatchObject({mean: 10, theta: Infinity});
  });

  it("is a maximum, whatever the units", () => {
    const units = fc.array(fc.tuple(fc.nat(60), fc.integer({min: 1, max: 9})), {minLength: 3, maxLength: 12});
    const likelihood = (counts: readonly number[], exposures: readonly number[], mean: number, theta: number): number =>
      counts.reduce((sum, y, i) => sum + Math.log(negativeBinomialPmf(y, theta, mean * (exposures[i] ?? 1))), 0);
    fc.assert(
      fc.property(units, fc.constantFrom(0.97, 1.03), (drawn, step) => {
        const [counts, exposures] = [drawn.map(([y]) => y), drawn.map(([, e]) => e)];
        const {mean, theta} = negativeBinomialFit(counts, exposures);
        if (mean === 0 || theta > 1e5) return;
        const here = likelihood(counts, exposures, mean, theta);
        expect(likelihood(counts, exposures, mean * step, theta)).toBeLessThan(here + 1e-10);
        expect(likelihood(counts, exposures, mean, theta * step)).toBeLessThan(here + 1e-10);
      }),
      {numRuns: 60},
    );
  });

  it("does not care what the exposure is counted in", () => {
    const [small, large] = [1, 1000].map((unit) =>
      negativeBinomialFit(
        [0, 2, 15, 4, 33],
        [1, 2, 3, 4, 5].map((e) => e * unit),
      ),
    );
    expectRelative(large?.theta ?? 0, small?.theta ?? 1, 1e-9);
    expectRelative((large?.mean ?? 0) * 1000, small?.mean ?? 1, 1e-9);
  });

  it("refuses what is not counts of units", () => {
    expect(() => negativeBinomialFit([])).toThrow(new Error("argument: number of units 0"));
    expect(() => negativeBinomialFit([1.5])).toThrow(new Error("argument: count 1.5"));
    expect(() => negativeBinomialFit([1], [0])).toThrow(new Error("argument: exposure 0"));
    expect(() => negativeBinomialFit([1], [1, 2])).toThrow(new Error("argument: number of exposures 2"));
  });
});

describe("negativeBinomialCdf", () => {
  it("is the sum of its probabilities", () => {
    for (const [count, size, mean] of [
      [3, 2.5, 6],
      [40, 0.4, 25],
      [0, 7, 1],
    ] as const) {
      const sum = Array.from({length: count + 1}, (_, k) => negativeBinomialPmf(k, size, mean)).reduce((a, b) => a + b);
      expectRelative(negativeBinomialCdf(count, size, mean), sum, 1e-11);
    }
    // SciPy 1.17.1: nbinom.cdf(3, 2.5, 2.5 / 8.5).
    expectRelative(negativeBinomialCdf(3, 2.5, 6), 0.340257989160712, 1e-11);
  });
});

describe("predictiveCdf", () => {
  it("is Poisson when there is no difference to show, and certain when nothing happens", () => {
    expect(predictiveCdf(2, 3, {mean: 1.5, theta: Infinity})).toBe(poissonCdf(2, 4.5));
    expect(predictiveCdf(2, 3, {mean: 1.5, theta: 4})).toBe(negativeBinomialCdf(2, 4, 4.5));
    expect(predictiveCdf(0, 3, {mean: 0, theta: Infinity})).toBe(1);
  });
});
