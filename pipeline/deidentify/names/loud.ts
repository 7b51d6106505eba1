import {GIVEN, PLACE, STATE, SURNAME} from "../lexicon.ts";
import {isGapOnly, lengthOf, type Reading, wordAt} from "../reading.ts";
import {CAPITAL, COLON, DOT, HYPHEN, SPACE, UPPER} from "../tokens.ts";
import {LOW_EITHER, NAME, NOTHING, SITE} from "../word-kinds.ts";
import {type Draft, isNext} from "./draft.ts";

const SHORTEST_LOUD = 4;
const ADVERB =
  /^(?:ikkje|ikke|også|aldri|alltid|heller|berre|bare|igjen|elles|ellers|altså|framleis|fortsatt|derfor|difor)$/;

/** «ARNE TVEITE ER SENDT»: a word of the language between a given name and a verb, where everything is in capitals. */
export const isLoudSubject = ({reading, kind, taken}: Draft, index: number): boolean =>
  kind[index] === NOTHING &&
  kind[index - 1] === NAME &&
  taken[index - 1] !== 0 &&
  reading.shape[index] === UPPER &&
  lengthOf(reading, index) >= SHORTEST_LOUD &&
  !ADVERB.test(wordAt(reading, index)) &&
  isNext(reading, index + 1) &&
  ((reading.bits[index + 1] as number) & STATE) !== 0;

/** «R. LUNDHAUG», where everything is in capitals */
export const isLoudInitial = (reading: Reading, index: number): boolean =>
  lengthOf(reading, index) === 1 &&
  reading.shape[index] === CAPITAL &&
  ((reading.gap[index + 1] as number) & DOT) !== 0;

/** «GUNDERSEN, LIV TORILL RINGTE»: a given name that is a word too, in front of another one. */
export const isLoudGiven = ({reading, kind}: Draft, index: number): boolean =>
  kind[index] === LOW_EITHER &&
  reading.shape[index] === UPPER &&
  isGapOnly(reading, index + 1, SPACE | HYPHEN, 1) &&
  ((reading.bits[index] as number) & GIVEN) !== 0 &&
  ((reading.bits[index + 1] as number) & GIVEN) !== 0;

/** «GJELDER: TORVIK SIGNE»: the family's name first, where everything is in capitals. */
export const isLoudFamily = ({reading, kind}: Draft, index: number): boolean =>
  (kind[index] === LOW_EITHER || kind[index] === SITE) &&
  reading.shape[index] === UPPER &&
  ((reading.bits[index + 1] as number) & GIVEN) !== 0 &&
  isNext(reading, index + 1) &&
  ((reading.bits[index] as number) & (SURNAME | PLACE)) !== 0 &&
  ((reading.gap[index] as number) & COLON) !== 0;
