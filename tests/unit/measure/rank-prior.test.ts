import {describe, expect, it} from "vitest";
import {negativeBinomialPmf} from "../../../pipeline/measure/statistics/negative-binomial-pmf.ts";
import {rankDistribution} from "../../../pipeline/measure/statistics/rank-distribution.ts";
import {averagedPrior, empiricalBayesPrior} from "../../../pipeline/measure/statistics/rank-prior.ts";
import {expectRelative} from "./slow.ts";

describe("empiricalBayesPrior", () => {
  it("draws small units towards the others", () => {
    const [counts, exposures] = [
      [0, 40, 55, 61, 90, 1],
      [0.1, 10, 12, 11, 10, 0.05],
    ];
    const prior = empiricalBayesPrior(counts, exposures);
    const first = (options: object) => rankDistribution(counts, {exposures, ...options})[5]?.[0] ?? 0;
    expect(first({})).toBeGreaterThan(0.5);
    expect(first({prior})).toBeLessThan(0.4);
  });

  it("is infinite where no difference can be shown", () => {
    expect(empiricalBayesPrior([4, 5, 6, 5]).shape).toBe(Infinity);
  });
});

describe("averagedPrior", () => {
  const counts = [14, 11, 9, 8, 6, 5, 3, 2, 1, 1];

  it("has the mean variation of a sum over variation and mean", () => {
    // Midpoint sum over both, flat in the variation up to 2.4 and in the logarithm of the mean.
    let [weight, sum] = [0, 0];
    for (let v = 0.5; v < 120; v++)
      for (let m = 0.5; m < 120; m++) {
        const [variation, mean] = [(2.4 * v) / 120, Math.exp(Math.log(0.8) + (m * Math.log(60)) / 120)];
        const likelihood = counts.reduce((p, y) => p * negativeBinomialPmf(y, variation ** -2, mean), 1);
        weight += likelihood;
        sum += likelihood * variation;
      }
    expect(averagedPrior(counts).shape ** -0.5).toBeCloseTo(sum / weight, 2);
  });

  it("tells the units further apart than the most likely spread does", () => {
    expect(averagedPrior(counts).shape).toBeLessThan(empiricalBayesPrior(counts).shape);
  });

  it("does not care what the exposure is counted in", () => {
    const exposures = counts.map((_, index) => 1 + index / 3);
    const [small, large] = [1, 1000].map((unit) =>
      averagedPrior(
        counts,
        exposures.map((e) => e * unit),
      ),
    );
    expectRelative(large?.shape ?? 0, small?.shape ?? 1, 1e-9);
    expectRelative(large?.rate ?? 0, 1000 * (small?.rate ?? 1), 1e-9);
  });

  it("is infinite where no difference can be shown", () => {
    expect(averagedPrior([4, 5, 6, 5]).shape).toBe(Infinity);
    expect(averagedPrior([0, 0, 0]).shape).toBe(Infinity);
  });
});
