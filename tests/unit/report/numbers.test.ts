import {describe, expect, it} from "vitest";
import {bothSides} from "../../../dashboard/findings/tillit.ts";
import {number, rate} from "../../../dashboard/text/numbers.ts";
import {texts} from "../../../dashboard/text/text.ts";
import {type CellStatus, cellSign} from "../../../pipeline/contract/cell.ts";
import {tableNames} from "../../../pipeline/contract/tables.ts";
import {countyReport} from "../../../pipeline/report/county-report.ts";
import {lsuIds, melding, seenFrom, type View} from "../../../pipeline/report/view.ts";
import {cellsOf, exampleDocx, exampleReport, exampleView, grids, plain} from "./examples.ts";

type Counted = {readonly status: CellStatus; readonly n: number | null} | undefined;

function asWritten(row: Counted): string {
  if (row?.status === "published" && row.n !== null) return number(row.n);
  return cellSign[(row?.status ?? "missing") as keyof typeof cellSign];
}

function areasOf(view: View): View[] {
  return ["fylke", ...lsuIds(view)].map((omraade) => seenFrom(view, omraade));
}

describe.each(["nn", "nb"] as const)("the numbers of the docx in %s", {timeout: 90_000}, (language) => {
  const view = exampleView(language);
  const t = texts[language];
  const tables = exampleDocx(language).then((parts) => grids(parts.get("word/document.xml") ?? ""));

  it("are the rows' numbers in the category table of every area", async () => {
    const found = (await tables).filter(([head]) => head?.at(-1) === t.changeFrom(2024));
    expect(found).toHaveLength(5);
    areasOf(view).forEach((area, index) => {
      const [, total, ...rows] = found[index] ?? [];
      expect(total?.[2], area.omraade).toBe(asWritten(melding(area)));
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) {
        const kategori = view.tables.kategori.find((own) => own.akse === "feiltype" && own[language] === row[0])?.kode;
        const of = (retning: string) => asWritten(melding(area, {kategori: kategori ?? "", retning}));
        expect([row[2], row[5], row[6]], `${area.omraade} ${row[0]}`).toEqual(["alle", "K2H", "H2K"].map(of));
      }
    });
  });

  it("are the rows' numbers in the quarter table of every area", async () => {
    const found = (await tables).filter((table) => table[1]?.[0] === t.year);
    areasOf(view).forEach((area, index) => {
      const rows = found[index]?.slice(2) ?? [];
      expect(rows.map(([year]) => year?.slice(0, 4))).toEqual(["2023", "2024", "2025"]);
      if (index === 0) expect(rows.map(([year]) => plain(year ?? ""))).toEqual(["2023", "2024", "2025 * |"]);
      for (const row of rows) {
        const expected = ["K2H", "H2K"].flatMap((retning) => [
          ...[1, 2, 3, 4].map((kvartal) => {
            const key = {aar: Number(row[0]?.slice(0, 4)), kvartal, omraade: area.omraade, kategori: "alle", retning};
            const own = view.tables.melding_per_kvartal.find((one) =>
              Object.entries(key).every(([name, value]) => one[name as keyof typeof key] === value),
            );
            return asWritten(own);
          }),
          asWritten(melding(area, {retning, aar: Number(row[0]?.slice(0, 4))})),
        ]);
        expect(row.slice(1), `${area.omraade} ${row[0]}`).toEqual(expected);
      }
    });
  });

  it("are the rows' numbers for every municipality, and the municipalities stand by name", async () => {
    const found = (await tables).filter((table) => table[1]?.[0] === t.kommune);
    lsuIds(view).forEach((lsu, index) => {
      const rows = found[index]?.slice(2) ?? [];
      const own = view.tables.omraade.filter((row) => row.aar === 2025 && row.lsu === lsu);
      const names = own.map(({namn}) => namn).sort((a, b) => a.localeCompare(b, "nb"));
      expect(rows.map(([name]) => name)).toEqual(names);
      for (const row of rows) {
        const id = own.find(({namn}) => namn === row[0])?.id;
        const of = (retning: string) =>
          view.tables.melding_per_kommune.find(
            (one) => one.aar === 2025 && one.kommune === id && one.retning === retning,
          );
        const k2h = of("K2H");
        expect([row[2], row[5]], row[0]).toEqual([asWritten(k2h), asWritten(of("H2K"))]);
        expect(row[3], row[0]).toBe(k2h?.rate == null ? asWritten(k2h) : rate(k2h.rate));
      }
    });
  });
});

it.each(["open", "moete"] as const)("every number of the %s report is in a published row", (edition) => {
  const view = exampleView("nn", edition);
  const known = new Set<unknown>(
    tableNames.flatMap((name) => view.tables[name].flatMap((row) => Object.values(row as Record<string, unknown>))),
  );
  known.add(bothSides(view)?.hendingar);
  const numbers = cellsOf(exampleReport("nn", edition).blocks).filter((cell) => cell.kind === "number");
  expect(numbers.length).toBeGreaterThan(200);
  for (const cell of numbers) {
    expect(known.has(cell.value), String(cell.value)).toBe(true);
    if (cell.range) expect([known.has(cell.range.lower), known.has(cell.range.upper)]).toEqual([true, true]);
  }
});

it("shows a fully hidden county as signs, never as zero or nothing", () => {
  const {tables, facts} = exampleView("nn");
  const empty = {n: null, nedre: null, oevre: null, status: "hidden" as const};
  const hidden = {
    ...tables,
    melding_per_kategori: tables.melding_per_kategori.map((row) => ({...row, ...empty})),
    melding_per_kvartal: tables.melding_per_kvartal.map((row) => ({...row, ...empty})),
  };
  const blocks = countyReport(hidden, facts).blocks;
  const quarterly = blocks.filter((block) => block.kind === "table" && block.columns.length === 11);
  expect(quarterly.map((block) => block.kind === "table" && block.title)).not.toContain("Tala bak figuren");
  expect(blocks.filter((block) => block.kind === "chart" && block.subtitle.includes("per kvartal"))).toEqual([]);
  expect(quarterly).toHaveLength(5);
  for (const cell of cellsOf(quarterly).filter(({kind}) => kind !== "text")) {
    expect(cell).toEqual({kind: "sign", status: "hidden"});
  }
});
