import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {periodRatio} from "../../../pipeline/measure/statistics/period-ratio.ts";
import {expectRelative, slowHalfBetaAtOdds} from "./slow.ts";

const counts = fc.nat(3000);

describe("periodRatio", () => {
  it("has a closed form when nothing happened in either period", () => {
    const {ratio, lower, upper, probabilityOfIncrease} = periodRatio(0, 0);
    expectRelative(ratio, 1, 1e-12);
    expectRelative(lower, Math.tan(0.0125 * Math.PI) ** 2, 1e-12);
    expectRelative(upper, Math.tan(0.0125 * Math.PI) ** -2, 1e-12);
    expectRelative(probabilityOfIncrease, 0.5, 1e-12);
  });

  it("cuts the posterior where a quadrature says 2.5 %, 50 % and 97.5 % lie below", () => {
    for (const [before, now] of [
      [33, 41],
      [41, 20],
      [5, 5],
      [0, 4],
      [4, 0],
      [170, 124],
      [2, 60],
    ] as const) {
      const {ratio, lower, upper, probabilityOfIncrease} = periodRatio(before, now);
      expectRelative(slowHalfBetaAtOdds(lower, now, before), 0.025, 1e-9);
      expectRelative(slowHalfBetaAtOdds(ratio, now, before), 0.5, 1e-10);
      expectRelative(slowHalfBetaAtOdds(upper, now, before), 0.975, 1e-10);
      expect(Math.abs(1 - slowHalfBetaAtOdds(1, now, before) - probabilityOfIncrease)).toBeLessThan(1e-10);
    }
  });

  it("agrees with SciPy on 33 before and 41 now", () => {
    // scipy 1.17.1: B = beta.ppf(p, 41.5, 33.5), B / (1 - B); beta.sf(0.5, 41.5, 33.5).
    const {ratio, lower, upper, probabilityOfIncrease} = periodRatio(33, 41);
    expectRelative(ratio, 1.2411972331138215, 1e-12);
    expectRelative(lower, 0.7874504913435683, 1e-12);
    expectRelative(upper, 1.9711238453827147, 1e-12);
    expectRelative(probabilityOfIncrease, 0.8237679151550954, 1e-12);
  });

  it("takes another prior: with shape 1 the probability of an increase is a binomial sum", () => {
    const {ratio, probabilityOfIncrease, probabilityOfDecrease} = periodRatio(3, 10, {prior: {shape: 1, rate: 0}});
    // P(Beta(11, 4) > 1/2) = P(Bin(14, 1/2) <= 10).
    expectRelative(probabilityOfIncrease, 1 - (364 + 91 + 14 + 1) / 2 ** 14, 1e-13);
    expectRelative(probabilityOfDecrease, (364 + 91 + 14 + 1) / 2 ** 14, 1e-13);
    const weighty = periodRatio(3, 10, {prior: {shape: 1, rate: 5}, exposureBefore: 1, exposureNow: 7});
    expectRelative(weighty.ratio, ratio * (6 / 12), 1e-13);
    expect(() => periodRatio(0, 1, {prior: {shape: 0, rate: 0}})).toThrow(new Error("argument: shape 0"));
    expect(() => periodRatio(1, 1, {prior: {shape: 1, rate: -1}})).toThrow(new Error("argument: prior rate -1"));
  });

  it("turns when the periods change places", () => {
    fc.assert(
      fc.property(counts, counts, (before, now) => {
        const [forward, back] = [periodRatio(before, now), periodRatio(now, before)];
        expectRelative(forward.ratio * back.ratio, 1, 1e-10);
        expectRelative(forward.lower * back.upper, 1, 1e-10);
        expect(Math.abs(forward.probabilityOfIncrease + back.probabilityOfIncrease - 1)).toBeLessThan(1e-10);
      }),
    );
  });

  it("rises with the count now and is ordered", () => {
    fc.assert(
      fc.property(counts, counts, (before, now) => {
        const [here, more] = [periodRatio(before, now), periodRatio(before, now + 1)];
        expect(here.lower).toBeLessThan(here.ratio);
        expect(here.ratio).toBeLessThan(here.upper);
        expect(more.lower).toBeGreaterThan(here.lower);
        expect(more.ratio).toBeGreaterThan(here.ratio);
        expect(more.probabilityOfIncrease).toBeGreaterThanOrEqual(here.probabilityOfIncrease - 1e-13);
      }),
    );
  });

  it("takes exposures in any common unit: as many events in half the time is a doubling", () => {
    const equal = periodRatio(30, 30);
    const halved = periodRatio(30, 30, {exposureBefore: 12, exposureNow: 6});
    expectRelative(halved.ratio, 2 * equal.ratio, 1e-14);
    expectRelative(halved.lower, 2 * equal.lower, 1e-14);
    expectRelative(halved.upper, 2 * equal.upper, 1e-14);
    expect(halved.probabilityOfIncrease).toBeGreaterThan(0.99);
    expectRelative(1 - slowHalfBetaAtOdds(0.5, 30, 30), halved.probabilityOfIncrease, 1e-10);
    expect(periodRatio(30, 30, {exposureBefore: 365, exposureNow: 365})).toEqual(equal);
  });

  it("stays sound for a million events and for none against a million", () => {
    const large = periodRatio(1_000_000, 1_000_000);
    // ln ratio is close to normal with variance 2 / 1 000 000.
    expectRelative(Math.log(large.upper), 1.9599639845400543 * Math.sqrt(2e-6), 1e-5);
    expectRelative(large.ratio, 1, 1e-11);
    const gone = periodRatio(1_000_000, 0);
    expect(gone.probabilityOfIncrease).toBe(0);
    expect(gone.lower).toBeGreaterThan(0);
    expect(gone.upper).toBeLessThan(1e-5);
    expect(periodRatio(0, 1_000_000).probabilityOfIncrease).toBe(1);
  });

  it("refuses what is not a count, an exposure or a level", () => {
    expect(() => periodRatio(-1, 2)).toThrow(new Error("argument: count -1"));
    expect(() => periodRatio(1, 2.5)).toThrow(new Error("argument: count 2.5"));
    expect(() => periodRatio(1, 2, {exposureNow: 0})).toThrow(new Error("argument: exposure 0"));
    expect(() => periodRatio(1, 2, {level: 1})).toThrow(new Error("argument: level 1"));
  });
});
