import {findAddresses} from "./addresses.ts";
import {ageAt, ageInWordsAt} from "./ages.ts";
import {birth, birthInWords} from "./births.ts";
import {dateAt, isBirth} from "./dates.ts";
import {chainEnd, type Found, TIES} from "./found.ts";
import {findLinks} from "./links.ts";
import {hasPossibleDate, isAccount, isMod11, nationalNumber} from "./national-number.ts";
import {phoneAt, writtenPhoneAt} from "./phones.ts";
import {plateAt} from "./plates.ts";
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
import type {Span} from "./span.ts";
import type {TextKind} from "./text-kind.ts";
import {CAPITAL, COMMA, DOT, HYPHEN, LOWER, NUMBER, SLASH, SPACE, UPPER} from "./tokens.ts";
import {COUNT, MONTH, ORDINAL} from "./word-class.ts";

type NumberRule = (reading: Reading, index: number, cue: Cue | null) => Found | null;

/** What identifies whatever it is called: looked for in codes and case numbers too. */
const certain: readonly NumberRule[] = [elevenDigits, birthAndNumber, lostZero, cuedNational];

/** What identifies in running text, where a number is not the number of a case. */
const inProse: readonly NumberRule[] = [lostDigit, cuedHpr, cuedId, residence, birth, plateAt, ageAt, phoneAt, account];

/** What each kind of text is searched by; `certain` is what is looked for wherever it may stand. */
const rulesFor: Readonly<Record<TextKind | "certain", readonly NumberRule[]>> = {
  certain,
  number: [...certain, writtenPhoneAt],
  code: [...certain, phoneAt],
  prose: [...certain, ...inProse],
};

/** Every identifier found by rule, cue or checksum; outside prose only those that cannot be mistaken for what belongs there. */
export function findIdentifiers(reading: Reading, kind: TextKind | "certain"): Span[] {
  const links = findLinks(reading, kind === "prose" ? "prose" : "code");
  const isCounting = (reading.allClasses & (MONTH | ORDINAL | COUNT)) !== 0;
  if (!reading.hasNumber && (kind !== "prose" || !isCounting)) return links;
  const spans = [...links, ...(kind === "prose" && reading.hasNumber ? findAddresses(reading) : [])];
  const rules = rulesFor[kind];
  const taken = [...spans].sort((a, b) => a.start - b.start);
  let link = 0;
  let phoneEnd = -LISTED;
  for (let index = 0; index < reading.count; ) {
    const start = reading.start[index] as number;
    while (link < taken.length && (taken[link] as Span).end <= start) link += 1;
    const isTaken = link < taken.length && (taken[link] as Span).start <= start;
    const listed = isListedBehind(reading, phoneEnd, index) ? PHONE_BEFORE : null;
    const found = isTaken ? null : foundAt(reading, index, {rules, listed});
    if (found !== null) spans.push(spanOf(reading, found));
    if (found?.type === "PHONE") phoneEnd = found.next;
    index = Math.max(index + 1, found === null ? eventEnd(reading, index) : found.next);
  }
  return spans;
}

/** After the date of an event, so that no rule reads the rest of it as something else. */
const eventEnd = (reading: Reading, index: number): number =>
  reading.shape[index] === NUMBER ? (dateAt(reading, index)?.next ?? index) : index;

/** «912 44 318 eller 71-58 44.03»: how many words may stand between two telephone numbers. */
const LISTED = 3;
const PHONE_BEFORE: Cue = {says: new Set(["tlf"]), distance: 1, at: 0};

function isListedBehind(reading: Reading, from: number, index: number): boolean {
  if (index - from >= LISTED) return false;
  for (let at = from; at < index; at += 1) {
    if (!/^(?:og|eller|evt|ev|jobb|privat|arbeid|mob|mobil|heime|hjemme)$/.test(wordAt(reading, at))) return false;
  }
  return true;
}

interface Rules {
  readonly rules: readonly NumberRule[];
  /** What a number close before says of this one. */
  readonly listed: Cue | null;
}

function foundAt(reading: Reading, index: number, {rules, listed}: Rules): Found | null {
  if (reading.shape[index] !== NUMBER && ((reading.class[index] as number) & (MONTH | ORDINAL | COUNT)) === 0)
    return null;
  if (reading.shape[index] !== NUMBER)
    return rules === rulesFor.prose ? (ageInWordsAt(reading, index) ?? birthInWords(reading, index)) : null;
  const cue = cueBefore(reading, index) ?? listed;
  for (const rule of rules) {
    const found = rule(reading, index, cue);
    if (found !== null) return found;
  }
  return null;
}

function spanOf(reading: Reading, {from, next, type}: Found): Span {
  let start = reading.start[from] as number;
  if (type === "PHONE") {
    const before = reading.text.slice(Math.max(0, start - 3), start);
    start -= /\(?\+\s?$/.exec(before)?.[0].length ?? 0;
  }
  return {start, end: reading.end[next - 1] as number, type};
}

/** Where eleven digits may be parted. */
const JOINTS: ReadonlySet<number> = new Set([2, 4, 6, 9]);

function elevenDigits(reading: Reading, index: number): Found | null {
  let length = 0;
  let parts = 0;
  let even = true;
  let next = index;
  while (length < 11) {
    if (!isNumber(reading, next) || (next > index && !isGapOnly(reading, next, TIES, 3))) return null;
    length += lengthOf(reading, next);
    parts += 1;
    next += 1;
    const isPaired = length === 8 && lengthOf(reading, next - 1) === 2;
    if (length < 11 && !JOINTS.has(length) && !isPaired) even = false;
  }
  if (length !== 11 || hasSlashBefore(reading, index, next)) return null;
  const digits = digitsOf(reading, index, next);
  const isOddlyParted = !even && parts !== 11;
  const type = isOddlyParted && !(hasPossibleDate(digits) && isMod11(digits)) ? null : nationalNumber(digits);
  return type === null ? null : {from: index, next, type};
}

/** A slash may only stand before the five last digits: elsewhere it parts two numbers. */
function hasSlashBefore(reading: Reading, index: number, next: number): boolean {
  for (let at = index + 1; at < next; at += 1) {
    if (((reading.gap[at] as number) & SLASH) !== 0 && (at !== next - 1 || lengthOf(reading, at) !== 5)) return true;
  }
  return false;
}

/** A birth date with its year in full, and the five digits after it. */
function birthAndNumber(reading: Reading, index: number): Found | null {
  const date = dateAt(reading, index);
  if (date === null || date.year === null || !isNumber(reading, date.next)) return null;
  if (lengthOf(reading, date.next) !== 5 || !isGapOnly(reading, date.next, TIES | COMMA, 3)) return null;
  const isTied = ((reading.gap[date.next] as number) & HYPHEN) !== 0;
  return isTied || date.year < 2010 || isBirth(reading, index, date)
    ? {from: index, next: date.next + 1, type: "FNR"}
    : null;
}

/** A number that a spreadsheet has taken the leading zero from. */
function lostZero(reading: Reading, index: number): Found | null {
  const next = lengthOf(reading, index) === 10 ? index + 1 : index + 2;
  if (next === index + 2) {
    const isParted =
      lengthOf(reading, index) === 5 && isNumber(reading, index + 1) && lengthOf(reading, index + 1) === 5;
    if (!isParted || !isGapOnly(reading, index + 1, TIES, 1)) return null;
  }
  const digits = `0${digitsOf(reading, index, next)}`;
  if (!hasPossibleDate(digits)) return null;
  return isMod11(digits) || isToldBehind(reading, next) ? {from: index, next, type: "FNR"} : null;
}

/** Ten digits that begin with a date, with no word that makes them the number of a case: one digit was not typed. */
function lostDigit(reading: Reading, index: number, cue: Cue | null): Found | null {
  if (lengthOf(reading, index) !== 10 || cue?.says.has("sak")) return null;
  const digits = digitsOf(reading, index, index + 1);
  const isDated = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])/.test(digits) || hasPossibleDate(`0${digits}`);
  return isDated ? {from: index, next: index + 1, type: "FNR"} : null;
}

/** «… 1844451299 (f.nr.)» */
function isToldBehind(reading: Reading, index: number): boolean {
  for (let at = index; at < Math.min(index + 6, reading.count); at += 1) {
    const cue = isNumber(reading, at) ? null : cueBefore(reading, at + 1);
    if (cue?.distance === 1 && cue.says.has("fnr")) return true;
  }
  return false;
}

const FEWEST_CUED = 5;
const MOST_CUED = 14;
/** «fnr123» is a cue and a number, «FH24» the beginning of a code. */
const SHORTEST_GLUED_CUE = 3;

function cuedNational(reading: Reading, index: number, cue: Cue | null): Found | null {
  if (cue === null || !(cue.says.has("fnr") || cue.says.has("hjelpenr"))) return null;
  if (cue.distance > 2 && dateAt(reading, index) !== null) return null;
  if (gapLength(reading, index) === 0 && lengthOf(reading, index - 1) < SHORTEST_GLUED_CUE) return null;
  const next = chainEnd(reading, index, MOST_CUED);
  const digits = digitsOf(reading, index, next).length;
  const masked = /^[x*_#•]{3,5}/i.exec(
    reading.text.slice(reading.end[next - 1], (reading.end[next - 1] as number) + 6),
  );
  if (digits < FEWEST_CUED && masked === null) return null;
  const isHidden = next < reading.count && gapLength(reading, next) === 0 && /^x{1,6}$/.test(wordAt(reading, next));
  return {from: index, next: isHidden ? next + 1 : next, type: cue.says.has("dnr") ? "DNR" : "FNR"};
}

const HPR_LENGTH = 7;
const HPR_REACH = 80;

/** «HPR 7012345; vikaren 9123456»: what is as long as a number told of shortly before. */
function isLikeHpr({text, start}: Reading, index: number): boolean {
  const from = start[index] as number;
  return /hpr|helsepersonelln/i.test(text.slice(Math.max(0, from - HPR_REACH), from));
}

function cuedHpr(reading: Reading, index: number, cue: Cue | null): Found | null {
  if (cue === null && lengthOf(reading, index) === HPR_LENGTH && isLikeHpr(reading, index))
    return {from: index, next: index + 1, type: "HPR"};
  if (!cue?.says.has("hpr") || dateAt(reading, index) !== null) return null;
  const next = chainEnd(reading, index, 9);
  const digits = digitsOf(reading, index, next).length;
  return digits >= FEWEST_CUED && digits <= 9 ? {from: cue.distance <= 2 ? cue.at : index, next, type: "HPR"} : null;
}

const FEWEST_ID = 4;

function cuedId(reading: Reading, index: number, cue: Cue | null): Found | null {
  const from = codeStart(reading, index);
  const near = from === index ? cue : (cueBefore(reading, from) ?? cue);
  const isCode = near !== null && /^kode/.test(wordAt(reading, near.at)) && !near.says.has("id");
  const says = isCode ? cueBefore(reading, near.at) : near;
  if (!says?.says.has("id") || (says.distance > 2 && !/(?:nr|nummer|id|ident)/.test(wordsFrom(reading, says.at))))
    return null;
  if (dateAt(reading, index) !== null) return null;
  const next = codeEnd(reading, index);
  const signs = (reading.end[next - 1] as number) - (reading.start[from] as number);
  return signs >= FEWEST_ID ? {from, next, type: "OTHER_ID"} : null;
}

function wordsFrom(reading: Reading, index: number): string {
  return `${wordAt(reading, index)} ${index + 1 < reading.count ? wordAt(reading, index + 1) : ""}`;
}

const LONGEST_GLUED = 12;

/** A code such as «AB-12345 C» begins with the letters before its first digits. */
function codeStart(reading: Reading, index: number): number {
  let from = index;
  while (from > 0 && isGapOnly(reading, from, HYPHEN, 1)) {
    const isGlued = gapLength(reading, from) === 0;
    const isLetter = lengthOf(reading, from - 1) === 1 && reading.shape[from - 1] === CAPITAL;
    if (lengthOf(reading, from - 1) > (isGlued ? LONGEST_GLUED : 4)) break;
    if (!isGlued && !isLetter && reading.shape[from - 1] !== UPPER && reading.shape[from - 1] !== NUMBER) break;
    from -= 1;
  }
  return from;
}

function codeEnd(reading: Reading, index: number): number {
  let next = index + 1;
  while (next < reading.count && next - index < 12) {
    const isTight = isGapOnly(reading, next, HYPHEN | DOT | SLASH, 1);
    const isSpaced = isNumber(reading, next) && isGapOnly(reading, next, SPACE, 1);
    const isShortCode = reading.shape[next] !== LOWER || gapLength(reading, next) === 0;
    if (!isSpaced && !(isTight && isShortCode && lengthOf(reading, next) <= 12)) break;
    next += 1;
  }
  return next;
}

/** DUF: twelve digits that begin with a year. A time stamp begins so too, and is left. */
function residence(reading: Reading, index: number): Found | null {
  const next = chainEnd(reading, index, 12);
  const digits = digitsOf(reading, index, next);
  if (digits.length !== 12 || !/^(?:19[5-9]|20[0-4])\d/.test(digits)) return null;
  const isTime = /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/.test(digits);
  return isTime || dateAt(reading, index) !== null ? null : {from: index, next, type: "OTHER_ID"};
}

/** An account number by its form 4.2.5 and its check digit, or a word in front. */
function account(reading: Reading, index: number, cue: Cue | null): Found | null {
  const lengths = [4, 2, 5];
  const fits = lengths.every(
    (length, ahead) =>
      isNumber(reading, index + ahead) &&
      lengthOf(reading, index + ahead) === length &&
      (ahead === 0 || isGapOnly(reading, index + ahead, DOT | SPACE, 1)),
  );
  if (!fits) return null;
  const isTold = [1, 2, 3, 4].some((back) => index >= back && /^konto(?:en)?$/.test(wordAt(reading, index - back)));
  const isChecked = !cue?.says.has("sak") && isAccount(digitsOf(reading, index, index + 3));
  return isTold || isChecked ? {from: index, next: index + 3, type: "OTHER_ID"} : null;
}
