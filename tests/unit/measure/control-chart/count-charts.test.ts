import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cChart, pChart, uChart} from "../../../../pipeline/measure/statistics/control-chart/count-charts.ts";
import {exactPoissonTails, expectRelative} from "../slow.ts";
import {boardFaults, leakingCans, shipmentErrors} from "./published-series.ts";

const counts = fc.array(fc.nat(60), {minLength: 6, maxLength: 40});

/** Laney's sigma by its definition. */
function slowSigmaZ(deviates: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < deviates.length; i++) sum += Math.abs((deviates[i] ?? 0) - (deviates[i - 1] ?? 0));
  return sum / (deviates.length - 1) / 1.128;
}

describe("cChart", () => {
  it("gives the published chart of faults in circuit boards", () => {
    const {points, phases} = cChart(boardFaults);
    expect(phases[0]?.centre).toBeCloseTo(19.85, 2);
    expect(points[0]?.upper).toBeCloseTo(33.22, 1);
    expect(points[0]?.lower).toBeCloseTo(6.48, 1);
    expect(points.flatMap(({outside}, i) => (outside ? [[i + 1, outside]] : []))).toEqual([
      [6, "below"],
      [20, "above"],
    ]);
  });

  it("has no lower limit up to a mean of 9, and one above", () => {
    expect(cChart(Array(12).fill(9)).points[0]).toMatchObject({lower: 0, upper: 18, noLowerLimit: true});
    const above = cChart(Array(12).fill(10)).points[0];
    expect(above).toMatchObject({noLowerLimit: false, noUpperLimit: false});
    expectRelative(above?.lower ?? 0, 10 - 3 * Math.sqrt(10), 1e-14);
  });

  it("adds exact Poisson limits where fewer than 5 events are expected", () => {
    for (const mean of [1, 2, 4]) {
      const {exact} = cChart([...Array(12).fill(mean), 30], {baseline: 12}).points[12] ?? {};
      expect(exact?.outside).toBe("above");
      const upper = exact?.upper ?? 0;
      expect(exactPoissonTails(upper, mean).atMost).toBeGreaterThanOrEqual(0.99865);
      expect(exactPoissonTails(upper - 1, mean).atMost).toBeLessThan(0.99865);
    }
    expect(cChart(Array(12).fill(5)).points[0]?.exact).toBeNull();
    // Mean 3: 3 + 3 √3 = 8.196, so that 9 lies outside. At most 8 has probability 0.9962 and at most 9 0.9989.
    const few = cChart([...Array(12).fill(3), 9], {baseline: 12}).points[12];
    expect(few?.outside).toBe("above");
    expect(few?.exact).toEqual({lower: 0, upper: 9, outside: null});
  });

  it("is flat where nothing happened, and a zero after that is no signal while one event is", () => {
    const silent = cChart([...Array(12).fill(0), 0, 1], {baseline: 12});
    expect(silent.phases[0]).toMatchObject({centre: 0, sigmaZ: null});
    expect(silent.points[12]).toMatchObject({lower: 0, upper: 0, outside: null, noLowerLimit: true});
    expect(silent.points[13]?.outside).toBe("above");
  });

  it("is the u chart of exposures of 1", () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (values, prime) => {
        const ones = values.map(() => 1);
        const [c, u] = [cChart(values, {prime}), uChart(values, ones, {prime})];
        expect(u.points).toEqual(c.points);
        expect(u.phases).toEqual(c.phases);
      }),
    );
  });

  it("refuses what is not a count", () => {
    expect(() => cChart([1, 2.5])).toThrow(new Error("argument: count 2.5"));
    expect(() => cChart([-1])).toThrow(new Error("argument: count -1"));
  });
});

describe("uChart", () => {
  it("gives the published chart of errors in shipments", () => {
    const {points, phases} = uChart(
      shipmentErrors,
      shipmentErrors.map(() => 50),
    );
    expect(phases[0]?.centre).toBeCloseTo(0.074, 4);
    expect(points[0]).toMatchObject({lower: 0, noLowerLimit: true});
    expect(points[0]?.upper).toBeCloseTo(0.1894, 4);
  });

  it("has limits that follow each exposure", () => {
    const exposures = [100, 400, 100, 400, 100, 400];
    const {points} = uChart([10, 40, 12, 38, 9, 41], exposures);
    points.forEach(({upper, lower}, i) => {
      expectRelative(upper ?? 0, 0.1 + 3 * Math.sqrt(0.1 / (exposures[i] ?? 1)), 1e-14);
      expectRelative(lower ?? 0, 0.1 - 3 * Math.sqrt(0.1 / (exposures[i] ?? 1)), 1e-12);
    });
  });

  it("has no point where there is no exposure, and misses both numbers where one is missing", () => {
    const {points, phases} = uChart([3, 0, null, 4, 2, 5, 3, 4], [10, 0, 10, 10, null, 10, 10, 10]);
    for (const index of [1, 2, 4]) expect(points[index]).toMatchObject({value: null, upper: null, outside: null});
    expectRelative(phases[0]?.centre ?? 0, 19 / 50, 1e-15);
    expect(phases[0]?.points).toBe(5);
    expect(uChart([3], [0]).phases[0]).toMatchObject({centre: null, points: 0});
  });

  it("scales with the unit of exposure", () => {
    fc.assert(
      fc.property(counts, (values) => {
        const exposures = values.map((_, i) => 50 + 7 * (i % 5));
        const [one, thousand] = [
          uChart(values, exposures),
          uChart(
            values,
            exposures.map((n) => n / 1024),
          ),
        ];
        one.points.forEach((point, i) => {
          expectRelative(thousand.points[i]?.upper ?? 0, 1024 * (point.upper ?? 0), 1e-13);
          expect(thousand.points[i]?.outside).toBe(point.outside);
        });
      }),
    );
  });

  it("refuses exposures below 0 and of another length", () => {
    expect(() => uChart([1], [-1])).toThrow(new Error("argument: exposure -1"));
    expect(() => uChart([1, 2], [1])).toThrow(new Error("argument: length 1"));
  });
});

describe("pChart", () => {
  it("gives the published chart of leaking cans", () => {
    const {points, phases} = pChart(
      leakingCans,
      leakingCans.map(() => 50),
    );
    expect(phases[0]?.centre).toBeCloseTo(0.2313, 4);
    expect(points[0]?.upper).toBeCloseTo(0.4102, 4);
    expect(points[0]?.lower).toBeCloseTo(0.0524, 4);
    expect(points.flatMap(({outside}, i) => (outside ? [i + 1] : []))).toEqual([15, 23]);
  });

  it("clips at 0 and 1 before anything else, and says that there is no limit", () => {
    const {points} = pChart([1, 2, 1, 2, 1, 2], [2, 2, 2, 2, 2, 2]);
    expect(points[0]).toMatchObject({lower: 0, upper: 1, noLowerLimit: true, noUpperLimit: true});
    const none = pChart(Array(12).fill(0), Array(12).fill(9)).points[0];
    expect(none).toMatchObject({centre: 0, lower: 0, upper: 0, outside: null});
    const all = pChart(Array(12).fill(9), Array(12).fill(9)).points[0];
    expect(all).toMatchObject({centre: 1, lower: 1, upper: 1, outside: null});
  });

  it("has no point where n is 0, and mirrors in the failures", () => {
    expect(pChart([0, 3, 4, 5, 3, 4, 5], [0, 9, 9, 9, 9, 9, 9]).points[0]?.value).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), {minLength: 6, maxLength: 30}), (pairs) => {
        const totals = pairs.map(([a, b]) => a + b + 1);
        const [here, there] = [
          pChart(
            pairs.map(([a]) => a),
            totals,
          ),
          pChart(
            pairs.map(([a], i) => (totals[i] ?? 0) - a),
            totals,
          ),
        ];
        here.points.forEach(({upper, outside}, i) => {
          expect(Math.abs((upper ?? 0) + (there.points[i]?.lower ?? 0) - 1)).toBeLessThan(1e-12);
          expect(outside === "above").toBe(there.points[i]?.outside === "below");
        });
      }),
    );
  });

  it("refuses more successes than cases", () => {
    expect(() => pChart([3], [2])).toThrow(new Error("argument: successes 3"));
  });
});

describe("prime charts", () => {
  const exposures = boardFaults.map((_, i) => 100 + 10 * (i % 7));
  const centre = boardFaults.reduce((sum, x) => sum + x, 0) / exposures.reduce((sum, n) => sum + n, 0);
  const deviates = boardFaults.map(
    (x, i) => (x / (exposures[i] ?? 1) - centre) / Math.sqrt(centre / (exposures[i] ?? 1)),
  );

  it("widen by Laney's sigma, worked by its definition", () => {
    const sigmaZ = slowSigmaZ(deviates);
    const {points, phases} = uChart(boardFaults, exposures, {prime: true});
    expect(sigmaZ).toBeGreaterThan(1.2);
    expectRelative(phases[0]?.sigmaZ ?? 0, sigmaZ, 1e-12);
    points.forEach(({upper}, i) => {
      expectRelative(upper ?? 0, centre + 3 * Math.sqrt(centre / (exposures[i] ?? 1)) * sigmaZ, 1e-13);
    });
    expectRelative(uChart(boardFaults, exposures).phases[0]?.sigmaZ ?? 0, sigmaZ, 1e-12);
  });

  it("never narrow the limits, unless asked to", () => {
    const even = [20, 21, 20, 19, 20, 21, 20, 19, 20, 21, 20, 20];
    const [plain, prime, narrow] = [
      cChart(even),
      cChart(even, {prime: true}),
      cChart(even, {prime: true, allowNarrower: true}),
    ];
    expect(prime.kind).toBe("c-prime");
    expect(prime.phases[0]?.sigmaZ).toBeLessThan(1);
    expect(prime.points[0]?.upper).toBe(plain.points[0]?.upper);
    const [sigmaZ, mean] = [prime.phases[0]?.sigmaZ ?? 0, prime.phases[0]?.centre ?? 0];
    expectRelative(narrow.points[0]?.upper ?? 0, mean + 3 * Math.sqrt(mean) * sigmaZ, 1e-13);
  });

  it("take no range over a missing period, and none of excluded points or of those after the baseline", () => {
    const gap = [...boardFaults.slice(0, 10), null, ...boardFaults.slice(10)];
    const steps = deviatesOf(boardFaults);
    const expected = (slowSigmaZ(steps.slice(0, 10)) * 9 + slowSigmaZ(steps.slice(10)) * 15) / 24;
    expectRelative(cChart(gap, {prime: true}).phases[0]?.sigmaZ ?? 0, expected, 1e-12);
    const longer = [...boardFaults, 500, 600];
    expect(cChart(longer, {prime: true, baseline: 26}).phases[0]?.sigmaZ).toBe(cChart(boardFaults).phases[0]?.sigmaZ);
    expect(cChart(longer, {prime: true, excluded: [26, 27]}).phases[0]?.sigmaZ).toBe(
      cChart(boardFaults).phases[0]?.sigmaZ,
    );
  });

  it("stand on plain limits where sigma cannot be known", () => {
    expect(cChart(Array(12).fill(0), {prime: true}).points[0]).toMatchObject({lower: 0, upper: 0});
  });
});

function deviatesOf(values: readonly number[]): number[] {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.map((x) => (x - mean) / Math.sqrt(mean));
}
