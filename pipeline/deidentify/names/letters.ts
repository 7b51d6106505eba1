import {isFarmLike} from "../compounds.ts";
import {INSTITUTION, LINK, PERSON, SIGNATURE, TITLE, UNIT_NOUN} from "../lexicon.ts";
import {isGapOnly, lengthOf, type Reading, wordAt} from "../reading.ts";
import {COLON, DOT, LOWER, NEWLINE, SPACE, STOP} from "../tokens.ts";
import {INITIAL, PLAIN, SAFE} from "../word-kinds.ts";
import {isStaffBefore} from "./cue.ts";
import {
  CUED,
  type Draft,
  endsSentence,
  isCapital,
  isLineEnd,
  isNext,
  LEFT,
  TAKEN,
  take,
  type Verdict,
} from "./draft.ts";

/** Letters that stand for no person though they stand alone with points. */
const FORMULAS = new Set("ps nb po iv im sc ds as ad os ua eu us pp rr ca bs dm pm am ok op id nr kl no".split(" "));

export function decideLetters({reading}: Draft, index: number, cue: number): Verdict {
  if (lengthOf(reading, index) > 4 || reading.shape[index] === LOWER) return LEFT;
  const isSign = !endsSentence(reading, index) && ((cue !== 0 && cue !== LINK) || isWrittenBy(reading, index));
  return isSign || isSignedOff(reading, index) ? CUED : LEFT;
}

export function decideInitial(draft: Draft, index: number, cue: number): Verdict {
  const {reading, kind} = draft;
  const isPointed = reading.text.charAt(reading.end[index] as number) === ".";
  if (cue & TITLE && isPointed) return CUED;
  if (cue & PERSON && isPointed && isStaffBefore(draft, index) && isClauseEnd(reading, index)) return CUED;
  if (cue & PERSON && isPointed && isFamilyBehind(draft, index + 1)) {
    take(draft, index + 1);
    return CUED;
  }
  if (cue === SIGNATURE && isLineEnd(reading, index + 1)) return CUED;
  const next = index + 1;
  const isAlone = isWrittenBy(reading, index) || (isWholeClause(reading, index) && mayBeFamily(draft, next));
  if (isPointed && isAlone && isFamilyBehind(draft, next)) {
    take(draft, next);
    return TAKEN;
  }
  const isJoined = /^[ODLM]['\u2019]\p{Lu}/u.test(
    reading.text.slice(reading.start[index], (reading.start[index] as number) + 3),
  );
  if (isJoined && next < reading.count) {
    take(draft, next);
    return TAKEN;
  }
  const isPair =
    isPointed && next < reading.count && kind[next] === INITIAL && isGapOnly(reading, next, DOT | SPACE, 2);
  if (!isPair || FORMULAS.has(wordAt(reading, index) + wordAt(reading, next))) return LEFT;
  take(draft, next);
  return TAKEN;
}

/** «(lege S., spl. H.)» */
const isClauseEnd = ({text, end}: Reading, index: number): boolean =>
  /^\.\s*(?:[,;)/]|$)/.test(text.slice(end[index], (end[index] as number) + 3));

/** «Vakthavande: K. Midtgarden», «… det de har? B. Uthus»: an initial and one word, and then the line ends. */
const isWholeClause = (reading: Reading, index: number): boolean =>
  index > 0 &&
  ((reading.gap[index] as number) & (COLON | STOP)) !== 0 &&
  ((reading.gap[index] as number) & NEWLINE) === 0 &&
  isLineEnd(reading, index + 2);

/** «Tiltak: A. Opplæring» has a word that is nothing else. */
const mayBeFamily = ({reading, kind}: Draft, index: number): boolean =>
  kind[index] !== PLAIN || isFarmLike(wordAt(reading, index));

/** «lege A. Rise»: a word of the language there is a family. */
const isFamilyBehind = ({reading, kind}: Draft, index: number): boolean =>
  index < reading.count &&
  isGapOnly(reading, index, DOT | SPACE, 2) &&
  isCapital(reading, index) &&
  kind[index] !== SAFE &&
  ((reading.bits[index] as number) & (PERSON | INSTITUTION | UNIT_NOUN)) === 0;

/** «notert av KLH» */
export const isWrittenBy = (reading: Reading, index: number): boolean =>
  index > 0 &&
  isNext(reading, index, SPACE | COLON) &&
  (/^(?:godkjent|godkjend|signert|kontrollert|attestert|kvittert)$/.test(wordAt(reading, index - 1)) ||
    isByline(reading, index));

const isByline = (reading: Reading, index: number): boolean =>
  index > 1 &&
  wordAt(reading, index - 1) === "av" &&
  /^(?:oppretta|opprettet|notert|signert|skrevet|skrive|skriven|dokumentert|utført|meldt|registrert|kvittert|attestert|lest|lese|bestilt|tatt|teke|teken|vurdert|ført|sendt|kontrollert|gitt|gjeve)$/.test(
    wordAt(reading, index - 2),
  );

/** «… purra på svar. /KN» at the very end. */
const isSignedOff = (reading: Reading, index: number): boolean =>
  index + 1 === reading.count &&
  index > 0 &&
  /(?:^|[\s.!?])[-/(] ?$/.test(reading.text.slice(0, reading.start[index]).slice(-3)) &&
  reading.text.length - (reading.end[index] as number) <= 2;
