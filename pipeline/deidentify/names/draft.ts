import {ABBREVIATION, DOTTED, DRUG, EPONYM, ORGANISATION, TERM, TITLE} from "../lexicon.ts";
import {isGapOnly, isNumber, lengthOf, type Reading} from "../reading.ts";
import {CAPITAL, COLON, DOT, HYPHEN, MIXED, NEWLINE, OPEN, QUOTE, SLASH, SPACE, START, STOP, UPPER} from "../tokens.ts";
import type {Kinds} from "../word-kinds.ts";

/** One text under reading: what each word is, and which are taken as names. */
export interface Draft extends Kinds {
  readonly reading: Reading;
  readonly taken: Uint8Array;
  readonly undecided: number[];
  names: number;
  /** How many words were looked at for slips of the keys: more than some are too slow. */
  tried: number;
}

export const LEFT = 0;

export const TAKEN = 1;

export const CUED = 2;

export const UNDECIDED = 3;

export function take(draft: Draft, index: number, how = TAKEN): void {
  if (draft.taken[index] === 0) draft.names += 1;
  draft.taken[index] = Math.max(draft.taken[index] as number, how);
}

/** What a word is decided to be: left, a name, a name that a cue tells of, or for a person to say. */
export type Verdict = typeof LEFT | typeof TAKEN | typeof CUED | typeof UNDECIDED;

/** A point after a long word and a space; abbreviations keep their sentence going. */
export function endsSentence(reading: Reading, index: number): boolean {
  const gap = reading.gap[index] as number;
  if ((gap & (STOP | START)) !== 0) return true;
  if ((gap & DOT) === 0 || (gap & SPACE) === 0) return (gap & NEWLINE) !== 0 && (gap & DOT) !== 0;
  const before = reading.bits[index - 1] as number;
  return !(before & (DOTTED | TITLE)) && lengthOf(reading, index - 1) > 1;
}

/** Where a capital says nothing: at the start of a sentence, a line, a quotation, after a colon or a bullet. */
export function isOpening(reading: Reading, index: number): boolean {
  const gap = reading.gap[index] as number;
  if ((gap & (START | NEWLINE | STOP | COLON | QUOTE)) !== 0) return true;
  if ((gap & (OPEN | SLASH)) !== 0) return (gap & OPEN) !== 0;
  const isBullet = (gap & HYPHEN) !== 0 && (gap & SPACE) !== 0;
  return isBullet || endsSentence(reading, index) || (isNumber(reading, index - 1) && (gap & DOT) !== 0);
}

export const isCapitalised = ({shape}: Reading, index: number): boolean => shape[index] === CAPITAL;

export const isCapital = ({shape}: Reading, index: number): boolean =>
  shape[index] === CAPITAL || shape[index] === UPPER || shape[index] === MIXED;

/** Whether a token exists and nothing but a space stands before it. */
export const isNext = (reading: Reading, index: number, marks = SPACE): boolean =>
  index > 0 && index < reading.count && isGapOnly(reading, index, marks, 2);

export const bitsAfter = ({reading}: Draft, index: number): number =>
  isNext(reading, index + 1) ? (reading.bits[index + 1] as number) : 0;

export const bitsBefore = ({reading}: Draft, index: number): number =>
  index > 0 && isNext(reading, index) ? (reading.bits[index - 1] as number) : 0;

export const writtenWord = ({text, start, end}: Reading, index: number): string => text.slice(start[index], end[index]);

export const isLineEnd = ({gap, count}: Reading, index: number): boolean =>
  index >= count || ((gap[index] as number) & NEWLINE) !== 0;

export const DOMAIN = DRUG | ORGANISATION | EPONYM | TERM | ABBREVIATION;
