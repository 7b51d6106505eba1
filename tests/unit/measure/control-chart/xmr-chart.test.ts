import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {averageMovingRange, movingRanges} from "../../../../pipeline/measure/statistics/control-chart/moving-range.ts";
import {xmrChart} from "../../../../pipeline/measure/statistics/control-chart/xmr-chart.ts";
import {expectRelative} from "../slow.ts";
import {loanCosts} from "./published-series.ts";

const steady = [5, 7, 6, 8, 5, 6, 7, 5, 8, 6, 7, 6];
const series = fc.array(fc.integer({min: -500, max: 500}), {minLength: 6, maxLength: 40});

function limitsOf(chart: ReturnType<typeof xmrChart>, index = 0) {
  const {centre, lower, upper} = chart.points[index] ?? {};
  return {centre, lower, upper};
}

describe("xmrChart", () => {
  it("gives the published chart of loan costs", () => {
    const chart = xmrChart(loanCosts, {factor: 3 / 1.128});
    expect(chart.phases[0]?.centre).toBe(300.5);
    expect(chart.phases[0]?.averageRange).toBeCloseTo(7.79, 2);
    expect(limitsOf(chart).upper).toBeCloseTo(321.22, 1);
    expect(limitsOf(chart).lower).toBeCloseTo(279.78, 1);
    expect(chart.points.every(({outside}) => outside === null)).toBe(true);
    expectRelative(limitsOf(xmrChart(loanCosts)).upper ?? 0, 300.5 + (2.66 * 148) / 19, 1e-14);
  });

  it("has limits at the mean and no signal where nothing varies, screened or not", () => {
    for (const value of [0, 0.1, 7, -3.3]) {
      for (const screen of [true, false]) {
        const chart = xmrChart(Array(12).fill(value), {screen});
        expect(limitsOf(chart)).toEqual({centre: value, lower: value, upper: value});
        expect(chart.points.some(({outside}) => outside !== null)).toBe(false);
        expect(chart.phases[0]?.runs.signal).toBeNull();
      }
    }
  });

  it("falls back to the unscreened range where the screen would leave nothing but zeros", () => {
    const almost = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5];
    const chart = xmrChart(almost, {screen: true});
    expect(chart).toEqual(xmrChart(almost));
    expect(chart.phases[0]?.averageRange).toBeCloseTo(1 / 11, 12);
    expect(chart.points.filter(({outside}) => outside !== null)).toHaveLength(1);
  });

  it("screens ranges at 3.267 times their mean once, and leaves the mean of the values alone", () => {
    // Ranges 1 × 10 and 20 twice: mean 50 / 12 = 4.1667, limit 13.6. Once screened the mean is 1.
    const spiked = [0, 1, 0, 1, 0, 1, 21, 1, 0, 1, 0, 1, 0];
    expect(averageMovingRange(spiked, false)).toBeCloseTo(50 / 12, 12);
    expect(averageMovingRange(spiked, true)).toBe(1);
    const [plain, screened] = [xmrChart(spiked), xmrChart(spiked, {screen: true})];
    expect(screened.phases[0]?.centre).toBe(plain.phases[0]?.centre);
    expectRelative(limitsOf(screened).upper ?? 0, 27 / 13 + 2.66, 1e-14);
    // Not below is out: a range exactly at the limit. Ranges 0 and 1 with mean 1 / 3.267 cannot be made of counts; a
    // second screening would drop the 3 here as well.
    expect(averageMovingRange([0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 30], true)).toBeCloseTo(3 / 11, 12);
  });

  it("takes no range on either side of a missing month, and counts a zero as a value", () => {
    expect(movingRanges([3, null, 9, 4])).toEqual([5]);
    expect(movingRanges([3, 0, 9, 4])).toEqual([3, 9, 5]);
    const chart = xmrChart([3, 5, 4, null, 9, 4, 5, 6]);
    expect(chart.points[3]).toMatchObject({value: null, outside: null});
    expect(chart.phases[0]?.averageRange).toBeCloseTo((2 + 1 + 5 + 1 + 1) / 5, 12);
    expect(chart.phases[0]?.centre).toBeCloseTo(36 / 7, 12);
  });

  it("draws no limits from fewer than 6 points and trial limits from fewer than 12", () => {
    const status = (points: number) => xmrChart(steady.slice(0, points)).phases[0]?.status;
    expect([1, 5, 6, 11, 12].map(status)).toEqual(["none", "none", "trial", "trial", "full"]);
    expect(limitsOf(xmrChart(steady.slice(0, 5)))).toEqual({centre: 6.2, lower: null, upper: null});
    expect(limitsOf(xmrChart(steady.slice(0, 5), {fewest: 5})).upper).not.toBeNull();
    expect(xmrChart([]).points).toEqual([]);
    expect(limitsOf(xmrChart([null, null]))).toEqual({centre: null, lower: null, upper: null});
  });

  it("has no limits where no two neighbours are there", () => {
    const gaps = steady.flatMap((value) => [value, null]);
    const chart = xmrChart(gaps);
    expect(chart.phases[0]?.averageRange).toBeNull();
    expect(limitsOf(chart)).toMatchObject({lower: null, upper: null});
  });

  it("locks centre and limits to the first points, and tests the rest against them", () => {
    const chart = xmrChart([...steady, 30, 31, 32], {baseline: 12});
    expect(limitsOf(chart, 14)).toEqual(limitsOf(xmrChart(steady)));
    expect(chart.points.slice(12).map(({outside}) => outside)).toEqual(["above", "above", "above"]);
    expect(chart.phases[0]).toMatchObject({points: 12, status: "full"});
  });

  it("starts anew at a rebase, rules too", () => {
    const after = steady.map((value) => value + 20);
    const chart = xmrChart([...steady, ...after], {rebases: [{from: 12, reason: "nytt skjema"}]});
    expect(limitsOf(chart)).toEqual(limitsOf(xmrChart(steady)));
    expect(limitsOf(chart, 12)).toEqual(limitsOf(xmrChart(after)));
    expect(chart.phases.map(({from, to, reason}) => [from, to, reason])).toEqual([
      [0, 12, null],
      [12, 24, "nytt skjema"],
    ]);
    expect(chart.phases.map(({runs}) => runs.signal)).toEqual(
      xmrChart(steady)
        .phases.concat(xmrChart(after).phases)
        .map(({runs}) => runs.signal),
    );
  });

  it("leaves an excluded point out of centre, limits and runs, and tests it", () => {
    const spiked = [...steady.slice(0, 6), 60, ...steady.slice(6)];
    const chart = xmrChart(spiked, {excluded: [6]});
    expect(limitsOf(chart)).toEqual(limitsOf(xmrChart(steady)));
    expect(chart.points[6]?.outside).toBe("above");
    expect(chart.phases[0]?.runs).toEqual(xmrChart(steady).phases[0]?.runs);
  });

  it("clips where the values have bounds, and says that there is then no limit", () => {
    const days = [1, 9, 2, 8, 0, 7, 1, 9];
    const [free, bounded] = [xmrChart(days), xmrChart(days, {lowest: 0, highest: 20})];
    expect(free.points[0]?.lower).toBeLessThan(0);
    expect(free.points[0]).toMatchObject({noLowerLimit: false, noUpperLimit: false});
    expect(bounded.points[0]).toMatchObject({lower: 0, upper: 20, noLowerLimit: true, noUpperLimit: true});
  });

  it("moves with the values and scales with their unit", () => {
    fc.assert(
      fc.property(series, fc.integer({min: 1, max: 64}), fc.integer({min: -99, max: 99}), (values, unit, shift) => {
        const [chart, moved] = [xmrChart(values), xmrChart(values.map((value) => value * unit + shift))];
        const spread = (upper?: number | null, centre?: number | null) => (upper ?? 0) - (centre ?? 0);
        const [here, there] = [limitsOf(chart), limitsOf(moved)];
        expect(Math.abs((there.centre ?? 0) - ((here.centre ?? 0) * unit + shift))).toBeLessThan(1e-9);
        expect(Math.abs(spread(there.upper, there.centre) - unit * spread(here.upper, here.centre))).toBeLessThan(1e-8);
        const turned = limitsOf(xmrChart(values.toReversed()));
        expect(Math.abs((turned.upper ?? 0) - (here.upper ?? 0))).toBeLessThan(1e-9);
      }),
    );
  });

  it("refuses what is not a number, and a rebase that is out of place or gives no reason", () => {
    expect(() => xmrChart([1, Number.NaN])).toThrow(new Error("argument: value NaN"));
    expect(() => xmrChart([1, 2], {baseline: 0})).toThrow(new Error("argument: baseline 0"));
    expect(() => xmrChart([1, 2], {factor: 0})).toThrow(new Error("argument: factor 0"));
    expect(() => xmrChart([1, 2], {rebases: [{from: 2, reason: "x"}]})).toThrow(new Error("argument: rebase 2"));
    expect(() => xmrChart([1, 2], {rebases: [{from: 0, reason: "x"}]})).toThrow(new Error("argument: rebase 0"));
    expect(() => xmrChart([1, 2], {rebases: [{from: 1, reason: " "}]})).toThrow(
      "argument: rebase without a reason at 1",
    );
  });
});
