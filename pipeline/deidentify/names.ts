import {compoundStrength, isDrugLike, isFarmLike} from "./compounds.ts";
import {
  ACT,
  AT,
  DISEASE,
  DOTTED,
  GIVEN,
  IN,
  INSTITUTION,
  LINK,
  MEASURE,
  PARTICLE,
  PERSON,
  PLACE,
  POSSESSIVE,
  SIGNATURE,
  STATE,
  SURNAME,
  TERM,
  TITLE,
  UNIT_NOUN,
  WEAK,
  WORD,
} from "./lexicon.ts";
import {gapLength, isGapOnly, isNumber, lengthOf, type Reading, wordAt} from "./reading.ts";
import type {Span} from "./span.ts";
import {
  APOSTROPHE,
  CAPITAL,
  COLON,
  COMMA,
  DOT,
  HYPHEN,
  hashOf,
  LOWER,
  MIXED,
  NEWLINE,
  OPEN,
  QUOTE,
  SLASH,
  SPACE,
  START,
  STOP,
  UPPER,
} from "./tokens.ts";
import {
  EITHER,
  GUESS,
  INITIAL,
  type Kinds,
  kindsOf,
  LETTERS,
  LOW_EITHER,
  LOW_GUESS,
  NAME,
  NOTHING,
  PLAIN,
  SAFE,
  SITE,
} from "./word-kinds.ts";

/** Names, and words that may be names and were left: a person must look at those. */
export interface FoundNames {
  readonly spans: readonly Span[];
  readonly undecided: readonly {readonly start: number; readonly end: number}[];
}

/** One text under reading: what each word is, and which are taken as names. */
interface Draft extends Kinds {
  readonly reading: Reading;
  readonly taken: Uint8Array;
  readonly undecided: number[];
  names: number;
}

const LEFT = 0;
const TAKEN = 1;
const CUED = 2;
const UNDECIDED = 3;

let taken = new Uint8Array(1024);

/**
 * Names by default-deny: a capitalised word that no list explains is a name, and so is a word that a cue or a neighbour
 * tells is one. In a code only names with a cue, and given names with another name beside them.
 */
export function findNames(reading: Reading, kind: "code" | "prose", isPlace: (word: string) => boolean): FoundNames {
  if (taken.length < reading.count) taken = new Uint8Array(reading.start.length);
  taken.fill(0, 0, reading.count);
  const draft: Draft = {...kindsOf(reading, isPlace), reading, taken, undecided: [], names: 0};
  for (let index = 0; index < reading.count; index += 1) {
    if (draft.kind[index] !== NOTHING) decide(draft, index);
  }
  if (draft.names > 0) {
    joinNeighbours(draft);
    remember(draft);
  }
  return {spans: spansOf(draft, kind), undecided: draft.undecided.map((index) => stretch(reading, index, index + 1))};
}

function take(draft: Draft, index: number, how = TAKEN): void {
  if (draft.taken[index] === 0) draft.names += 1;
  draft.taken[index] = Math.max(draft.taken[index] as number, how);
}

/** What a word is decided to be: left, a name, a name that a cue tells of, or for a person to say. */
type Verdict = typeof LEFT | typeof TAKEN | typeof CUED | typeof UNDECIDED;

function decide(draft: Draft, index: number): void {
  const verdict = verdictOn(draft, index);
  if (verdict === UNDECIDED) draft.undecided.push(index);
  else if (verdict !== LEFT) take(draft, index, verdict);
}

function verdictOn(draft: Draft, index: number): Verdict {
  const kind = draft.kind[index] as number;
  if (kind === SAFE) return LEFT;
  const cue = cueAt(draft, index);
  if (kind === NAME) return decideName(draft, index, cue);
  if (kind === GUESS) return decideGuess(draft, index, cue);
  if (kind === EITHER) return decideEither(draft, index, cue);
  if (kind === SITE) return decideSite(draft, index, cue);
  if (kind === PLAIN) return decidePlain(draft, index, cue);
  if (kind === INITIAL) return decideInitial(draft, index, cue);
  return kind === LETTERS ? decideLetters(draft, index, cue) : decideLow(draft, index, cue);
}

const TIED = SPACE | DOT | COLON | HYPHEN;

/** The cue in front of a word: the bits of the cue, or 0. */
function cueAt(draft: Draft, index: number): number {
  const {reading} = draft;
  if (index === 0) return 0;
  const gap = reading.gap[index] as number;
  const before = reading.bits[index - 1] as number;
  const isBrief = gapLength(reading, index) <= 3;
  if (before & SIGNATURE && (gap & (OPEN | QUOTE)) === 0 && gapLength(reading, index) <= 6) return SIGNATURE;
  if (isBrief && (gap & SLASH) !== 0 && /^[vcs]$|^att$/.test(wordAt(reading, index - 1))) return PERSON;
  if (!isBrief || (gap & ~(TIED | COMMA | OPEN | QUOTE | NEWLINE)) !== 0) return 0;
  if (before & (PERSON | TITLE) && !endsSentence(reading, index)) return before & (PERSON | TITLE);
  if (index < 2 || !(before & (LINK | POSSESSIVE)) || (gap & ~(TIED | COMMA)) !== 0) return 0;
  if (gapLength(reading, index - 1) > 2) return 0;
  return (reading.bits[index - 2] as number) & PERSON ? LINK : 0;
}

/** A point after a long word and a space; abbreviations keep their sentence going. */
function endsSentence(reading: Reading, index: number): boolean {
  const gap = reading.gap[index] as number;
  if ((gap & (STOP | START)) !== 0) return true;
  if ((gap & DOT) === 0 || (gap & SPACE) === 0) return (gap & NEWLINE) !== 0 && (gap & DOT) !== 0;
  const before = reading.bits[index - 1] as number;
  return !(before & (DOTTED | TITLE)) && lengthOf(reading, index - 1) > 1;
}

/** Where a capital says nothing: at the start of a sentence, a line, a quotation, after a colon or a bullet. */
function isOpening(reading: Reading, index: number): boolean {
  const gap = reading.gap[index] as number;
  if ((gap & (START | NEWLINE | STOP | COLON | QUOTE)) !== 0) return true;
  if ((gap & (OPEN | SLASH)) !== 0) return (gap & OPEN) !== 0;
  const isBullet = (gap & HYPHEN) !== 0 && (gap & SPACE) !== 0;
  return isBullet || endsSentence(reading, index) || (isNumber(reading, index - 1) && (gap & DOT) !== 0);
}

const isCapital = ({shape}: Reading, index: number): boolean =>
  shape[index] === CAPITAL || shape[index] === UPPER || shape[index] === MIXED;

/** Whether a token exists and nothing but a space stands before it. */
const isNext = (reading: Reading, index: number, marks = SPACE): boolean =>
  index > 0 && index < reading.count && isGapOnly(reading, index, marks, 2);

const bitsAfter = ({reading}: Draft, index: number): number =>
  isNext(reading, index + 1) ? (reading.bits[index + 1] as number) : 0;

const bitsBefore = ({reading}: Draft, index: number): number =>
  index > 0 && isNext(reading, index) ? (reading.bits[index - 1] as number) : 0;

function decideName(draft: Draft, index: number, cue: number): Verdict {
  const {reading} = draft;
  const bits = reading.bits[index] as number;
  const isSurname = (bits & GIVEN) === 0;
  if (isSurname && cue === 0 && reading.shape[index] !== LOWER && isInstitution(draft, index)) return LEFT;
  if (isSurname && cue === 0 && isPlaced(draft, index)) return LEFT;
  return cue === 0 ? TAKEN : CUED;
}

function decideGuess(draft: Draft, index: number, cue: number): Verdict {
  if (cue === 0) {
    if (isInstitution(draft, index) || isPlaced(draft, index) || isProduct(draft, index)) return LEFT;
    if (bitsBefore(draft, index) & UNIT_NOUN) return LEFT;
    if (isOpening(draft.reading, index) && isMisspelt(draft, index)) return LEFT;
  }
  return cue === 0 ? TAKEN : CUED;
}

/** «Solgløtt sjukeheim», «Nedre Solgløtt omsorgssenter». */
function isInstitution({reading}: Draft, index: number): boolean {
  for (let next = index + 1; next <= index + 3 && isNext(reading, next, SPACE | HYPHEN); next += 1) {
    if ((reading.bits[next] as number) & INSTITUTION) return true;
    if (!isCapital(reading, next) || (reading.bits[next] as number) & GIVEN) return false;
  }
  return false;
}

const LONGEST_NAME = 6;

/** «i Brattvåg», but not «i Hansens mappe» or «i Hansen sin journal». */
function isPlaced(draft: Draft, index: number): boolean {
  const {reading} = draft;
  let first = index;
  while (first > 0 && index - first < LONGEST_NAME && isCapital(reading, first - 1) && isNext(reading, first))
    first -= 1;
  if (!(bitsBefore(draft, first) & IN) || bitsAfter(draft, index) & POSSESSIVE) return false;
  const word = wordAt(reading, index);
  return !/(?:s|sen|son)$/.test(word) || !isNext(reading, index + 1);
}

const FORM =
  /^(?:tbl|tabl|tablett|tabletter|tab|depot|mikstur|plaster|kapsel|kapslar|kapsler|inj|injeksjon|dråpar|dråper|spray|inhalasjon|salve|krem|stikkpille|pulver|retard)$/;

/** A dose or a form behind it, a word for a disease or a test: a product or an eponym. */
function isProduct({reading}: Draft, index: number): boolean {
  const next = index + 1;
  if (!isNext(reading, next, SPACE | HYPHEN)) return false;
  if (isNumber(reading, next)) {
    let after = next + 1;
    while (isNumber(reading, after) && isGapOnly(reading, after, DOT | COMMA | SLASH | SPACE, 1)) after += 1;
    const isDose =
      after < reading.count && isGapOnly(reading, after, SPACE, 1) && (reading.bits[after] as number) & MEASURE;
    return Boolean(isDose) && !/^(?:år|timar|timer|dagar|dager|veker|uker)$/.test(wordAt(reading, after));
  }
  return ((reading.bits[next] as number) & DISEASE) !== 0 || FORM.test(wordAt(reading, next));
}

const SHORTEST_MISSPELT = 8;

/** One letter too many, or two that have changed places, in a long word at the start of a sentence. */
function isMisspelt({reading}: Draft, index: number): boolean {
  const word = wordAt(reading, index);
  if (word.length < SHORTEST_MISSPELT || isFarmLike(word)) return false;
  const known = (variant: string): boolean =>
    (reading.lexicon.table.bits(...hashOf(variant)) & (WORD | TERM)) !== 0 && !isFarmLike(variant);
  for (let at = 1; at < word.length; at += 1) {
    if (known(word.slice(0, at) + word.slice(at + 1))) return true;
    const [left, right] = [word.charAt(at - 1), word.charAt(at)];
    if (known(word.slice(0, at - 1) + right + left + word.slice(at + 1))) return true;
  }
  return false;
}

function decideEither(draft: Draft, index: number, cue: number): Verdict {
  const {reading} = draft;
  const bits = reading.bits[index] as number;
  if (cue !== 0) return CUED;
  if (isNamed(draft, index)) return TAKEN;
  if (isInstitution(draft, index) || isProduct(draft, index) || bitsBefore(draft, index) & UNIT_NOUN) return LEFT;
  if (!(bits & GIVEN) && isPlaced(draft, index)) return LEFT;
  const after = bitsAfter(draft, index);
  if (after & (ACT | POSSESSIVE) && isPersonal(draft, index)) return TAKEN;
  if (!isOpening(reading, index)) return TAKEN;
  if (bits & GIVEN && !(bits & WEAK)) return TAKEN;
  if (!(after & STATE) || !(bits & GIVEN)) return LEFT;
  return NO_NOUN.test(wordAt(reading, index)) ? TAKEN : UNDECIDED;
}

/** Names that are words, but no words that something can be said to be. */
const NO_NOUN = /^(?:finn|bo|stig|roar|per|hans|even|are|live|jo|gro|tor|ane|mina)$/;

/** A verb makes a name of a surname that is a word only where nothing in front makes it a noun. */
function isPersonal({reading}: Draft, index: number): boolean {
  const bits = reading.bits[index] as number;
  return (bits & (GIVEN | SURNAME)) !== 0 && lengthOf(reading, index) > 1;
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

const isHouseAfter = (draft: Draft, index: number): boolean => isInstitution(draft, index);

const isSurnameSite = ({kind, reading}: Draft, index: number): boolean =>
  kind[index] === SITE && ((reading.bits[index] as number) & SURNAME) !== 0;

function decideSite(draft: Draft, index: number, cue: number): Verdict {
  const {reading} = draft;
  const bits = reading.bits[index] as number;
  if (reading.shape[index] === LOWER || isInstitution(draft, index)) return LEFT;
  if (cue & TITLE) return CUED;
  const isSurname = (bits & (SURNAME | GIVEN)) !== 0;
  if (cue & PERSON && isSurname) return CUED;
  if (bits & GIVEN && !(bitsBefore(draft, index) & (IN | AT)) && bitsAfter(draft, index) & (ACT | POSSESSIVE))
    return TAKEN;
  return isSurname && (cue !== 0 || isMet(draft, index)) ? UNDECIDED : LEFT;
}

/** «snakka med Sande», «avtalt med Aure». */
const isMet = ({reading}: Draft, index: number): boolean =>
  isNext(reading, index) &&
  /^(?:med|av|hos)$/.test(wordAt(reading, index - 1)) &&
  index > 1 &&
  ((reading.bits[index - 2] as number) & ACT) !== 0;

function decidePlain(draft: Draft, index: number, cue: number): Verdict {
  const {reading} = draft;
  if (cue & TITLE && reading.shape[index] === CAPITAL) return CUED;
  if ((reading.bits[index] as number) & (PERSON | INSTITUTION | UNIT_NOUN) || cue === 0 || cue === LINK) return LEFT;
  const isSigned = cue === SIGNATURE && reading.shape[index] === CAPITAL && isLineEnd(reading, index + 1);
  if (isSigned || (cue & PERSON && bitsAfter(draft, index) & ACT && !isOpening(reading, index))) return CUED;
  return cue & PERSON && !isOpening(reading, index) ? UNDECIDED : LEFT;
}

const isLineEnd = ({gap, count}: Reading, index: number): boolean =>
  index >= count || ((gap[index] as number) & NEWLINE) !== 0;

/** Letters that stand for no person though they stand alone with points. */
const FORMULAS = new Set("ps nb po iv im sc ds as ad os ua eu us pp rr ca bs dm pm am ok op id nr kl no".split(" "));

function decideLetters({reading}: Draft, index: number, cue: number): Verdict {
  if (reading.shape[index] !== UPPER || lengthOf(reading, index) > 4) return LEFT;
  const isSign = !endsSentence(reading, index) && ((cue !== 0 && cue !== LINK) || isWrittenBy(reading, index));
  return isSign || isSignedOff(reading, index) ? CUED : LEFT;
}

function decideInitial(draft: Draft, index: number, cue: number): Verdict {
  const {reading, kind} = draft;
  const isPointed = reading.text.charAt(reading.end[index] as number) === ".";
  if (cue & TITLE && isPointed) return CUED;
  if (cue === SIGNATURE && isLineEnd(reading, index + 1)) return CUED;
  const next = index + 1;
  const isPair =
    isPointed && next < reading.count && kind[next] === INITIAL && isGapOnly(reading, next, DOT | SPACE, 2);
  if (!isPair || FORMULAS.has(wordAt(reading, index) + wordAt(reading, next))) return LEFT;
  take(draft, next);
  return TAKEN;
}

/** «notert av KLH» */
const isWrittenBy = (reading: Reading, index: number): boolean =>
  index > 1 &&
  isNext(reading, index) &&
  wordAt(reading, index - 1) === "av" &&
  /^(?:notert|signert|skrevet|skrive|skriven|dokumentert|utført|meldt|registrert|kvittert|attestert|lest|lese|bestilt|tatt|teke|teken|vurdert|ført|sendt|kontrollert|gitt|gjeve)$/.test(
    wordAt(reading, index - 2),
  );

/** «… purra på svar. /KN» at the very end. */
const isSignedOff = (reading: Reading, index: number): boolean =>
  index + 1 === reading.count &&
  index > 0 &&
  /(?:^|[\s.!?])[-/(] ?$/.test(reading.text.slice(0, reading.start[index]).slice(-3)) &&
  reading.text.length - (reading.end[index] as number) <= 2;

const SHORTEST_LOW = 3;

/** Lower case, or a line of capitals: only a cue or a neighbour makes a name. */
function decideLow(draft: Draft, index: number, cue: number): Verdict {
  const {reading, kind} = draft;
  if (cue === 0 || cue === LINK || lengthOf(reading, index) < SHORTEST_LOW || endsSentence(reading, index)) return LEFT;
  if (kind[index] === LOW_GUESS) return isNameLike(reading, index) ? CUED : LEFT;
  const bits = reading.bits[index] as number;
  if (!(bits & (GIVEN | SURNAME)) || bits & TERM) return LEFT;
  if (cue === SIGNATURE && bits & GIVEN) return CUED;
  const isFollowed = isNext(reading, index + 1) && isLowName(draft, index + 1);
  const isActing = (bitsAfter(draft, index) & (ACT | POSSESSIVE)) !== 0 && !(bits & WEAK);
  return isFollowed || isActing || (cue & TITLE && !(bits & WEAK)) ? CUED : LEFT;
}

const isLowName = ({kind, reading}: Draft, index: number): boolean =>
  kind[index] === NAME ||
  (kind[index] === LOW_GUESS && isNameLike(reading, index)) ||
  ((reading.bits[index] as number) & SURNAME) !== 0;

/** An unknown word that can be said and is no compound, no drug and no abbreviation. */
function isNameLike(reading: Reading, index: number): boolean {
  const word = wordAt(reading, index);
  if (word.length < 4 || (reading.text.charAt(reading.end[index] as number) === "." && word.length < 6)) return false;
  if ((word.match(/[aeiouyæøåáéíóúäö]/g)?.length ?? 0) < 2) return false;
  return compoundStrength(reading.lexicon, word) === 0 && !isDrugLike(reading.lexicon, word);
}

const BESIDE = SPACE | HYPHEN | APOSTROPHE;

/** Neighbours of a name join it: to the right first, then to the left. */
function joinNeighbours(draft: Draft): void {
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

function joinsRight(draft: Draft, index: number): boolean {
  const {reading, kind} = draft;
  const what = kind[index] as number;
  const isAfterInitial = lengthOf(reading, index - 1) <= 2;
  const isTied = isGapOnly(reading, index, isAfterInitial ? BESIDE | DOT : BESIDE, 2);
  const isWrapped = (reading.gap[index] as number) === NEWLINE && gapLength(reading, index) === 1;
  const bits = reading.bits[index] as number;
  if (bits & PARTICLE && reading.shape[index] === LOWER) return isTied && leadsToName(draft, index + 1);
  if (!isTied && !(isWrapped && (what === EITHER || what === GUESS))) return false;
  if (what === INITIAL) return true;
  if (what === LETTERS) return lengthOf(reading, index) >= 3 && reading.shape[index - 1] !== LOWER;
  if (what === SAFE || bits & (TERM | INSTITUTION)) return false;
  if (isCapital(reading, index) && reading.shape[index - 1] !== LOWER)
    return what !== NOTHING && !isHouseAfter(draft, index);
  if (!((reading.bits[index - 1] as number) & GIVEN) || bits & (ACT | STATE)) return false;
  if (what === LOW_GUESS) return isNameLike(reading, index);
  return what === LOW_EITHER ? (bits & SURNAME) !== 0 : (bits & PLACE) !== 0;
}

/** One particle more at most, and then a capitalised word: «van Dijk», «von der Heide». */
function leadsToName({reading, kind}: Draft, index: number): boolean {
  const isParticle =
    index < reading.count && reading.shape[index] === LOWER && ((reading.bits[index] as number) & PARTICLE) !== 0;
  const next = isParticle && isNext(reading, index) ? index + 1 : index;
  return isNext(reading, next) && isCapital(reading, next) && kind[next] !== SAFE;
}

function joinsLeft(draft: Draft, index: number): boolean {
  const {reading, kind} = draft;
  const what = kind[index] as number;
  const gap = reading.gap[index + 1] as number;
  const bits = reading.bits[index] as number;
  if (what === INITIAL)
    return isGapOnly(reading, index + 1, SPACE | DOT, 2) && !(index > 0 && isGapOnly(reading, index, DOT, 0));
  if (!isGapOnly(reading, index + 1, BESIDE | COMMA, 2) || bits & (TERM | PERSON | INSTITUTION)) return false;
  const isListed = (gap & COMMA) !== 0;
  if (isListed && !((reading.bits[index + 1] as number) & GIVEN)) return false;
  if (what === EITHER || what === GUESS) return !isListed || isCapital(reading, index);
  if (what === SITE) return isListed ? isCapital(reading, index) && !(bitsBefore(draft, index) & (IN | AT)) : false;
  if (what === PLAIN) return !isOpening(reading, index) && !(bits & UNIT_NOUN) && reading.shape[index + 1] !== LOWER;
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

/** A name found once is taken wherever it stands in the text; a place of the same name where nothing makes it a place. */
function remember(draft: Draft): void {
  const {reading, kind} = draft;
  const names = new Set<string>();
  for (let index = 0; index < reading.count; index += 1) {
    if (draft.taken[index] !== 0 && lengthOf(reading, index) > 2) names.add(withoutGenitive(wordAt(reading, index)));
  }
  for (let index = 0; index < reading.count; index += 1) {
    if (draft.taken[index] !== 0 || kind[index] === NOTHING || !isMemorable(draft, index)) continue;
    if (names.has(withoutGenitive(wordAt(reading, index)))) take(draft, index);
  }
}

const withoutGenitive = (word: string): string => (word.endsWith("s") ? word.slice(0, -1) : word);

function isMemorable(draft: Draft, index: number): boolean {
  const {reading, kind} = draft;
  const bits = reading.bits[index] as number;
  if (kind[index] === SITE)
    return isCapital(reading, index) && !(bitsBefore(draft, index) & (IN | AT)) && !isInstitution(draft, index);
  if (kind[index] === SAFE || (bits & WEAK && isOpening(reading, index))) return false;
  return isCapital(reading, index) || !(bits & WORD);
}

function spansOf(draft: Draft, kind: "code" | "prose"): Span[] {
  const {reading} = draft;
  const spans: Span[] = [];
  for (let index = 0; index < reading.count; index += 1) {
    if (draft.taken[index] === 0) continue;
    let next = index + 1;
    while (next < reading.count && draft.taken[next] !== 0 && isOneName(draft, next)) next += 1;
    if (kind === "prose" || isSure(draft, index, next)) spans.push({...stretch(reading, index, next), type: "PERSON"});
    index = next - 1;
  }
  return spans;
}

/** In a code a name is one with a cue, or a given name with another part beside it; neither two words nor «UTSKR-PSY». */
function isSure(draft: Draft, from: number, to: number): boolean {
  const {reading, taken: found} = draft;
  const all = Array.from({length: to - from}, (_, ahead) => from + ahead);
  if (cueAt(draft, from) !== 0 || all.some((index) => found[index] === CUED)) return true;
  const isGiven = all.some((index) => ((reading.bits[index] as number) & GIVEN) !== 0);
  const isUnknown = all.some((index) => ((reading.bits[index] as number) & WORD) === 0);
  const isTied = all.slice(1).every((index) => ((reading.gap[index] as number) & HYPHEN) !== 0);
  return all.length > 1 && isGiven && isUnknown && !(isTied && reading.shape[from] === UPPER);
}

function isOneName({reading}: Draft, index: number): boolean {
  const marks = lengthOf(reading, index - 1) <= 2 ? BESIDE | COMMA | NEWLINE | DOT : BESIDE | COMMA | NEWLINE;
  return isGapOnly(reading, index, marks, 3);
}

/** The stretch of some tokens, with the point of a last initial and the apostrophe of a genitive. */
function stretch(reading: Reading, from: number, to: number): {start: number; end: number} {
  const end = reading.end[to - 1] as number;
  const sign = reading.text.charAt(end);
  const isInitial = sign === "." && lengthOf(reading, to - 1) === 1;
  return {start: reading.start[from] as number, end: isInitial || /['\u2019]/.test(sign) ? end + 1 : end};
}
