import {
  type Cue,
  cueBefore,
  digitsOf,
  gapLength,
  isGapOnly,
  isNumber,
  lengthOf,
  type Reading,
  wordAt,
} from "./reading.ts";
import {APOSTROPHE, COMMA, DOT, HYPHEN, OPEN, SLASH, SPACE} from "./tokens.ts";
import {MONTH, ORDINAL} from "./word-class.ts";

/** A date at a token: the token after it, its year (null without one) and whether it is written out with a year. */
export interface FoundDate {
  readonly next: number;
  readonly year: number | null;
}

const SEPARATORS = DOT | HYPHEN | SLASH | SPACE;
const NEWEST_YEAR = 2039;

/** A calendar date that begins at a number: 1.2.1945, 01-02-45, 1945-02-01, 010245, 1. februar 1945. */
export function dateAt(reading: Reading, index: number): FoundDate | null {
  return numericDate(reading, index) ?? isoDate(reading, index) ?? writtenDate(reading, index);
}

/** Six or eight digits that can be a date; only a cue makes them one. */
export function compactDateAt(reading: Reading, index: number): FoundDate | null {
  const digits = digitsOf(reading, index, index + 1);
  if (digits.length !== 6 && digits.length !== 8) return null;
  const year = digits.length === 6 ? digits.slice(4) : digits.slice(4, 8);
  if (isDay(digits.slice(0, 2)) && isMonth(digits.slice(2, 4)) && isYear(year))
    return {next: index + 1, year: Number(year)};
  const isReversed = digits.length === 8 && isYear(digits.slice(0, 4));
  return isReversed && isMonth(digits.slice(4, 6)) && isDay(digits.slice(6))
    ? {next: index + 1, year: Number(digits.slice(0, 4))}
    : null;
}

function numericDate(reading: Reading, index: number): FoundDate | null {
  if (!areSeparated(reading, index)) return null;
  const [day, month, year] = parts(reading, index);
  if (!isDay(day) || !isMonth(month) || !isYear(year)) return null;
  return {next: index + 3, year: Number(year)};
}

function isoDate(reading: Reading, index: number): FoundDate | null {
  if (!areSeparated(reading, index)) return null;
  const [year, month, day] = parts(reading, index);
  return year.length === 4 && isYear(year) && isMonth(month) && isDay(day)
    ? {next: index + 3, year: Number(year)}
    : null;
}

function areSeparated(reading: Reading, index: number): boolean {
  for (const next of [index + 1, index + 2]) {
    if (!isNumber(reading, next) || !isGapOnly(reading, next, SEPARATORS, 3)) return false;
  }
  return true;
}

function writtenDate(reading: Reading, index: number): FoundDate | null {
  if (index + 1 >= reading.count || ((reading.class[index + 1] as number) & MONTH) === 0) return null;
  if (!isDay(parts(reading, index)[0]) || !isGapOnly(reading, index + 1, DOT | SPACE)) return null;
  const year = parts(reading, index + 2)[0];
  const hasYear =
    isNumber(reading, index + 2) &&
    isGapOnly(reading, index + 2, DOT | SPACE | COMMA | HYPHEN | APOSTROPHE, 3) &&
    isYear(year);
  return hasYear ? {next: index + 3, year: Number(year)} : {next: index + 2, year: null};
}

/** The token after a date told in words, «fjortande august 1944», or null. */
export function dateInWords(reading: Reading, index: number): number | null {
  const next = index + 1;
  const isMonthAlone =
    ((reading.class[index] as number) & MONTH) !== 0 &&
    isNumber(reading, next) &&
    lengthOf(reading, next) === 4 &&
    isGapOnly(reading, next, SPACE, 1);
  if (isMonthAlone) return next + 1;
  if (lengthOf(reading, index) < 5 || next >= reading.count || ((reading.class[index] as number) & ORDINAL) === 0)
    return null;
  if (((reading.class[next] as number) & MONTH) === 0) return null;
  const isToldYear =
    next + 1 < reading.count && /^(?:nitt[ea]n|totusen|tjue|tjuge)\p{L}{2,}$/u.test(wordAt(reading, next + 1));
  return isToldYear || isYear(parts(reading, next + 1)[0]) ? next + 2 : next + 1;
}

function parts(reading: Reading, index: number): [string, string, string] {
  return [0, 1, 2].map((ahead) =>
    isNumber(reading, index + ahead) ? digitsOf(reading, index + ahead, index + ahead + 1) : "",
  ) as [string, string, string];
}

const isDay = (text: string): boolean => text.length <= 2 && Number(text) >= 1 && Number(text) <= 31;
const isMonth = (text: string): boolean => text.length <= 2 && Number(text) >= 1 && Number(text) <= 12;
const isYear = (text: string): boolean =>
  text.length === 2 || (text.length === 4 && Number(text) >= 1890 && Number(text) <= NEWEST_YEAR);

/** Years before this are no year of an event that somebody reports. */
const OLDEST_EVENT = 2010;

export function isLongAgo(year: number | null): boolean {
  return year !== null && (year < 100 ? year > 39 : year < OLDEST_EVENT);
}

/** Whether a token is told to be somebody's birth: by a cue in front, or alone in brackets with a year long ago. */
export function isBirth(reading: Reading, index: number, found: FoundDate): boolean {
  const cue = cueBefore(reading, index);
  if (cue?.says.has("foedd")) return isBirthCue(reading, cue, index);
  const closes = reading.text.charAt(reading.end[found.next - 1] as number) === ")";
  return closes && ((reading.gap[index] as number) & OPEN) !== 0 && isLongAgo(found.year);
}

/** «f» alone is a cue only right in front, and not glued to the number as in a code. */
export const isBirthCue = (reading: Reading, cue: Cue, index: number): boolean =>
  lengthOf(reading, cue.at) > 2 || (cue.distance === 1 && gapLength(reading, index) > 0);
