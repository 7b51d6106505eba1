import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {exampleSsu} from "../../dashboard/examples/published.ts";
import type {PageFacts} from "../../pipeline/contract/edition.ts";
import type {Since} from "../../pipeline/contract/since.ts";
import type {Tables} from "../../pipeline/contract/tables.ts";
import {sinceBlocks, sinceRows, sinceSentence} from "../../pipeline/report/since-table.ts";
import {viewOf} from "../../pipeline/report/view.ts";
import {changesSinceYearBefore} from "../../pipeline/since.ts";
import {editionOf} from "../support/edition.ts";
import {writeEditions} from "../support/write-editions.ts";

const out = mkdtempSync(join(tmpdir(), "avvik-since-"));
afterAll(() => rmSync(out, {recursive: true, force: true}));

const {tables, facts} = exampleSsu();
const file = (name: string, sha256: string) => ({file: name, sha256, bytes: 1});
const before = {
  registers: [file("kategori.csv", "a"), file("rute.csv", "a"), file("gammal.csv", "a")],
  layouts: [file("hf.json", "a")],
};
const now = {
  ...{edition: "moete" as const, year: 2026, datagrunnlag: "SYNTETISK" as const, threshold: 5, program: "ny"},
  registers: [file("folketal.csv", "b"), file("kategori.csv", "b"), file("rute.csv", "a")],
  layouts: [file("hf.json", "a")],
};

/** The tables of the year after: one number and one hidden cell revised, a break, a category renamed, a municipality moved. */
function changedTables(): Tables {
  const [one, two, ...rest] = tables.melding_per_kategori;
  const [brot] = tables.brot;
  const [first, ...categories] = tables.kategori;
  if (!one || !two || !brot || !first) throw new Error("the example has no rows");
  const moved = tables.omraade
    .filter(({aar}) => aar === 2025)
    .map((row) => ({
      ...row,
      aar: 2026,
      ...(row.namn === "Vestnes" ? {lsu: "lsu-alesund"} : {}),
    }));
  return {
    ...tables,
    melding_per_kategori: [
      {...one, n: (one.n ?? 0) + 1, status: "published"},
      {...two, n: null, nedre: null, oevre: null, status: "hidden"},
      ...rest,
    ],
    brot: [...tables.brot, {...brot, id: "nytt", dato: "2026-03-01", nn: "Nytt system", nb: "Nytt system"}],
    kategori: [{...first, nn: "Ny innlegging", nb: "Ny innleggelse"}, ...categories],
    omraade: [...tables.omraade, ...moved],
  };
}

let since: Since | null;
beforeAll(() => {
  const edition = editionOf("moete", tables, {facts});
  writeEditions(join(out, "2025"), [{...edition, manifest: {...edition.manifest, ...before}}]);
  since = changesSinceYearBefore(out, now, changedTables());
});

describe("what has changed since the edition of the year before", () => {
  it("is every kind of change, counted", () => {
    expect(since).toEqual({
      year: 2025,
      runId: "2025-M-07",
      threshold: 3,
      registers: [
        {file: "folketal.csv", change: "ny"},
        {file: "gammal.csv", change: "borte"},
        {file: "kategori.csv", change: "endra"},
      ],
      layouts: [],
      isOtherProgram: true,
      revised: [{table: "melding_per_kategori", rows: 2}],
      breaks: ["nytt"],
      categories: [{nn: "Ny innlegging", nb: "Ny innleggelse", change: "endra"}],
      moved: [{namn: "Vestnes", from: "Molde", to: "Ålesund"}],
    });
  });

  it("is nothing when the edition is of other deliveries, of another kind, or not there", () => {
    expect(changesSinceYearBefore(out, {...now, datagrunnlag: "leveringar"}, tables)).toBeNull();
    expect(changesSinceYearBefore(out, {...now, edition: "open"}, tables)).toBeNull();
    expect(changesSinceYearBefore(out, {...now, year: 2025}, tables)).toBeNull();
  });

  it.each(["nn", "nb"] as const)("is told in %s, each thing once", (language) => {
    const told = (own: Partial<PageFacts>, of = changedTables()) =>
      viewOf(of, {...facts, year: 2026, threshold: 5, ...own, audience: {...facts.audience, language}});
    const view = told({since});
    const rows = sinceRows(view).map((row) => row.join(": "));
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatch(language === "nn" ? /2 rader med andre tal/ : /2 rader med andre tall/);
    for (const part of ["1.3.2026: Nytt system", "Ny innl", "Vestnes", "3 til 5", "gammal (borte)"])
      expect(
        rows.filter((row) => row.includes(part)),
        part,
      ).toHaveLength(1);
    expect(sinceBlocks(view)[0]).toMatchObject({kind: "table", subtitle: expect.stringMatching(/n\s=\s7$/)});
    expect(sinceSentence(view)).toMatch(/2025/);
    expect(rows.join(" ")).not.toMatch(/undefined|null|NaN/);
  });

  it("is said plainly when nothing has changed, and when there is nothing to compare with", () => {
    const quiet: Since = {
      year: 2024,
      runId: "a",
      threshold: 3,
      registers: [],
      layouts: [],
      isOtherProgram: false,
      revised: [],
      breaks: [],
      categories: [],
      moved: [],
    };
    const view = viewOf(tables, {...facts, since: quiet, frozenYears: [2023, 2024]});
    expect(sinceRows(view)).toEqual([
      ["Tal for tidlegare år", "Ingen tal er endra: 2023–2024 står slik dei stod i førre utgåve."],
    ]);
    expect(sinceSentence(view)).toBe("Ingenting er endra sidan utgåva for 2024 (a).");
    expect(sinceBlocks(viewOf(tables, facts))).toMatchObject([
      {kind: "paragraph", text: expect.stringMatching(/ikkje i mappa/)},
    ]);
    expect(sinceSentence(viewOf(tables, facts))).toBe("");
  });
});
