import {isFarmLike} from "../compounds.ts";
import {
  ACT,
  AT,
  DISEASE,
  DRUG,
  EPONYM,
  GIVEN,
  IN,
  INSTITUTION,
  LINK,
  ORGANISATION,
  PERSON,
  PLACE,
  POSSESSIVE,
  PROPER,
  SIGNATURE,
  STATE,
  SURNAME,
  TITLE,
  UNIT_NOUN,
  WEAK,
  WORD,
} from "../lexicon.ts";
import {isGapOnly, lengthOf, type Reading, wordAt} from "../reading.ts";
import {CAPITAL, DOT, HYPHEN, LOWER, SPACE} from "../tokens.ts";
import {EITHER, GUESS, INITIAL, NAME, PLAIN, SAFE, SITE} from "../word-kinds.ts";
import {
  isDoneBy,
  isGlossed,
  isOfPersons,
  isOnlyOfPersons,
  isOwner,
  isSpeech,
  isSpokenTo,
  isStaffBefore,
} from "./cue.ts";
import {
  bitsAfter,
  bitsBefore,
  CUED,
  type Draft,
  isCapital,
  isCapitalised,
  isLineEnd,
  isNext,
  isOpening,
  LEFT,
  TAKEN,
  UNDECIDED,
  type Verdict,
} from "./draft.ts";
import {
  isHouseAfter,
  isInstitution,
  isMisspelt,
  isMonth,
  isOnSite,
  isPlaced,
  isProduct,
  isShortUnknown,
} from "./surroundings.ts";

export function decideName(draft: Draft, index: number, cue: number): Verdict {
  const {reading} = draft;
  const bits = reading.bits[index] as number;
  const isSurname = (bits & GIVEN) === 0;
  if (isSurname && cue === 0 && reading.shape[index] !== LOWER && isInstitution(draft, index)) return LEFT;
  if (isSurname && cue === 0 && isPlaced(draft, index)) return LEFT;
  if (cue === 0 && isTool(draft, index)) return LEFT;
  if (isSaint(reading, index) || isHolyDay(reading, index) || isBehindEponym(reading, index)) return LEFT;
  return cue === 0 ? TAKEN : CUED;
}

/** «Creutzfeldt-Jakob», «Prader-Willi» */
const isBehindEponym = (reading: Reading, index: number): boolean =>
  index > 0 && isNext(reading, index, HYPHEN) && ((reading.bits[index - 1] as number) & (EPONYM | NAMED)) === EPONYM;

/** «Avd. Granbo» */
const isBehindUnit = (reading: Reading, index: number): boolean =>
  index > 0 && isGapOnly(reading, index, DOT | SPACE, 2) && /^(?:avd|enh|ein|seksj)$/.test(wordAt(reading, index - 1));

/** «Hansson-pinnar», «Guthrie-prøve»: tied to what is called after somebody. */
const isTool = (draft: Draft, index: number): boolean =>
  isNext(draft.reading, index + 1, HYPHEN) &&
  (((draft.reading.bits[index + 1] as number) & DISEASE) !== 0 || TOOL.test(wordAt(draft.reading, index + 1)));

/** Only tied to a name: with a space between, somebody tries or takes a test. */
const TOOL =
  /^(?:skinn[ea]|skinnen|pinn[ae]r|pinnane|pinnene|skrue|skru[ae]r|nagle|nagl[ae]r|plate|plat[ae]r|protesen?|prøv[ea]|prøven|prøv[ae]r|pump[ea]|pumpen|ballong|ballongen)$/;

const NAMED = GIVEN | SURNAME;

const isHolyDay = (reading: Reading, index: number): boolean =>
  isNext(reading, index + 1) && /^himmelfart/.test(wordAt(reading, index + 1));

/** «St. Olavs» */
const isSaint = (reading: Reading, index: number): boolean =>
  index > 0 &&
  /^(?:st|sankt|sta)$/.test(wordAt(reading, index - 1)) &&
  reading.shape[index - 1] === CAPITAL &&
  isGapOnly(reading, index, DOT | SPACE, 2);

export function decideGuess(draft: Draft, index: number, cue: number): Verdict {
  if (cue === 0) {
    if (isInstitution(draft, index) || isPlaced(draft, index) || isProduct(draft, index)) return LEFT;
    if (isVariant(draft, index) || isBehindEponym(draft.reading, index) || isTool(draft, index)) return LEFT;
    if (isBehindUnit(draft.reading, index)) return LEFT;
    if (isSaint(draft.reading, index) || bitsBefore(draft, index) & UNIT_NOUN || isOnSite(draft, index)) return LEFT;
    if (isOpening(draft.reading, index) && isMisspelt(draft, index)) {
      draft.kind[index] = PLAIN;
      return LEFT;
    }
  }
  return cue === 0 ? TAKEN : CUED;
}

/** «Nutrison Energy», «Visma Flyt»: what stands right behind a product is a kind of it, when nothing makes it a name. */
const isVariant = (draft: Draft, index: number): boolean =>
  (bitsBefore(draft, index) & (DRUG | ORGANISATION)) !== 0 &&
  draft.kind[index - 1] === SAFE &&
  !isFarmLike(wordAt(draft.reading, index)) &&
  !isDoing(bitsAfter(draft, index));

/** A verb for what somebody does; «vart» is said of things too. */
const isDoing = (bits: number): boolean => ((bits & STATE) === 0 ? (bits & (ACT | POSSESSIVE)) !== 0 : false);

export function decideEither(draft: Draft, index: number, cue: number): Verdict {
  const {reading} = draft;
  const bits = reading.bits[index] as number;
  if (bits & PERSON && !(cue & TITLE)) return LEFT;
  if (cue !== 0 || isOwner(reading, index)) return CUED;
  if (isMonth(reading, index)) return LEFT;
  if (isNamed(draft, index)) return TAKEN;
  if (isInstitution(draft, index) || isProduct(draft, index) || bitsBefore(draft, index) & UNIT_NOUN) return LEFT;
  if (!(bits & GIVEN) && isPlaced(draft, index)) return LEFT;
  const after = bitsAfter(draft, index);
  if (isGlossed(reading, index) || isAtWork(draft, index)) return TAKEN;
  if (after & (ACT | POSSESSIVE) && isPersonal(draft, index)) return TAKEN;
  if (!isOpening(reading, index)) return bits & EPONYM ? LEFT : TAKEN;
  if (bits & GIVEN && !(bits & WEAK)) return TAKEN;
  if (!(after & STATE)) return LEFT;
  const verdict = decideTold(draft, index);
  return bits & (GIVEN | SURNAME) || verdict === TAKEN ? verdict : LEFT;
}

const SHIFT = /^(?:kveld|natt|dag|jobb|kontoret)$|vakt(?:a|en)?$/;

/** «Finn på avdelinga», «Ulv på kveld», «Stein i bilen sa». */
function isAtWork(draft: Draft, index: number): boolean {
  const {reading} = draft;
  const next = index + 2;
  if (next >= reading.count || !isNext(reading, next)) return false;
  if (!(bitsAfter(draft, index) & (IN | AT)) && wordAt(reading, index + 1) !== "hos") return false;
  if (isNext(reading, next + 1) && isSpeech(reading, next + 1)) return true;
  if (!((reading.bits[index] as number) & GIVEN)) return false;
  return (
    ((reading.bits[next] as number) & (UNIT_NOUN | PLACE | INSTITUTION | ORGANISATION)) !== 0 ||
    (wordAt(reading, index + 1) === "på" && SHIFT.test(wordAt(reading, next)))
  );
}

/** «Haug var …», «Tale er logoped»: what is said of somebody, and what can be said of a thing. */
function decideTold(draft: Draft, index: number): Verdict {
  const {reading} = draft;
  const word = wordAt(reading, index);
  const told = index + 2 < reading.count && isNext(reading, index + 2) ? (reading.bits[index + 2] as number) : 0;
  const isDefinite = DEFINITE.test(word);
  if ((reading.bits[index] as number) & SURNAME && isOnlyOfPersons(reading, index + 2)) return TAKEN;
  if (NO_NOUN.test(word) || told & PERSON) return TAKEN;
  if (isOfPersons(reading, index + 2) && !isDefinite) return TAKEN;
  return (reading.bits[index] as number) & SURNAME && !isDefinite && !STUFF.test(word) ? TAKEN : UNDECIDED;
}

/** What there can be much or little of. */
const STUFF =
  /^(?:storm|sand|mat|vold|sol|fred|tale|tone|vår|sommar|sommer|vinter|natt|rose|stein|sten|skog|hav|rev|leite|strøm|lys|is)$/;

/** Names that are words, but no words that something can be said to be. */
const NO_NOUN = /^(?:finn|bo|stig|roar|per|hans|even|are|live|jo|gro|tor|ane|mina|liv|dag|hauk|falk|ale|fred)$/;

/** A verb makes a name of a surname that is a word only where nothing in front makes it a noun. */
function isPersonal({reading}: Draft, index: number): boolean {
  const bits = reading.bits[index] as number;
  return (
    ((bits & (GIVEN | SURNAME | PROPER)) !== 0 || isFarmLike(wordAt(reading, index))) && lengthOf(reading, index) > 1
  );
}

/** Whether a capitalised neighbour that may be a name stands right beside. */
function isNamed(draft: Draft, index: number): boolean {
  const {reading, kind} = draft;
  const isName = (at: number): boolean => {
    const neighbour = kind[at] as number;
    if (!isCapital(reading, at)) return false;
    return (
      neighbour === NAME ||
      neighbour === INITIAL ||
      neighbour === EITHER ||
      neighbour === GUESS ||
      isSurnameSite(draft, at)
    );
  };
  const after = index + 1;
  if (isNext(reading, after, SPACE | HYPHEN) && isName(after) && !isHouseAfter(draft, after)) return true;
  return index > 0 && isNext(reading, index, SPACE | HYPHEN) && draft.taken[index - 1] !== 0;
}

const isSurnameSite = ({kind, reading}: Draft, index: number): boolean =>
  kind[index] === SITE && ((reading.bits[index] as number) & SURNAME) !== 0;

/** «Ho Maggen på kjøkenet» */
const isBehindPronoun = (reading: Reading, index: number): boolean =>
  index > 0 &&
  isCapitalised(reading, index) &&
  isGapOnly(reading, index, SPACE, 1) &&
  /^(?:ho|hu|hun|han)$/.test(wordAt(reading, index - 1));

const DEFINITE = /.{3}(?:en|et|a|ane|ene)$/;
const ADJECTIVE = /(?:isk|iske|ande|ende|leg|lege|lig|lige|ert|erte)$/;

export function decidePlain(draft: Draft, index: number, cue: number): Verdict {
  const {reading} = draft;
  if (cue & TITLE && reading.shape[index] === CAPITAL) return CUED;
  const bits = reading.bits[index] as number;
  if (isShortUnknown(reading, index) && isGlossed(reading, index)) return TAKEN;
  if (isBehindPronoun(reading, index) && !(bits & (PERSON | INSTITUTION | UNIT_NOUN | ACT | STATE))) return TAKEN;
  if (bits & (PERSON | INSTITUTION | UNIT_NOUN)) return LEFT;
  if (isDoneBy(reading, index) && isCapitalised(reading, index) && isFarmLike(wordAt(reading, index))) return TAKEN;
  const isCompound = (bits & WORD) === 0 && !isFarmLike(wordAt(reading, index)) && !isShortUnknown(reading, index);
  if (cue === 0 && isCapitalised(reading, index) && !isOpening(reading, index) && isSpokenTo(reading, index))
    return isCompound || ADJECTIVE.test(wordAt(reading, index)) || DEFINITE.test(wordAt(reading, index)) ? LEFT : TAKEN;
  if (cue === 0 || cue === LINK) return LEFT;
  if (isStaffBefore(draft, index) && isCapitalised(reading, index) && !(bits & ACT) && !isInstitution(draft, index))
    return ADJECTIVE.test(wordAt(reading, index)) ? UNDECIDED : CUED;
  const isSigned = cue === SIGNATURE && reading.shape[index] === CAPITAL && isLineEnd(reading, index + 1);
  if (isSigned || (cue & PERSON && bitsAfter(draft, index) & ACT && !isOpening(reading, index))) return CUED;
  return cue & PERSON && !isOpening(reading, index) ? UNDECIDED : LEFT;
}
