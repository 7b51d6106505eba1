import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type FunnelOptions,
  funnel,
  funnelLimits,
  outsideOwnInterval,
} from "../../../../pipeline/measure/statistics/funnel/funnel.ts";
import {clopperPearsonInterval, wilsonInterval} from "../../../../pipeline/measure/statistics/share-interval.ts";
import {expectRelative, slowPoissonInterval} from "../slow.ts";

const z95 = 1.959963984540054;
const z998 = 3.090232306167814;
/** Twelve units of unequal size, some far from what was expected. */
const units = [
  [30, 40],
  [55, 50],
  [80, 60],
  [20, 35],
  [110, 75],
  [64, 64],
  [12, 20],
  [41, 25],
  [90, 120],
  [33, 30],
  [70, 45],
  [15, 16],
].map(([events = 0, outOf = 0]) => ({events, outOf}));
const spread: FunnelOptions = {scale: "cqc"};

/** tau² by its definition, from winsorised z. */
function slowTau(zs: readonly number[], weights: readonly number[]): {phi: number; tauSquared: number} {
  const sorted = zs.toSorted((a, b) => a - b);
  const quantile = (p: number) => {
    const h = (sorted.length - 1) * p;
    const [low, high] = [sorted[Math.floor(h)] ?? 0, sorted[Math.ceil(h)] ?? 0];
    return low + (h % 1) * (high - low);
  };
  const held = zs.map((z) => Math.min(quantile(0.9), Math.max(quantile(0.1), z)));
  const q = held.reduce((sum, z) => sum + z * z, 0);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const squares = weights.reduce((sum, w) => sum + w * w, 0);
  return {phi: q / zs.length, tauSquared: (q - (zs.length - 1)) / (total - squares / total)};
}

describe("funnelLimits", () => {
  it("are Garwood's limits of what is expected, over it", () => {
    for (const expected of [1, 10, 41, 200]) {
      const {inner, outer} = funnelLimits(expected, 1, spread);
      const [slow95, slow998] = [slowPoissonInterval(expected, 0.025), slowPoissonInterval(expected, 0.001)];
      expectRelative(inner.lower, slow95.lower / expected, 1e-10);
      expectRelative(inner.upper, slow95.upper / expected, 1e-10);
      expectRelative(outer.lower, slow998.lower / expected, 1e-10);
      expectRelative(outer.upper, slow998.upper / expected, 1e-10);
    }
    // Expected numbers need not be whole: a chi-square with one degree of freedom, ½ · 0.0009820691171752583.
    expectRelative(funnelLimits(0.5, 1, spread).inner.lower, 0.0009820691171752583, 1e-10);
  });

  it("are Clopper and Pearson's for a share, or the arcsine's or Wilson's on request", () => {
    const exact = funnelLimits(40, 0.25, {scale: "share"});
    expectRelative(exact.inner.lower, clopperPearsonInterval(10, 40).lower, 1e-12);
    expectRelative(exact.outer.upper, clopperPearsonInterval(10, 40, 0.998).upper, 1e-12);
    const arcsine = funnelLimits(40, 0.25, {scale: "share", limits: "approximate"});
    expectRelative(arcsine.inner.upper, Math.sin(Math.PI / 6 + z95 / (2 * Math.sqrt(40))) ** 2, 1e-13);
    const turned = funnelLimits(40, 0.25, {scale: "share", limits: "wilson"});
    expectRelative(turned.outer.lower, 0.25 - z998 * Math.sqrt(0.1875 / 40), 1e-12);
    // The share at Wilson's limit is the share whose own interval just holds the target.
    const {upper} = funnelLimits(1e6, 0.25, {scale: "share", limits: "wilson"}).inner;
    expect(Math.abs(wilsonInterval(Math.round(upper * 1e6), 1e6).lower - 0.25)).toBeLessThan(1e-6);
    expect(funnelLimits(7, 0, {scale: "share"}).inner.lower).toBe(0);
    expect(funnelLimits(7, 1, {scale: "share"}).inner.upper).toBe(1);
  });

  it("narrow towards the target as units grow, 99.8 % around 95 %", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.5, max: 5000, noNaN: true}),
        fc.constantFrom("cqc", "share" as const),
        (n, scale) => {
          const target = scale === "share" ? 0.3 : 1;
          const [small, large] = [funnelLimits(n, target, {scale}), funnelLimits(n * 1.5, target, {scale})];
          expect(large.inner.lower).toBeGreaterThan(small.inner.lower);
          expect(large.outer.upper).toBeLessThan(small.outer.upper);
          expect(small.outer.lower).toBeLessThan(small.inner.lower);
          expect(small.inner.lower).toBeLessThan(target);
          expect(small.inner.upper).toBeGreaterThan(target);
          expect(small.inner.upper).toBeLessThan(small.outer.upper);
        },
      ),
    );
  });

  it("refuse what is out of nothing, and Wilson's for anything but a share", () => {
    expect(() => funnelLimits(0, 1, spread)).toThrow(new Error("argument: out of 0"));
    expect(() => funnelLimits(5, 1, {scale: "cqc", limits: "wilson"})).toThrow("argument: Wilson limits");
  });
});

describe("funnel", () => {
  it("turns over-dispersed limits of the square root back to ratios", () => {
    const zs = units.map(({events, outOf}) => 2 * (Math.sqrt(events) - Math.sqrt(outOf)));
    const {phi, tauSquared} = slowTau(
      zs,
      units.map(({outOf}) => 4 * outOf),
    );
    const result = funnel(units, spread);
    expect(result).toMatchObject({target: 1, adjustment: "additive"});
    expectRelative(result.dispersion?.phi ?? 0, phi, 1e-12);
    expectRelative(result.dispersion?.tauSquared ?? 0, tauSquared, 1e-11);
    result.points.forEach(({z, adjusted}, i) => {
      expectRelative(z ?? 0, zs[i] ?? 0, 1e-11);
      const reach = Math.sqrt(1 / (4 * (units[i]?.outOf ?? 0)) + tauSquared);
      expectRelative(adjusted?.inner.upper ?? 0, (1 + z95 * reach) ** 2, 1e-11);
      expectRelative(adjusted?.outer.lower ?? 0, Math.max(0, 1 - z998 * reach) ** 2, 1e-10);
    });
  });

  it("leaves out ranks and turns back from the logarithm in SHMI", () => {
    const result = funnel(units, {scale: "shmi"});
    const zs = units.map(({events, outOf}) => Math.sqrt(outOf) * Math.log(events / outOf));
    const ranks = zs.map((z) => zs.filter((other) => other <= z).length);
    const kept = units
      .map((unit, i) => ({unit, z: zs[i] ?? 0, rank: ranks[i] ?? 0}))
      .filter(({rank}) => {
        const group = Math.floor((rank * 10) / 13);
        return group > 0 && group < 9;
      });
    const q = kept.reduce((sum, {z}) => sum + z * z, 0);
    const total = kept.reduce((sum, {unit}) => sum + unit.outOf, 0);
    const squares = kept.reduce((sum, {unit}) => sum + unit.outOf ** 2, 0);
    const tauSquared = (q - (kept.length - 1)) / (total - squares / total);
    expect(result.dispersion?.units).toBe(kept.length);
    expectRelative(result.dispersion?.tauSquared ?? 0, tauSquared, 1e-11);
    expectRelative(
      result.points[0]?.adjusted?.outer.upper ?? 0,
      Math.exp(z998 * Math.sqrt(1 / 40 + tauSquared)),
      1e-11,
    );
    const named = funnel(units, {scale: "shmi", z: [1.959964, 3.090232]});
    expectRelative(
      named.points[0]?.adjusted?.inner.lower ?? 0,
      Math.exp(-1.959964 * Math.sqrt(1 / 40 + tauSquared)),
      1e-11,
    );
  });

  it("keeps the angle of a share between 0 and a right angle: limits of tiny units are 0 and 1", () => {
    const shares = [
      ...units.map(({events, outOf}) => ({events: Math.round(events / 3), outOf})),
      {events: 0, outOf: 1},
    ];
    const result = funnel(shares, {scale: "share"});
    const total = shares.reduce((sum, {events}) => sum + events, 0) / shares.reduce((sum, {outOf}) => sum + outOf, 0);
    expectRelative(result.target, total, 1e-14);
    const tiny = result.points.at(-1)?.adjusted;
    expect(tiny?.outer).toEqual({lower: 0, upper: 1});
    const {tauSquared = 0} = result.dispersion ?? {};
    const angle = Math.asin(Math.sqrt(total)) + z95 * Math.sqrt(1 / 160 + tauSquared);
    expectRelative(result.points[0]?.adjusted?.inner.upper ?? 0, Math.sin(angle) ** 2, 1e-12);
  });

  it("uses the standard error of the log ratio for two counts", () => {
    const pairs = units.map(({events, outOf}) => ({events, outOf: outOf * 3}));
    const result = funnel(pairs, {scale: "ratio-of-counts", adjust: "none"});
    const target = 620 / 1740;
    expectRelative(result.target, target, 1e-14);
    const s = Math.sqrt(30 / 30.5 ** 2 + 120 / 120.5 ** 2);
    expectRelative(result.points[0]?.z ?? 0, (Math.log(30.5 / 120.5) - Math.log(target)) / s, 1e-12);
    expectRelative(result.points[0]?.limits?.inner.upper ?? 0, target * Math.exp(z95 * s), 1e-12);
    expect(result.points.filter(({outside}) => outside.inner).length).toBeLessThan(pairs.length / 2);
  });

  it("never narrows the limits where units differ less than chance", () => {
    const even = Array.from({length: 15}, (_, i) => ({events: 50 + (i % 2), outOf: 50}));
    for (const adjust of ["additive", "multiplicative"] as const) {
      const result = funnel(even, {...spread, adjust});
      expect(result.dispersion?.phi).toBeLessThan(1);
      expect(result).toMatchObject({adjustment: "no-overdispersion"});
      expect(result.points.every(({adjusted}) => adjusted === null)).toBe(true);
    }
  });

  it("estimates no dispersion from fewer than 10 units", () => {
    expect(funnel(units.slice(0, 9), spread)).toMatchObject({adjustment: "too-few-units", dispersion: null});
    expect(funnel(units.slice(0, 10), spread).dispersion).not.toBeNull();
    expect(funnel(units.slice(0, 9), {...spread, fewest: 5}).dispersion).not.toBeNull();
    expect(funnel(units, {...spread, adjust: "none"})).toMatchObject({adjustment: "not-asked-for"});
    expect(funnel([], spread)).toMatchObject({points: [], adjustment: "too-few-units"});
  });

  it("widens by the root of phi when asked to multiply", () => {
    const result = funnel(units, {...spread, adjust: "multiplicative"});
    const reach = (z95 * Math.sqrt(result.dispersion?.phi ?? 1)) / (2 * Math.sqrt(40));
    expectRelative(result.points[0]?.adjusted?.inner.upper ?? 0, (1 + reach) ** 2, 1e-12);
  });

  it("has a place for a unit without events on every scale, and none for one that is out of nothing", () => {
    const silent = [...units, {events: 0, outOf: 12}, {events: 0, outOf: 0}];
    for (const scale of ["shmi", "cqc", "share", "ratio-of-counts"] as const) {
      const some = scale === "share" ? silent.map((unit) => ({...unit, outOf: unit.outOf * 3})) : silent;
      const {points, dispersion} = funnel(some, {scale});
      expect(points.at(-2)?.value).toBe(0);
      expect(points.at(-2)?.z).toBeLessThan(0);
      expect(Number.isFinite(points.at(-2)?.z)).toBe(true);
      expect(Number.isFinite(dispersion?.phi)).toBe(true);
      expect(points.at(-1)).toMatchObject({value: null, z: null, limits: null, outside: {inner: null, outer: null}});
    }
    const shmi = funnel(silent, {scale: "shmi"}).points.at(-2);
    expectRelative(shmi?.z ?? 0, Math.sqrt(12) * Math.log(0.5 / 12), 1e-13);
  });

  it("flags strictly, by the adjusted limits where there are some", () => {
    const plain = funnel(units, {...spread, adjust: "none"});
    const adjusted = funnel(units, spread);
    const flagged = (result: ReturnType<typeof funnel>) => result.points.filter(({outside}) => outside.outer).length;
    expect(flagged(adjusted)).toBeLessThan(flagged(plain));
    expect(plain.points[4]?.outside).toEqual({inner: "above", outer: "above"});
    // Exactly at a limit is inside: 100 expected, and the lower exact limit is no whole number, so one below and above.
    const {inner} = funnelLimits(100, 1, spread);
    const at = (events: number) => funnel([{events, outOf: 100}], spread).points[0]?.outside.inner;
    expect([at(Math.ceil(inner.lower * 100)), at(Math.floor(inner.lower * 100))]).toEqual([null, "below"]);
  });

  it("does not mind the order of the units", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(units, {minLength: units.length}), (shuffled) => {
        const [here, there] = [funnel(units, spread), funnel(shuffled, spread)];
        expectRelative(there.dispersion?.tauSquared ?? 0, here.dispersion?.tauSquared ?? 0, 1e-12);
        expect(there.points.map(({value}) => value).toSorted()).toEqual(here.points.map(({value}) => value).toSorted());
      }),
      {numRuns: 20},
    );
  });

  it("refuses more cases than there are, and parts of events", () => {
    expect(() => funnel([{events: 3, outOf: 2}], {scale: "share"})).toThrow(new Error("argument: events 3"));
    expect(() => funnel([{events: 1.5, outOf: 2}], spread)).toThrow(new Error("argument: events 1.5"));
    expect(() => funnel([{events: 1, outOf: -2}], spread)).toThrow(new Error("argument: out of -2"));
    expect(() => funnel([{events: 0, outOf: 9}], {scale: "ratio-of-counts"})).toThrow(new Error("argument: target 0"));
  });
});

describe("outsideOwnInterval", () => {
  it("judges by Byar's or the exact interval of the unit's own count", () => {
    expect(outsideOwnInterval({events: 0, outOf: 3}, 1, "ratio")).toEqual({inner: null, outer: null});
    // Exact upper limit of 0 at 95 % is 3.689, at 99.8 % 6.908.
    expect(outsideOwnInterval({events: 0, outOf: 3.7}, 1, "ratio")).toEqual({inner: "below", outer: null});
    expect(outsideOwnInterval({events: 0, outOf: 7}, 1, "ratio")).toEqual({inner: "below", outer: "below"});
    // Byar's lower limit of 41 at 95 % is 29.419.
    expect(outsideOwnInterval({events: 41, outOf: 29.4}, 1, "ratio").inner).toBe("above");
    expect(outsideOwnInterval({events: 41, outOf: 29.5}, 1, "ratio").inner).toBeNull();
  });

  it("judges shares by Wilson's interval, as the limits turned around do", () => {
    const n = 200;
    for (let events = 0; events <= n; events++) {
      const {inner} = funnelLimits(n, 0.3, {scale: "share", limits: "wilson"});
      const side = events / n > inner.upper ? "above" : events / n < inner.lower ? "below" : null;
      expect(outsideOwnInterval({events, outOf: n}, 0.3, "share").inner).toBe(side);
    }
  });
});
