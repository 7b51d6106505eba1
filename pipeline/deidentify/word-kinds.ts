import {compoundStrength, isDrugLike, isFarmWord, isInflected, isTechnical} from "./compounds.ts";
import {
  ABBREVIATION,
  DRUG,
  EPONYM,
  GIVEN,
  INSTITUTION,
  ORGANISATION,
  PERSON,
  PLACE,
  PROPER,
  SURNAME,
  TERM,
  UNIT_NOUN,
  WEAK,
  WORD,
} from "./lexicon.ts";
import {gapLength, lengthOf, type Reading, wordAt} from "./reading.ts";
import {CAPITAL, HYPHEN, hashOf, LOWER, MIXED, NEWLINE, NUMBER, UPPER} from "./tokens.ts";

/** What a word may be in a text, before its neighbours are asked. */
export const NOTHING = 0;
/** A name by the lists. */
export const NAME = 1;
/** A capitalised word that no list explains. */
export const GUESS = 2;
/** A name and a word. */
export const EITHER = 3;
export const SITE = 4;
/** A drug, a system, a disease, an abbreviation, a word of the trade. */
export const SAFE = 5;
export const PLAIN = 6;
/** As EITHER and GUESS, in lower case or in a line of capitals. */
export const LOW_EITHER = 7;
export const LOW_GUESS = 8;
export const INITIAL = 9;
/** A short word in capitals that no list explains. */
export const LETTERS = 10;

const NAMED = GIVEN | SURNAME;
const DOMAIN = DRUG | ORGANISATION | EPONYM | TERM;

export interface Kinds {
  readonly kind: Uint8Array;
  /** Bits of each word; of a genitive that is not in the lists, the bits of its stem. */
  readonly bits: Int32Array;
  readonly isPlace: (word: string) => boolean;
}

let kind = new Uint8Array(1024);

/** The kind of each token. `isPlace` knows the places of the registers. */
export function kindsOf(reading: Reading, isPlace: (word: string) => boolean): Kinds {
  if (kind.length < reading.count) kind = new Uint8Array(reading.start.length);
  kind.fill(NOTHING, 0, reading.count);
  const known = {kind, bits: reading.bits, isPlace};
  const {open, openCount, shape} = reading;
  let lineEnd = reading.loud < FEWEST_LOUD ? reading.count : 0;
  let isLoud = false;
  for (let at = 0; at < openCount; at += 1) {
    const index = open[at] as number;
    if (index >= lineEnd) {
      const line = lineAround(reading, index, lineEnd);
      lineEnd = line.end;
      isLoud = isShouted(reading, line.start, line.end);
    }
    kind[index] = kindOf(reading, index, isLoud ? LOWER : (shape[index] as number), known);
  }
  return known;
}

/** The line of a token; nothing before `from` is in it. */
function lineAround(
  {gap, count}: Reading,
  index: number,
  from: number,
): {readonly start: number; readonly end: number} {
  let start = index;
  while (start > from && ((gap[start] as number) & NEWLINE) === 0) start -= 1;
  let end = index + 1;
  while (end < count && ((gap[end] as number) & NEWLINE) === 0) end += 1;
  return {start, end};
}

const FEWEST_LOUD = 3;

/** A line in capitals: a capital says nothing there. */
function isShouted({shape, start, end}: Reading, from: number, to: number): boolean {
  let loud = 0;
  let words = 0;
  for (let index = from; index < to; index += 1) {
    if (shape[index] === NUMBER || (end[index] as number) - (start[index] as number) < 2) continue;
    words += 1;
    if (shape[index] === UPPER) loud += 1;
  }
  return loud >= FEWEST_LOUD && loud * 10 >= words * 6;
}

function kindOf(reading: Reading, index: number, shape: number, known: Kinds): number {
  const bits = stemBits(reading, index);
  reading.bits[index] = bits;
  if (shape === LOWER) return lowKind(reading, index, bits);
  if (lengthOf(reading, index) === 1) return INITIAL;
  if (shape === UPPER) return upperKind(reading, index, bits);
  if (shape === MIXED && startsLoud(reading, index)) {
    if (bits & NAMED && !(bits & WORD)) return NAME;
    return bits === 0 && lengthOf(reading, index) <= LONGEST_SIGN ? LETTERS : SAFE;
  }
  if (shape === MIXED && isCode(reading, index)) return bits & NAMED ? NAME : SAFE;
  return capitalKind(reading, index, bits, known);
}

const LONGEST_CODE = 5;

/** «eDialog», «MoCA», but not «McGee». */
const isCode = ({text, start, end}: Reading, index: number): boolean => {
  const word = text.slice(start[index], Math.min(end[index] as number, (start[index] as number) + LONGEST_CODE + 1));
  return /^\p{Ll}{1,2}\p{Lu}/u.test(word) || (word.length <= LONGEST_CODE && !/^M[a]?c/.test(word));
};

/** «HFs», «PLOen»: an abbreviation with an ending. */
const startsLoud = ({text, start}: Reading, index: number): boolean =>
  /^\p{Lu}{2}/u.test(text.slice(start[index], (start[index] as number) + 2));

const S = 115;

function stemBits({bits, text, start, end, lexicon}: Reading, index: number): number {
  const own = bits[index] as number;
  const last = (end[index] as number) - 1;
  if ((own & ~(WORD | PROPER)) === 0 && own !== 0 && (text.charCodeAt(last) | 32) === S)
    return own | (lexicon.table.bits(...hashOf(text, start[index], last)) & EPONYM);
  if (own !== 0 || (text.charCodeAt(last) | 32) !== S || last - (start[index] as number) < 2) return own;
  return lexicon.table.bits(...hashOf(text, start[index], last)) & ~WORD;
}

function lowKind(reading: Reading, index: number, bits: number): number {
  if (lengthOf(reading, index) < 2) return NOTHING;
  if (bits & NAMED) {
    if (bits & WORD) return LOW_EITHER;
    return bits & (PLACE | DOMAIN | ABBREVIATION) || lengthOf(reading, index) < 3 ? LOW_EITHER : NAME;
  }
  if (bits === 0 || bits === PROPER) return reading.shape[index] === UPPER ? loudGuess(reading, index) : LOW_GUESS;
  return bits & WORD || bits & ~(PROPER | PLACE) ? NOTHING : bits & PLACE ? SITE : LOW_GUESS;
}

const LONGEST_LETTERS = 5;
/** A compound of longer parts. */
const SURE = 2;
const LONGEST_SIGN = 4;

function loudGuess(reading: Reading, index: number): number {
  const word = wordAt(reading, index);
  if (compoundStrength(reading.lexicon, word) === SURE || isDrugLike(reading.lexicon, word)) return NOTHING;
  return lengthOf(reading, index) <= LONGEST_LETTERS ? LETTERS : GUESS;
}

function upperKind(reading: Reading, index: number, bits: number): number {
  if (bits & ABBREVIATION || bits & DOMAIN) return SAFE;
  if (bits & PLACE) return SITE;
  if (bits & NAMED) return bits & WORD ? LOW_EITHER : lengthOf(reading, index) < 3 ? LETTERS : NAME;
  if (bits & WORD) return PLAIN;
  return loudGuess(reading, index) === NOTHING ? PLAIN : loudGuess(reading, index);
}

function capitalKind(reading: Reading, index: number, bits: number, {isPlace}: Kinds): number {
  if (bits & PLACE || isPlace(reading.text.slice(reading.start[index], reading.end[index]))) return SITE;
  if (bits & DOMAIN) return bits & NAMED ? EITHER : SAFE;
  if (bits & NAMED) return bits & WORD || bits & WEAK ? EITHER : NAME;
  if (bits & ABBREVIATION) return SAFE;
  if (bits & WORD)
    return reading.shape[index] === CAPITAL &&
      isFarmWord(wordAt(reading, index)) &&
      !(bits & (INSTITUTION | PERSON | UNIT_NOUN))
      ? EITHER
      : PLAIN;
  return bits & ~(PROPER | WEAK) ? PLAIN : unknownKind(reading, index, bits);
}

const HOUSE =
  /(?:sjukeheim(?:en)?|sykehjem(?:met)?|sjukehus(?:et)?|sykehus(?:et)?|senter(?:et)?|kommune(?:n)?|legevakt(?:a|en)?|apotek(?:et)?|skule(?:n)?|skole(?:n)?|barnehage(?:n)?|fjorden|brua|tunnelen|heimen|hjemmet|legane|klinikken|hallen|forbundet|foreningen|foreininga|avdelinga|avdelingen|[a-zæøå]{3}avd|[a-zæøå]{3}koord|området|regionen)$/;

function unknownKind(reading: Reading, index: number, bits: number): number {
  const word = wordAt(reading, index);
  if (isDrugLike(reading.lexicon, word) || HOUSE.test(word)) return SAFE;
  if (isTechnical(word)) return PLAIN;
  if (isUnsayable(word)) return LETTERS;
  const strength = bits & PROPER ? 0 : compoundStrength(reading.lexicon, word);
  if (strength === 2) return PLAIN;
  if (strength === 1) return isTied(reading, index) ? PLAIN : EITHER;
  return !(bits & PROPER) && isInflected(reading.lexicon, word) ? PLAIN : GUESS;
}

/** «Ktr», «Utskr», «Fastl»: cut off where no name ends. */
const isUnsayable = (word: string): boolean =>
  (word.length > 2 && !/[aeiouyæøåáéíóúàèöäü]/u.test(word) && /^[a-zæøå]+$/u.test(word)) ||
  /[^aeiouyæøåáéíóúàèöäü\W](?:[kptsbdgv]r|[kptbdgv]l)$|.{3}(?:[kptbgf]l|tb|nf)$/u.test(word);

const isTied = (reading: Reading, index: number): boolean =>
  index > 0 && gapLength(reading, index) === 1 && ((reading.gap[index] as number) & HYPHEN) !== 0;
