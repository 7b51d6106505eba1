import type {Found} from "./found.ts";
import {AGED, GIVEN, MEASURE, PERSON, PROPER, SURNAME, TITLE} from "./lexicon.ts";
import {type Cue, digitsOf, gapLength, isGapOnly, isNumber, lengthOf, type Reading, wordAt} from "./reading.ts";
import {CAPITAL, COLON, COMMA, DOT, HYPHEN, NUMBER, OPEN, OTHER, SLASH, SPACE} from "./tokens.ts";
import {COUNT} from "./word-class.ts";

const OLDEST = 119;
const YEARS =
  /^(?:år|aar|års|åra|åring(?:en|ane|ar|er|ene|s|ens)?|årige?|års?(?:alder(?:en)?|gam(?:al|mel|le))|årsdag(?:en)?)$/;
const AGO = /^(?:sidan|siden|tilbake|jubileum|etter|framover|seinare|senere)$/;
const TURNS =
  /^(?:fyl(?:l|ler|la|de|t|te)|blir|vert|blei|vart|bli|alder|alderen|aldersgruppe|nær|nesten|snart|passert)$/;

/** Ninety or more years, by a word for years behind it or for a person in front of it. */
export function ageAt(reading: Reading, index: number, _cue: Cue | null): Found | null {
  const years = Number(digitsOf(reading, index, index + 1));
  if (lengthOf(reading, index) > 3 || years < 90 || years > OLDEST) return null;
  const next = yearsAfter(reading, index + 1);
  if (next === null && isListedAge(reading, index)) return {from: index, next: index + 1, type: "AGE_OVER_89"};
  if (next !== null) return next < reading.count && AGO.test(wordAt(reading, next)) ? null : age(reading, index, next);
  return isToldAge(reading, index) ? {from: index, next: index + 1, type: "AGE_OVER_89"} : null;
}

/** «93 og 87 år» */
const isListedAge = (reading: Reading, index: number): boolean =>
  index + 3 < reading.count &&
  /^(?:og|eller)$/.test(wordAt(reading, index + 1)) &&
  isNumber(reading, index + 2) &&
  lengthOf(reading, index + 2) <= 3 &&
  isGapOnly(reading, index + 2, SPACE, 1) &&
  yearsAfter(reading, index + 3) !== null;

/** «94 år gammal» is one age. */
function age(reading: Reading, from: number, next: number): Found {
  const isOld =
    next < reading.count && gapLength(reading, next) === 1 && /^gam(?:al|mal|mel|le)$/.test(wordAt(reading, next));
  return {from, next: isOld ? next + 1 : next, type: "AGE_OVER_89"};
}

/** The token after the word for years, with a half year or a point between. */
function yearsAfter(reading: Reading, index: number): number | null {
  let at = index;
  while (isNumber(reading, at) && at < index + 2 && isGapOnly(reading, at, SPACE | SLASH | COMMA | DOT, 1)) at += 1;
  if (at >= reading.count || isNumber(reading, at)) return null;
  const isNear = isGapOnly(reading, at, SPACE | HYPHEN | DOT | OTHER, 3);
  return isNear && YEARS.test(wordAt(reading, at)) ? at + 1 : null;
}

function isToldAge(reading: Reading, index: number): boolean {
  if (index === 0 || isMeasured(reading, index)) return false;
  const gap = reading.gap[index] as number;
  const closes = reading.text.charAt(reading.end[index] as number) === ")";
  const isOfSomebody = reading.shape[index - 1] === CAPITAL || ((reading.bits[index - 1] as number) & PERSON) !== 0;
  const isAlone = (gap & OPEN) !== 0 && closes && isOfSomebody;
  const isTold = isGapOnly(reading, index, SPACE | COMMA | OPEN | COLON, 2);
  if (isAlone || reading.text.charAt(reading.end[index] as number) === "+") return true;
  if (!isTold && gapLength(reading, index) > 0) return false;
  const before = wordAt(reading, index - 1);
  const isBetween = (gap & COMMA) !== 0 && reading.text.charAt(reading.end[index] as number) === ",";
  if (isBetween && (SUBJECT.test(before) || isLikeName(reading, index - 1))) return true;
  if (SAYING.test(before) && index + 1 < reading.count && /^(?:no|nå)$/.test(wordAt(reading, index + 1))) return true;
  if (isSaidOf(reading, index) && endsThere(reading, index + 1)) return true;
  if (TURNS.test(before) || ((reading.bits[index - 1] as number) & AGED) !== 0) return true;
  return before === "på" && index > 1 && isAged(reading, index - 2) && !isNumber(reading, index + 1);
}

/** «Far, Anton Sårheim, 93, …» */
const isLikeName = ({shape, bits}: Reading, index: number): boolean =>
  shape[index] === CAPITAL && ((bits[index] as number) & ~(GIVEN | SURNAME | PROPER)) === 0;

/** «ein mann på 94», «fru Skogmo på 91» */
const isAged = (reading: Reading, index: number): boolean =>
  ((reading.bits[index] as number) & AGED) !== 0 ||
  (index > 0 && reading.shape[index] === CAPITAL && ((reading.bits[index - 1] as number) & TITLE) !== 0);

const SAYING = /^(?:er|var|vart|ble|blei|blir|vert)$/;
const SUBJECT =
  /^(?:han|ho|hun|eg|jeg|pas|eldste|alder|alderen|pasienten|brukaren|brukeren|mora|moren|faren|far|mor|kona|mannen|enkja|enken|kvinna|kvinnen|dama|damen)$/;

/** «ho er 94», «Birger er 92»: what is said of somebody. */
const isSaidOf = (reading: Reading, index: number): boolean =>
  index > 1 &&
  isGapOnly(reading, index, SPACE, 1) &&
  SAYING.test(wordAt(reading, index - 1)) &&
  (SUBJECT.test(wordAt(reading, index - 2)) ||
    (reading.shape[index - 2] === CAPITAL && ((reading.bits[index - 2] as number) & GIVEN) !== 0));

/** Nothing behind that would be counted or measured. */
const endsThere = (reading: Reading, next: number): boolean =>
  next >= reading.count ||
  ((reading.gap[next] as number) & ~SPACE) !== 0 ||
  /^(?:og|men|som|i|no|nå|nei|ja)$/.test(wordAt(reading, next));

function isMeasured(reading: Reading, index: number): boolean {
  const after = reading.text.slice(reading.end[index], (reading.end[index] as number) + 2);
  if (/^\s?%|^[/,.:-]\d/.test(after)) return true;
  const next = index + 1;
  return next < reading.count && isGapOnly(reading, next, SPACE, 1) && ((reading.bits[next] as number) & MEASURE) !== 0;
}

const TENS =
  /^(?:(?:ein?|en|to|tre|fire|fem|seks|sju|syv|åtte|ni)(?:og)?)?nitti(?:en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)?/;
const ONES = /^(?:ein|eitt|ett|en|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|og)$/;

/** Ninety or more years in words: «nittifire år», «tooghundreåring», «i nittiåra». */
export function ageInWordsAt(reading: Reading, index: number): Found | null {
  if (((reading.class[index] as number) & COUNT) === 0) return null;
  const word = wordAt(reading, index);
  const rest = word.startsWith("hundre")
    ? word.replace(/^hundre(?:og\p{L}{2,5}?(?=år|$))?/u, "")
    : word.replace(TENS, "");
  if (rest === word) return null;
  if (rest !== "") return /^år(?:a|ene|ig|ige|ing|ingen|s.*)?$/.test(rest) ? age(reading, index, index + 1) : null;
  let next = index + 1;
  while (next < reading.count && next < index + 4 && reading.shape[next] !== NUMBER && ONES.test(wordAt(reading, next)))
    next += 1;
  const end = yearsAfter(reading, next) ?? (isAloneInWords(reading, index, next) ? next : null);
  return end === null || (end < reading.count && AGO.test(wordAt(reading, end))) ? null : age(reading, index, end);
}

/** «over nitti», «snart hundre» with nothing counted behind. */
function isAloneInWords(reading: Reading, index: number, next: number): boolean {
  if (index === 0 || !isGapOnly(reading, index, SPACE, 1)) return false;
  if (index > 1 && wordAt(reading, index - 1) === "på" && SUBJECT.test(wordAt(reading, index - 2))) return true;
  if (!endsThere(reading, next)) return false;
  if (isSaidOf(reading, index)) return true;
  const isNamed = index > 1 && SAYING.test(wordAt(reading, index - 1)) && reading.shape[index - 2] === CAPITAL;
  return isNamed || /^(?:over|nær|nærare|nærmere|snart|passert|fylt|rundt|nesten)$/.test(wordAt(reading, index - 1));
}
