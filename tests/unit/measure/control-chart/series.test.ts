import {describe, expect, it} from "vitest";
import {phasesOf, rebasesAt} from "../../../../pipeline/measure/statistics/control-chart/series.ts";

const months = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"];

describe("rebasesAt", () => {
  it("begins at the first period that starts on the date or after it", () => {
    expect(rebasesAt(months, [{date: "2024-03-01", reason: "ny kanal"}])).toEqual([{from: 2, reason: "ny kanal"}]);
    expect(rebasesAt(months, [{date: "2024-03-02", reason: "ny kanal"}])).toEqual([{from: 3, reason: "ny kanal"}]);
  });

  it("makes no phase of a reason outside the series, and one of two in the same period", () => {
    const register = [
      {date: "2024-05-02", reason: "etter"},
      {date: "2024-04-15", reason: "andre"},
      {date: "2023-07-01", reason: "før"},
      {date: "2024-01-01", reason: "frå starten"},
      {date: "2024-04-10", reason: "fyrste"},
    ];
    expect(rebasesAt(months, register)).toEqual([{from: 4, reason: "fyrste; andre"}]);
    expect(rebasesAt([], register)).toEqual([]);
    expect(rebasesAt(months, [])).toEqual([]);
  });

  it("gives what the phases take", () => {
    const rebases = rebasesAt(months, [
      {date: "2024-04-01", reason: "b"},
      {date: "2024-02-01", reason: "a"},
    ]);
    expect(phasesOf(months.length, rebases)).toEqual([
      {from: 0, to: 1, reason: null},
      {from: 1, to: 3, reason: "a"},
      {from: 3, to: 5, reason: "b"},
    ]);
  });
});
