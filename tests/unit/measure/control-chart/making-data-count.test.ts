import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {makingDataCount} from "../../../../pipeline/measure/statistics/control-chart/making-data-count.ts";

const base = [10, 12, 11, 13, 9, 10, 12, 11, 9, 13, 10, 12];

function signalsOf(chart: ReturnType<typeof makingDataCount>) {
  return chart.points.map(({signal}) => (signal ? `${signal.rule} ${signal.direction}` : ""));
}

/** The four rules by their text, over plain lists of mean and limits: for every window, does the rule hold in it? */
function slowRules(values: readonly number[], {mean, range}: {mean: number; range: number}): string[][] {
  const held = values.map(() => new Set<string>());
  const near = (value: number) => Math.abs(value - mean) > (2.66 * 2 * range) / 3;
  const out = (value: number) => Math.abs(value - mean) > 2.66 * range;
  const mark = (rule: string, indices: readonly number[]) => {
    for (const i of indices) held[i]?.add(rule);
  };
  values.forEach((value, i) => {
    if (out(value)) mark("outside", [i]);
    const three = [i, i + 1, i + 2].filter((k) => k < values.length);
    const seven = Array.from({length: 7}, (_, k) => i + k).filter((k) => k < values.length);
    const at = (k: number) => values[k] ?? 0;
    const allAbove = (indices: readonly number[]) => indices.every((k) => at(k) > mean);
    const allBelow = (indices: readonly number[]) => indices.every((k) => at(k) < mean);
    if (three.length === 3 && (allAbove(three) || allBelow(three))) {
      const close = three.filter((k) => near(at(k)) && !out(at(k)));
      if (close.length >= 2) mark("two-of-three", close);
    }
    if (seven.length < 7) return;
    if (allAbove(seven) || allBelow(seven)) mark("one-side", seven);
    const rises = seven.slice(1).every((k) => at(k) > at(k - 1));
    const falls = seven.slice(1).every((k) => at(k) < at(k - 1));
    if (rises || falls) mark("trend", seven);
  });
  return held.map((rules) => ["outside", "trend", "two-of-three", "one-side"].filter((rule) => rules.has(rule)));
}

describe("makingDataCount", () => {
  it("flags a point outside the limits, strictly", () => {
    const chart = makingDataCount([...base, 40], {baseline: 12, good: "low"});
    expect(chart.points[12]).toMatchObject({signal: {rule: "outside", direction: "high"}, variation: "concern"});
    // Mean 2, ranges 1: limits 2 ± 2.66; a point exactly at 4.66 is not outside but close.
    const exact = makingDataCount([1.5, 2.5, 1.5, 2.5, 1.5, 2.5, 1.5, 2.5, 4.66], {baseline: 8});
    expect(exact.points[8]?.outside).toBeNull();
    expect(exact.points[8]?.close).toBe(true);
  });

  it("flags the close ones of two in three, all three on the same side", () => {
    // Baseline mean 0 and average range 1: close beyond 1.7733, outside beyond 2.66.
    const flat = [0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5];
    const following = (...tail: number[]) => signalsOf(makingDataCount([...flat, ...tail], {baseline: 12})).slice(12);
    expect(following(2, 1, 2)).toEqual(["two-of-three high", "", "two-of-three high"]);
    expect(following(2, 2, 1)).toEqual(["two-of-three high", "two-of-three high", ""]);
    expect(following(2, 2, -1)).toEqual(["", "", ""]);
    expect(following(2, 0, 2)).toEqual(["", "", ""]);
    expect(following(-2, -2, -0.1)).toEqual(["two-of-three low", "two-of-three low", ""]);
    // One outside does not count as close: one close is too few.
    expect(following(2, 3, 1)).toEqual(["", "outside high", ""]);
    expect(following(1.7, 1.7, 1)).toEqual(["", "", ""]);
  });

  it("flags seven on one side; a point on the mean breaks it", () => {
    const flat = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];
    const following = (...tail: number[]) => signalsOf(makingDataCount([...flat, ...tail], {baseline: 12})).slice(12);
    expect(following(1, 2, 1, 2, 1, 2, 1)).toEqual(Array(7).fill("one-side high"));
    expect(following(1, 2, 1, 2, 1, 2)).toEqual(Array(6).fill(""));
    expect(following(1, 2, 1, 0, 2, 1, 2, 1)).toEqual(Array(8).fill(""));
  });

  it("flags seven rising or falling; a tie breaks it", () => {
    const flat = [5, -5, 5, -5, 5, -5, 5, -5, 5, -5, 5, -5];
    const following = (...tail: number[]) => signalsOf(makingDataCount([...flat, ...tail], {baseline: 12})).slice(12);
    expect(following(-3, -2, -1, 0, 1, 2)).toEqual([
      "trend high",
      "trend high",
      "trend high",
      "trend high",
      "trend high",
      "trend high",
    ]);
    expect(following(-3, -2, -1, -1, 0, 1, 2)).toEqual(Array(7).fill(""));
    expect(following(5, 4, 3, 2, 1, 0, -1)).toEqual([...Array(7).fill("trend low")]);
  });

  it("gives a peak that two trends share to the one that follows", () => {
    const mountain = [0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0];
    const flat = Array.from({length: 12}, (_, i) => (i % 2 === 0 ? 10 : -4));
    const signals = signalsOf(makingDataCount([...flat, ...mountain], {baseline: 12})).slice(12);
    expect(signals).toEqual([...Array(6).fill("trend high"), ...Array(7).fill("trend low")]);
  });

  it("puts outside before trend before two of three before one side", () => {
    const flat = [0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5];
    const tail = [0.1, 0.6, 1.1, 1.6, 2.1, 2.5, 3, 2, 2.2];
    const chart = makingDataCount([...flat, ...tail], {baseline: 12});
    expect(signalsOf(chart).slice(12)).toEqual([
      ...Array(6).fill("trend high"),
      "outside high",
      "two-of-three high",
      "two-of-three high",
    ]);
    expect(chart.points[17]?.rules).toEqual(["trend", "two-of-three", "one-side"]);
    expect(chart.points[18]?.rules).toEqual(["outside", "trend", "one-side"]);
  });

  it("turns direction into improvement and concern", () => {
    const low = [...base, 1];
    const variation = (good: "high" | "low" | "neither") => makingDataCount(low, {baseline: 12, good}).variation;
    expect([variation("high"), variation("low"), variation("neither")]).toEqual([
      "concern",
      "improvement",
      "neutral-low",
    ]);
    expect(makingDataCount(base).variation).toBe("common-cause");
    // A falling trend high above the mean is low, by its direction.
    const falling = makingDataCount([...base, 14.9, 14.8, 14.7, 14.6, 14.5, 14.4, 14.3], {baseline: 12, good: "low"});
    expect(falling.variation).toBe("improvement");
  });

  it("says what the limits say of a target", () => {
    const assurance = (target: number, good: "high" | "low" | "neither" = "high") =>
      makingDataCount(base, {target, good}).assurance;
    expect([assurance(30), assurance(1), assurance(11)]).toEqual([
      "consistently-failing",
      "consistently-passing",
      "hit-and-miss",
    ]);
    expect([assurance(30, "low"), assurance(1, "low"), assurance(30, "neither")]).toEqual([
      "consistently-passing",
      "consistently-failing",
      null,
    ]);
    expect(makingDataCount(base, {good: "high"}).assurance).toBeNull();
    expect(makingDataCount([1, 2], {good: "high", target: 9}).assurance).toBeNull();
    // The limits of the last phase count.
    const rebased = [...base, ...base.map((value) => value + 50)];
    const options = {good: "high", target: 30, rebases: [{from: 12, reason: "ny kanal"}]} as const;
    expect(makingDataCount(rebased, options).assurance).toBe("consistently-passing");
  });

  it("is skipped by a missing month in runs and two of three, and broken by it in trends", () => {
    const flat = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];
    const following = (...tail: (number | null)[]) =>
      signalsOf(makingDataCount([...flat, ...tail], {baseline: 12})).slice(12);
    expect(following(1, 2, 1, null, 2, 1, 2, 1)).toEqual([
      "one-side high",
      "one-side high",
      "one-side high",
      "",
      ...Array(4).fill("one-side high"),
    ]);
    expect(following(-3, -2, -1, null, 0, 1, 2, 3)).toEqual(Array(8).fill(""));
    expect(following(4, null, 4.5, 1)).toEqual(["two-of-three high", "", "two-of-three high", ""]);
    const missing = makingDataCount([...base, 30, null], {baseline: 12});
    expect(missing.points[13]).toMatchObject({value: null, side: null, signal: null, variation: null});
    expect(missing.variation).toBe("neutral-high");
  });

  it("starts its rules anew at a rebase", () => {
    const six = [11.1, 11.2, 11.1, 11.2, 11.1, 11.2];
    const flat = [12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10];
    const series = [...flat, ...six, ...six];
    const isOneSided = (chart: ReturnType<typeof makingDataCount>) =>
      signalsOf(chart).some((signal) => signal.startsWith("one-side"));
    expect(isOneSided(makingDataCount(series, {rebases: [{from: 18, reason: "brot"}]}))).toBe(false);
    expect(isOneSided(makingDataCount(series))).toBe(true);
  });

  it("says nothing where nothing varies, and of nothing", () => {
    expect(makingDataCount(Array(15).fill(3), {screen: true})).toMatchObject({variation: "common-cause"});
    expect(signalsOf(makingDataCount(Array(15).fill(0.1)))).toEqual(Array(15).fill(""));
    expect(makingDataCount([])).toMatchObject({points: [], variation: null, assurance: null});
  });

  it("finds what the rules find when each window is looked at by itself", () => {
    const values = fc.array(fc.integer({min: -6, max: 6}), {minLength: 7, maxLength: 36});
    fc.assert(
      fc.property(values, (series) => {
        // A trend is likelier where the values add up.
        const drifting = series.map((value, i) => value + Math.max(0, i - 14));
        const chart = makingDataCount(drifting);
        const [phase] = chart.phases;
        const expected = slowRules(drifting, {mean: phase?.centre ?? 0, range: phase?.averageRange ?? 0});
        expect(chart.points.map(({rules}) => rules)).toEqual(expected);
      }),
      {numRuns: 300},
    );
  });

  it("is the same in another unit and mirrored upside down", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -9, max: 9}), {minLength: 7, maxLength: 30}), (series) => {
        const here = makingDataCount(series);
        const turned = makingDataCount(series.map((value) => -2 * value));
        expect(turned.points.map(({rules}) => rules)).toEqual(here.points.map(({rules}) => rules));
      }),
    );
  });
});
