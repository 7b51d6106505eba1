import type {RegionCount} from "./population.ts";
import {isArea, type KnownMunicipality, municipalityOf, type NotFound, writtenOf} from "./region-match.ts";

/** A municipality of the source that is not in the register, or not as the source has it. */
export interface Unmatched {
  readonly region: string;
  readonly aar: readonly number[];
  readonly why: NotFound;
}

interface Matched {
  readonly aar: number;
  readonly kommunenr: string;
  readonly folketal: number;
}

export interface PopulationMatch {
  readonly matched: readonly Matched[];
  readonly unmatched: readonly Unmatched[];
  /** Members of a committee that the source has no number for. */
  readonly missing: readonly {readonly kommunenr: string; readonly namn: string; readonly aar: number}[];
}

/** What a file of SSB table 07459 has done to the register of inhabitants. */
export interface PopulationImport extends Omit<PopulationMatch, "matched"> {
  readonly file: string;
  readonly years: readonly number[];
  /** Years before the registers begin: nothing of them is taken in. */
  readonly tooEarly: readonly number[];
  readonly added: number;
  readonly changed: readonly ChangedCount[];
  readonly same: number;
}

interface ChangedCount {
  readonly aar: number;
  readonly kommunenr: string;
  readonly before: number;
  readonly after: number;
}

/**
 * Finds the municipality of each region by its number, and holds its name against the register; by its name where it
 * has no number. A number of inhabitants is never taken for a year in which the municipality was not there.
 */
export function matchPopulation(counts: readonly RegionCount[], known: readonly KnownMunicipality[]): PopulationMatch {
  const matched = new Map<string, Matched>();
  const unmatched = new Map<string, {region: string; why: Unmatched["why"]; aar: number[]}>();
  const written = writtenOf(counts);
  for (const count of counts) {
    if (isArea(count)) continue;
    const found = municipalityOf(count, {known, written});
    if (typeof found === "string") {
      if (count.count === null || count.count === 0) continue;
      const key = `${found} ${count.written}`;
      const before = unmatched.get(key) ?? {region: count.written, why: found, aar: []};
      unmatched.set(key, {...before, aar: [...before.aar, count.year]});
    } else if (count.count !== null && count.count > 0) {
      const {year: aar, count: folketal} = count;
      matched.set(`${aar} ${found.kommunenr}`, {aar, kommunenr: found.kommunenr, folketal});
    }
  }
  const years = [...new Set(counts.map(({year}) => year))].sort();
  const missing = years.flatMap((aar) =>
    known
      .filter(
        ({kommunenr, fraa, til, erMedlem}) =>
          erMedlem && fraa <= aar && aar <= til && !matched.has(`${aar} ${kommunenr}`),
      )
      .map(({kommunenr, namn}) => ({kommunenr, namn: namn[0] ?? "", aar})),
  );
  return {matched: [...matched.values()], unmatched: [...unmatched.values()], missing};
}
