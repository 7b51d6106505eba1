import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {countInterval} from "../../../pipeline/measure/statistics/poisson-interval.ts";
import {rateInterval} from "../../../pipeline/measure/statistics/rate-interval.ts";
import {expectRelative} from "./slow.ts";

describe("rateInterval", () => {
  it("gives the rate of the mock-up: 41 reports on about 9 760 discharges are 4,2 per 1 000", () => {
    const {rate, lower, upper} = rateInterval(41, 9760);
    expectRelative(rate, 41 / 9.76, 1e-15);
    expect(rate.toFixed(1)).toBe("4.2");
    expectRelative(lower, 29.41907130811138 / 9.76, 1e-12);
    expectRelative(upper, 55.622575746098455 / 9.76, 1e-12);
  });

  it("has an upper limit for an area without events", () => {
    const {rate, lower, upper} = rateInterval(0, 500);
    expect([rate, lower]).toEqual([0, 0]);
    expectRelative(upper, 2 * 3.688879454113936, 1e-13);
  });

  it("scales with the unit and against the exposure", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.double({min: 0.1, max: 1e6, noNaN: true}), (count, exposure) => {
        const perOne = rateInterval(count, exposure, {per: 1});
        const doubled = rateInterval(count, 2 * exposure, {per: 2});
        expect(doubled.rate).toBeCloseTo(perOne.rate, 9);
        expectRelative(doubled.upper, perOne.upper, 1e-14);
        expectRelative(perOne.lower * exposure, countInterval(count).lower, 1e-13);
      }),
    );
  });

  it("refuses an exposure of nothing", () => {
    expect(() => rateInterval(1, 0)).toThrow(new Error("argument: exposure 0"));
    expect(() => rateInterval(1, 10, {per: -1000})).toThrow(new Error("argument: per -1000"));
    expect(() => rateInterval(-1, 10)).toThrow(new Error("argument: count -1"));
  });
});
