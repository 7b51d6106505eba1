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
  return solved.map((cell) => `${name}: eit skjult tal kan reknast ut (${cell}). Utgåva er stoppa.`);
}

/** Null when two tables give one number two values, so that nothing can be reckoned from them. */
export function solvedIn(tables: Tables, threshold: number): string[] | null {
  try {
    return solvableCells(tables, threshold);
  } catch {
    return null;
  }
}
