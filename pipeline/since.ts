import {join} from "node:path";
import type {Manifest} from "./contract/manifest.ts";
import type {ChangedFile, Since} from "./contract/since.ts";
import {
  type Column,
  type Row,
  type TableName,
  type Tables,
  tables as tableDefinitions,
  tableNames,
} from "./contract/tables.ts";
import type {FinishedEdition} from "./verify/edition.ts";
import {findEditions, readEdition} from "./verify/folder.ts";
import {readTables} from "./verify/tables.ts";

type Now = Pick<Manifest, "edition" | "year" | "datagrunnlag" | "threshold" | "program" | "registers" | "layouts">;

/** What has changed since the same edition of the year before; null when that one does not lie in the folder of results. */
export function changesSinceYearBefore(out: string, now: Now, tables: Tables): Since | null {
  const before = findEditions(join(out, String(now.year - 1)))
    .flatMap((folder) => readEdition(folder) ?? [])
    .find(({name, manifest}) => name === now.edition && manifest.datagrunnlag === now.datagrunnlag);
  const old = before === undefined ? null : readTables(before.files);
  return before === undefined || old === null ? null : since(before, old, {now, tables});
}

function since(
  {manifest}: FinishedEdition,
  old: Tables,
  {now, tables}: {readonly now: Now; readonly tables: Tables},
): Since {
  const known = new Set(old.brot.map(({id}) => id));
  return {
    year: manifest.year,
    runId: manifest.runId,
    threshold: manifest.threshold,
    registers: changedFiles(manifest.registers, now.registers),
    layouts: changedFiles(manifest.layouts, now.layouts),
    isOtherProgram: manifest.program !== now.program,
    revised: tableNames.flatMap((table) => {
      const rows = revisedRows(table, old[table], tables[table]);
      return rows === 0 ? [] : [{table, rows}];
    }),
    breaks: tables.brot.filter(({id}) => !known.has(id)).map(({id}) => id),
    categories: changedCategories(old.kategori, tables.kategori),
    moved: moved(old.omraade, tables.omraade, {from: manifest.year, to: now.year}),
  };
}

type Fingerprints = readonly {readonly file: string; readonly sha256: string}[];

function changedFiles(before: Fingerprints, now: Fingerprints): ChangedFile[] {
  const old = new Map(before.map(({file, sha256}) => [file, sha256]));
  const names = new Set(now.map(({file}) => file));
  return [
    ...now.flatMap(({file, sha256}): ChangedFile[] => {
      if (!old.has(file)) return [{file, change: "ny"}];
      return old.get(file) === sha256 ? [] : [{file, change: "endra"}];
    }),
    ...[...old.keys()].filter((file) => !names.has(file)).map((file): ChangedFile => ({file, change: "borte"})),
  ].sort((a, b) => a.file.localeCompare(b.file));
}

/** Rows of a measured table that stand in both editions and differ; tables without a status hold no numbers. */
function revisedRows<N extends TableName>(table: N, before: readonly Row<N>[], now: readonly Row<N>[]): number {
  const {key, columns} = tableDefinitions[table];
  if (!("status" in columns) || !(key as readonly string[]).includes("aar")) return 0;
  const keyOf = (row: Row<N>) => key.map((column) => String(row[column as keyof Row<N>])).join("|");
  const told = (row: Row<N>) => shownIn(columns, row as unknown as Shown);
  const old = new Map(before.map((row) => [keyOf(row), told(row)]));
  return now.filter((row) => old.has(keyOf(row)) && old.get(keyOf(row)) !== told(row)).length;
}

type Shown = Readonly<Record<string, unknown>>;

/** What a reader sees of a row: a measure only where it is published. */
function shownIn(columns: Readonly<Record<string, Column>>, row: Shown): string {
  const values = Object.entries(columns).map(([name, {measure}]) =>
    measure && row.status !== "published" ? null : (row[name] ?? null),
  );
  return JSON.stringify(values);
}

type Category = Row<"kategori">;

function changedCategories(before: readonly Category[], now: readonly Category[]): Since["categories"] {
  const keyOf = ({akse, kode}: Category) => `${akse} ${kode}`;
  const meaning = ({nn, nb, definisjon_nn, definisjon_nb}: Category) =>
    [nn, nb, definisjon_nn, definisjon_nb].join("|");
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const fresh = new Set(now.map(keyOf));
  return [
    ...now.flatMap((row) => {
      const same = old.get(keyOf(row));
      if (same !== undefined && meaning(same) === meaning(row)) return [];
      return [{nn: row.nn, nb: row.nb, change: same === undefined ? ("ny" as const) : ("endra" as const)}];
    }),
    ...before.filter((row) => !fresh.has(keyOf(row))).map(({nn, nb}) => ({nn, nb, change: "borte" as const})),
  ];
}

/** By municipality: a new number is another municipality, even where the name is the same. */
function moved(
  before: readonly Row<"omraade">[],
  now: readonly Row<"omraade">[],
  years: {readonly from: number; readonly to: number},
): Since["moved"] {
  const of = (rows: readonly Row<"omraade">[], year: number) =>
    new Map(rows.filter(({aar, type}) => aar === year && type === "kommune").map((row) => [row.id, row]));
  const lsuName = (rows: readonly Row<"omraade">[], id: string | null) =>
    rows.find((row) => row.type === "lsu" && row.id === id)?.namn ?? null;
  const [old, fresh] = [of(before, years.from), of(now, years.to)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])];
  return ids
    .map((id) => ({
      namn: fresh.get(id)?.namn ?? old.get(id)?.namn ?? id,
      from: lsuName(before, old.get(id)?.lsu ?? null),
      to: lsuName(now, fresh.get(id)?.lsu ?? null),
    }))
    .filter(({from, to}) => from !== to)
    .sort((a, b) => a.namn.localeCompare(b.namn, "nb"));
}
