import type {Span, SpanType} from "./span.ts";

/** What else a remembered name part may mean: a word of the language, a place, or nothing. */
type Meaning = "ordinary" | "place" | "none";

/** The persons one row is known to be about: what its person columns say and what was found in its texts. */
export interface Memory {
  readonly parts: ReadonlyMap<string, Meaning>;
  readonly initials: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, SpanType>;
}

/** What a word means besides a person; `isOrdinary` is asked with lower case. */
export interface Words {
  readonly isPlace: (word: string) => boolean;
  readonly isOrdinary: (word: string) => boolean;
}

/** `undecided` are places named like the person: whoever reads the row must say which it is. */
export interface Remembered {
  readonly spans: readonly Span[];
  readonly undecided: readonly {readonly start: number; readonly end: number}[];
}

const WORD = /[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+/gu;
const NUMBER = /\d(?:[ .\-/\u00a0\u2009\u202f\u200b]?\d){4,}/g;
const DOTTED = /(?<![\p{L}\d])\p{Lu}(?:\.[ \u00a0]?\p{Lu}){1,3}\.?(?![\p{L}\d])/gu;
const SIGNED = /(?<=(?:sign\.?|v\/|ved|mvh\.?|helsing|hilsen|[/([])\s?)\p{Lu}{2,4}(?![\p{L}\d])/gu;
const LAST = /(?<![\p{L}\d])\p{Lu}{2,4}(?=[.!\s]*$)/gu;
const PARTICLES = new Set(["van", "von", "de", "der", "den", "av", "af", "da", "la", "le", "bin", "al", "el", "og"]);
const SHORTEST_PART = 2;
const SHORTEST_NUMBER = 5;
const SHORTEST_IN_CODE = 8;

/** `texts` are whole values of person columns or spans taken out as persons. */
export function memoryOf(texts: Iterable<string>, words: Words): Memory {
  const parts = new Map<string, Meaning>();
  const initials = new Set<string>();
  const numbers = new Map<string, SpanType>();
  for (const text of texts) {
    const names = (text.match(WORD) ?? []).filter((word) => isNamePart(word, words));
    for (const name of names) parts.set(fold(name), meaningOf(name, words));
    for (const letters of initialsOf(names)) initials.add(letters);
    for (const digits of numbersIn(text)) numbers.set(digits, digits.length === 11 ? "FNR" : "OTHER_ID");
  }
  return {parts, initials, numbers: withParts(numbers)};
}

/**
 * Every place where a remembered person stands: whole, in part, in the genitive, as initials, as a number. In a code a
 * word that means something else, initials and short numbers are left: there they are codes.
 */
export function findRemembered(text: string, memory: Memory, kind: "code" | "prose"): Remembered {
  const names = memory.parts.size === 0 ? [] : joined(text, namesIn(text, memory));
  const isSure = ({means}: Name): boolean => means === "none" || (kind === "prose" && means === "ordinary");
  return {
    spans: [
      ...names.filter(isSure).map(({start, end}) => ({start, end, type: "PERSON" as const})),
      ...(kind === "prose" ? initialsIn(text, memory) : []),
      ...rememberedNumbers(text, memory, kind === "prose" ? SHORTEST_NUMBER : SHORTEST_IN_CODE),
    ],
    undecided: kind === "prose" ? names.filter(({means}) => means === "place") : [],
  };
}

/** Numbers and abbreviations have none. */
const SMALL_LETTER = /[a-z\u0080-\uffff]/;
const BARE =
  /(?<![\p{L}\p{M}])\p{Lu}\p{M}?\p{Ll}[\p{Ll}\p{M}]*(?:[ ,.\u00a0-]{1,2}\p{Lu}\p{M}?(?:[\p{Ll}\p{M}]+|\.)){1,3}(?![\p{L}\p{M}])/gu;

/**
 * In a code: two or more capitalised words side by side that no register and no dictionary explains. A code that is not
 * known is stored until somebody mends it, so a name in its place must be taken out; a misspelt code stays.
 */
export function bareNames(code: string, words: Words): Span[] {
  if (!SMALL_LETTER.test(code)) return [];
  return [...code.matchAll(BARE)].flatMap(({index, 0: found}) => {
    const meanings = (found.match(WORD) ?? []).map((word) => meaningOf(word, words));
    const isName = meanings.every((meaning) => meaning === "none");
    return isName ? [{start: index, end: index + found.length, type: "PERSON" as const}] : [];
  });
}

function fold(word: string): string {
  return word
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, "")
    .toLocaleLowerCase("nb");
}

const hasCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Particles are not names, nor is a word in lower case that means something else. */
function isNamePart(word: string, {isOrdinary}: Words): boolean {
  const folded = fold(word);
  if (folded.length < SHORTEST_PART || PARTICLES.has(folded)) return false;
  return hasCapital(word) || !isOrdinary(folded);
}

function meaningOf(word: string, {isPlace, isOrdinary}: Words): Meaning {
  const folded = fold(word);
  if (isPlace(folded.charAt(0).toLocaleUpperCase("nb") + folded.slice(1))) return "place";
  return isOrdinary(folded) ? "ordinary" : "none";
}

function initialsOf(words: readonly string[]): string[] {
  const letters = words.map((word) => fold(word).charAt(0).toLocaleUpperCase("nb"));
  if (letters.length < 2) return [];
  return [letters.join(""), `${letters[0]}${letters.at(-1)}`, `${letters.at(-1)}${letters[0]}`];
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)]
    .map(([found]) => found.replace(/\D/g, ""))
    .filter((digits) => digits.length >= SHORTEST_NUMBER);
}

/** A national number also gives away the birth date and the five last digits where these stand alone. */
function withParts(numbers: ReadonlyMap<string, SpanType>): ReadonlyMap<string, SpanType> {
  const all = new Map(numbers);
  for (const digits of [...numbers.keys()].filter((one) => one.length === 11)) {
    const [date, year] = [digits.slice(0, 4), digits.slice(4, 6)];
    for (const birth of [`${date}${year}`, `${date}19${year}`, `${date}20${year}`]) all.set(birth, "DATE_OF_BIRTH");
    all.set(digits.slice(6), "FNR");
  }
  return all;
}

interface Name {
  readonly start: number;
  readonly end: number;
  readonly means: Meaning;
}

function namesIn(text: string, {parts}: Memory): Name[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = match[0];
    const means = stems(fold(word))
      .map((stem) => parts.get(stem))
      .find((found) => found !== undefined);
    if (means === undefined || (means !== "none" && !hasCapital(word))) return [];
    return [{start: match.index, end: match.index + word.length, means}];
  });
}

/** The word itself and without a genitive. */
function stems(folded: string): string[] {
  return folded.endsWith("s") ? [folded, folded.slice(0, -1)] : [folded];
}

/** Parts side by side are one name, and then no longer a word or a place; initials and genitives beside it go with it. */
function joined(text: string, names: readonly Name[]): Name[] {
  const groups: Name[] = [];
  for (const name of names) {
    const {start, end, isLonger} = withNeighbours(text, name);
    const last = groups.at(-1);
    if (last !== undefined && /^[\s,.'’-]{0,3}$/.test(text.slice(last.end, Math.max(last.end, start)))) {
      groups[groups.length - 1] = {start: last.start, end: Math.max(last.end, end), means: "none"};
    } else groups.push({start, end, means: isLonger ? "none" : name.means});
  }
  return groups;
}

function withNeighbours(text: string, {start, end}: Name) {
  const before = /(?<![\p{L}\d])(?:\p{Lu}\.[ \u00a0]?){1,2}$/u.exec(text.slice(Math.max(0, start - 7), start));
  const genitive = /^['’]s?(?!\p{L})/u.exec(text.slice(end, end + 3))?.[0] ?? "";
  const after = /^[ \u00a0]\p{Lu}(?:\.|(?=[ ,;)]|$))/u.exec(text.slice(end, end + 4));
  return {
    start: start - (before?.[0].length ?? 0),
    end: end + Math.max(genitive.length, after?.[0].length ?? 0),
    isLonger: before !== null || after !== null,
  };
}

function initialsIn(text: string, {initials}: Memory): Span[] {
  if (initials.size === 0) return [];
  return [DOTTED, SIGNED, LAST].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => initials.has(found.replace(/[^\p{L}]/gu, "")))
      .map(({index, 0: found}) => ({start: index, end: index + found.length, type: "PERSON" as const})),
  );
}

function rememberedNumbers(text: string, {numbers}: Memory, shortest: number): Span[] {
  const wanted = [...numbers].filter(([number]) => number.length >= shortest);
  if (wanted.length === 0) return [];
  return [...text.matchAll(NUMBER)].flatMap(({index, 0: found}) => {
    const places = [...found].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
    const digits = places.map((at) => found[at]).join("");
    const known = wanted.find(([number]) => digits === number || (number.length >= 8 && digits.includes(number)));
    if (known === undefined) return [];
    const first = digits.indexOf(known[0]);
    const start = index + (places[first] ?? 0);
    return [{start, end: index + (places[first + known[0].length - 1] ?? 0) + 1, type: known[1]}];
  });
}
