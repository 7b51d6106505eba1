import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gChart, tChart} from "../../../../pipeline/measure/statistics/control-chart/rare-event-charts.ts";
import {expectRelative} from "../slow.ts";

/** Montgomery, Introduction to Statistical Quality Control, table 7.14: hours between failures of a valve. */
const valveHours = [286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96];

describe("tChart", () => {
  it("is an individuals chart of the 3.6th root, turned back", () => {
    const roots = valveHours.map((hours) => hours ** (1 / 3.6));
    const mean = roots.reduce((sum, root) => sum + root, 0) / roots.length;
    const ranges = roots.slice(1).map((root, i) => Math.abs(root - (roots[i] ?? 0)));
    const average = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
    const {points, phases} = tChart(valveHours);
    expectRelative(phases[0]?.centre ?? 0, mean ** 3.6, 1e-12);
    expectRelative(points[0]?.upper ?? 0, (mean + (3 / 1.128) * average) ** 3.6, 1e-12);
    expect(points[0]).toMatchObject({lower: 0, noLowerLimit: true, outside: null});
    expectRelative(tChart(valveHours, {factor: 2.66}).points[0]?.upper ?? 0, (mean + 2.66 * average) ** 3.6, 1e-12);
  });

  it("sees a time much longer than chance gives, and scales with the unit", () => {
    const quiet = tChart([...valveHours, 40_000], {baseline: 20});
    expect(quiet.points[20]?.outside).toBe("above");
    const days = tChart(valveHours.map((hours) => hours / 24));
    expectRelative(days.points[0]?.upper ?? 0, (tChart(valveHours).points[0]?.upper ?? 0) / 24, 1e-12);
  });

  it("refuses a time of nothing", () => {
    expect(() => tChart([3, 0])).toThrow(new Error("argument: time 0"));
    expect(tChart([3, null, 4]).phases[0]).toMatchObject({points: 2, status: "none"});
  });
});

describe("gChart", () => {
  it("is the geometric mean value with three of its standard deviations, around the median", () => {
    const between = [10, 2, 35, 7, 21, 0, 14, 3, 9, 19, 6, 30];
    const {points, phases} = gChart(between);
    expect(phases[0]?.centre).toBe(9.5);
    expectRelative(points[0]?.upper ?? 0, 13 + 3 * Math.sqrt(13 * 14), 1e-14);
    expect(points[0]).toMatchObject({lower: 0, noLowerLimit: true});
    expect(gChart([...between, 200], {baseline: 12}).points[12]?.outside).toBe("above");
  });

  it("never has a lower limit", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), {minLength: 6, maxLength: 30}), (between) => {
        expect(gChart(between).points.every(({noLowerLimit, outside}) => noLowerLimit && outside !== "below")).toBe(
          true,
        );
      }),
    );
  });
});
