import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import type {Field} from "../../pipeline/contract/delivery.ts";
import {type Layout, parseLayout} from "../../pipeline/ingest/layout.ts";
import {type Day, isoOf} from "./days.ts";
import type {SenderSpec, Truths} from "./truths.ts";

/** One row of a register, by column name. */
export type RegisterRow = Readonly<Record<string, string>>;

/** Everything the plan is made from: what was planted, the registers and the layouts of the senders. */
export interface World {
  readonly truths: Truths;
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly registers: ReadonlyMap<string, readonly RegisterRow[]>;
}

const needed = [
  "kommune",
  "lsu_medlem",
  "folketal",
  "kategori",
  "kategori_mapping",
  "alvor_mapping",
  "forventa_levering",
  "pasientgruppe",
];

export function readWorld(folders: {registers: string; layouts: string}, truths: Truths): World {
  const rows = (name: string): [string, RegisterRow[]] => [name, readCsv(join(folders.registers, `${name}.csv`))];
  const layouts = readdirSync(folders.layouts)
    .filter((file) => file.endsWith(".json"))
    .map((file) => readLayout(join(folders.layouts, file)));
  return {
    truths,
    layouts: new Map(layouts.map((layout) => [layout.id, layout])),
    registers: new Map(needed.map(rows)),
  };
}

function readCsv(file: string): RegisterRow[] {
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  return Papa.parse<RegisterRow>(text, {header: true, skipEmptyLines: true}).data;
}

function readLayout(file: string): Layout {
  const layout = parseLayout(JSON.parse(readFileSync(file, "utf8")));
  if ("faults" in layout) throw new Error(`layout ${file}: ${layout.faults.join("; ")}`);
  return layout;
}

/** The rows of a register that hold on a day. */
export function rowsOn(world: World, register: string, day: Day): readonly RegisterRow[] {
  const iso = isoOf(day);
  return (world.registers.get(register) ?? []).filter(
    ({gyldig_fra = "", gyldig_til = ""}) => gyldig_fra <= iso && (gyldig_til === "" || iso <= gyldig_til),
  );
}

export function senderOf(world: World, id: string): SenderSpec {
  return found(world.truths.avsendarar[id], `sender ${id}`);
}

export function layoutOf(world: World, id: string): Layout {
  return found(world.layouts.get(id), `layout ${id}`);
}

/** The sender of this sort; the first where there are several. */
export function senderOfSort(world: World, slag: SenderSpec["slag"]): string {
  return found(
    Object.keys(world.truths.avsendarar).find((id) => senderOf(world, id).slag === slag),
    `sender of sort ${slag}`,
  );
}

export function hasField(world: World, avsendar: string, field: Field): boolean {
  return layoutOf(world, avsendar).columns.some((column) => column.field === field);
}

export function hasPseudonym(world: World, avsendar: string): boolean {
  return layoutOf(world, avsendar).columns.some((column) => column.role === "pseudonym");
}

export function lsuOf(world: World, kommunenr: string, day: Day): string {
  return found(rowsOn(world, "lsu_medlem", day).find((row) => row.kommunenr === kommunenr)?.lsu, `LSU of ${kommunenr}`);
}

/** The first day a kommune's number held. */
export function kommuneFrom(world: World, kommunenr: string, day: Day): string {
  return found(
    rowsOn(world, "kommune", day).find((row) => row.kommunenr === kommunenr)?.gyldig_fra,
    `kommune ${kommunenr}`,
  );
}

/** The names a sender uses for one of our categories on a day. */
export function categoryNames(world: World, avsendar: string, kategori: string, day: Day): readonly RegisterRow[] {
  return rowsOn(world, "kategori_mapping", day).filter((row) => row.avsendar === avsendar && row.kategori === kategori);
}

export function severityName(world: World, avsendar: string, alvor: string, day: Day): string {
  const row = rowsOn(world, "alvor_mapping", day).find(
    (mapping) => mapping.avsendar === avsendar && mapping.alvor === alvor,
  );
  return row?.original ?? "";
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`not found: ${what}`);
  return value;
}
