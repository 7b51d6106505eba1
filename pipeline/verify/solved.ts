import type {Tables} from "../contract/tables.ts";
import {solvableCells} from "../disclose/published-attack.ts";
import type {Edition} from "./edition.ts";
import {readTables} from "./tables.ts";

/** The hidden numbers of one edition that can be worked out from its own tables. */
export function solvedFaults({name, manifest, files}: Edition): string[] {
  const tables = readTables(files);
  if (tables === null) return [`${name}: tabellane manglar eller let seg ikkje lese.`];
  const solved = solvedIn(tables, manifest.threshold);
  if (solved === null) return [`${name}: tabellane seier imot kvarandre.`];
  return solved.map((cell) => `${name}: eit skjult tal kan reknast ut (${placeOf(cell)}). Utgåva er stoppa.`);
}

/** Where a cell stands, for a person: its key without the totals. */
export function placeOf(key: string): string {
  const [year = "", quarter = "0", ...rest] = key.split("|");
  const when = quarter === "0" ? [year] : [year, `${quarter}. kvartal`];
  return [...when, ...rest.filter((part) => part !== "alle")].join(", ");
}

/** Null when two tables give one number two values, so that nothing can be reckoned from them. */
export function solvedIn(tables: Tables, threshold: number): string[] | null {
  try {
    return solvableCells(tables, threshold);
  } catch {
    return null;
  }
}
