import {ACT, LINK, PERSON, POSSESSIVE, SIGNATURE, STAFF, TITLE} from "../lexicon.ts";
import {gapLength, isGapOnly, isNumber, type Reading, wordAt} from "../reading.ts";
import {COLON, COMMA, DOT, HYPHEN, NEWLINE, OPEN, QUOTE, SLASH, SPACE} from "../tokens.ts";
import {ROLE} from "../word-class.ts";
import {bitsBefore, type Draft, endsSentence, isNext} from "./draft.ts";

const TIED = SPACE | DOT | COLON | HYPHEN;

/** The cue in front of a word: the bits of the cue, or 0. */
export function cueAt(draft: Draft, index: number): number {
  const {reading} = draft;
  if (index === 0) return 0;
  const gap = reading.gap[index] as number;
  const before = reading.bits[index - 1] as number;
  const isBrief = gapLength(reading, index) <= 3;
  if (before & SIGNATURE && (gap & (OPEN | QUOTE)) === 0 && gapLength(reading, index) <= 6) return SIGNATURE;
  if (isBrief && (gap & SLASH) !== 0 && /^[vcs]$|^att$/.test(wordAt(reading, index - 1))) return PERSON;
  if (!isBrief || (gap & ~(TIED | COMMA | OPEN | QUOTE | NEWLINE)) !== 0) return 0;
  if (gap === SPACE && !(before & (PERSON | TITLE)) && isRole(reading, index - 1)) return PERSON;
  if (before & STAFF && gap & COMMA) return 0;
  if (before & (PERSON | TITLE) && !endsSentence(reading, index)) return before & (PERSON | TITLE);
  if (
    index > 1 &&
    /^(?:heiter|heter|heitte|het)$/.test(wordAt(reading, index - 1)) &&
    (reading.bits[index - 2] as number) & PERSON
  )
    return TITLE;
  if (index < 2 || !(before & (LINK | POSSESSIVE)) || (gap & ~(TIED | COMMA)) !== 0) return 0;
  if (gapLength(reading, index - 1) > 2) return 0;
  return (reading.bits[index - 2] as number) & PERSON ? LINK : 0;
}

/** «luftambulanselege»: a role that no list holds. */
const isRole = (reading: Reading, index: number): boolean => ((reading.class[index] as number) & ROLE) !== 0;

/** «snakka med Sande», «avtalt med Aure». */
export const isMet = ({reading}: Draft, index: number): boolean =>
  isNext(reading, index) &&
  /^(?:med|av|hos)$/.test(wordAt(reading, index - 1)) &&
  index > 1 &&
  ((reading.bits[index - 2] as number) & ACT) !== 0;

/** «lege Søvik», with nothing but a space between. */
export const isStaffBefore = (draft: Draft, index: number): boolean =>
  (bitsBefore(draft, index) & STAFF) !== 0 ||
  (isNext(draft.reading, index) && !(bitsBefore(draft, index) & PERSON) && isRole(draft.reading, index - 1));

/** «oppdaga av Remøy»: only a person finds out. */
export const isDoneBy = (reading: Reading, index: number): boolean =>
  index > 1 &&
  isNext(reading, index) &&
  wordAt(reading, index - 1) === "av" &&
  ((reading.bits[index - 2] as number) & ACT) !== 0;

/** «pas h. skogmo»: the cue in front of an initial in lower case. «m.», «u.» and the like are no initials. */
export function cueOverInitial(draft: Draft, index: number): number {
  const {reading} = draft;
  if (
    index < 2 ||
    !isGapOnly(reading, index, DOT | SPACE, 2) ||
    !/^[abcdghjklnoqrtwyzæøå]$/.test(wordAt(reading, index - 1))
  )
    return 0;
  if (((reading.gap[index] as number) & DOT) === 0) return 0;
  const cue = cueAt(draft, index - 1);
  return cue & PERSON ? cue : 0;
}

const CONTACT =
  /^(?:kontakta|kontaktet|kontaktar|kontakter|ringde|ringte|ringer|ringjer|ring|ringe|ringje|kontakte|informere|varsle|spørje|spørre|purre|spurde|spurte|spør|informerte|informert|varsla|varslet|møtte|besøkte|trefte|traff|henta|hentet|følgde|fulgte|hjalp|bad|ba|takka|takket|purra|purret)$/;
const PAPER =
  /^(?:epikrise|epikrisa|epikrisen|journal|journalen|medisinliste|medisinlista|medisinlisten|resept|resepten|resultat|svar|prøvesvar|melding|meldinga|meldingen|rapport|rapporten|informasjon|opplysningar|opplysninger|papir|papira|papirene|tilvising|henvisning|dosett|vedtak|søknad)$/;

const SPEECH =
  /^(?:ringte|ringde|ringer|ringjer|seier|sier|sa|fortel|forteller|fortalte|fortalde|opplyser|opplyste|melder|melde|meldte|skreiv|skriv|skriver|skrev|spør|spurde|spurte|svarer|svarar|svarte|svara|bad|ba|ber|meiner|mener|meinte|mente|trur|tror|trudde|trodde|veit|vet|visste)$/;

export const isSpeech = (reading: Reading, index: number): boolean =>
  index < reading.count && SPEECH.test(wordAt(reading, index));

const OF_PERSONS =
  /^(?:innlagt|innlagd|utskriven|utskrevet|utskreven|sjuk|sjukmeld|sykmeldt|syk|død|fødd|født|dement|sint|lei|glad|redd|fortvila|fortvilet|kjend|kjent|heimebuande|hjemmeboende|gift|enkje|enke|orientert|informert|urolig|uroa|forvirra|forvirret|heime|hjemme|ny|fast|åleine|alene)$/;
const ONLY_PERSONS =
  /^(?:innlagt|innlagd|utskriven|utskrevet|utskreven|sjuk|sjukmeld|sykmeldt|syk|død|fødd|født|dement|sint|fortvila|fortvilet|heimebuande|hjemmeboende|gift|enkje|enke|urolig|uroa|forvirra|forvirret)$/;

/** What can be said of neither a place, an office nor a thing. */
export const isOnlyOfPersons = (reading: Reading, index: number): boolean =>
  index < reading.count &&
  (ONLY_PERSONS.test(wordAt(reading, index)) || (isOfPersons(reading, index) && isAway(reading, index)));

const isAway = (reading: Reading, index: number): boolean => {
  const at = wordAt(reading, index) === "begge" ? index + 1 : index;
  return at + 1 < reading.count && wordAt(reading, at) === "på" && AWAY.test(wordAt(reading, at + 1));
};

const AWAY = /^(?:ferie|kurs|permisjon|avspasering|jobb)$/;

/** What is said of somebody and not of a place or a thing: «innlagt», «på ferie». */
export function isOfPersons(reading: Reading, index: number): boolean {
  if (index >= reading.count) return false;
  const word = wordAt(reading, index);
  if (word === "begge") return isOfPersons(reading, index + 1);
  return OF_PERSONS.test(word) || (word === "på" && index + 1 < reading.count && AWAY.test(wordAt(reading, index + 1)));
}

/** «Ask (8 år)», «Vestnes (pasienten)»: the brackets tell that it is somebody. */
export function isGlossed(reading: Reading, index: number): boolean {
  const next = index + 1;
  if (next >= reading.count || ((reading.gap[next] as number) & OPEN) === 0 || gapLength(reading, next) > 2)
    return false;
  if (isNumber(reading, next)) return next + 1 < reading.count && /^(?:år|åring|mnd)/.test(wordAt(reading, next + 1));
  return ((reading.bits[next] as number) & PERSON) !== 0 && reading.text.charAt(reading.end[next] as number) === ")";
}

const TALKED =
  /^(?:snakka|snakket|snakkar|snakker|prata|pratet|avtalt|avtala|avtalte|talt|talte|konferert|konfererte|drøfta|drøftet)$/;

/** «kontakta Barmen», «snakka med Barmen»: a word of the language there is somebody, when it is not a thing known. */
export const isSpokenTo = (reading: Reading, index: number): boolean =>
  index > 0 &&
  isNext(reading, index) &&
  (CONTACT.test(wordAt(reading, index - 1)) ||
    (index > 1 && wordAt(reading, index - 1) === "med" && TALKED.test(wordAt(reading, index - 2))));

/** «kontakta Vatne», «snakka med Vatne», «epikrise på Vatne»: what stands here is somebody. */
export function isAsked(draft: Draft, index: number): boolean {
  const {reading} = draft;
  if (index === 0 || !isNext(reading, index)) return false;
  const before = wordAt(reading, index - 1);
  if (CONTACT.test(before) || isMet(draft, index)) return true;
  return index > 1 && /^(?:på|om|for|åt)$/.test(before) && PAPER.test(wordAt(reading, index - 2));
}

/** «Mo's resept» */
export const isOwner = ({text, end}: Reading, index: number): boolean =>
  /^['\u2019]s(?!\p{L})/u.test(text.slice(end[index], (end[index] as number) + 3));
