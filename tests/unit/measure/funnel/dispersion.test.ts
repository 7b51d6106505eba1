import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Deviate, dispersionOf} from "../../../../pipeline/measure/statistics/funnel/dispersion.ts";
import {expectRelative} from "../slow.ts";

const equal = (values: readonly number[], standardError = 0.5): Deviate[] => values.map((z) => ({z, standardError}));

describe("dispersionOf", () => {
  it("is the method of moments for equal standard errors: tau² = s² (I phi - (I - 1)) / (I - 1)", () => {
    const {phi, tauSquared, units} = dispersionOf(equal([-3, -1, 2, 4]), "none") ?? {};
    expect([phi, units]).toEqual([30 / 4, 4]);
    expectRelative(tauSquared ?? 0, (0.25 * (30 - 3)) / 3, 1e-14);
  });

  it("gives DerSimonian and Laird's tau² of Cochran's Q worked by hand", () => {
    // Weights 4, 1, 25; Q = Σz² = 9 + 1 + 16 = 26; (26 - 2) / (30 - (16 + 1 + 625) / 30).
    const deviates = [
      {z: 3, standardError: 0.5},
      {z: -1, standardError: 1},
      {z: -4, standardError: 0.2},
    ];
    expectRelative(dispersionOf(deviates, "none")?.tauSquared ?? 0, 24 / (30 - 642 / 30), 1e-14);
  });

  it("is never below 0: under-dispersion is no negative variance", () => {
    expect(dispersionOf(equal([0.1, -0.2, 0.1, 0]), "none")).toMatchObject({tauSquared: 0, units: 4});
    expect(dispersionOf(equal([0.1, -0.2, 0.1, 0]), "none")?.phi).toBeCloseTo(0.015, 12);
    expect(dispersionOf(equal([9]), "none")).toMatchObject({phi: 81, tauSquared: 0});
    expect(dispersionOf([], "winsorise")).toBeNull();
  });

  it("draws the extremes in to the 10 % and 90 % quantiles of R's type 7", () => {
    // Eleven values -5..5: the quantiles are the second and the tenth, -4 and 4.
    const values = Array.from({length: 11}, (_, i) => i - 5);
    const sum = 2 * (16 + 16 + 9 + 4 + 1);
    expect(dispersionOf(equal(values), "winsorise")).toMatchObject({phi: sum / 11, units: 11});
    // Ten values 1..10: h = 0.9, so 1.9 and 9.1.
    const ten = Array.from({length: 10}, (_, i) => i + 1);
    const squares = 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81 + 1.9 ** 2 + 9.1 ** 2;
    expectRelative(dispersionOf(equal(ten), "winsorise")?.phi ?? 0, squares / 10, 1e-14);
  });

  it("leaves out ranks as SHMI does: those with 0 < floor(10 rank / (I + 1)) < 9 stay", () => {
    // Of 19 units the lowest and the highest ranks are 10 r / 20 < 1 (r = 1) and >= 9 (r = 18, 19).
    const values = Array.from({length: 19}, (_, i) => i + 1);
    const kept = values.filter((r) => Math.floor((r * 10) / 20) > 0 && Math.floor((r * 10) / 20) < 9);
    expect(kept).toEqual(Array.from({length: 16}, (_, i) => i + 2));
    const expected = kept.reduce((sum, z) => sum + z * z, 0) / 16;
    expect(dispersionOf(equal(values), "truncate")).toMatchObject({units: 16, phi: expected});
    // Tied values share their mean rank: three lowest of 19 tied at rank 2 all stay.
    const tied = [1, 1, 1, ...Array.from({length: 16}, (_, i) => i + 4)];
    expect(dispersionOf(equal(tied), "truncate")?.units).toBe(17);
  });

  it("grows with the spread, and trims no wider than it was", () => {
    const values = fc.array(fc.integer({min: -50, max: 50}), {minLength: 3, maxLength: 40});
    fc.assert(
      fc.property(values, (zs) => {
        const plain = dispersionOf(equal(zs), "none");
        const doubled = dispersionOf(equal(zs.map((z) => 2 * z)), "none");
        expectRelative(doubled?.phi ?? 0, 4 * (plain?.phi ?? 0), 1e-13);
        expect(doubled?.tauSquared ?? 0).toBeGreaterThanOrEqual(plain?.tauSquared ?? 0);
        const order = dispersionOf(equal(zs.toReversed()), "winsorise");
        expectRelative(order?.phi ?? 0, dispersionOf(equal(zs), "winsorise")?.phi ?? 0, 1e-12);
      }),
    );
  });

  it("refuses what has no place", () => {
    expect(() => dispersionOf([{z: -Infinity, standardError: 1}])).toThrow(new Error("argument: z -Infinity"));
    expect(() => dispersionOf([{z: 1, standardError: 0}])).toThrow(new Error("argument: standard error 0"));
  });
});
