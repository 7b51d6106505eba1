import {describe, expect, it} from "vitest";
import {type EffectQuestion, effectPlan, effectVerdict} from "../../../pipeline/measure/statistics/effect.ts";
import {gammaRatio, gammaRatioOfRatios} from "../../../pipeline/measure/statistics/gamma-ratio.ts";
import {periodRatio} from "../../../pipeline/measure/statistics/period-ratio.ts";
import {expectRelative} from "./slow.ts";

const flat = (value: number, periods: number): number[] => Array(periods).fill(value);
const steady = (rate: number, periods: number): number[] =>
  Array.from({length: periods}, (_, index) => rate + ([0, 2, -1, 1, -2, 0][index % 6] ?? 0));

function ask(question: Partial<EffectQuestion> & Pick<EffectQuestion, "counts" | "before">) {
  return effectVerdict({counted: "prosessmaal", better: "ned", ...question});
}

describe("effectPlan", () => {
  it("models a trend only where it cannot be a season", () => {
    expect(effectPlan(14, 12)).toEqual({method: "segmentert", matched: false, weak: null});
    expect(effectPlan(12, 12)).toEqual({method: "gamma", matched: true, weak: null});
    expect(effectPlan(30, 6)).toEqual({method: "gamma", matched: true, weak: null});
    expect(effectPlan(10, 30)).toEqual({method: "nivaa", matched: false, weak: "aarstid"});
    expect(effectPlan(12, 2)).toEqual({method: "gamma", matched: true, weak: "for_kort"});
  });

  it("needs less where there is no season", () => {
    const plans = [
      [12, 12],
      [8, 30],
      [7, 30],
      [2, 2],
    ].map(([a = 0, b = 0]) => effectPlan(a, b, {seasonal: false}));
    expect(plans.map(({method}) => method)).toEqual(["segmentert", "nivaa", "gamma", "gamma"]);
    expect(plans.map(({weak}) => weak)).toEqual([null, null, null, "for_kort"]);
    expect(effectPlan(6, 3, {periodsPerYear: 1}).weak).toBeNull();
  });
});

describe("effectVerdict", () => {
  it("shows a large fall in a process measure, and the same the other way", () => {
    const fall = {counts: [...steady(200, 24), ...steady(90, 24)], before: 24};
    expect(ask(fall)).toMatchObject({verdict: "betring_paavist", method: "segmentert", reason: null});
    expect(ask(fall).effect?.ratio).toBeCloseTo(0.45, 1);
    expect(ask({...fall, better: "opp"}).verdict).toBe("forverring");
    expect(ask({counts: fall.counts.toReversed(), before: 24, better: "opp"}).verdict).toBe("betring_paavist");
  });

  it("never calls fewer reports an improvement, nor a change nobody has given a direction", () => {
    const fall = {counts: [...steady(200, 24), ...steady(90, 24)], before: 24};
    expect(ask({...fall, counted: "meldingar"}).verdict).toBe("endring");
    const {better: _, ...undeclared} = {...fall, counted: "prosessmaal" as const, better: "ned"};
    expect(effectVerdict(undeclared).verdict).toBe("endring");
  });

  it("cannot decide a fall that was under way before the decision", () => {
    const falling = Array.from({length: 48}, (_, t) => Math.round(400 * 0.97 ** t));
    expect(ask({counts: falling, before: 24}).verdict).toBe("kan_ikkje_avgjerast");
  });

  it("finds nothing in a season", () => {
    const season = Array.from({length: 36}, (_, t) => Math.round(100 + 40 * Math.sin((2 * Math.PI * t) / 12)));
    expect(ask({counts: season, before: 18}).verdict).toBe("kan_ikkje_avgjerast");
  });

  it("is the ratio of two sums when there are few periods", () => {
    const {method, effect} = ask({counts: [20, 21, 20, 12, 11, 12], before: 3, seasonal: false});
    // Student's 97.5 % quantile with 4 degrees is 2.7764, which a normal variable passes with probability 0.00275.
    const expected = periodRatio(61, 35, {level: 1 - 2 * 0.0027485});
    expect(method).toBe("gamma");
    expectRelative(effect?.ratio ?? 0, expected.ratio, 1e-10);
    expectRelative(effect?.upper ?? 0, expected.upper, 1e-4);
    const scattered = ask({counts: [2, 50, 9, 1, 30, 4], before: 3, seasonal: false}).effect;
    expect(Math.log((scattered?.upper ?? 0) / (scattered?.lower ?? 1))).toBeGreaterThan(
      2 * Math.log(expected.upper / expected.lower),
    );
  });

  it("falls back to two sums when a side holds nothing but zeros", () => {
    const {method, verdict, effect} = ask({counts: [...steady(9, 14), ...flat(0, 14)], before: 14});
    expect({method, verdict}).toEqual({method: "gamma", verdict: "betring_paavist"});
    expect(effect?.upper).toBeLessThan(0.1);
    expect(ask({counts: flat(0, 30), before: 15}).verdict).toBe("kan_ikkje_avgjerast");
  });

  it("says truleg when only the 80 % interval leaves out 1", () => {
    const {verdict, effect, likely} = ask({counts: [20, 20, 20, 14, 14, 14], before: 3, seasonal: false});
    expect(verdict).toBe("truleg_betring");
    expect(effect?.upper).toBeGreaterThan(1);
    expect(likely?.upper).toBeLessThan(1);
    expect(ask({counts: [14, 14, 14, 20, 20, 20], before: 3, seasonal: false}).verdict).toBe("kan_ikkje_avgjerast");
  });

  it("compares a short time after with the same months of the year before", () => {
    const year = [40, 10, 12, 9, 11, 10, 12, 8, 30, 32, 35, 38];
    const quiet = ask({counts: [...year, ...year.slice(0, 6)], before: 12});
    expectRelative(quiet.effect?.ratio ?? 0, 1, 1e-10);
    expect(
      ask({counts: [...year, ...year.slice(0, 6).map((count) => Math.round(count / 4))], before: 12}),
    ).toMatchObject({
      verdict: "betring_paavist",
      method: "gamma",
      reason: null,
    });
  });

  it("says no more than truleg while a season may look like an effect, or the scatter is not seen", () => {
    const fall = {counts: [40, 41, 40, 39, 10, 11, 9, 10], before: 4};
    expect(ask(fall)).toMatchObject({verdict: "truleg_betring", reason: "aarstid"});
    expect(ask({...fall, better: "opp"}).verdict).toBe("kan_ikkje_avgjerast");
    expect(ask({...fall, counted: "meldingar"}).verdict).toBe("kan_ikkje_avgjerast");
    expect(ask({...fall, seasonal: false})).toMatchObject({verdict: "betring_paavist", reason: null});
    expect(ask({counts: [400, 100], before: 1, seasonal: false})).toMatchObject({
      verdict: "truleg_betring",
      reason: "for_kort",
    });
  });

  it("cuts the series at breaks and says how much is left out", () => {
    const counts = [...steady(500, 12), ...steady(200, 14), ...steady(90, 14), ...flat(0, 6)];
    const cut = ask({counts, before: 26, breaks: [12, 40]});
    expect(cut).toMatchObject({verdict: "betring_paavist", method: "segmentert", cutByBreak: 18});
    expect(cut.effect?.ratio).toBeCloseTo(0.45, 1);
    expect(ask({counts, before: 26, breaks: [26]})).toMatchObject({
      verdict: "kan_ikkje_avgjerast",
      reason: "brot",
      effect: null,
    });
  });

  it("does not take a missing delivery for zero", () => {
    const counts = [...steady(200, 24), ...steady(200, 24)];
    const holes = counts.map((count, index) => (index > 30 && index < 36 ? null : count));
    expect(ask({counts: holes, before: 24}).verdict).toBe("kan_ikkje_avgjerast");
    expect(ask({counts: [5, 6, null, null], before: 2})).toMatchObject({reason: "for_kort", method: null});
  });

  it("divides by a control series, whose own fall takes the effect away", () => {
    const counts = [...steady(200, 24), ...steady(90, 24)];
    const same = ask({counts, before: 24, control: {counts}});
    expectRelative(same.effect?.ratio ?? 0, 1, 1e-10);
    expect(same.verdict).toBe("kan_ikkje_avgjerast");
    const stable = ask({counts, before: 24, control: {counts: [...steady(300, 24), ...steady(300, 24)]}});
    expect(stable.verdict).toBe("betring_paavist");
    const alone = ask({counts, before: 24}).effect;
    expect(Math.log((stable.effect?.upper ?? 0) / (stable.effect?.lower ?? 1))).toBeGreaterThan(
      Math.log((alone?.upper ?? 0) / (alone?.lower ?? 1)),
    );
    const short = {counts: [20, 21, 20, 12, 11, 12], before: 3};
    expect(ask({...short, control: short}).effect?.ratio).toBeCloseTo(1, 9);
  });

  it("reads the same rates with exposures", () => {
    const counts = [...steady(200, 24), ...steady(180, 24)];
    const doubled = counts.map((_, index) => (index < 24 ? 1 : 2));
    expect(ask({counts, before: 24, exposures: doubled}).verdict).toBe("betring_paavist");
  });

  it("refuses a decision outside the series", () => {
    expect(() => ask({counts: [1, 2], before: 2})).toThrow(new Error("argument: number of periods before 2"));
  });
});

describe("gammaRatioOfRatios", () => {
  const pair = {shapeBefore: 41.5, shapeAfter: 20.5, rateBefore: 12, rateAfter: 10};
  const control = {shapeBefore: 30.5, shapeAfter: 33.5, rateBefore: 12, rateAfter: 10};

  it("agrees with adaptive quadrature of the convolution", () => {
    // scipy 1.17.1: brentq on integrate.quad of beta.cdf times beta.pdf on the log odds.
    const {lower, ratio, upper} = gammaRatioOfRatios(pair, control);
    expectRelative(lower, 0.21250909625343317, 1e-8);
    expectRelative(ratio, 0.44461169185811017, 1e-8);
    expectRelative(upper, 0.9124385834209163, 1e-8);
  });

  it("turns over when the two change places, and is the ratio itself against a huge control", () => {
    const [there, back] = [gammaRatioOfRatios(pair, control), gammaRatioOfRatios(control, pair)];
    expectRelative(there.lower * back.upper, 1, 1e-9);
    const sure = {shapeBefore: 1e8, shapeAfter: 1e8, rateBefore: 1, rateAfter: 1};
    expectRelative(gammaRatioOfRatios(pair, sure).upper, gammaRatio(pair).upper, 1e-4);
  });
});
