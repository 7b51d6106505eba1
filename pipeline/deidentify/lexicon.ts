import {mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {eachForm} from "./dictionary.ts";
import {WordTable} from "./word-table.ts";

/** What is known of a word, one bit each. */
export const WORD = 1;
export const PROPER = 2;
export const GIVEN = 4;
export const SURNAME = 8;
export const PLACE = 16;
export const DRUG = 32;
export const ORGANISATION = 64;
export const EPONYM = 128;
export const ABBREVIATION = 256;
export const TERM = 512;
/** A name that is oftener a word. */
export const WEAK = 1024;
export const TITLE = 1 << 11;
export const PERSON = 1 << 12;
export const SIGNATURE = 1 << 13;
export const ACT = 1 << 14;
export const STATE = 1 << 15;
export const INSTITUTION = 1 << 16;
export const UNIT_NOUN = 1 << 17;
export const IN = 1 << 18;
export const AT = 1 << 19;
export const LINK = 1 << 20;
export const PARTICLE = 1 << 21;
export const POSSESSIVE = 1 << 22;
export const DISEASE = 1 << 23;
export const DOTTED = 1 << 24;
export const RARE = 1 << 25;
export const TRADE = 1 << 26;
export const NEAR = 1 << 27;
export const MEASURE = 1 << 28;
export const AGED = 1 << 29;
export const STAFF = 1 << 30;
/** A place so small that its name is oftener a family's. The last bit there is. */
export const SMALL = 1 << 31;

/** The word lists of the project, and what a word on them is. */
const lists = {
  fornamn: GIVEN,
  etternamn: SURNAME,
  tvitydig: WEAK,
  stadnamn: PLACE,
  bygd: PLACE | SMALL,
  legemiddel: DRUG,
  organisasjon: ORGANISATION,
  eponym: EPONYM,
  forkorting: ABBREVIATION,
  fagord: TERM,
} as const;

const sections: Readonly<Record<string, number>> = {
  tittel: TITLE | PERSON,
  person: PERSON,
  fagperson: PERSON | STAFF,
  signatur: SIGNATURE,
  handling: ACT,
  tilstand: STATE,
  institusjon: INSTITUTION,
  einingsord: UNIT_NOUN,
  i: IN,
  plasserings: AT,
  tilordning: LINK,
  partikkel: PARTICLE,
  genitiv: POSSESSIVE,
  sjukdom: DISEASE,
  eining: MEASURE,
  dott: DOTTED,
  sjeldan: RARE,
  yrke: TRADE,
  naer: NEAR,
  aldersnemning: AGED,
};

/** What a number is, by a word in front of it. */
export type NumberCue =
  | "sak"
  | "fnr"
  | "dnr"
  | "hjelpenr"
  | "id"
  | "hpr"
  | "tlf"
  | "foedd"
  | "adresse"
  | "bil"
  | "lab"
  | "maanad"
  | "eining";

const numberSections: ReadonlySet<string> = new Set<NumberCue>([
  "sak",
  "fnr",
  "dnr",
  "hjelpenr",
  "id",
  "hpr",
  "tlf",
  "foedd",
  "adresse",
  "bil",
  "lab",
  "maanad",
  "eining",
]);

/** Every word that recognition knows. */
export interface Lexicon {
  readonly table: WordTable;
  readonly numberCues: ReadonlyMap<string, ReadonlySet<NumberCue>>;
  readonly drugEndings: readonly string[];
  /** Given names that in lower case are words in common use. */
  readonly commonWords: ReadonlySet<string>;
}

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const languages = ["nb", "nn"] as const;
const FORMAT = 1;

let loaded: Lexicon | null = null;

/** The word lists, read at the first call. */
export function lexicon(): Lexicon {
  loaded ??= readLexicon(join(project, "data", "ordlister"));
  return loaded;
}

function readLexicon(folder: string): Lexicon {
  const read = (name: string): string[] => wordsIn(readFileSync(join(folder, `${name}.txt`), "utf8"));
  const table = readDictionaries();
  const drugEndings: string[] = [];
  for (const [name, bits] of Object.entries(lists)) {
    for (const word of read(name)) {
      if (word.startsWith("=")) drugEndings.push(word.slice(1));
      else table.add(word, bits);
    }
  }
  const numberCues = new Map<string, Set<NumberCue>>();
  for (const {section, word} of cuesIn(readFileSync(join(folder, "signalord.txt"), "utf8"))) {
    const bits = sections[section];
    if (bits !== undefined) table.add(word, bits);
    if (numberSections.has(section)) {
      table.add(word, TERM);
      numberCues.set(word, (numberCues.get(word) ?? new Set()).add(section as NumberCue));
    } else if (bits === undefined) throw new Error(`unknown section: ${section}`);
  }
  return {table, numberCues, drugEndings, commonWords: new Set(read("fellesord"))};
}

function wordsIn(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .flatMap((line) => line.split(/[\s-]+/))
    .filter((word) => word !== "");
}

const ENDINGS = ["", "en", "et", "a", "n", "ar", "er", "ane", "ene", "s", "ens"];

function* cuesIn(text: string): Generator<{readonly section: string; readonly word: string}> {
  let section = "";
  for (const line of text.split("\n")) {
    const head = line.match(/^\[(.+)\]$/)?.[1];
    if (head !== undefined) section = head;
    if (head !== undefined || line.startsWith("#")) continue;
    for (const entry of line.split(/\s+/).filter((word) => word !== "")) {
      const stem = entry.replace("*", "");
      for (const ending of entry.endsWith("*") ? ENDINGS : [""]) yield {section, word: stem + ending};
    }
  }
}

/** The forms of both dictionaries; worked out once for each version of them and kept beside the installed packages. */
function readDictionaries(): WordTable {
  const packages = languages.map(dictionaryFolder);
  const versions = packages.map((folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version);
  const kept = join(project, "node_modules", ".cache", "avvik", `ordbok-${FORMAT}-${versions.join("-")}.bin`);
  return readKept(kept) ?? keep(kept, expand(packages));
}

function dictionaryFolder(language: string): string {
  return dirname(createRequire(import.meta.url).resolve(`dictionary-${language}`));
}

function expand(packages: readonly string[]): WordTable {
  const table = new WordTable();
  for (const folder of packages) {
    const [dic, aff] = ["dic", "aff"].map((kind) => readFileSync(join(folder, `index.${kind}`), "utf8"));
    eachForm({dic: dic ?? "", aff: aff ?? ""}, (form, isProper) => table.add(form, isProper ? PROPER : WORD));
  }
  return table;
}

function readKept(file: string): WordTable | null {
  try {
    const bytes = readFileSync(file);
    return new WordTable(new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4));
  } catch {
    return null;
  }
}

/** A folder that cannot be written to only means that the forms are worked out at each start. */
function keep(file: string, table: WordTable): WordTable {
  try {
    mkdirSync(dirname(file), {recursive: true});
    const half = `${file}.${process.pid}`;
    writeFileSync(half, new Uint8Array(table.slots.buffer));
    renameSync(half, file);
  } catch {
    return table;
  }
  return table;
}
