import {describe, expect, it} from "vitest";
import {type EffectQuestion, effectMethod, effectVerdict} from "../../../pipeline/measure/statistics/effect.ts";
import {gammaRatio, gammaRatioOfRatios} from "../../../pipeline/measure/statistics/gamma-ratio.ts";
import {periodRatio} from "../../../pipeline/measure/statistics/period-ratio.ts";
import {expectRelative} from "./slow.ts";

const flat = (value: number, periods: number): number[] => Array(periods).fill(value);
const steady = (rate: number, periods: number): number[] =>
  Array.from({length: periods}, (_, index) => rate + ([0, 2, -1, 1, -2, 0][index % 6] ?? 0));

function ask(question: Partial<EffectQuestion> & Pick<EffectQuestion, "counts" | "before">) {
  return effectVerdict({counted: "prosessmaal", better: "ned", ...question});
}

describe("effectMethod", () => {
  it("follows how many periods there are on the shorter side", () => {
    expect(
      [
        [12, 12],
        [40, 11],
        [8, 30],
        [7, 30],
        [1, 1],
      ].map(([a = 0, b = 0]) => effectMethod(a, b)),
    ).toEqual(["segmentert", "nivaa", "nivaa", "gamma", "gamma"]);
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
    const {method, effect} = ask({counts: [20, 21, 20, 12, 11, 12], before: 3});
    const expected = periodRatio(61, 35);
    expect(method).toBe("gamma");
    expectRelative(effect?.ratio ?? 0, expected.ratio, 1e-10);
    expectRelative(effect?.upper ?? 0, expected.upper, 1e-10);
    const scattered = ask({counts: [2, 50, 9, 1, 30, 4], before: 3}).effect;
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
    const {verdict, effect, likely} = ask({counts: [20, 20, 20, 14, 14, 14], before: 3});
    expect(verdict).toBe("truleg_betring");
    expect(effect?.upper).toBeGreaterThan(1);
    expect(likely?.upper).toBeLessThan(1);
    expect(ask({counts: [14, 14, 14, 20, 20, 20], before: 3}).verdict).toBe("kan_ikkje_avgjerast");
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
