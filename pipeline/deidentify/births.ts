import {compactDateAt, dateAt, dateInWords, isBirth, isBirthCue} from "./dates.ts";
import type {Found} from "./found.ts";
import {AGED, PERSON} from "./lexicon.ts";
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
import {CAPITAL, COLON, COMMA, DOT, HYPHEN, OPEN, SLASH, SPACE} from "./tokens.ts";

/** The date or the year somebody was born: by a cue, by its form, or because nothing reported now happened then. */
export function birth(reading: Reading, index: number, cue: Cue | null): Found | null {
  const date = dateAt(reading, index);
  if (isModelYear(reading, index)) return {from: index, next: index + 2, type: "DATE_OF_BIRTH"};
  if (date !== null && isStarred(reading, index)) return {from: index, next: date.next, type: "DATE_OF_BIRTH"};
  if (
    isFullYear(reading, index) &&
    (isStarred(reading, index) || isFromLongAgo(reading, index) || isBornIn(reading, index))
  )
    return {from: index, next: index + 1, type: "DATE_OF_BIRTH"};
  const isCued = cue?.says.has("foedd") === true && isBirthCue(reading, cue, index);
  if (date !== null) {
    if (isBirth(reading, index, date)) return birthFrom(reading, index, date.next, cue);
    const isTold = isBirthday(reading, index) || isOldDate(reading, index, date.year) || isBesideName(reading, index);
    return isTold ? {from: index, next: date.next, type: "DATE_OF_BIRTH"} : null;
  }
  if (isCued) {
    const compact = compactDateAt(reading, index);
    if (compact !== null) return birthFrom(reading, index, compact.next, cue);
    if (cue.distance <= (lengthOf(reading, index) === 2 ? 2 : 3) && isYearAt(reading, index))
      return birthFrom(reading, index, index + 1, cue);
  }
  const isTold = (isCued && cue.distance === 1) || isBirthday(reading, index);
  if (isTold && isDayAndMonth(reading, index)) return birthFrom(reading, index, index + 2, cue);
  if (isLongAgoAlone(reading, index)) return {from: index, next: index + 1, type: "DATE_OF_BIRTH"};
  const before = index > 0 ? (reading.bits[index - 1] as number) : 0;
  if ((before & PERSON) !== 0 && lengthOf(reading, index) === 6 && compactDateAt(reading, index) !== null)
    return {from: index, next: index + 1, type: "DATE_OF_BIRTH"};
  return (before & AGED) !== 0 && isGapOnly(reading, index, SPACE | COMMA | OPEN | HYPHEN) && isFullYear(reading, index)
    ? {from: index, next: index + 1, type: "DATE_OF_BIRTH"}
    : null;
}

/** «fødd fjortande august 1944». */
export function birthInWords(reading: Reading, index: number): Found | null {
  const next = dateInWords(reading, index);
  if (next === null) return null;
  const cue = cueBefore(reading, index);
  return cue?.says.has("foedd") && isBirthCue(reading, cue, index) ? birthFrom(reading, index, next, cue) : null;
}

/** The cue goes with it when only a mark or a small word stands between. */
function birthFrom(reading: Reading, index: number, next: number, cue: Cue | null): Found {
  const isNear = cue?.says.has("foedd") === true && cue.distance <= 2 && !isNumber(reading, cue.at);
  return {from: isNear ? cue.at : index, next, type: "DATE_OF_BIRTH"};
}

const LONGEST_NAME = 4;

/** «Barn: Aisha Noor, 14/02-2019» */
function isBesideName(reading: Reading, index: number): boolean {
  if (!isGapOnly(reading, index, COMMA | SPACE, 2) || ((reading.gap[index] as number) & COMMA) === 0) return false;
  for (let at = index - 1; at > 0 && index - at <= LONGEST_NAME && reading.shape[at] === CAPITAL; at -= 1) {
    if (((reading.gap[at] as number) & COLON) !== 0) return ((reading.bits[at - 1] as number) & PERSON) !== 0;
    if (!isGapOnly(reading, at, SPACE | HYPHEN, 1)) return false;
  }
  return false;
}

const LATEST_OLD_YEAR = 1959;
const LATEST_OLD_DATE = 1995;

/** «…, 10.1.1950 ifølge …»: a whole date so long ago is of no event that is reported now, unless it is a law's. */
const isOldDate = (reading: Reading, index: number, year: number | null): boolean =>
  year !== null &&
  year >= OLDEST_BIRTH &&
  year <= LATEST_OLD_DATE &&
  isNumber(reading, index) &&
  (year <= LATEST_OLD_YEAR || !isOfLaw(reading, index));

const isOfLaw = (reading: Reading, index: number): boolean =>
  [1, 2].some(
    (back) =>
      index >= back &&
      !isNumber(reading, index - back) &&
      /^(?:lov|lova|loven|forskrift|rundskriv|avtale|avtalen|vedtak|konvensjon)/.test(wordAt(reading, index - back)),
  );

/** «fyller år 24. desember» */
const isBirthday = (reading: Reading, index: number): boolean =>
  index > 1 &&
  isGapOnly(reading, index, SPACE, 1) &&
  /^(?:år|den)$/.test(wordAt(reading, index - 1)) &&
  (/^fyl/.test(wordAt(reading, index - 2)) ||
    (index > 2 && wordAt(reading, index - 2) === "år" && /^fyl/.test(wordAt(reading, index - 3))));

/** «61 år, f. i 1964» */
const isBornIn = (reading: Reading, index: number): boolean =>
  index > 1 && wordAt(reading, index - 1) === "i" && /^(?:f|født|fødd)$/.test(wordAt(reading, index - 2));

const isFullYear = (reading: Reading, index: number): boolean =>
  lengthOf(reading, index) === 4 && /^(?:19\d\d|20[0-2]\d)$/.test(digitsOf(reading, index, index + 1));

function isYearAt(reading: Reading, index: number): boolean {
  if (isFullYear(reading, index)) return true;
  const gap = reading.gap[index] as number;
  return lengthOf(reading, index) === 2 && ((gap & (DOT | HYPHEN | COLON)) !== 0 || gapLength(reading, index) <= 2);
}

/** «ho er frå 1944» */
const isFromLongAgo = (reading: Reading, index: number): boolean =>
  index > 2 &&
  Number(digitsOf(reading, index, index + 1)) <= LATEST_OLD_YEAR &&
  /^(?:frå|fra)$/.test(wordAt(reading, index - 1)) &&
  /^(?:er|var)$/.test(wordAt(reading, index - 2)) &&
  /^(?:han|ho|hun|pasienten|brukaren|brukeren|mannen|kvinna|kvinnen)$/.test(wordAt(reading, index - 3));

const OLDEST_BIRTH = 1900;
const LATEST_SURE_BIRTH = 1935;

/** «mora i 1915»: nothing that is reported happened then. */
function isLongAgoAlone(reading: Reading, index: number): boolean {
  const year = Number(digitsOf(reading, index, index + 1));
  if (lengthOf(reading, index) !== 4 || year < OLDEST_BIRTH || year > LATEST_SURE_BIRTH) return false;
  return index > 0 && isGapOnly(reading, index, SPACE, 1) && wordAt(reading, index - 1) === "i";
}

/** «fødd 5/4»: no year, and nothing more of a number behind. */
const isDayAndMonth = (reading: Reading, index: number): boolean =>
  isNumber(reading, index + 1) &&
  isGapOnly(reading, index + 1, SLASH | DOT, 1) &&
  Number(digitsOf(reading, index, index + 1)) <= 31 &&
  Number(digitsOf(reading, index + 1, index + 2)) <= 12 &&
  !(isNumber(reading, index + 2) && gapLength(reading, index + 2) === 1);

/** «*14.08.2019» */
const isStarred = ({text, start}: Reading, index: number): boolean =>
  /(?:^|[\s(])\*\s?$/.test(text.slice(Math.max(0, (start[index] as number) - 3), start[index]));

/** «45-modell». */
function isModelYear(reading: Reading, index: number): boolean {
  const isModel = index + 1 < reading.count && /^modell(?:en)?$/.test(wordAt(reading, index + 1));
  return isModel && isGapOnly(reading, index + 1, HYPHEN, 1) && [2, 4].includes(lengthOf(reading, index));
}
