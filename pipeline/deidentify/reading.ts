import {GIVEN, type Lexicon, lexicon, type NumberCue, SURNAME, WORD} from "./lexicon.ts";
import {DOT, HYPHEN, LOWER, NEWLINE, NUMBER, SPACE, STOP, type Tokens, tokensOf, UPPER} from "./tokens.ts";
import {COUNTER, CUE, classOf} from "./word-class.ts";

/** A text split into tokens, with what is known of each word. Shared columns: read it before the next text. */
export interface Reading extends Tokens {
  readonly bits: Int32Array;
  /** What each word may say of its neighbours; see `classOf`. */
  readonly class: Uint8Array;
  /** The tokens that may be names, in order: all but numbers and words in lower case that are words and nothing else. */
  readonly open: Int32Array;
  readonly openCount: number;
  /** How many words are in capitals. */
  readonly loud: number;
  readonly hasNumber: boolean;
  /** The bits and the classes of all words together. */
  readonly allBits: number;
  readonly allClasses: number;
  readonly lexicon: Lexicon;
}

let bits = new Int32Array(1024);
let classes = new Uint8Array(1024);
let open = new Int32Array(1024);

/** Where the words met last are kept, each in the one place it may stand in: few words make up most of a text. */
const KEPT = 1 << 15;
const keptFirst = new Int32Array(KEPT);
const keptSecond = new Int32Array(KEPT);
const keptBits = new Int32Array(KEPT);
const keptClass = new Uint16Array(KEPT);
/** Tells a word that is kept from an empty place. */
const HELD = 1 << 8;

const NAMED = GIVEN | SURNAME;

export function readingOf(text: string): Reading {
  const tokens = tokensOf(text);
  const {count, start, end, shape, gap, first, second} = tokens;
  const known = lexicon();
  if (bits.length < count) {
    bits = new Int32Array(shape.length);
    classes = new Uint8Array(shape.length);
    open = new Int32Array(shape.length);
  }
  let hasNumber = false;
  let allBits = 0;
  let allClasses = 0;
  for (let index = 0; index < count; index += 1) {
    const isNumeric = shape[index] === NUMBER;
    const place = isNumeric ? -1 : keptPlace(known, tokens, index);
    const own = isNumeric ? 0 : (keptBits[place] as number);
    const ownClass = isNumeric ? 0 : (keptClass[place] as number);
    bits[index] = own;
    classes[index] = ownClass;
    hasNumber ||= isNumeric;
    allBits |= own;
    allClasses |= ownClass;
  }
  const {openCount, loud} = openAmong(tokens);
  const sums = {openCount, loud, hasNumber, allBits, allClasses};
  return {text, count, start, end, shape, gap, first, second, bits, class: classes, open, ...sums, lexicon: known};
}

/** Where a word is kept; looked up in the lists when another stands there. */
function keptPlace(known: Lexicon, tokens: Tokens, index: number): number {
  const first = tokens.first[index] as number;
  const second = tokens.second[index] as number;
  const place = (first ^ (first >>> 15)) & (KEPT - 1);
  if (keptFirst[place] !== first || keptSecond[place] !== second || keptClass[place] === 0) {
    keptFirst[place] = first;
    keptSecond[place] = second;
    keptBits[place] = known.table.bits(first, second);
    keptClass[place] = HELD | classOf(known, wordAt(tokens, index));
  }
  return place;
}

/** Fills the column of tokens that may be names. */
function openAmong({count, shape}: Tokens): {readonly openCount: number; readonly loud: number} {
  let openCount = 0;
  let loud = 0;
  for (let index = 0; index < count; index += 1) {
    const own = bits[index] as number;
    if (shape[index] === UPPER) loud += 1;
    const isWordOnly = shape[index] === LOWER && (own & WORD) !== 0 && (own & NAMED) === 0;
    if (shape[index] === NUMBER || isWordOnly) continue;
    open[openCount] = index;
    openCount += 1;
  }
  return {openCount, loud};
}

/** No word that recognition knows is longer. */
const LONGEST_WORD = 64;

/** A token in lower case; a word too long to be one is cut. */
export function wordAt({text, start, end}: Tokens, index: number): string {
  const from = start[index] as number;
  return text.slice(from, Math.min(end[index] as number, from + LONGEST_WORD)).toLowerCase();
}

export const isNumber = (reading: Reading, index: number): boolean =>
  index >= 0 && index < reading.count && reading.shape[index] === NUMBER;

export const lengthOf = ({start, end}: Reading, index: number): number =>
  (end[index] as number) - (start[index] as number);

export const gapLength = ({start, end}: Reading, index: number): number =>
  index === 0 ? 0 : (start[index] as number) - (end[index - 1] as number);

/** Whether nothing but these marks stands before a token, and no more than `most` of them. */
export function isGapOnly(reading: Reading, index: number, marks: number, most = 2): boolean {
  const gap = reading.gap[index] as number;
  return (gap & ~marks) === 0 && gapLength(reading, index) <= most;
}

/** A cue in front of a token: what it says, how many words back it stands, and where it begins. */
export interface Cue {
  readonly says: ReadonlySet<NumberCue>;
  readonly distance: number;
  readonly at: number;
}

const FARTHEST = 5;

/** The nearest cue before a token in the same sentence, or null. Written together, with a point, a hyphen or apart. */
export function cueBefore(reading: Reading, index: number): Cue | null {
  const {numberCues} = reading.lexicon;
  for (let distance = 1, at = index - 1; at >= 0 && distance <= FARTHEST; distance += 1, at -= 1) {
    if (breaksCue(reading, at + 1, distance)) return null;
    if (isNumber(reading, at)) {
      if (!isListed(reading, at, index)) return null;
      continue;
    }
    const own = reading.class[at] as number;
    if ((own & (CUE | COUNTER)) === 0) continue;
    const word = wordAt(reading, at);
    if (at > 0 && own & COUNTER && isGapOnly(reading, at, SPACE | DOT | HYPHEN)) {
      const before = wordAt(reading, at - 1);
      const short = word.startsWith("n") ? "nr" : word;
      const says = numberCues.get(before + short) ?? numberCues.get(before + word) ?? numberCues.get(before);
      if (says !== undefined) return {says, distance, at: at - 1};
    }
    const says = numberCues.get(word);
    if (says !== undefined && !isOwning(reading, at)) return {says, distance, at};
  }
  return null;
}

/** «fødselsdatoen min»: no minutes, where no number stands in front. */
const isOwning = (reading: Reading, index: number): boolean =>
  wordAt(reading, index) === "min" && !isNumber(reading, index - 1);

/** «HPR 123 og 456»: a cue goes for both. A number with other words behind it has used the cue. */
function isListed(reading: Reading, number: number, index: number): boolean {
  for (let at = number + 1; at < index; at += 1) {
    if (!isNumber(reading, at) && !/^(?:og|eller|ikkje|ikke|men|mot|samt)$/.test(wordAt(reading, at))) return false;
  }
  return true;
}

function breaksCue(reading: Reading, index: number, distance: number): boolean {
  const gap = reading.gap[index] as number;
  const isStarred = reading.text.charAt((reading.start[index] as number) - 1) === "*";
  if (((gap & STOP) !== 0 && !isStarred) || gapLength(reading, index) > 6) return true;
  if ((gap & NEWLINE) !== 0) return distance > 1;
  if ((gap & DOT) === 0 || (gap & SPACE) === 0) return false;
  return lengthOf(reading, index - 1) > 4 && !/nr$/.test(wordAt(reading, index - 1));
}

/** The digits of the number tokens from one index up to another. */
export function digitsOf({text, start, end}: Reading, from: number, to: number): string {
  let digits = "";
  for (let index = from; index < to; index += 1) digits += text.slice(start[index], end[index]);
  return digits;
}
