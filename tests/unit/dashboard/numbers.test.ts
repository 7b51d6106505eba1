import {describe, expect, it} from "vitest";
import {date, period, quarter} from "../../../dashboard/text/dates.ts";
import {number, percent, rate} from "../../../dashboard/text/numbers.ts";

describe("numbers", () => {
  it.each([
    [0, 0, "0"],
    [999, 0, "999"],
    [1234.5, 1, "1\u202f234,5"],
    [1234567, 0, "1\u202f234\u202f567"],
    [1.005, 2, "1,01"],
    [-12.34, 1, "\u221212,3"],
    [-0.01, 1, "0,0"],
  ])("%d with %d decimals is %s", (value, decimals, expected) => {
    expect(number(value, decimals)).toBe(expected);
  });

  it.each([
    [0.12, "12\u00a0%"],
    [1, "100\u00a0%"],
    [0.004, "0\u00a0%"],
  ])("the share %d is %s", (share, expected) => {
    expect(percent(share)).toBe(expected);
  });

  it.each([
    [0, "0"],
    [0.416, "0,42"],
    [0.996, "1,0"],
    [3.14, "3,1"],
    [9.96, "10"],
    [12.4, "12"],
  ])("the rate %d has two significant digits below ten: %s", (value, expected) => {
    expect(rate(value)).toBe(expected);
  });
});

describe("dates", () => {
  it("are Norwegian", () => {
    expect(date("2026-12-01")).toBe("1.12.2026");
    expect(date("2026-03-02T23:59:00Z")).toBe("2.3.2026");
    expect(quarter(1)).toBe("1.\u00a0kv.");
    expect(quarter(4, 2025)).toBe("4.\u00a0kv. 2025");
    expect(period([2023, 2024, 2025])).toBe("2023–2025");
    expect(period([2025])).toBe("2025");
  });
});
