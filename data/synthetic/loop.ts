import {readFileSync} from "node:fs";
import {join} from "node:path";
import {randomFor} from "./random.ts";

/** What came of the one tiltak an LSU tried, as planted: this is what the report of the next year must find again. */
export interface PlantedTiltak {
  readonly lsu: string;
  readonly utfall: "verka" | "verka_ikkje" | "kan_ikkje_vite" | "aldri_proevd";
  /** How many the measure is counted among each month, and the share that is right before and after. */
  readonly av: number;
  readonly foer: number;
  readonly etter: number;
  /** Months counted after the decision. */
  readonly maanader: number;
}

export function readPlantedTiltak(): PlantedTiltak[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, "loop.json"), "utf8")) as PlantedTiltak[];
}

/** The table of a tiltak filled in: month by month, a share drawn as so many out of so many. Same seed, same numbers. */
export function countsOf(
  {av, foer, etter, maanader}: PlantedTiltak,
  {before, after, seed}: {readonly before: readonly string[]; readonly after: readonly string[]; readonly seed: number},
): ReadonlyMap<string, {readonly teljar: number; readonly nemnar: number}> {
  const random = randomFor(seed, "tiltak");
  const months = [
    ...(maanader === 0 ? [] : before.map((period) => [period, foer] as const)),
    ...after.slice(0, maanader).map((period) => [period, etter] as const),
  ];
  return new Map(
    months.map(([period, share]) => {
      const teljar = Array.from({length: av}, () => random.next()).filter((drawn) => drawn < share).length;
      return [period, {teljar, nemnar: av}] as const;
    }),
  );
}
