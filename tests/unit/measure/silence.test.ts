import {describe, expect, it} from "vitest";
import {negativeBinomialPmf} from "../../../pipeline/measure/statistics/negative-binomial-pmf.ts";
import {silences} from "../../../pipeline/measure/statistics/silence.ts";

const peers = [3, 4, 2, 6, 8, 1, 5, 9].map((count, index) => ({count, exposure: 5 + index}));
const equal = [6, 6, 6, 6, 6, 6].map((count) => ({count, exposure: 2}));

describe("silences", () => {
  it("averages the negative binomial over what the peers make likely: a sum over a ten times finer grid", () => {
    const units = [...peers, {count: 2, exposure: 12}];
    let [all, few] = [0, 0];
    for (let variation = 0.005; variation < 2.4; variation += 0.01) {
      for (let lnMean = -4; lnMean < 3; lnMean += 0.02) {
        const size = variation ** -2;
        const likelihood = peers.reduce(
          (product, {count, exposure}) => product * negativeBinomialPmf(count, size, Math.exp(lnMean) * exposure),
          1,
        );
        all += likelihood;
        for (const count of [0, 1, 2]) few += likelihood * negativeBinomialPmf(count, size, Math.exp(lnMean) * 12);
      }
    }
    expect(Math.abs((silences(units)[8]?.probability ?? 0) / (few / all) - 1)).toBeLessThan(0.02);
  });

  it("says that peers who are all the same leave little to chance", () => {
    const probability = silences([...equal, {count: 0, exposure: 1}])[6]?.probability ?? 0;
    expect(probability).toBeGreaterThan(Math.exp(-3));
    expect(probability).toBeLessThan(0.12);
  });

  it("calls a large silent unit unexpectedly quiet, and a small one possibly chance", () => {
    const words = silences([...peers, {count: 0, exposure: 40}, {count: 0, exposure: 1}]).map(({word}) => word);
    expect(words.slice(-2)).toEqual(["uventa_stille", "kan_vere_tilfeldig"]);
    expect(words.slice(0, -2)).toEqual(peers.map(() => "kan_vere_tilfeldig"));
  });

  it("never takes a missing delivery for silence, nor for a peer", () => {
    const judged = silences([...peers, {count: null, exposure: 500}]);
    expect(judged.at(-1)).toEqual({probability: null, falseAlarm: 0, word: "manglar"});
    expect(judged.slice(0, -1)).toEqual(silences(peers));
  });

  it("says nothing where nobody reports", () => {
    const words = silences(peers.map(({exposure}) => ({count: 0, exposure}))).map(({word}) => word);
    expect(new Set(words)).toEqual(new Set(["for_faa_aa_samanlikne"]));
  });

  it("holds for a million reports", () => {
    const large = peers.map(({count, exposure}) => ({count: count * 100_000, exposure}));
    const quiet = silences([...large, {count: 0, exposure: 10}]).at(-1);
    expect(quiet?.word).toBe("uventa_stille");
    expect(quiet?.probability).toBeLessThan(1e-4);
    expect(quiet?.falseAlarm).toBeLessThanOrEqual(0.01);
    expect(silences([...large, {count: 500_000, exposure: 8}]).at(-1)?.word).toBe("kan_vere_tilfeldig");
  });

  it("compares with nobody when there are too few", () => {
    expect(silences(peers.slice(0, 5)).every(({word}) => word === "for_faa_aa_samanlikne")).toBe(true);
  });

  it("grows less likely with size, and false alarms stay within the alarm", () => {
    const at = (exposure: number) => silences([...peers, {count: 0, exposure}]).at(-1);
    const probabilities = [1, 5, 10, 20, 40, 80].map((exposure) => at(exposure)?.probability ?? 0);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    expect([1, 80].map((exposure) => at(exposure)?.falseAlarm)).toEqual([0, 0.01]);
    expect(() => silences(peers, 0)).toThrow(new Error("argument: alarm 0"));
  });
});
