import {compoundStrength, isDrugLike, isFarmLike} from "../compounds.ts";
import {
  ACT,
  GIVEN,
  LINK,
  PERSON,
  POSSESSIVE,
  PROPER,
  SIGNATURE,
  STATE,
  SURNAME,
  TERM,
  TITLE,
  WEAK,
  WORD,
} from "../lexicon.ts";
import {gapLength, isGapOnly, lengthOf, type Reading, wordAt} from "../reading.ts";
import {COLON, DOT, LOWER, SPACE, UPPER} from "../tokens.ts";
import {LOW_GUESS, NAME} from "../word-kinds.ts";
import {cueOverInitial, isDoneBy, isOfPersons, isSpeech, isSpokenTo} from "./cue.ts";
import {
  bitsAfter,
  CUED,
  type Draft,
  endsSentence,
  isNext,
  isOpening,
  LEFT,
  TAKEN,
  take,
  type Verdict,
} from "./draft.ts";
import {isWrittenBy} from "./letters.ts";
import {isMisspelt} from "./surroundings.ts";

/** «a. b. sunnset», «nordgård k.»: what ends like a farm beside an initial in lower case. */
function isFarmByInitial({reading, kind}: Draft, index: number): boolean {
  if (kind[index] !== LOW_GUESS || !isFarmLike(wordAt(reading, index)) || !isNameLike(reading, index)) return false;
  const isInitial = (at: number): boolean =>
    at >= 0 &&
    at < reading.count &&
    lengthOf(reading, at) === 1 &&
    reading.text.charAt(reading.end[at] as number) === ".";
  const hasInitial = isInitial(index - 1) && isGapOnly(reading, index, DOT | SPACE, 2);
  return hasInitial || (isInitial(index + 1) && isNext(reading, index + 1));
}

/** «j.hansen», «a.strand»: one letter, a point and no space, and then what can be a name. */
function isBehindPoint({reading, kind}: Draft, index: number): boolean {
  if (index === 0 || lengthOf(reading, index - 1) !== 1 || !isGapOnly(reading, index, DOT, 1)) return false;
  if (lengthOf(reading, index) < SHORTEST_LOW || gapLength(reading, index) !== 1) return false;
  const isName = ((reading.bits[index] as number) & (SURNAME | GIVEN)) !== 0;
  return isName || (kind[index] === LOW_GUESS && isNameLike(reading, index));
}

const SHORTEST_LOW = 3;

/** «gry», «kåre»: a given name that the dictionary holds as a word, but that hardly anybody writes as one. */
const isHardlyAWord = (reading: Reading, index: number): boolean =>
  ((reading.bits[index] as number) & ~(SURNAME | PROPER | WORD)) === GIVEN &&
  lengthOf(reading, index) >= SHORTEST_LOW &&
  !reading.lexicon.commonWords.has(wordAt(reading, index));

/** What may stand behind a word for somebody and be no name: «pasient per døgn», «legen tale». */
const isVerbThere = (reading: Reading, index: number): boolean =>
  ((reading.bits[index] as number) & WEAK) !== 0 &&
  /^(?:per|dag|mai|vår|even|finn|stig|are|ale|live|tale|sine|hans|li|mi|min|mark|andre|anna|helga|august|hella|natt|ro|rise|bo|jo|vilja|open)$/.test(
    wordAt(reading, index),
  );

/** What is said before another word than a name: «ringte per telefon», «snakka med hans kone». */
const NO_NAME_THERE = /^(?:per|hans|andre|anna|are|mine?|sine|li|mai|even|august|juni|dag|helga|mark|tim|max)$/;
const DOES = /^(?:vil|ville|kjem|kom|fekk|fikk|høyrde|hørte|jobbar|jobber|hadde|treng|trenger|trengte|har|bur|bor)$/;

/** «liv ringte», «snakka med stein», «ringe xu»: what is a word elsewhere does here what only somebody does. */
function isWordDoing(draft: Draft, index: number): boolean {
  const {reading, kind} = draft;
  const word = wordAt(reading, index);
  const isGiven =
    ((reading.bits[index] as number) & (GIVEN | TERM)) === GIVEN ? !NO_NAME_THERE.test(word) : word === "jan";
  if (isSpokenTo(reading, index)) return isGiven || (kind[index] === LOW_GUESS && isUnknownName(draft, index));
  if (kind[index] === LOW_GUESS)
    return (bitsAfter(draft, index) & STATE) !== 0 && isOfPersons(reading, index + 2) && isUnknownName(draft, index);
  const isTold = isNext(reading, index) && /^(?:ho|han|hu|hun)$/.test(wordAt(reading, index - 1));
  if (isTold && !reading.lexicon.commonWords.has(word) && (isGiven || word === "anna")) return true;
  if (!isGiven || !isOpening(reading, index) || !isNext(reading, index + 1)) return false;
  if (isSpeech(reading, index + 1) || DOES.test(wordAt(reading, index + 1))) return true;
  return (bitsAfter(draft, index) & STATE) !== 0 && isOfPersons(reading, index + 2);
}

const LONGEST_SHORT = 4;

/** «skrive av: ikb» */
const isSignedLow = ({reading, kind}: Draft, index: number): boolean =>
  kind[index] === LOW_GUESS &&
  (lengthOf(reading, index) <= LONGEST_SHORT || ((reading.gap[index] as number) & COLON) !== 0) &&
  isWrittenBy(reading, index);

/** «– sign. jtv» at the very end */
const isLastSign = ({reading, kind}: Draft, index: number, cue: number): boolean =>
  cue === SIGNATURE &&
  kind[index] === LOW_GUESS &&
  lengthOf(reading, index) <= LONGEST_SHORT &&
  index + 1 === reading.count;

/** «frode.k» */
const isUserName = ({reading}: Draft, index: number): boolean =>
  index + 1 < reading.count &&
  ((reading.bits[index] as number) & GIVEN) !== 0 &&
  lengthOf(reading, index + 1) === 1 &&
  reading.shape[index + 1] === LOWER &&
  gapLength(reading, index + 1) === 1 &&
  reading.gap[index + 1] === DOT;

/** «OPPDAGA AV TONE» */
const isLoudDoer = ({reading}: Draft, index: number): boolean =>
  reading.shape[index] === UPPER && ((reading.bits[index] as number) & GIVEN) !== 0 && isDoneBy(reading, index);

/** «xu», «tuan»: short and sayable, or long and neither a word nor misspelt. */
const isUnknownName = (draft: Draft, index: number): boolean => {
  const word = wordAt(draft.reading, index);
  if (word.length > LONGEST_SHORT) return isNameLike(draft.reading, index) && !isMisspelt(draft, index);
  return word.length > 1 && /[aeiouyæøå]/.test(word);
};

/** Lower case, or a line of capitals: only a cue or a neighbour makes a name. */
export function decideLow(draft: Draft, index: number, ownCue: number): Verdict {
  const {reading, kind} = draft;
  if (isFarmByInitial(draft, index) || isBehindPoint(draft, index)) return CUED;
  if (isUserName(draft, index)) {
    take(draft, index + 1);
    return CUED;
  }
  if (isLastSign(draft, index, ownCue) || isLoudDoer(draft, index)) return TAKEN;
  if (isHardlyAWord(reading, index) || isSignedLow(draft, index) || isWordDoing(draft, index)) return TAKEN;
  const cue = ownCue === 0 ? cueOverInitial(draft, index) : ownCue;
  if (cue === 0 || cue === LINK || lengthOf(reading, index) < SHORTEST_LOW || endsSentence(reading, index)) return LEFT;
  if (kind[index] === LOW_GUESS) return isNameLike(reading, index) ? CUED : LEFT;
  const bits = reading.bits[index] as number;
  if (!(bits & (GIVEN | SURNAME)) || bits & TERM) return LEFT;
  if (cue & PERSON && bits & GIVEN && !(bits & (ACT | STATE | LINK)) && !isVerbThere(reading, index)) return CUED;
  if (cue === SIGNATURE && bits & GIVEN) return CUED;
  const isFollowed = isNext(reading, index + 1) && isLowName(draft, index + 1);
  if (cue & TITLE && bits & SURNAME && reading.shape[index] === UPPER) return CUED;
  const isActing = (bitsAfter(draft, index) & (ACT | POSSESSIVE)) !== 0 && !(bits & WEAK);
  return isFollowed || isActing || (cue & TITLE && !(bits & WEAK)) ? CUED : LEFT;
}

const isLowName = ({kind, reading}: Draft, index: number): boolean =>
  kind[index] === NAME ||
  (kind[index] === LOW_GUESS && isNameLike(reading, index)) ||
  ((reading.bits[index] as number) & SURNAME) !== 0;

/** Letters that no Norwegian word has. */
const FOREIGN = /[^a-zæøåéèêàóòôäöü]|[äö]/u;

/** An unknown word that can be said and is no compound, no drug and no abbreviation. */
export function isNameLike(reading: Reading, index: number): boolean {
  const word = wordAt(reading, index);
  if (word.length > 2 && FOREIGN.test(word)) return true;
  if (word.length < 4 || (reading.text.charAt(reading.end[index] as number) === "." && word.length < 6)) return false;
  if ((word.match(/[aeiouyæøåáéíóúäö]/g)?.length ?? 0) < 2) return false;
  return compoundStrength(reading.lexicon, word) === 0 && !isDrugLike(reading.lexicon, word);
}
