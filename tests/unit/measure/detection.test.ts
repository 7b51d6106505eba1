import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  detectability,
  detectionChance,
  smallestVisibleReduction,
} from "../../../pipeline/measure/statistics/detection.ts";
import {effectVerdict} from "../../../pipeline/measure/statistics/effect.ts";
import {periodRatio} from "../../../pipeline/measure/statistics/period-ratio.ts";
import {poissonQuantile} from "../../../pipeline/measure/statistics/poisson.ts";
import {seededRandom} from "../../../pipeline/measure/statistics/seeded-random.ts";
import {poissonProbabilities} from "./slow.ts";

const yearly = (reports: number) => ({rate: reports / 12, before: 12, reduction: 0.5});

describe("detectionChance", () => {
  it("is what 4 000 simulations said of halving 14 and 72 reports a year", () => {
    for (const [reports, after, chance] of [
      [14, 6, 0.18],
      [14, 12, 0.27],
      [72, 6, 0.78],
      [72, 12, 0.93],
    ] as const) {
      const exact = detectionChance({...yearly(reports), after, analysis: "betinga"});
      expect(Math.abs(exact - chance)).toBeLessThan(0.0075 + 3 * Math.sqrt((chance * (1 - chance)) / 4000));
    }
  });

  it("is the double sum of the verdict over both counts", () => {
    for (const [before, after, reduction] of [
      [12, 12, 0.5],
      [12, 6, 0.4],
      [6, 9, -0.5],
    ] as const) {
      const rate = 2.5;
      const earlier = poissonProbabilities(rate * before, 80);
      const later = poissonProbabilities(rate * after * (1 - reduction), 90);
      let sum = 0;
      for (const [x, p] of earlier.entries())
        for (const [y, q] of later.entries()) {
          const {lower, upper} = periodRatio(x, y, {exposureBefore: before, exposureNow: after});
          if (reduction > 0 ? upper < 1 : lower > 1) sum += p * q;
        }
      expect(detectionChance({rate, before, after, reduction, analysis: "gamma"})).toBeCloseTo(sum, 9);
    }
  });

  it("is within 0.03 of the verdict on simulated series", () => {
    const [rate, before, after, reduction, series] = [12, 24, 12, 0.55, 700];
    const random = seededRandom(8);
    let seen = 0;
    for (let run = 0; run < series; run++) {
      const counts = Array.from({length: before + after}, (_, t) =>
        poissonQuantile(random(), t < before ? rate : rate * (1 - reduction)),
      );
      if (effectVerdict({counts, before, counted: "prosessmaal", better: "ned"}).verdict === "betring_paavist") seen++;
    }
    const chance = detectionChance({rate, before, after, reduction});
    expect(Math.abs(seen / series - chance)).toBeLessThan(0.03 + 2 * Math.sqrt((chance * (1 - chance)) / series));
  });

  it("rises with the reduction and the rate, and falls with the dispersion", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.5, max: 12, noNaN: true}),
        fc.double({min: 0.05, max: 0.85, noNaN: true}),
        fc.constantFrom("gamma" as const, "segmentert" as const),
        (rate, reduction, analysis) => {
          const question = {rate, before: 12, after: 12, reduction, analysis};
          const chance = detectionChance(question);
          expect(detectionChance({...question, reduction: reduction + 0.1})).toBeGreaterThanOrEqual(chance - 1e-12);
          expect(detectionChance({...question, dispersion: 4})).toBeLessThanOrEqual(chance + 0.02);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        },
      ),
      {numRuns: 25},
    );
  });

  it("is hardly ever right about nothing", () => {
    for (const analysis of ["gamma", "betinga", "nivaa", "segmentert"] as const)
      expect(detectionChance({rate: 6, before: 12, after: 12, reduction: 0, analysis})).toBeLessThan(0.03);
  });

  it("refuses what is not a rate, periods or a reduction", () => {
    expect(() => detectionChance({...yearly(14), rate: 0, after: 6})).toThrow(new Error("argument: rate 0"));
    expect(() => detectionChance({...yearly(14), after: 0})).toThrow(new Error("argument: periods 0"));
    expect(() => detectionChance({...yearly(14), reduction: 1.2, after: 6})).toThrow(
      new Error("argument: reduction 1.2"),
    );
  });
});

describe("smallestVisibleReduction", () => {
  it("is where the chance is 0.8", () => {
    const question = {rate: 6, before: 12, after: 12, analysis: "gamma" as const};
    const smallest = smallestVisibleReduction(question) ?? 0;
    expect(detectionChance({...question, reduction: smallest})).toBeCloseTo(0.8, 3);
  });

  it("is null when not even the end of all reports would be seen", () => {
    expect(smallestVisibleReduction({rate: 0.1, before: 12, after: 6, analysis: "gamma"})).toBeNull();
  });
});

describe("detectability", () => {
  it("advises a process measure for 14 reports a year, and lets 72 be counted", () => {
    const few = detectability({...yearly(14), analysis: "gamma"});
    expect(few.advice).toBe("vel_prosessmaal");
    expect(few.chances.map(({after}) => after)).toEqual([6, 12, 24]);
    expect(few.smallestReduction).toBeGreaterThan(0.6);
    expect(detectability({...yearly(72), analysis: "gamma"}).advice).toBe("tel_meldingar");
  });
});
