import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalCdf} from "../../../pipeline/measure/statistics/normal.ts";
import {studentCdf, studentQuantile} from "../../../pipeline/measure/statistics/student.ts";
import {expectRelative} from "./slow.ts";

describe("studentCdf", () => {
  it("is the arctangent for one degree of freedom and a root for two", () => {
    for (const t of [-1e8, -50, -2, -0.3, -1e-6, 0.3, 2, 50]) {
      const cauchy = t < 0 ? Math.atan(-1 / t) / Math.PI : 1 - Math.atan(1 / t) / Math.PI;
      expectRelative(studentCdf(t, 1), cauchy, 1e-12);
      const root = Math.sqrt(2 + t * t);
      expectRelative(studentCdf(t, 2), t < 0 ? 1 / (root * (root - t)) : 0.5 + t / (2 * root), 1e-12);
    }
  });

  it("approaches the normal distribution", () => {
    for (const t of [-4, -1.96, 0, 1]) expect(Math.abs(studentCdf(t, 1e9) - normalCdf(t))).toBeLessThan(1e-9);
    // mpmath 1.3.0 with 60 digits: hypergeometric series.
    expectRelative(studentCdf(-3, 1e5), 0.0013502304420323595, 1e-11);
  });

  it("is symmetric and refuses what has no value", () => {
    expect(studentCdf(0, 7)).toBe(0.5);
    expect([studentCdf(-Infinity, 7), studentCdf(Infinity, 7)]).toEqual([0, 1]);
    fc.assert(
      fc.property(fc.double({min: -30, max: 30, noNaN: true}), fc.double({min: 0.5, max: 500, noNaN: true}), (t, n) => {
        expect(Math.abs(studentCdf(t, n) + studentCdf(-t, n) - 1)).toBeLessThan(1e-14);
      }),
    );
    expect(() => studentCdf(Number.NaN, 2)).toThrow(new Error("argument: t NaN"));
    expect(() => studentCdf(1, 0)).toThrow(new Error("argument: degrees of freedom 0"));
  });
});

describe("studentQuantile", () => {
  it("gives the printed tables", () => {
    const printed = [
      [0.975, 1, 12.706],
      [0.975, 10, 2.228],
      [0.995, 5, 4.032],
      [0.95, 30, 1.697],
    ] as const;
    for (const [p, degrees, t] of printed) expect(studentQuantile(p, degrees)).toBeCloseTo(t, 3);
  });

  it("has closed forms out to 1e-300", () => {
    for (const p of [1e-300, 1e-20, 1e-3, 0.2, 0.4]) {
      expectRelative(studentQuantile(p, 1), -1 / Math.tan(Math.PI * p), 1e-12);
      expectRelative(studentQuantile(p, 2), -(1 - 2 * p) / Math.sqrt(2 * p * (1 - p)), 1e-12);
    }
    expect([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3)]).toEqual([-Infinity, 0, Infinity]);
  });

  it("comes back to the probability", () => {
    fc.assert(
      fc.property(
        fc.double({min: 1e-12, max: 0.49, noNaN: true}),
        fc.double({min: 0.5, max: 1e5, noNaN: true}),
        (p, n) => {
          expectRelative(studentCdf(studentQuantile(p, n), n), p, 1e-10);
        },
      ),
    );
  });
});
