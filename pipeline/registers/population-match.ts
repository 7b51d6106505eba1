import type {RegionCount} from "./population.ts";

/** A municipality, or an earlier one, in the years on whose 1 January it was there. */
export interface KnownMunicipality {
  readonly kommunenr: string;
  /** The name in the register and every other way to write it. */
  readonly namn: readonly string[];
  readonly fraa: number;
  readonly til: number;
  /** It belongs to a committee, so that its number of inhabitants is needed. */
  readonly erMedlem: boolean;
}

/** A municipality of the source that is not in the register, or not as the source has it. */
export interface Unmatched {
  readonly region: string;
  readonly aar: readonly number[];
  readonly why: "outside" | "not_in_register" | "other_name" | "not_that_year" | "ambiguous";
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

export interface ChangedCount {
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

interface Context {
  readonly known: readonly KnownMunicipality[];
  /** How many regions have this name in one year. */
  readonly written: ReadonlyMap<string, number>;
}

const nameKey = (name: string, year: number): string => `${year} ${fold(name)}`;

function writtenOf(counts: readonly RegionCount[]): ReadonlyMap<string, number> {
  const written = new Map<string, number>();
  for (const {name, year} of counts) written.set(nameKey(name, year), (written.get(nameKey(name, year)) ?? 0) + 1);
  return written;
}

/** Countries, counties and what the source could not place are no municipalities. */
function isArea({number, written}: RegionCount): boolean {
  return number === null
    ? /^(?:[FK]?[-_ ]?\d{1,2}(?!\d)|.*\d{5}|K?-?Rest\b|Hele? lande|The whole country|Heile landet)/i.test(written)
    : number === "0000";
}

function municipalityOf(count: RegionCount, {known, written}: Context): KnownMunicipality | Unmatched["why"] {
  const {number, name, year} = count;
  const isThere = ({fraa, til}: KnownMunicipality): boolean => fraa <= year && year <= til;
  const same = known.filter((one) => (number === null ? isNamed(name, one) : one.kommunenr === number));
  if (same.length === 0) return number !== null && isOfOurs(number, known) ? "not_in_register" : "outside";
  const [found, ...more] = same.filter(isThere);
  if (found === undefined) return "not_that_year";
  if (number === null) return more.length === 0 && written.get(nameKey(name, year)) === 1 ? found : "ambiguous";
  return name === "" || same.some((one) => isNamed(name, one)) ? found : "other_name";
}

/** A number in the series of a county that has members of ours. */
function isOfOurs(number: string, known: readonly KnownMunicipality[]): boolean {
  return known.some(({kommunenr, erMedlem}) => erMedlem && kommunenr.slice(0, 2) === number.slice(0, 2));
}

/** Names in two languages have a dash between; the county after a name is no part of it; a broken letter may be any. */
function isNamed(name: string, {namn}: KnownMunicipality): boolean {
  const parts = [name, name.replace(/\s*\(.*\)$/, ""), ...name.split(/\s+[-–/]\s+/)].map(fold);
  const own = namn.map(fold);
  return parts.some((part) => own.some((one) => isSameName(part, one)));
}

function isSameName(part: string, own: string): boolean {
  if (!part.includes("\ufffd")) return part === own;
  const letters = part.split(/\ufffd+/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${letters.join(".{1,2}")}$`, "u").test(own);
}

function fold(name: string): string {
  return name.normalize("NFC").trim().toLocaleLowerCase("nb");
}
