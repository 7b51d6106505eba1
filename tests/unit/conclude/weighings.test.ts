import {describe, expect, it} from "vitest";
import {weighings} from "../../../pipeline/conclude/weighings.ts";
import type {Tables} from "../../../pipeline/contract/tables.ts";

interface Line {
  readonly n: number | null;
  /** How many of them are moderate or worse; null when hidden. */
  readonly serious: number | null;
  readonly kommunar: number | null;
}

const at = {aar: 2025, omraade: "lsu-a"};

function tablesOf(lines: Readonly<Record<string, Line>>): Tables {
  const entries = Object.entries(lines);
  return {
    omraade: [
      {aar: 2025, id: "lsu-a", type: "lsu", lsu: null},
      ...["1", "2", "3", "4", "5"].map((id) => ({aar: 2025, id, type: "kommune", lsu: "lsu-a"})),
    ],
    melding_per_kategori: entries.map(([kategori, {n}]) => ({...at, kategori, retning: "alle", n})),
    andel_per_kategori: entries.map(([kategori, {serious}]) => ({...at, kategori, maal: "alvorleg", teljar: serious})),
    breidde_per_kategori: entries.map(([kategori, {kommunar}]) => ({...at, kategori, kommunar})),
  } as unknown as Tables;
}

const words = (lines: Readonly<Record<string, Line>>) =>
  Object.fromEntries(weighings(tablesOf(lines), 2025).map(({kategori, word}) => [kategori, word]));

describe("candidates under every weighting", () => {
  const small = {n: 10, serious: 1, kommunar: 1};

  it("is robust when it has most of everything, and outside when it has least of everything", () => {
    expect(
      words({
        A: {n: 40, serious: 20, kommunar: 5},
        B: {n: 30, serious: 12, kommunar: 4},
        C: {n: 25, serious: 8, kommunar: 3},
        D: small,
      }),
    ).toEqual({A: "robust", B: "robust", C: "robust", D: "utanfor"});
  });

  it("is open when it stands on one criterion and falls on another", () => {
    const found = words({
      A: {n: 40, serious: 20, kommunar: 5},
      B: {n: 39, serious: 19, kommunar: 5},
      C: {n: 30, serious: 3, kommunar: 5},
      D: {n: 12, serious: 9, kommunar: 2},
    });
    expect([found.A, found.B, found.C, found.D]).toEqual(["robust", "robust", "open", "open"]);
  });

  it("says less of one whose harm is hidden than of one whose harm is shown", () => {
    const others = {
      A: {n: 40, serious: 20, kommunar: 5},
      B: {n: 39, serious: 19, kommunar: 5},
      C: {n: 26, serious: 13, kommunar: 4},
    };
    const first = (serious: number | null) =>
      weighings(tablesOf({...others, D: {n: 25, serious, kommunar: 4}}), 2025).find(({kategori}) => kategori === "D")
        ?.first;
    expect(first(0)).toBe(0);
    expect(first(null)).toBeGreaterThan(0.05);
    expect(first(null)).toBeLessThan(0.95);
  });

  it("leaves out what is hidden or fits nowhere, and says nothing of fewer than three", () => {
    const lines = {A: {n: 40, serious: 20, kommunar: 5}, B: {n: 30, serious: 10, kommunar: 4}, C: small};
    const ids = (more: Readonly<Record<string, Line>>) => Object.keys(words({...lines, ...more}));
    expect(ids({ANN: small, UKJ: small, alle: {n: 90, serious: null, kommunar: null}})).toEqual(["A", "B", "C"]);
    expect(ids({C: {n: null, serious: null, kommunar: null}})).toEqual([]);
  });
});
