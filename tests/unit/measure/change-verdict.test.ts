import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {changeVerdict} from "../../../pipeline/measure/statistics/change-verdict.ts";
import {poissonProbabilities, slowHalfBetaAtOdds} from "./slow.ts";

const counts = fc.nat(400);

function falseVerdicts(mean: number): number {
  const probabilities = poissonProbabilities(mean, Math.ceil(mean + 8 * Math.sqrt(mean) + 10));
  return probabilities
    .flatMap((before, i) => probabilities.map((now, j) => (changeVerdict(i, j) === "uviss" ? 0 : before * now)))
    .reduce((sum, share) => sum + share, 0);
}

describe("changeVerdict", () => {
  it("says what a quadrature of the posterior says about 41 reports and its near halving", () => {
    expect(slowHalfBetaAtOdds(1, 20, 41)).toBeGreaterThan(0.995);
    expect(changeVerdict(41, 20)).toBe("nedgang");
    expect(changeVerdict(20, 41)).toBe("auke");
    expect(slowHalfBetaAtOdds(1, 21, 41)).toBeLessThan(0.995);
    expect(changeVerdict(41, 21)).toBe("uviss");
    expect(slowHalfBetaAtOdds(1, 21, 41)).toBeGreaterThan(0.975);
    expect(changeVerdict(41, 21, {level: 0.95})).toBe("nedgang");
  });

  it("is uncertain about nothing at all and about no change", () => {
    expect(changeVerdict(0, 0)).toBe("uviss");
    expect(changeVerdict(1, 0)).toBe("uviss");
    expect(changeVerdict(1_000_000, 1_000_000)).toBe("uviss");
  });

  it("sees small changes in huge counts", () => {
    expect(changeVerdict(1_000_000, 1_010_000)).toBe("auke");
    expect(changeVerdict(1_000_000, 990_000)).toBe("nedgang");
  });

  it("is withheld below the minimum of events", () => {
    expect(changeVerdict(0, 8)).toBe("auke");
    expect(changeVerdict(0, 8, {minimum: 8})).toBe("auke");
    expect(changeVerdict(0, 8, {minimum: 9})).toBe("uviss");
  });

  it("takes account of exposures", () => {
    expect(changeVerdict(60, 60, {exposureBefore: 12, exposureNow: 6})).toBe("auke");
    expect(changeVerdict(60, 30, {exposureBefore: 12, exposureNow: 6})).toBe("uviss");
  });

  it("is false about one time in a hundred where nothing has changed", () => {
    for (const mean of [15, 20, 30, 41, 100]) expect(Math.abs(falseVerdicts(mean) - 0.01)).toBeLessThan(0.0005);
    for (const mean of [4, 5, 6, 7, 8, 10, 12]) expect(falseVerdicts(mean)).toBeLessThan(0.0134);
    for (const mean of [0.5, 1, 2, 3]) expect(falseVerdicts(mean)).toBeLessThan(0.01);
  });

  it("turns when the periods change places, and more events now never turn an increase", () => {
    const turned = {auke: "nedgang", nedgang: "auke", uviss: "uviss"} as const;
    fc.assert(
      fc.property(counts, counts, (before, now) => {
        const verdict = changeVerdict(before, now);
        expect(changeVerdict(now, before)).toBe(turned[verdict]);
        if (verdict === "auke") expect(changeVerdict(before, now + 1)).toBe("auke");
      }),
    );
  });

  it("refuses what is not a count, a level or a minimum", () => {
    expect(() => changeVerdict(-1, 2)).toThrow(new Error("argument: count -1"));
    expect(() => changeVerdict(1, 2, {level: 99})).toThrow(new Error("argument: level 99"));
    expect(() => changeVerdict(1, 2, {minimum: -5})).toThrow(new Error("argument: minimum -5"));
  });
});
