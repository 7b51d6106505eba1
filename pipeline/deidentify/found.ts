import {isGapOnly, isNumber, lengthOf, type Reading} from "./reading.ts";
import type {SpanType} from "./span.ts";
import {DOT, HYPHEN, NEWLINE, SLASH, SPACE} from "./tokens.ts";

/** Tokens from `from` up to `next` that are one identifier. */
export interface Found {
  readonly from: number;
  readonly next: number;
  readonly type: SpanType;
}

/** What may stand between the parts of one number. */
export const TIES = SPACE | DOT | HYPHEN | SLASH | NEWLINE;

/** Where a chain of numbers with one mark between them ends, and at the latest when it holds so many digits. */
export function chainEnd(reading: Reading, index: number, most: number): number {
  let length = lengthOf(reading, index);
  let next = index + 1;
  while (isNumber(reading, next) && isGapOnly(reading, next, TIES, 2)) {
    length += lengthOf(reading, next);
    if (length > most) break;
    next += 1;
  }
  return next;
}
