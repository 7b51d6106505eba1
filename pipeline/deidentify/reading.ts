import {type Lexicon, lexicon, type NumberCue} from "./lexicon.ts";
import {DOT, HYPHEN, NEWLINE, NUMBER, SPACE, STOP, type Tokens, tokensOf} from "./tokens.ts";

/** A text split into tokens, with what is known of each word. Shared columns: read it before the next text. */
export interface Reading extends Tokens {
  readonly bits: Int32Array;
  readonly lexicon: Lexicon;
}

let bits = new Int32Array(1024);

export function readingOf(text: string): Reading {
  const tokens = tokensOf(text);
  const known = lexicon();
  if (bits.length < tokens.count) bits = new Int32Array(tokens.start.length);
  for (let index = 0; index < tokens.count; index += 1) {
    bits[index] =
      tokens.shape[index] === NUMBER
        ? 0
        : known.table.bits(tokens.first[index] as number, tokens.second[index] as number);
  }
  return {...tokens, bits, lexicon: known};
}

/** No word that recognition knows is longer. */
const LONGEST_WORD = 64;

/** A token in lower case; a word too long to be one is cut. */
export function wordAt({text, start, end}: Reading, index: number): string {
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
const COUNTER = /^(?:nr|nummer|nummeret|numre|no|id|ident|kode|dato|namn|d)$/;

/** The nearest cue before a token in the same sentence, or null. Written together, with a point, a hyphen or apart. */
export function cueBefore(reading: Reading, index: number): Cue | null {
  const {numberCues} = reading.lexicon;
  for (let distance = 1, at = index - 1; at >= 0 && distance <= FARTHEST; distance += 1, at -= 1) {
    if (breaksCue(reading, at + 1, distance)) return null;
    if (isNumber(reading, at)) {
      if (!isListed(reading, at, index)) return null;
      continue;
    }
    const word = wordAt(reading, at);
    if (at > 0 && COUNTER.test(word) && isGapOnly(reading, at, SPACE | DOT | HYPHEN)) {
      const before = wordAt(reading, at - 1);
      const short = word.startsWith("n") ? "nr" : word;
      const says = numberCues.get(before + short) ?? numberCues.get(before + word) ?? numberCues.get(before);
      if (says !== undefined) return {says, distance, at: at - 1};
    }
    const says = numberCues.get(word);
    if (says !== undefined) return {says, distance, at};
  }
  return null;
}

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
