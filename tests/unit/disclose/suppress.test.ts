import {describe, expect, it} from "vitest";
import type {Equation} from "../../../pipeline/disclose/equations.ts";
import {suppress, Unprotectable} from "../../../pipeline/disclose/suppress.ts";

type Row = readonly number[];

/** A table with its margins: cell `r.c`, margins `r.*` and `*.c`, and all of it `*.*`. */
function crossTable(rows: readonly Row[]) {
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const [down, across] = [[...Array(height).keys()], [...Array(width).keys()]];
  const at = (r: number | "*", c: number | "*"): number =>
    (r === "*" ? down : [r])
      .flatMap((row) => (c === "*" ? across : [c]).map((column) => rows[row]?.[column] ?? 0))
      .reduce((a, b) => a + b, 0);
  const places = (["*", ...down] as const).flatMap((r) => (["*", ...across] as const).map((c) => [r, c] as const));
  const cells = new Map(
    places.map(([r, c]) => [`${r}.${c}`, {value: at(r, c), weight: (r === "*" ? 10 : 1) * (c === "*" ? 10 : 1)}]),
  );
  const equations: Equation[] = [
    ...(["*", ...down] as const).map((r) => ({total: `${r}.*`, parts: across.map((c) => `${r}.${c}`)})),
    ...(["*", ...across] as const).map((c) => ({total: `*.${c}`, parts: down.map((r) => `${r}.${c}`)})),
  ];
  return {cells, equations};
}

const sorted = (keys: ReadonlySet<string>): string[] => [...keys].sort();

describe("what is hidden beside the small numbers", () => {
  it("is the cheapest rectangle where one number is small", async () => {
    const {hidden, weight} = await suppress({
      ...crossTable([
        [2, 20, 30],
        [20, 20, 30],
        [30, 30, 40],
      ]),
      threshold: 3,
    });
    expect(sorted(hidden)).toHaveLength(4);
    expect(hidden.has("0.0")).toBe(true);
    expect(weight).toBe(3);
  });

  it("is nothing where nothing is small", async () => {
    expect(
      (
        await suppress({
          ...crossTable([
            [9, 0],
            [7, 8],
          ]),
          threshold: 3,
        })
      ).hidden.size,
    ).toBe(0);
  });

  it("does not tell which of 1, 2, 3 and 4 the small ones are", async () => {
    const patterns = await Promise.all(
      [1, 2, 3, 4].map(async (n) => {
        const table = crossTable([
          [n, 5 - n, 12, 9],
          [5 - n, n, 8, 11],
          [14, 7, 9, 13],
        ]);
        return sorted((await suppress({...table, threshold: 5})).hidden);
      }),
    );
    expect(new Set(patterns.map((pattern) => pattern.join())).size).toBe(1);
  });

  it("is never what has been shown", async () => {
    const table = crossTable([
      [2, 20, 30],
      [20, 20, 30],
      [30, 30, 40],
    ]);
    const first = await suppress({...table, threshold: 3});
    const shown = new Set([...first.hidden].filter((key) => key !== "0.0"));
    const second = await suppress({...table, threshold: 3, shown});
    expect(sorted(second.hidden).filter((key) => shown.has(key))).toEqual([]);
  });

  it("is not found where it cannot be, and then nothing goes out", async () => {
    const table = crossTable([
      [2, 20],
      [20, 20],
    ]);
    const shown = new Set([...table.cells.keys()].filter((key) => key !== "0.0"));
    await expect(suppress({...table, threshold: 3, shown})).rejects.toThrow(Unprotectable);
  });

  it("leaves one who knows some of the cells as unsure as anybody", async () => {
    const table = crossTable([
      [2, 20, 30],
      [20, 20, 30],
      [30, 30, 40],
    ]);
    const alone = await suppress({...table, threshold: 3});
    const knows = new Set([...alone.hidden].filter((key) => key !== "0.0").slice(0, 1));
    const {hidden} = await suppress({...table, threshold: 3, attackers: [{name: "insider", knows}]});
    expect(sorted(hidden)).not.toEqual(sorted(alone.hidden));
    expect(hidden.has("0.0")).toBe(true);
  });

  it("is refused where the sums do not hold, and the numbers are not told", async () => {
    const {cells, equations} = crossTable([
      [2, 20],
      [20, 20],
    ]);
    const broken = new Map([...cells, ["0.0", {value: 1, weight: 1}]]);
    await expect(suppress({cells: broken, equations, threshold: 3})).rejects.toThrow(/^sum does not hold: [^\s]+$/);
  });
});
