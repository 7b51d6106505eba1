import {isFarmLike} from "../compounds.ts";
import {
  ABBREVIATION,
  ACT,
  AT,
  GIVEN,
  IN,
  INSTITUTION,
  PARTICLE,
  PERSON,
  PLACE,
  STATE,
  SURNAME,
  TERM,
  UNIT_NOUN,
  WEAK,
} from "../lexicon.ts";
import {gapLength, isGapOnly, isNumber, lengthOf, type Reading, wordAt} from "../reading.ts";
import {APOSTROPHE, CAPITAL, COLON, COMMA, DOT, HYPHEN, LOWER, NEWLINE, SLASH, SPACE, STOP, UPPER} from "../tokens.ts";
import {
  EITHER,
  GUESS,
  INITIAL,
  LETTERS,
  LOW_EITHER,
  LOW_GUESS,
  NAME,
  NOTHING,
  PLAIN,
  SAFE,
  SITE,
} from "../word-kinds.ts";
import {
  bitsBefore,
  CUED,
  DOMAIN,
  type Draft,
  isCapital,
  isCapitalised,
  isLineEnd,
  isNext,
  isOpening,
  take,
} from "./draft.ts";
import {isFamilyName, isLastWord, isThirdName} from "./last-name.ts";
import {isLoudFamily, isLoudGiven, isLoudInitial, isLoudSubject} from "./loud.ts";
import {isNameLike} from "./lower.ts";
import {isHouseAfter, isShortUnknown} from "./surroundings.ts";

export const BESIDE = SPACE | HYPHEN | APOSTROPHE;

/** Neighbours of a name join it: to the right first, then to the left. */
export function joinNeighbours(draft: Draft): void {
  const {reading} = draft;
  for (let index = 1; index < reading.count; index += 1) {
    if (draft.taken[index] === 0 && draft.taken[index - 1] !== 0 && joinsRight(draft, index))
      take(draft, index, draft.taken[index - 1]);
  }
  for (let index = reading.count - 2; index >= 0; index -= 1) {
    if (draft.taken[index] === 0 && draft.taken[index + 1] !== 0 && joinsLeft(draft, index))
      take(draft, index, draft.taken[index + 1]);
  }
}

/** «Alm og Bjerk», «Mina, Trine og Kari», «TBN/KRS»: what is named together with a name is one. */
export function joinCoordinated(draft: Draft): void {
  const {reading} = draft;
  for (let index = 1; index < reading.count; index += 1) if (isWith(draft, index, index - 1)) take(draft, index);
  for (let index = reading.count - 2; index >= 0; index -= 1) if (isWith(draft, index, index + 1)) take(draft, index);
}

function isWith(draft: Draft, index: number, beside: number): boolean {
  const {reading, kind} = draft;
  if (draft.taken[index] !== 0) return false;
  if (kind[index] === LETTERS && draft.taken[beside] !== 0)
    return isGapOnly(reading, Math.max(index, beside), SLASH, 1) && kind[beside] === LETTERS;
  const isFamilySite = kind[index] === SITE && ((reading.bits[index] as number) & SURNAME) !== 0;
  const isEitherGiven = kind[index] === EITHER && ((reading.bits[index] as number) & GIVEN) !== 0;
  const isGivenBeside = ((reading.bits[beside] as number) & GIVEN) !== 0;
  if (kind[index] === SITE && isGivenSite(draft, index, beside)) return true;
  if (isEitherGiven && isGivenBeside && isGapOnly(reading, Math.max(index, beside), SLASH, 1))
    return draft.taken[beside] !== 0;
  if (isFamilySite && draft.taken[beside] !== 0 && kind[beside] !== LETTERS && isCapital(reading, index))
    return isGapOnly(reading, Math.max(index, beside), SLASH, 1);
  const isPlain =
    kind[index] === PLAIN &&
    isCapitalised(reading, index) &&
    !isOpening(reading, index) &&
    ((reading.bits[index] as number) & (TERM | INSTITUTION | PERSON | UNIT_NOUN)) === 0;
  if ((kind[index] !== EITHER && !isPlain) || !isCapital(reading, index) || isHouseAfter(draft, index)) return false;
  const other = wordAt(reading, beside) === "og" && isNext(reading, Math.max(index, beside)) ? 2 * beside - index : -1;
  return other >= 0 && other < reading.count && draft.taken[other] !== 0 && isNext(reading, Math.max(other, beside));
}

/** «Roald og Ruth Kleivene»: a place that is a given name too, named together with somebody. */
const isGivenSite = ({reading, taken}: Draft, index: number, beside: number): boolean => {
  const other = 2 * beside - index;
  if (((reading.bits[index] as number) & GIVEN) === 0 || !isCapitalised(reading, index)) return false;
  if (other < 0 || other >= reading.count || wordAt(reading, beside) !== "og") return false;
  const isBesideOnly = isNext(reading, Math.max(index, beside)) && isNext(reading, Math.max(other, beside));
  return isBesideOnly && taken[other] !== 0 && ((reading.bits[other] as number) & GIVEN) !== 0;
};

function joinsRight(draft: Draft, index: number): boolean {
  const {reading, kind} = draft;
  const what = kind[index] as number;
  const isAfterInitial = lengthOf(reading, index - 1) <= 2 || GIVEN_SHORT.test(wordAt(reading, index - 1));
  const isTied = isGapOnly(reading, index, isAfterInitial ? BESIDE | DOT : BESIDE, 2);
  const isWrapped =
    (reading.gap[index] as number) === NEWLINE && reading.text.charAt(reading.end[index - 1] as number) === "\n";
  const bits = reading.bits[index] as number;
  if (isInitialBehind(reading, index)) return true;
  if (bits & PARTICLE && reading.shape[index] === LOWER) return isTied && leadsToName(draft, index + 1);
  if (!isTied && !(isWrapped && (what === EITHER || what === GUESS))) return false;
  if (what === INITIAL) return true;
  if (what === LETTERS) return lengthOf(reading, index) >= 3 && reading.shape[index - 1] !== LOWER;
  const isShortName =
    isTied &&
    reading.shape[index] === CAPITAL &&
    ((bits & DOMAIN) === ABBREVIATION || isThirdName(draft, index)) &&
    reading.text.charAt(reading.end[index] as number) !== ".";
  if (isShortName || (isThirdName(draft, index) && isLastWord(reading, index))) return true;
  if (isFamilyName(draft, index)) return true;
  if (what === SAFE || bits & (TERM | INSTITUTION)) return false;
  const isLoudFarm = what === NOTHING && reading.shape[index] === UPPER && isFarmLike(wordAt(reading, index));
  if (isLoudFarm || isLoudSubject(draft, index)) return ((reading.bits[index - 1] as number) & GIVEN) !== 0;
  const isAfterParticle = ((reading.bits[index - 1] as number) & PARTICLE) !== 0;
  if (isCapital(reading, index) && (reading.shape[index - 1] !== LOWER || isAfterParticle))
    return what !== NOTHING && !isHouseAfter(draft, index);
  if (bits & (ACT | STATE)) return false;
  const isCued = draft.taken[index - 1] === CUED;
  if (!isCued && !((reading.bits[index - 1] as number) & GIVEN)) return false;
  if (what === LOW_GUESS) return isNameLike(reading, index);
  if (what === LOW_EITHER) return (bits & SURNAME) !== 0 || (bits & (GIVEN | WEAK | TERM)) === GIVEN;
  return (bits & PLACE) !== 0;
}

const NO_LOW_INITIAL = /^[efimuvåxà]$/;

/** «jens p», «pål a.», «Aasgaard, P.»: an initial behind a name, in lower case only behind one in lower case. */
function isInitialBehind(reading: Reading, index: number): boolean {
  if (lengthOf(reading, index) !== 1 || isNumber(reading, index)) return false;
  const isPointed = reading.text.charAt(reading.end[index] as number) === ".";
  if (reading.shape[index] !== LOWER)
    return isPointed && isGapOnly(reading, index, COMMA | SPACE, 2) && isCapital(reading, index - 1);
  if (reading.shape[index - 1] !== LOWER || !isGapOnly(reading, index, SPACE, 1)) return false;
  const letter = wordAt(reading, index);
  return !NO_LOW_INITIAL.test(letter) && (isPointed || (!/^[ado]$/.test(letter) && !isNumber(reading, index + 1)));
}

/** One particle more at most, and then a capitalised word: «van Dijk», «von der Heide». */
function leadsToName({reading, kind}: Draft, index: number): boolean {
  const isParticle =
    index < reading.count && reading.shape[index] === LOWER && ((reading.bits[index] as number) & PARTICLE) !== 0;
  const next = isParticle && isNext(reading, index) ? index + 1 : index;
  return isNext(reading, next) && isCapital(reading, next) && kind[next] !== SAFE;
}

/** «k. moe», «j.hansen»: without a space nothing else tells that there is a name. */
function isPointedTo({reading, taken}: Draft, index: number): boolean {
  if (((reading.gap[index] as number) & DOT) === 0 || !isGapOnly(reading, index, DOT | SPACE, 2)) return false;
  return (taken[index] as number) === CUED || gapLength(reading, index) === 1;
}

/** An initial, or a name cut short, in front of a name; null for what is neither. */
function letterJoins(draft: Draft, index: number): boolean | null {
  const {reading, kind} = draft;
  const gap = reading.gap[index + 1] as number;
  if (GIVEN_SHORT.test(wordAt(reading, index)) && (gap & DOT) !== 0)
    return isGapOnly(reading, index + 1, SPACE | DOT, 2);
  if (lengthOf(reading, index) === 1 && reading.shape[index] === LOWER)
    return (gap & APOSTROPHE) !== 0
      ? /^[dl]$/.test(wordAt(reading, index)) && gapLength(reading, index + 1) === 1
      : isPointedTo(draft, index + 1);
  if (kind[index] !== INITIAL && !isLoudInitial(reading, index)) return null;
  return (
    isGapOnly(reading, index + 1, SPACE | DOT | APOSTROPHE | HYPHEN, 2) &&
    !(index > 0 && isGapOnly(reading, index, DOT, 0))
  );
}

function joinsLeft(draft: Draft, index: number): boolean {
  const {reading, kind} = draft;
  const what = kind[index] as number;
  const gap = reading.gap[index + 1] as number;
  const bits = reading.bits[index] as number;
  const asLetter = letterJoins(draft, index);
  if (asLetter !== null) return asLetter;
  if (belongsToNext(draft, index) || isLoudFamily(draft, index) || isLoudGiven(draft, index)) return true;
  if (!isGapOnly(reading, index + 1, BESIDE | COMMA, 2) || bits & (TERM | PERSON | INSTITUTION)) return false;
  const isListed = (gap & COMMA) !== 0;
  if (isListed && isRowOfList(draft, index)) return true;
  if (isListed && !((reading.bits[index + 1] as number) & GIVEN)) return false;
  if (what === EITHER || what === GUESS) return !isListed || isCapital(reading, index);
  if (what === SITE) {
    const isGivenBehind = kind[index + 1] === NAME && ((reading.bits[index + 1] as number) & GIVEN) !== 0;
    const isGiven = isGivenBehind || (!isListed && (bits & GIVEN) !== 0 && isCapital(reading, index + 1));
    return (isListed || isGiven) && isCapital(reading, index) && !(bitsBefore(draft, index) & (IN | AT | UNIT_NOUN));
  }
  if (what === PLAIN && isListed) return isAddressee(reading, index);
  if (what === PLAIN) {
    const mayBeName = !isOpening(reading, index) || isShortUnknown(reading, index);
    return mayBeName && !(bits & UNIT_NOUN) && reading.shape[index + 1] !== LOWER;
  }
  if (what === LETTERS) return !isListed && lengthOf(reading, index) >= 4;
  if (isListed) return what === LOW_EITHER && (bits & SURNAME) !== 0;
  const isSurname = ((reading.bits[index + 1] as number) & SURNAME) !== 0 || kind[index + 1] === GUESS;
  if (what === LOW_EITHER) return (bits & GIVEN) !== 0 && isSurname;
  return (
    what === LOW_GUESS &&
    reading.shape[index + 1] === LOWER &&
    !((reading.bits[index + 1] as number) & GIVEN) &&
    isNameLike(reading, index)
  );
}

/** What a word itself tells: the half of a farm, «per-arne», a particle, «Ho Thi Lan». */
function belongsToNext(draft: Draft, index: number): boolean {
  const {reading} = draft;
  if (isCapitalised(reading, index) && FARM_PART.test(wordAt(reading, index)) && isNext(reading, index + 1))
    return true;
  const isTied = ((reading.gap[index + 1] as number) & HYPHEN) !== 0 && gapLength(reading, index + 1) === 1;
  const areLow = reading.shape[index] === LOWER && reading.shape[index + 1] === LOWER;
  if (isTied && areLow && (reading.bits[index] as number) & GIVEN) return true;
  return isNickname(reading, index) || isLeading(draft, index) || isBeforeThi(reading, index);
}

/** «von Krogh», «Van der Meer», «al Khatib»: particles that are no words of the language, in front of a name. */
const FOREIGN_PARTICLE = /^(?:van|von|der|dela|bin|bint|ibn|abu|umm|al|el|de|di|du|dos|das|la|le|ter|zu)$/;

function isLeading({reading, kind}: Draft, index: number): boolean {
  if (!isGapOnly(reading, index + 1, SPACE | HYPHEN | APOSTROPHE, 1)) return false;
  const word = wordAt(reading, index);
  if (!FOREIGN_PARTICLE.test(word) || !isCapital(reading, index + 1))
    return FOREIGN_PARTICLE.test(word) && word === "van" && /^(?:der|de|den)$/.test(wordAt(reading, index + 1));
  return word !== "de" && word !== "la" && word !== "le" && word !== "du"
    ? true
    : isCapital(reading, index)
      ? index > 0 && !isOpening(reading, index)
      : word === "de" && kind[index + 1] === GUESS && OF.test(index > 0 ? wordAt(reading, index - 1) : "");
}

const OF = /^(?:av|til|frå|fra|hos|med|for)$/;

/** «Ho Thi Lan», «Do Van Hai»: a family name that is a small word of the language. */
const isBeforeThi = (reading: Reading, index: number): boolean =>
  isCapitalised(reading, index) &&
  isNext(reading, index + 1) &&
  isCapitalised(reading, index + 1) &&
  /^(?:thi|van)$/.test(wordAt(reading, index + 1));

/** «Til: Kvile, Sigrun» alone on its line */
const isAddressee = (reading: Reading, index: number): boolean =>
  ((reading.gap[index] as number) & COLON) !== 0 && isLineEnd(reading, index + 2);

/** «2. Bui, Minh Anh. Tilvist …», «* Brun, Per – ringt»: the family first, in a row of a list. */
function isRowOfList({reading, kind, taken}: Draft, index: number): boolean {
  const isCounted = index > 0 && isNumber(reading, index - 1) && ((reading.gap[index] as number) & DOT) !== 0;
  const isBullet = ((reading.gap[index] as number) & STOP) !== 0 && ((reading.gap[index] as number) & NEWLINE) !== 0;
  if (!(isCounted || isBullet) || reading.shape[index] !== CAPITAL || kind[index] === SAFE) return false;
  let next = index + 1;
  while (next < reading.count && taken[next] !== 0 && isGapOnly(reading, next, BESIDE | COMMA, 2)) next += 1;
  const ends = next >= reading.count || ((reading.gap[next] as number) & ~(SPACE | COMMA)) !== 0;
  return ends && next - index <= MOST_IN_ROW;
}

const MOST_IN_ROW = 4;

/** «Vesle-Kari», «Lille-Bjørn» */
const isNickname = (reading: Reading, index: number): boolean =>
  /^(?:lille|litle|vesle|store|gamle|unge)$/.test(wordAt(reading, index)) &&
  ((reading.gap[index + 1] as number) & HYPHEN) !== 0 &&
  isCapitalised(reading, index);

/** «Øvre Myklebust»: a farm that was parted. */
const FARM_PART = /^(?:øvre|nedre|ytre|indre|inste|ytste|søre|søndre|nordre|nørdre|vestre|austre|østre)$/;

/** Given names cut short: «Chr. Moldrem». */
const GIVEN_SHORT = /^(?:chr|fr|joh|johs|kr|edv|wilh|gust|aug|bernh|sig|th|alb|jac|jørg)$/;
