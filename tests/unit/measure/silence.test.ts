import {describe, expect, it} from "vitest";
import {negativeBinomialFit} from "../../../pipeline/measure/statistics/negative-binomial-fit.ts";
import {silences} from "../../../pipeline/measure/statistics/silence.ts";

const peers = [3, 4, 2, 6, 8, 1, 5, 9].map((count, index) => ({count, exposure: 5 + index}));
const equal = [6, 6, 6, 6, 6, 6].map((count) => ({count, exposure: 2}));

describe("silences", () => {
  it("is e^-expected where the peers do not differ: closed form", () => {
    const judged = silences([...equal, {count: 0, exposure: 1}, {count: 0, exposure: 3}]);
    expect(judged[6]?.probability).toBeGreaterThan(0);
    const fit = negativeBinomialFit([6, 6, 6, 6, 6, 6, 0], [2, 2, 2, 2, 2, 2, 1]);
    expect(judged[7]?.probability).toBeCloseTo(
      fit.theta === Infinity ? Math.exp(-3 * fit.mean) : (1 + (3 * fit.mean) / fit.theta) ** -fit.theta,
      10,
    );
    expect(silences([...equal, {count: 0, exposure: 1}])[6]?.probability).toBeCloseTo(Math.exp(-3), 10);
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

  it("compares with nobody when there are too few", () => {
    expect(silences(peers.slice(0, 5)).every(({word}) => word === "for_faa_aa_samanlikne")).toBe(true);
  });

  it("grows less likely with size, and false alarms stay within the alarm", () => {
    const at = (exposure: number) => silences([...peers, {count: 0, exposure}]).at(-1);
    const probabilities = [1, 5, 10, 20, 40, 80].map((exposure) => at(exposure)?.probability ?? 0);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    for (const exposure of [1, 10, 80]) expect(at(exposure)?.falseAlarm).toBeLessThanOrEqual(0.01);
    expect(() => silences(peers, 0)).toThrow(new Error("argument: alarm 0"));
  });
});
