import type {Audience} from "../contract/edition.ts";
import {type Row, type TableName, type Tables, tableNames} from "../contract/tables.ts";

/** The rows a page may hold: everything for the county's audiences; for an LSU its own area, its municipalities and the county. */
export function audienceTables(tables: Tables, audience: Audience): Tables {
  if (audience.omraade === "fylke") return tables;
  const own = ownAreas(tables, audience.omraade);
  const kept = tableNames.map((name) => [
    name,
    (tables[name] as readonly Row<TableName>[]).filter((row) => isOwn(row, own)),
  ]);
  return Object.fromEntries(kept) as unknown as Tables;
}

function ownAreas(tables: Tables, lsu: string): ReadonlySet<string> {
  const municipalities = tables.omraade.filter((omraade) => omraade.lsu === lsu).map(({id}) => id);
  return new Set(["fylke", "hf", lsu, ...municipalities]);
}

function isOwn(row: Row<TableName>, own: ReadonlySet<string>): boolean {
  const area = areaOf(row as unknown as Readonly<Record<string, unknown>>);
  return area === null || own.has(area);
}

function areaOf(row: Readonly<Record<string, unknown>>): string | null {
  if (row.type === "kommune" || row.type === "lsu" || row.type === "fylke") return "aar" in row ? String(row.id) : null;
  const area = row.omraade ?? row.part ?? ("folketal" in row ? row.kommune : null);
  return area === null || area === undefined ? null : String(area);
}
