import {ACT, AT, GIVEN, IN, PERSON, POSSESSIVE, SMALL, STAFF, STATE, SURNAME, TITLE, UNIT_NOUN} from "../lexicon.ts";
import {isGapOnly, type Reading, wordAt} from "../reading.ts";
import {CAPITAL, COMMA, DOT, HYPHEN, LOWER, OPEN, SPACE} from "../tokens.ts";
import {INITIAL, SITE} from "../word-kinds.ts";
import {isAsked, isDoneBy, isGlossed, isMet, isOfPersons, isOnlyOfPersons, isOwner, isStaffBefore} from "./cue.ts";
import {
  bitsAfter,
  bitsBefore,
  CUED,
  type Draft,
  isNext,
  LEFT,
  TAKEN,
  UNDECIDED,
  type Verdict,
  writtenWord,
} from "./draft.ts";
import {isInstitution} from "./surroundings.ts";

/** A place: somebody of that name where only a person can be meant, and for a person to say where both can. */
export function decideSite(draft: Draft, index: number, cue: number): Verdict {
  const {reading} = draft;
  const bits = reading.bits[index] as number;
  if (reading.shape[index] === LOWER || isInstitution(draft, index)) return LEFT;
  if (cue & TITLE) return CUED;
  if (isUsed(reading, index)) return LEFT;
  if (isGlossed(reading, index) || isInitialBefore(draft, index) || isApposition(reading, index)) return TAKEN;
  if (isBehindPronoun(reading, index) || isAtHomeOf(reading, index) || isBehindGiven(draft, index)) return TAKEN;
  if (((reading.gap[index] as number) & COMMA) !== 0 || bitsBefore(draft, index) & UNIT_NOUN) return LEFT;
  if (isOwner(reading, index) && bits & SURNAME) return TAKEN;
  const isSurname = (bits & (SURNAME | GIVEN)) !== 0;
  if (bits & GIVEN && isToldOf(reading, index)) return TAKEN;
  const isFrom = (bitsBefore(draft, index) & (IN | AT)) !== 0;
  if (!isFrom && bitsAfter(draft, index) & STATE && isOnlyOfPersons(reading, index + 2)) return TAKEN;
  if (!isFrom && (isComingHome(reading, index + 1) || isLiving(reading, index + 1))) return TAKEN;
  if (bits & GIVEN && !isFrom && isAsked(draft, index)) return TAKEN;
  if (bits & SMALL && !draft.isPlace(writtenWord(reading, index)) && isSomebody(draft, index)) return TAKEN;
  if (cue & PERSON && (isSurname || isStaffBefore(draft, index))) return CUED;
  if (isKinOf(draft, index) || (cue & PERSON && isPatientBefore(draft, index))) return CUED;
  if (isSurname && isDoneBy(reading, index) && !draft.isPlace(writtenWord(reading, index))) return TAKEN;
  if (bits & GIVEN && !isFrom && bitsAfter(draft, index) & (ACT | POSSESSIVE)) return TAKEN;
  return isSurname && (cue !== 0 || isMet(draft, index)) ? UNDECIDED : LEFT;
}

/** «M. Roald», but not «i N. Vartdal». */
function isInitialBefore(draft: Draft, index: number): boolean {
  const {reading, kind} = draft;
  if (index === 0 || kind[index - 1] !== INITIAL || !isGapOnly(reading, index, DOT | SPACE, 2)) return false;
  return ((reading.gap[index] as number) & DOT) !== 0 && !(bitsBefore(draft, index - 1) & (IN | AT));
}

/** «Roald Amdam»: two places, and the first of them a given name. */
const isBehindGiven = (draft: Draft, index: number): boolean =>
  (bitsBefore(draft, index) & GIVEN) !== 0 &&
  draft.kind[index - 1] === SITE &&
  draft.reading.shape[index - 1] === CAPITAL &&
  !(bitsBefore(draft, index - 1) & (IN | AT));

/** «Då Sandvik kom heim» */
const isComingHome = (reading: Reading, index: number): boolean =>
  isNext(reading, index) &&
  index + 1 < reading.count &&
  /^(?:kom|kjem|kommer|reiste|reiser|drog|dro|gjekk|gikk)$/.test(wordAt(reading, index)) &&
  /^(?:heim|hjem|heimatt)$/.test(wordAt(reading, index + 1));

/** «Sandvik bur åleine» */
const isLiving = (reading: Reading, index: number): boolean =>
  isNext(reading, index) && index + 1 < reading.count && /^(?:bur|bor|budde|bodde)$/.test(wordAt(reading, index));

/** «Han (Rindal)» */
const isBehindPronoun = (reading: Reading, index: number): boolean =>
  index > 0 &&
  isGapOnly(reading, index, OPEN | SPACE, 2) &&
  ((reading.gap[index] as number) & OPEN) !== 0 &&
  /^(?:han|ham|ho|hun|henne)$/.test(wordAt(reading, index - 1));

/** «seier han Roald» */
const isToldOf = (reading: Reading, index: number): boolean =>
  index > 0 && isNext(reading, index) && /^(?:han|ho|hun|hu)$/.test(wordAt(reading, index - 1));

/** «heime hos Ulstein», «time hos Ulstein» */
const isAtHomeOf = (reading: Reading, index: number): boolean =>
  index > 1 &&
  isNext(reading, index) &&
  wordAt(reading, index - 1) === "hos" &&
  /^(?:heime|hjemme|bur|bor|budde|bodde|besøk|overnatta|overnattet|time|timen|kontroll|konsultasjon|samtale|undersøking|undersøkelse)$/.test(
    wordAt(reading, index - 2),
  );

/** «vi bruker Sandvik»: a verb, not a patient. */
const isUsed = (reading: Reading, index: number): boolean =>
  index > 1 &&
  /^bruk[ae]r$/.test(wordAt(reading, index - 1)) &&
  /^(?:vi|de|dei|eg|jeg|som|man|ein|alle|kommunen|sjukehuset|sykehuset)$/.test(wordAt(reading, index - 2));

const PATIENT =
  /^(?:pasient|pasienten|pas|pt|brukar|brukaren|brukeren|bebuar|bebuaren|beboer|beboeren|klient|klienten|fru|herr)$/;

/** «pasient Fræna», and «bruker Fræna» with a verb behind: «bruker» alone is a verb. */
const isPatientBefore = (draft: Draft, index: number): boolean =>
  (bitsBefore(draft, index) & PERSON) !== 0 &&
  (PATIENT.test(wordAt(draft.reading, index - 1)) || isDoingAfter(draft, index));

const isDoingAfter = (draft: Draft, index: number): boolean => (bitsAfter(draft, index) & (ACT | STATE)) !== 0;

const KIN =
  /^(?:dotter|dottera|datter|datteren|dattera|son|sonen|sønn|sønnen|kona|kone|mannen|mor|mora|moren|far|faren|bror|broren|syster|systera|søster|søsteren|enkja|enken|sambuaren|samboeren)$/;

/** «Dotter til Ulstein ringde» */
const isKinOf = (draft: Draft, index: number): boolean =>
  index > 1 &&
  isNext(draft.reading, index) &&
  wordAt(draft.reading, index - 1) === "til" &&
  KIN.test(wordAt(draft.reading, index - 2)) &&
  isDoingAfter(draft, index);

/** «Legen, Tingvoll, har ikkje svart»: somebody at work, told by name between commas. */
const isApposition = (reading: Reading, index: number): boolean =>
  index > 0 &&
  index + 1 < reading.count &&
  ((reading.bits[index - 1] as number) & STAFF) !== 0 &&
  isGapOnly(reading, index, COMMA | SPACE, 2) &&
  ((reading.gap[index + 1] as number) & COMMA) !== 0 &&
  ((reading.bits[index + 1] as number) & (ACT | STATE)) !== 0;

/** A place that is spoken to, spoken of or does what only persons do: then it is a family of that name. */
function isSomebody(draft: Draft, index: number): boolean {
  const {reading} = draft;
  if (isAsked(draft, index) || isDoneBy(reading, index)) return true;
  const isPair = index > 0 && draft.kind[index - 1] === SITE && isNext(reading, index, HYPHEN);
  if (isPair || bitsBefore(draft, index) & (IN | AT)) return false;
  const after = bitsAfter(draft, index);
  if (after & STATE) return isOfPersons(reading, index + 2);
  return (after & (ACT | POSSESSIVE)) !== 0;
}
