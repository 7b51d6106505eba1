import {describe, expect, it} from "vitest";
import {exampleOpen, exampleSsu} from "../../../dashboard/examples/published.ts";
import type {Indicator} from "../../../pipeline/contract/samhandling.ts";
import {samhandling} from "../../../pipeline/report/chapters/samhandling.ts";
import {countyReport} from "../../../pipeline/report/county-report.ts";
import {databok} from "../../../pipeline/report/databok.ts";
import type {Block, TableBlock} from "../../../pipeline/report/document.ts";
import {newestYear, perDischarges, valueFor} from "../../../pipeline/report/samhandling.ts";
import {viewOf} from "../../../pipeline/report/view.ts";

const {tables, facts} = exampleSsu();
const places = [...new Set(tables.melding_per_kommune.map(({kommune}) => kommune))];
const indicator = (changes: Partial<Indicator> = {}): Indicator => ({
  ...{kode: "utskrivingar", nn: "Utskrivingar", nb: "Utskrivninger", eining: "tal", isNemnar: true},
  sources: [2023, 2024, 2025].map((aar) => ({aar, kjelde: "SYNTETISK", henta: "2026-01-15"})),
  values: places.map((kommune, index) => ({
    aar: facts.year,
    kommune,
    sjukehus: null,
    verdi: 400 + 10 * index,
    source: 2,
  })),
  ...changes,
});
const viewWith = (...samhandlingsdata: Indicator[]) =>
  viewOf(tables, samhandlingsdata.length === 0 ? facts : {...facts, samhandling: samhandlingsdata});
const tablesOf = (blocks: readonly Block[]): TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === "table");

describe("a published value", () => {
  const split = indicator({
    values: [
      {aar: 2024, kommune: "1", sjukehus: "A", verdi: 3, source: 0},
      {aar: 2024, kommune: "1", sjukehus: "B", verdi: 4, source: 0},
      {aar: 2024, kommune: "2", sjukehus: "A", verdi: 3, source: 0},
      {aar: 2024, kommune: "2", sjukehus: "B", verdi: null, source: 0},
      {aar: 2024, kommune: "3", sjukehus: null, verdi: 9, source: 0},
      {aar: 2027, kommune: "3", sjukehus: null, verdi: 9, source: 0},
    ],
  });

  it("is the municipality's own, or the sum over hospitals where all of them show a count", () => {
    expect(["1", "2", "3", "4"].map((kommune) => valueFor(split, 2024, kommune))).toEqual([7, null, 9, undefined]);
    expect(valueFor({...split, eining: "prosent"}, 2024, "1")).toBeNull();
  });

  it("is of the newest year there is, but never of one after the report", () => {
    expect([2023, 2025, 2027].map((year) => newestYear(split, year))).toEqual([undefined, 2024, 2027]);
  });
});

describe("reports per 1 000 discharges", () => {
  const rows = perDischarges(viewWith(indicator()), "K2H");

  it("are the count over the discharges, with the interval of the count", () => {
    const shown = rows.filter(({status, n}) => status === "published" && (n ?? 0) > 0);
    expect(shown.length).toBeGreaterThan(3);
    for (const {n, rate, nedre, oevre, utskrivingar, kommune} of shown) {
      const own = tables.melding_per_kommune.find(
        (row) => row.kommune === kommune && row.aar === facts.year && row.retning === "K2H",
      );
      expect(((rate ?? 0) * (utskrivingar ?? 0)) / 1000).toBeCloseTo(n ?? 0, 0);
      expect((oevre ?? 0) / (rate ?? 1)).toBeCloseTo((own?.oevre ?? 0) / (own?.rate ?? 1), 9);
      expect(nedre).toBeLessThan(oevre ?? 0);
    }
  });

  it("are not there where the reports are hidden, or the discharges are not published", () => {
    for (const {status, rate} of rows) if (status !== "published") expect(rate).toBeNull();
    const hidden = indicator({values: indicator().values.map((value) => ({...value, verdi: null}))});
    expect(perDischarges(viewWith(hidden), "K2H").every(({rate}) => rate === null)).toBe(true);
  });
});

describe("the chapter", () => {
  it("is not there when nothing is loaded, and the report is then as it was", () => {
    expect(samhandling(viewWith())).toEqual([]);
    const later = indicator({values: indicator().values.map((value) => ({...value, aar: facts.year + 1}))});
    expect(samhandling(viewWith(later))).toEqual([]);
    expect(JSON.stringify(countyReport(tables, facts).blocks)).not.toMatch(/Samhandlingsdata/);
  });

  it("shows every municipality with its source and day, and says whose numbers they are", () => {
    const [values, rates] = tablesOf(samhandling(viewWith(indicator())));
    expect(values?.source).toBe("Utskrivingar: SYNTETISK, henta 15.1.2026.");
    expect(values?.rows).toHaveLength(rates?.rows.length ?? 0);
    expect(rates?.columns[1]?.title).toBe("Utskrivingar");
  });

  it("names the source of the year shown, and every one where there are several, not the one fetched last", () => {
    const year = facts.year;
    const sources = [
      {aar: year - 1, kjelde: "Ettersend", henta: "2026-02-01"},
      {aar: year, kjelde: "Fyrste tabell", henta: "2026-01-05"},
      {aar: year, kjelde: "Andre tabell", henta: "2026-01-06"},
    ];
    const [values] = tablesOf(samhandling(viewWith(indicator({sources}))));
    expect(values?.source).toBe(
      "Utskrivingar: Fyrste tabell, henta 5.1.2026. Utskrivingar: Andre tabell, henta 6.1.2026.",
    );
  });

  it("ends in a decision, also where discharges are missing for somebody", () => {
    const few = indicator({values: indicator().values.slice(0, -1)});
    const last = samhandling(viewWith(few)).at(-1);
    expect(last?.kind === "decision" && last.items).toEqual([
      expect.stringContaining("prosessmål"),
      expect.stringContaining("hentar «Utskrivingar» for"),
    ]);
  });

  it("splits by hospital where the source does", () => {
    const values = places.flatMap((kommune) =>
      ["A", "B"].map((sjukehus) => ({aar: facts.year, kommune, sjukehus, verdi: 3, source: 2})),
    );
    const all = tablesOf(samhandling(viewWith(indicator({values, isNemnar: false}))));
    expect(all.map(({columns}) => columns.slice(1).map(({title}) => title))).toEqual([
      [expect.stringContaining("Utskrivingar, tal")],
      ["A", "B"],
    ]);
  });
});

describe.each([
  ["moete", exampleSsu, 3],
  ["open", exampleOpen, 5],
] as const)("a reader of %s who turns the rates per discharge round", (_, edition, threshold) => {
  const {tables: shown, facts: own} = edition();
  const loaded = {...own, samhandling: [indicator()]};

  it("finds no count from one up to the threshold, nor a rate beside the sign of a hidden one", () => {
    const [, rates] = tablesOf(samhandling(viewOf(shown, loaded)));
    const found = (rates?.rows ?? []).flatMap(([, discharges, ...cells]) =>
      [0, 3].map((at) => ({discharges, n: cells[at], rate: cells[at + 1], interval: cells[at + 2]})),
    );
    const behind = found.flatMap(({discharges, rate}) =>
      discharges?.kind === "number" && rate?.kind === "number" ? [(rate.value * discharges.value) / 1000] : [],
    );
    expect(behind.length).toBeGreaterThan(10);
    expect(behind.filter((n) => Math.round(n) > 0 && Math.round(n) < threshold)).toEqual([]);
    const hidden = found.filter(({n}) => n?.kind === "sign" && n.status === "hidden");
    expect(hidden.length).toBeGreaterThan(0);
    for (const {rate, interval} of hidden) {
      expect([rate, interval]).toEqual(Array(2).fill({kind: "sign", status: "hidden"}));
    }
  });

  it("meets the same chapter and data book whatever number might stand behind the sign of a hidden cell", () => {
    const made = (n: number | null): string => {
      const melding_per_kommune = shown.melding_per_kommune.map((row) =>
        row.status === "hidden" ? {...row, n, rate: n, nedre: n, oevre: n} : row,
      );
      const view = viewOf({...shown, melding_per_kommune}, loaded);
      return JSON.stringify([samhandling(view), databok(view).sheets.at(-1)]);
    };
    expect(made(null)).toContain("1 000 utskrivingar");
    for (const n of [1, 2, 3, 4]) expect(made(n) === made(null), `with ${n} behind the sign`).toBe(true);
  });
});

describe("the data book", () => {
  it("has every value with its own source, hidden ones as their sign, and no sheet where nothing is loaded", () => {
    const values = [{aar: 2024, kommune: places[0] ?? "", sjukehus: null, verdi: null, source: 0}];
    const sheet = databok(viewWith(indicator({values}))).sheets.at(-1);
    expect(sheet?.name).toBe("Samhandlingsdata");
    expect(sheet?.rows[0]?.slice(4)).toEqual(["Alle", ":", "SYNTETISK", "15.1.2026"]);
    const two = [
      {aar: 2024, kjelde: "Fyrste tabell", henta: "2026-01-05"},
      {aar: 2024, kjelde: "Andre tabell", henta: "2026-01-06"},
    ];
    const each = [0, 1].map((source) => ({aar: 2024, kommune: places[source] ?? "", sjukehus: null, verdi: 3, source}));
    const told = databok(viewWith(indicator({sources: two, values: each}))).sheets.at(-1);
    expect(told?.rows.map((row) => row.slice(6)).sort()).toEqual([
      ["Andre tabell", "6.1.2026"],
      ["Fyrste tabell", "5.1.2026"],
    ]);
    expect(databok(viewWith()).sheets.some(({name}) => name === "Samhandlingsdata")).toBe(false);
  });
});
