import {compactDateAt, dateAt} from "./dates.ts";
import type {Found} from "./found.ts";
import {MEASURE} from "./lexicon.ts";
import {type Cue, digitsOf, gapLength, isGapOnly, isNumber, lengthOf, type Reading} from "./reading.ts";
import {CLOSE, DOT, HYPHEN, OPEN, OTHER, SLASH, SPACE} from "./tokens.ts";

const PUBLIC = new Set(["110", "112", "113", "116117", "02800", "116111", "116123", "116006"]);

/** A telephone number: eight digits in any grouping, +47 or 0047 in front, a foreign number, or digits after a cue. */
export function phoneAt(reading: Reading, index: number, cue: Cue | null): Found | null {
  if (gapLength(reading, index) === 0 && index > 0 && !cue?.says.has("tlf")) return null;
  const abroad = withCountry(reading, index);
  if (abroad !== null) return {from: index, next: abroad, type: "PHONE"};
  const isCalled = cue?.says.has("tlf") === true && cue.distance <= 4;
  const next = isCalled ? calledEnd(reading, index) : localEnd(reading, index);
  if (next === null || PUBLIC.has(digitsOf(reading, index, next))) return null;
  const isDay = dateAt(reading, index) !== null && !isInPairs(reading, index, next);
  if (isCalled) return isDay ? null : {from: index, next, type: "PHONE"};
  if (cue !== null && ((cue.says.has("sak") && cue.distance <= 2) || cue.says.has("lab"))) return null;
  return isOtherNumber(reading, index, next) ? null : {from: index, next, type: "PHONE"};
}

const WRITTEN = /^(?:3 2 3|2 2 2 2)$/;

/** In place of a case number or a day: only what is written as a telephone number and as nothing else. */
export function writtenPhoneAt(reading: Reading, index: number, cue: Cue | null): Found | null {
  const found = phoneAt(reading, index, cue);
  if (found === null || reading.text.charAt((reading.start[index] as number) - 1) === "+") return found;
  const lengths = Array.from({length: found.next - index}, (_, ahead) => lengthOf(reading, index + ahead)).join(" ");
  const isSpaced = lengths.includes(" ") && isGapOnly(reading, index + 1, SPACE, 1);
  return isSpaced && WRITTEN.test(lengths) ? found : null;
}

const TIES = SPACE | DOT | HYPHEN | OPEN | CLOSE;

/** Where a number with a country in front ends, or null: the country alone in brackets is allowed. */
function withCountry(reading: Reading, index: number): number | null {
  const {text, start} = reading;
  const sign = text.charAt((start[index] as number) - 1);
  const head = digitsOf(reading, index, index + 1);
  const isParted = head === "00" && isNumber(reading, index + 1) && isGapOnly(reading, index + 1, SPACE, 1);
  if (sign !== "+" && !/^00[1-9]/.test(head) && !isParted && !isBareCountry(reading, index)) return null;
  if (sign === "+" && /[\d)]/.test(text.charAt((start[index] as number) - 2))) return null;
  let digits = head.length;
  let next = index + 1;
  while (isNumber(reading, next) && isGapOnly(reading, next, TIES, 3) && digits < 15) {
    digits += lengthOf(reading, next);
    next += 1;
  }
  return digits >= 9 && digits <= 17 ? next : null;
}

/** «47 90 12 34 56»: Norway without the plus, but not «Meld. St. 47 (2008-2009)». */
function isBareCountry(reading: Reading, index: number): boolean {
  const next = index + 1;
  if (digitsOf(reading, index, next) !== "47" || !isNumber(reading, next) || !isGapOnly(reading, next, SPACE, 1))
    return false;
  const end = localEnd(reading, next);
  return end !== null && !isOtherNumber(reading, next, end);
}

/** After a cue: six to eight digits, or what stands together with them. */
function calledEnd(reading: Reading, index: number): number | null {
  let digits = lengthOf(reading, index);
  let next = index + 1;
  while (digits < 8 && isNumber(reading, next) && isGapOnly(reading, next, TIES | SLASH, 2)) {
    digits += lengthOf(reading, next);
    next += 1;
  }
  return digits >= 6 && digits <= 12 ? next : null;
}

/** Where eight digits end, parted by one and the same mark; null when there are more or fewer. */
function localEnd(reading: Reading, index: number): number | null {
  let digits = lengthOf(reading, index);
  let next = index + 1;
  while (digits < 8) {
    if (!isNumber(reading, next) || !isGapOnly(reading, next, SPACE | DOT | HYPHEN, 1)) return null;
    if (next > index + 1 && reading.gap[next] !== reading.gap[index + 1]) return null;
    digits += lengthOf(reading, next);
    next += 1;
  }
  const isMobile = /^[49]/.test(digitsOf(reading, index, index + 1));
  const hasSingle = Array.from({length: next - index}, (_, ahead) => lengthOf(reading, index + ahead)).includes(1);
  const isLonger = isNumber(reading, next) && isGapOnly(reading, next, SPACE | DOT | HYPHEN, 1);
  if (digits !== 8 || (hasSingle && (!isMobile || isLonger))) return null;
  return /^[2-9]/.test(digitsOf(reading, index, index + 1)) ? next : null;
}

/** «22 11 80 47», which begins as a day does: four pairs, and no more, are a telephone number. */
function isInPairs(reading: Reading, index: number, next: number): boolean {
  if (next - index !== 4 || (isNumber(reading, next) && isGapOnly(reading, next, SPACE | DOT | HYPHEN, 1)))
    return false;
  return [0, 1, 2, 3].every((ahead) => lengthOf(reading, index + ahead) === 2);
}

/** Years, dates, amounts and series of measurements have eight digits too. */
function isOtherNumber(reading: Reading, index: number, next: number): boolean {
  const {text, start, end} = reading;
  if (
    (dateAt(reading, index) !== null && !isInPairs(reading, index, next)) ||
    (next === index + 1 && compactDateAt(reading, index) !== null)
  )
    return true;
  const groups = Array.from({length: next - index}, (_, ahead) => digitsOf(reading, index + ahead, index + ahead + 1));
  if (groups.length === 2 && groups.every((group) => /^(?:19|20)\d\d$/.test(group))) return true;
  if (groups.slice(1).every((group) => group === "000") && groups.length > 1) return true;
  if (groups.length > 2 && groups.at(-1) === "000" && groups.slice(1).every(({length}) => length === 3)) return true;
  const before = text.charAt((start[index] as number) - 1);
  const after = text.charAt(end[next - 1] as number);
  const isShortBehind = after === "/" && isNumber(reading, next) && lengthOf(reading, next) < 4;
  const isBehindNumber = /[/,-]/.test(before) && /\d/.test(text.charAt((start[index] as number) - 2));
  if (groups.length === 1 && (isShortBehind || isBehindNumber)) return true;
  if (/^\s?%/.test(text.slice(end[next - 1], (end[next - 1] as number) + 2))) return true;
  if (/^[.,-]\d/.test(text.slice(end[next - 1], (end[next - 1] as number) + 2))) return true;
  return (
    next < reading.count &&
    isGapOnly(reading, next, SPACE | OTHER, 2) &&
    ((reading.bits[next] as number) & MEASURE) !== 0
  );
}
