import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {pareto} from "../../../pipeline/measure/statistics/pareto.ts";
import {wilsonInterval} from "../../../pipeline/measure/statistics/share-interval.ts";

describe("pareto", () => {
  it("sorts from the most, ties as they came, and counts up to 80 %", () => {
    const {rows, total, vitalFew} = pareto([5, 20, 5, 60, 10]);
    expect(total).toBe(100);
    expect(rows.map(({index}) => index)).toEqual([3, 1, 4, 0, 2]);
    expect(rows.map(({cumulative}) => cumulative)).toEqual([0.6, 0.8, 0.9, 0.95, 1]);
    expect(vitalFew).toBe(2);
    expect(rows.map(({isVital}) => isVital)).toEqual([true, true, false, false, false]);
    expect(rows[0]).toMatchObject({count: 60, share: 0.6, interval: wilsonInterval(60, 100)});
  });

  it("puts what is no category last, whatever its size, and counts it in the total", () => {
    const {rows, vitalFew} = pareto([50, 30, 20], {last: [0]});
    expect(rows.map(({index, cumulative}) => [index, cumulative])).toEqual([
      [1, 0.3],
      [2, 0.5],
      [0, 1],
    ]);
    expect(vitalFew).toBe(3);
    expect(rows[2]?.rank).toBeNull();
    expect(pareto([9], {last: [0]}).rows[0]?.rank).toBeNull();
  });

  it("gives ranks that overlap where the order is not known", () => {
    const {rows} = pareto([400, 31, 30, 29, 2]);
    expect(rows.map(({rank}) => rank)).toEqual([
      {lower: 1, upper: 1},
      {lower: 2, upper: 4},
      {lower: 2, upper: 4},
      {lower: 2, upper: 4},
      {lower: 5, upper: 5},
    ]);
  });

  it("has no shares of nothing", () => {
    expect(pareto([])).toEqual({rows: [], total: 0, vitalFew: 0});
    const {rows, vitalFew} = pareto([0, 0]);
    expect(vitalFew).toBe(0);
    expect(rows[0]).toMatchObject({index: 0, share: null, cumulative: null, interval: null});
    expect(rows[0]?.rank).toEqual({lower: 1, upper: 2});
  });

  it("holds the vital share with the fewest rows, and every row once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(99), {minLength: 1, maxLength: 12}),
        fc.integer({min: 1, max: 100}),
        (counts, percent) => {
          const {rows, total, vitalFew} = pareto(counts, {vitalShare: percent / 100});
          expect(rows.map(({index}) => index).toSorted((a, b) => a - b)).toEqual(counts.map((_, i) => i));
          if (total === 0) return;
          const top = (k: number) => rows.slice(0, k).reduce((sum, {count}) => sum + count, 0);
          expect(top(vitalFew) * 100).toBeGreaterThanOrEqual(percent * total);
          expect(top(vitalFew - 1) * 100).toBeLessThan(percent * total);
          expect(rows.at(-1)?.cumulative).toBe(1);
        },
      ),
      {numRuns: 50},
    );
  });

  it("refuses parts of reports", () => {
    expect(() => pareto([1.5])).toThrow(new Error("argument: count 1.5"));
    expect(() => pareto([1], {vitalShare: 0})).toThrow(new Error("argument: vital share 0"));
  });
});
