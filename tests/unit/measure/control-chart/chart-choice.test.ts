import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Chartable, chartChoice} from "../../../../pipeline/measure/statistics/control-chart/chart-choice.ts";
import {cChart} from "../../../../pipeline/measure/statistics/control-chart/count-charts.ts";
import {chartSignals} from "../../../../pipeline/measure/statistics/control-chart/signals.ts";

const steady = [9, 12, 8, 11, 10, 9, 12, 10, 8, 11, 10, 9];

function chosen(data: Chartable): string {
  const {chart, reason} = chartChoice(data);
  return `${chart}: ${reason}`;
}

describe("chartChoice", () => {
  it("charts counts by how many there are and what they are out of", () => {
    const count = (counts: (number | null)[], exposures?: number[]) =>
      chosen({kind: "count", counts, period: "month", ...(exposures && {exposures})});
    const spread = steady.map((value, i) => value * (i % 2 === 0 ? 1 : 4));
    expect(count(steady)).toBe("c: steady-exposure");
    expect(count(steady, Array(12).fill(100))).toBe("c: steady-exposure");
    expect(
      count(
        steady,
        steady.map((_, i) => 100 + i),
      ),
    ).toBe("c: steady-exposure");
    const turned = steady.map((_, i) => (i % 2 === 0 ? 400 : 100));
    expect(count(spread, turned)).toBe("u-prime: overdispersed-rate");
    expect(
      count(
        spread,
        steady.map((_, i) => (i % 2 === 0 ? 100 : 400)),
      ),
    ).toBe("u: varying-exposure");
    expect(count(spread)).toBe("c-prime: overdispersed-count");
    expect(count(steady.map((value) => Math.round(value / 3)))).toBe("c: few-events");
  });

  it("adds rare months up to quarters, and goes over to the time between where that is not enough", () => {
    const rare = Array.from({length: 24}, (_, i) => i % 2);
    expect(chosen({kind: "count", counts: rare, period: "month"})).toBe("between: rare-events");
    const seldom = Array.from({length: 24}, (_, i) => (i % 3 === 0 ? 2 : 1));
    expect(chosen({kind: "count", counts: seldom, period: "month"})).toBe("by-quarter: rare-events-by-quarter");
    expect(chosen({kind: "count", counts: seldom, period: "quarter"})).toBe("between: rare-events");
    expect(chosen({kind: "count", counts: seldom.slice(0, 12), period: "month"})).toBe("between: rare-events");
  });

  it("charts shares and measurements", () => {
    const totals = Array(12).fill(20);
    expect(chosen({kind: "share", successes: steady, totals})).toBe("p: share");
    const jumping = steady.map((_, i) => (i % 2 === 0 ? 2 : 18));
    expect(chosen({kind: "share", successes: jumping, totals})).toBe("p-prime: overdispersed-share");
    expect(chosen({kind: "measurement", values: [3.5, 2, 8, 1, 4, 5]})).toBe("xmr: measurement");
  });

  it("draws no limits from fewer than 6 points, missing ones not counted", () => {
    const few = [3, null, 5, 4, null, 6, 5];
    expect(chosen({kind: "count", counts: few, period: "month"})).toBe("points: too-few-points");
    expect(chosen({kind: "measurement", values: few})).toBe("points: too-few-points");
    expect(chosen({kind: "share", successes: few, totals: few.map(() => 9)})).toBe("points: too-few-points");
    expect(chosen({kind: "count", counts: [], period: "year"})).toBe("points: too-few-points");
    expect(chosen({kind: "count", counts: steady, exposures: steady.map(() => 0), period: "month"})).toBe(
      "points: too-few-points",
    );
  });

  it("reports what it judged by", () => {
    const choice = chartChoice({kind: "count", counts: steady, period: "month"});
    expect(choice.mean).toBeCloseTo(119 / 12, 12);
    expect(choice.sigmaZ).toBe(cChart(steady).phases[0]?.sigmaZ);
  });
});

describe("chartSignals", () => {
  it("is a point outside three sigma, or a signal of the runs", () => {
    expect(chartSignals(cChart(steady))).toEqual({outside: [], runs: [], any: false});
    const spiked = chartSignals(cChart([...steady, 40], {baseline: 12}));
    expect(spiked).toMatchObject({outside: [{index: 12, side: "above"}], any: true});
    const shifted = [...steady, ...steady.map((value) => value + 3)];
    expect(chartSignals(cChart(shifted, {baseline: 12}))).toMatchObject({runs: [{from: 0, long: true}], any: true});
  });

  it("judges by the exact limits where few are expected", () => {
    const few = cChart([...Array(12).fill(3), 9], {baseline: 12});
    expect(few.points[12]?.outside).toBe("above");
    expect(chartSignals(few).outside).toEqual([]);
  });

  it("cannot tell from a handful of points", () => {
    expect(chartSignals(cChart([3, 4, 5])).any).toBeNull();
    expect(chartSignals(cChart([])).any).toBeNull();
  });

  it("says the same of a series whatever the missing months in it", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), {minLength: 12, maxLength: 30}), fc.nat(29), (counts, at) => {
        const gap = [...counts.slice(0, at), null, ...counts.slice(at)];
        expect(chartSignals(cChart(gap)).any).toBe(chartSignals(cChart(counts)).any);
      }),
    );
  });
});
