import {describe, expect, it} from "vitest";
import {binomialPmf} from "../../../pipeline/measure/statistics/binomial.ts";
import {changeVerdict} from "../../../pipeline/measure/statistics/change-verdict.ts";
import {
  chartFalseAlarm,
  expectedFalseSignals,
  falseChangeRate,
  limitsFalseAlarm,
  runsFalseAlarm,
  scatteredFalseAlarm,
} from "../../../pipeline/measure/statistics/false-alarm.ts";
import {negativeBinomialPmf} from "../../../pipeline/measure/statistics/negative-binomial-pmf.ts";
import {poissonProbabilities} from "./slow.ts";

/** All arrangements of n / 2 points above and below, one by one. */
function slowRunsFalseAlarm(n: number, longest: number, fewestCrossings: number): number {
  let [all, signals] = [0, 0];
  for (let bits = 0; bits < 2 ** n; bits++) {
    const sides = [...bits.toString(2).padStart(n, "0")];
    if (sides.filter((side) => side === "1").length !== n / 2) continue;
    const runs = sides.join("").match(/0+|1+/g) ?? [];
    all++;
    if (runs.length - 1 < fewestCrossings || runs.some((run) => run.length > longest)) signals++;
  }
  return signals / all;
}

describe("falseChangeRate", () => {
  it("is the binomial sum of the verdicts, one by one", () => {
    for (const [total, options] of [
      [0, {}],
      [9, {}],
      [25, {}],
      [60, {level: 0.95}],
      [60, {exposureBefore: 12, exposureNow: 6}],
    ] as const) {
      const {exposureBefore = 1, exposureNow = 1} = options as {exposureBefore?: number; exposureNow?: number};
      let sum = 0;
      for (let now = 0; now <= total; now++)
        if (changeVerdict(total - now, now, options) !== "uviss")
          sum += binomialPmf(now, total, exposureNow / (exposureBefore + exposureNow));
      expect(falseChangeRate(total, options)).toBeCloseTo(sum, 12);
    }
  });

  it("is nothing below the minimum and near 0.01 for many events", () => {
    expect(falseChangeRate(9, {minimum: 10})).toBe(0);
    for (const total of [400, 4000, 40_000]) expect(Math.abs(falseChangeRate(total) - 0.01)).toBeLessThan(0.002);
  });
});

describe("runsFalseAlarm", () => {
  it("is the share of all arrangements", () => {
    // round(log2 10) + 3 = 6, qbinom(0.05, 9, 0.5) = 2; for 12 points 7 and 3; for 14 points 7 and 4.
    expect(runsFalseAlarm(10)).toBeCloseTo(slowRunsFalseAlarm(10, 6, 2), 12);
    expect(runsFalseAlarm(12)).toBeCloseTo(slowRunsFalseAlarm(12, 7, 3), 12);
    expect(runsFalseAlarm(14)).toBeCloseTo(slowRunsFalseAlarm(14, 7, 4), 12);
  });

  it("is near 3.4 % for 24 points, as simulated with 4 000 series, and nothing below 10", () => {
    expect(Math.abs(runsFalseAlarm(24) - 0.034)).toBeLessThan(0.01);
    expect(runsFalseAlarm(9)).toBe(0);
  });
});

describe("limitsFalseAlarm", () => {
  it("is 0.0027 a point for a normal variable", () => {
    expect(limitsFalseAlarm(1)).toBeCloseTo(0.0026997960632601866, 14);
    expect(limitsFalseAlarm(24)).toBeCloseTo(1 - (1 - 0.0026997960632601866) ** 24, 12);
  });

  it("is a sum of Poisson probabilities for counts, without a lower limit below a mean of 9", () => {
    const outside = (mean: number) =>
      poissonProbabilities(mean, 200).reduce(
        (sum, p, k) => sum + (Math.abs(k - mean) > 3 * Math.sqrt(mean) ? p : 0),
        0,
      );
    for (const mean of [4, 9, 20]) expect(limitsFalseAlarm(1, {mean})).toBeCloseTo(outside(mean), 12);
  });
});

describe("expectedFalseSignals", () => {
  it("adds up what each series gives", () => {
    expect(expectedFalseSignals([0.01, 0.02, 0])).toBeCloseTo(0.03, 15);
    expect(chartFalseAlarm(24)).toBeCloseTo(1 - (1 - runsFalseAlarm(24)) * (1 - limitsFalseAlarm(24)), 15);
    expect(() => expectedFalseSignals([2])).toThrow(new Error("argument: rate 2"));
  });
});

describe("scatteredFalseAlarm", () => {
  it("is the sum of the negative binomial outside the limits, once for each point", () => {
    const [mean, dispersion, lower, upper] = [6, 2.5, 1.4, 14.2];
    const inside = Array.from({length: 13}, (_, k) => negativeBinomialPmf(k + 2, mean / (dispersion - 1), mean));
    const kept = inside.reduce((sum, p) => sum + p, 0);
    expect(scatteredFalseAlarm(1, {mean, dispersion, lower, upper})).toBeCloseTo(1 - kept, 12);
    expect(scatteredFalseAlarm(9, {mean, dispersion, lower, upper})).toBeCloseTo(1 - kept ** 9, 12);
  });

  it("is that of Poisson counts where nothing is scattered, and grows with the scatter", () => {
    const mean = 16;
    const limits = {mean, lower: mean - 3 * Math.sqrt(mean), upper: mean + 3 * Math.sqrt(mean)};
    expect(scatteredFalseAlarm(12, {...limits, dispersion: 0.7})).toBeCloseTo(limitsFalseAlarm(12, {mean}), 12);
    const rates = [1, 1.2, 2, 4].map((dispersion) => scatteredFalseAlarm(12, {...limits, dispersion}));
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(scatteredFalseAlarm(0, {...limits, dispersion: 2})).toBe(0);
  });
});
