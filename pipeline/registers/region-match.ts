/** A region as a source writes it, in one year. */
export interface Region {
  readonly number: string | null;
  readonly name: string;
  readonly written: string;
  readonly year: number;
}

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

/** Why a region of the source is no municipality of the register in that year. */
export type NotFound = "outside" | "not_in_register" | "other_name" | "not_that_year" | "ambiguous";

interface Context {
  readonly known: readonly KnownMunicipality[];
  /** How many regions have this name in one year. */
  readonly written: ReadonlyMap<string, number>;
}

const nameKey = (name: string, year: number): string => `${year} ${fold(name)}`;

/** For each name and year, how many regions of the source have it. */
export function writtenOf(counts: readonly Region[]): ReadonlyMap<string, number> {
  const written = new Map<string, number>();
  for (const {name, year} of counts) written.set(nameKey(name, year), (written.get(nameKey(name, year)) ?? 0) + 1);
  return written;
}

/** Countries, counties and what the source could not place are no municipalities. */
export function isArea({number, written}: Region): boolean {
  return number === null
    ? /^(?:[FK]?[-_ ]?\d{1,2}(?!\d)|.*\d{5}|K?-?Rest\b|Hele? lande|The whole country|Heile landet)/i.test(written)
    : number === "0000";
}

/** By its number, held against the name; by the name where there is no number. Why not, where none is found. */
export function municipalityOf(count: Region, {known, written}: Context): KnownMunicipality | NotFound {
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
