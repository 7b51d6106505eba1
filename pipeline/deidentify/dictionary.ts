/** One word of a hunspell list and the letters of the rules it follows. */
interface Entry {
  readonly word: string;
  readonly rules: string;
}

/** A suffix: what is taken off, what is put on, and how the word must end. */
interface Suffix {
  readonly strip: string;
  readonly add: string;
  readonly when: RegExp | null;
}

/** A hunspell word list: the words (`.dic`) and the rules by which they are inflected (`.aff`). */
export interface Dictionary {
  readonly dic: string;
  readonly aff: string;
}

/** No rule looks further back than this. */
const ENDING = 6;

/**
 * Gives each form of each word to `take`, capitalised entries apart. Prefixes are left out: a word with one is read as a
 * compound.
 */
export function eachForm({dic, aff}: Dictionary, take: (form: string, isProper: boolean) => void): void {
  const suffixes = readSuffixes(aff);
  const seen = new Map<string, Suffix[]>();
  const applicable = (word: string, rule: string): Suffix[] => {
    const key = rule + word.slice(-ENDING);
    const known = seen.get(key);
    if (known !== undefined) return known;
    const found = (suffixes.get(rule) ?? []).filter(
      ({strip, when}) => word.endsWith(strip) && (when === null || when.test(word)),
    );
    seen.set(key, found);
    return found;
  };
  for (const {word, rules} of readEntries(dic)) {
    const isProper = word.charAt(0) !== word.charAt(0).toLowerCase();
    take(word, isProper);
    for (const rule of rules) {
      for (const {strip, add} of applicable(word, rule))
        take(word.slice(0, word.length - strip.length) + add, isProper);
    }
  }
}

function* readEntries(dic: string): Generator<Entry> {
  let start = dic.indexOf("\n") + 1;
  while (start < dic.length) {
    const newline = dic.indexOf("\n", start);
    const end = newline === -1 ? dic.length : newline;
    const slash = dic.indexOf("/", start);
    const split = slash === -1 || slash > end ? end : slash;
    if (split > start) yield {word: dic.slice(start, split), rules: dic.slice(split + 1, end).trim()};
    start = end + 1;
  }
}

function readSuffixes(aff: string): Map<string, Suffix[]> {
  const suffixes = new Map<string, Suffix[]>();
  for (const line of aff.split("\n")) {
    const [kind, letter, strip, add, when] = line.trim().split(/\s+/);
    if (kind !== "SFX" || letter === undefined || strip === undefined || add === undefined || when === undefined)
      continue;
    const suffix = {
      strip: strip === "0" ? "" : strip,
      add: add === "0" ? "" : (add.split("/")[0] ?? ""),
      when: when === "." ? null : new RegExp(`${when}$`),
    };
    suffixes.set(letter, [...(suffixes.get(letter) ?? []), suffix]);
  }
  return suffixes;
}
