import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rankDistribution} from "../../../pipeline/measure/statistics/rank-distribution.ts";
import {seededRandom} from "../../../pipeline/measure/statistics/seeded-random.ts";
import {slowBeta} from "./slow.ts";

function expectMatrix(actual: readonly (readonly number[])[], expected: readonly (readonly number[])[], error: number) {
  actual.forEach((row, i) => {
    row.forEach((p, r) => {
      expect(Math.abs(p - (expected[i]?.[r] ?? Number.NaN)), `${i} ${r}: ${p}`).toBeLessThanOrEqual(error);
    });
  });
}

const top3 = (row: readonly number[] | undefined) => (row ?? []).slice(0, 3).reduce((sum, p) => sum + p, 0);

describe("rankDistribution", () => {
  it("says of sixty reports in ten categories what 40 000 draws say", () => {
    const ranks = rankDistribution([14, 11, 9, 8, 6, 5, 3, 2, 1, 1]);
    expect(ranks[0]?.[0]).toBeCloseTo(0.62, 2);
    expect(top3(ranks[2])).toBeCloseTo(0.57, 2);
    expect(top3(ranks[3])).toBeCloseTo(0.41, 2);
  });

  it("is a race of exponentials when nothing was counted: closed form", () => {
    const exposures = [1, 2.5, 7];
    const prior = {shape: 1, rate: 0};
    const expected = exposures.map(() => [0, 0, 0]);
    for (const [i, j, k] of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const) {
      const [a = 1, b = 1, c = 1] = [exposures[i], exposures[j], exposures[k]];
      const chance = (a / (a + b + c)) * (b / (b + c));
      for (const [unit, rank] of [
        [i, 2],
        [j, 1],
        [k, 0],
      ] as const) {
        const row = expected[unit] ?? [];
        row[rank] = (row[rank] ?? 0) + chance;
      }
    }
    expectMatrix(rankDistribution([0, 0, 0], {exposures, prior}), expected, 1e-11);
  });

  it("is an exact binomial sum for two units with whole shapes", () => {
    for (const [one, other] of [
      [3, 5],
      [40, 22],
      [0, 9],
    ] as const) {
      const first = slowBeta(1, 2, other + 1, one + 1);
      const ranks = rankDistribution([one, other], {prior: {shape: 1, rate: 0}});
      expectMatrix(
        ranks,
        [
          [first, 1 - first],
          [1 - first, first],
        ],
        1e-11,
      );
    }
  });

  it("agrees with SciPy's adaptive quadrature of the definition, unequal exposures", () => {
    // scipy 1.17.1: integrate.quad of gamma.pdf times the convolution of the others' gamma.sf, on ln x.
    const [counts, exposures] = [
      [5, 2, 0, 9],
      [10, 3, 2.5, 30],
    ];
    const jeffreys = [
      [0.2921961, 0.4917408, 0.17855263, 0.03751046],
      [0.61963546, 0.2212929, 0.11911348, 0.03995816],
      [0.05633654, 0.08229132, 0.11211521, 0.74925693],
      [0.03183189, 0.20467498, 0.59021867, 0.17327445],
    ];
    const informed = [
      [0.20708013, 0.43735728, 0.27320434, 0.08235826],
      [0.60598704, 0.23665925, 0.11063334, 0.04672037],
      [0.17688344, 0.2394371, 0.2581899, 0.32548956],
      [0.01004939, 0.08654638, 0.35797242, 0.54543181],
    ];
    expectMatrix(rankDistribution(counts, {exposures}), jeffreys, 1e-8);
    expectMatrix(rankDistribution(counts, {exposures, prior: {shape: 2.2, rate: 1.5}}), informed, 1e-8);
  });

  it("agrees with 40 000 draws of sums of exponentials", () => {
    const [counts, exposures, draws] = [[2, 6, 4, 11, 7], [1, 2, 2, 3, 2.2], 40_000];
    const random = seededRandom(5);
    const seen = counts.map(() => counts.map(() => 0));
    for (let draw = 0; draw < draws; draw++) {
      const rates = counts.map((count, i) => {
        let gamma = 0;
        for (let k = 0; k <= count; k++) gamma -= Math.log1p(-random());
        return gamma / (exposures[i] ?? 1);
      });
      rates.forEach((own, i) => {
        const rank = rates.filter((rate) => rate > own).length;
        const row = seen[i] ?? [];
        row[rank] = (row[rank] ?? 0) + 1 / draws;
      });
    }
    const ranks = rankDistribution(counts, {exposures, prior: {shape: 1, rate: 0}});
    ranks.forEach((row, i) => {
      row.forEach((p, r) => {
        const error = 4 * Math.sqrt((p * (1 - p)) / draws) + 1e-4;
        expect(Math.abs(p - (seen[i]?.[r] ?? 0))).toBeLessThan(error);
      });
    });
  });

  it("shares ranks evenly among equals, also twenty large ones", () => {
    for (const count of [0, 4, 3000]) {
      const ranks = rankDistribution(Array(20).fill(count));
      expectMatrix(
        ranks,
        ranks.map((row) => row.map(() => 1 / 20)),
        1e-9,
      );
    }
    expect(rankDistribution([3, 9], {prior: {shape: Infinity, rate: Infinity}})).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(rankDistribution([3])).toEqual([[1]]);
  });

  const units = fc.array(fc.tuple(fc.nat(200), fc.integer({min: 1, max: 20})), {minLength: 2, maxLength: 9});

  it("sums to 1 for every unit and every rank, and follows its units about", () => {
    fc.assert(
      fc.property(units, (drawn) => {
        const [counts, exposures] = [drawn.map(([y]) => y), drawn.map(([, e]) => e)];
        const ranks = rankDistribution(counts, {exposures});
        counts.forEach((_, r) => {
          const column = ranks.reduce((sum, row) => sum + (row[r] ?? 0), 0);
          expect(Math.abs(column - 1)).toBeLessThan(1e-9);
        });
        const turned = rankDistribution(counts.toReversed(), {exposures: exposures.toReversed()});
        expectMatrix(turned.toReversed(), ranks, 1e-9);
        const scaled = rankDistribution(counts, {exposures: exposures.map((e) => e * 37)});
        expectMatrix(scaled, ranks, 1e-9);
      }),
      {numRuns: 40},
    );
  });

  it("is more surely first with one more event", () => {
    fc.assert(
      fc.property(units, (drawn) => {
        const counts = drawn.map(([y]) => y);
        const more = counts.map((y, i) => (i === 0 ? y + 1 : y));
        expect(rankDistribution(more)[0]?.[0]).toBeGreaterThanOrEqual((rankDistribution(counts)[0]?.[0] ?? 0) - 1e-10);
      }),
      {numRuns: 30},
    );
  });

  it("refuses what is not counts, exposures or a prior", () => {
    expect(() => rankDistribution([-1, 2])).toThrow(new Error("argument: count -1"));
    expect(() => rankDistribution([1, 2], {exposures: [1]})).toThrow(new Error("argument: number of exposures 1"));
    expect(() => rankDistribution([1, 2], {prior: {shape: 0, rate: 0}})).toThrow(new Error("argument: shape 0"));
  });
});
