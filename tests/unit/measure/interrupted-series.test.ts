import {describe, expect, it} from "vitest";
import {interruptedSeries, segmentedDesign} from "../../../pipeline/measure/statistics/interrupted-series.ts";
import {neweyWest} from "../../../pipeline/measure/statistics/quasi-poisson.ts";
import {expectRelative} from "./slow.ts";

const counts = [12, 15, 9, 14, 11, 18, 13, 10, 16, 12, 14, 11, 8, 7, 9, 6, 10, 5, 8, 7, 6, 9, 4, 5, 7, 3, 6, 4];
const exposures = counts.map((_, index) => 100 + 1.5 * index);
const times = counts.map((_, index) => index + 1);

describe("segmentedDesign", () => {
  it("counts the slope from 1 at the first point after the change", () => {
    expect(segmentedDesign([1, 2, 3, 4], {before: 2})).toEqual([
      [1, 1, 0, 0],
      [1, 2, 0, 0],
      [1, 3, 1, 1],
      [1, 4, 1, 2],
    ]);
    expect(segmentedDesign([1, 2, 3], {before: 2, slope: false})).toEqual([
      [1, 1, 0],
      [1, 2, 0],
      [1, 3, 1],
    ]);
  });

  it("takes one pair of harmonics from 24 months", () => {
    expect(segmentedDesign(times.slice(0, 23), {before: 12})[0]).toHaveLength(4);
    const row = segmentedDesign(times.slice(0, 24), {before: 12})[2] ?? [];
    expect(row.slice(4)).toEqual([Math.sin(Math.PI / 2), Math.cos(Math.PI / 2)]);
    expect(segmentedDesign(times, {before: 12, harmonics: 2})[0]).toHaveLength(8);
  });
});

describe("interruptedSeries", () => {
  // NumPy and SciPy 1.17.1: root of the score, inverse information, double sum over lags, numerical derivatives.
  const result = interruptedSeries(counts, {before: 12, exposures});

  it("has the coefficients, errors and dispersion of an independent fit", () => {
    const expected = [
      -1.9831933529360164, -0.02193523816377228, -0.3117014957628657, -0.028982440763271614, -0.06558234979352126,
      -0.03662497259752774,
    ];
    const errors = [
      0.15286837930852254, 0.021812173769961113, 0.20994358966833307, 0.025710588959240728, 0.08033425686630428,
      0.0665143265386324,
    ];
    expected.forEach((value, k) => {
      expectRelative(result.fit.coefficients[k] ?? 0, value, 1e-9);
    });
    errors.forEach((value, k) => {
      expectRelative(result.fit.standardErrors[k] ?? 0, value, 1e-9);
    });
    expectRelative(result.fit.dispersion, 0.5208741168070494, 1e-9);
    expect(result.fit.degrees).toBe(22);
  });

  it("has Newey and West's errors with lag 3", () => {
    const expected = [
      0.042193854213670084, 0.005620389601581724, 0.05868488379389333, 0.007471436736181636, 0.03166163794033977,
      0.031132386889122406,
    ];
    const covariance = neweyWest(counts, segmentedDesign(times, {before: 12}), result.fit);
    expected.forEach((value, k) => {
      expectRelative(Math.sqrt(covariance[k]?.[k] ?? 0), value, 1e-9);
    });
    expectRelative(result.neweyWestError, 0.09169969544061507, 1e-8);
  });

  it("has effect, effect at the end and cases avoided by the delta method, dispersion floored", () => {
    const t = 2.0738730679040254;
    const [error, endError] = [0.44648531693825505, 0.6804488272983447];
    expectRelative(result.effect.ratio, 0.5809376818077309, 1e-10);
    expectRelative(result.standardError, error, 1e-8);
    expectRelative(result.effect.lower, 0.5809376818077309 * Math.exp(-t * error), 1e-8);
    expectRelative(result.effect.upper, 0.5809376818077309 * Math.exp(t * error), 1e-8);
    expectRelative(result.effectAtEnd.upper, 0.46051007369115743 * Math.exp(t * endError), 1e-8);
    expectRelative(result.avoided.count, 75.0209229953519, 1e-9);
    expectRelative(result.avoided.upper - result.avoided.count, t * 78.64273945898233, 1e-7);
  });

  it("never lets Newey and West narrow the interval", () => {
    expectRelative(result.lagOne, -0.678477393395063, 1e-9);
    expect(result.neweyWestError).toBeLessThan(result.standardError);
    expect(result.usesNeweyWest).toBe(false);
  });

  it("leaves out a missing month without moving the others", () => {
    const without = <T>(values: readonly T[]): T[] => values.filter((_, index) => index !== 5);
    const gap = interruptedSeries(without(counts), {
      before: 12,
      exposures: without(exposures),
      times: without(times),
      harmonics: 1,
    });
    expect(gap.fit.coefficients[1]).toBeCloseTo(result.fit.coefficients[1] ?? 0, 1);
    expect(gap.fit.degrees).toBe(21);
  });

  it("is blind to the unit of exposure", () => {
    const scaled = interruptedSeries(counts, {before: 12, exposures: exposures.map((value) => value * 12)});
    expectRelative(scaled.effect.lower, result.effect.lower, 1e-9);
    expectRelative(scaled.avoided.count, result.avoided.count, 1e-9);
  });

  it("refuses a change outside the series", () => {
    expect(() => interruptedSeries(counts, {before: 0})).toThrow(new Error("argument: number of periods before 0"));
    expect(() => interruptedSeries(counts, {before: 28})).toThrow(new Error("argument: number of periods before 28"));
  });
});
