import {DRUG, EPONYM, GIVEN, INSTITUTION, PERSON, PLACE, SURNAME, TERM, UNIT_NOUN} from "../lexicon.ts";
import {gapLength, isGapOnly, lengthOf, type Reading} from "../reading.ts";
import {CAPITAL, SPACE} from "../tokens.ts";
import {SITE} from "../word-kinds.ts";
import type {Draft} from "./draft.ts";

/** A word that is something else elsewhere, and the name of a family behind these names. */
export const isFamilyName = (draft: Draft, index: number): boolean =>
  isFamilyOfGiven(draft, index) || isEponymOfGiven(draft, index) || isLastOfThree(draft, index);

/** «Ingvild Øye»: a word of the trade that is a family's name too, behind a given name. */
const isFamilyOfGiven = ({reading, kind, taken}: Draft, index: number): boolean =>
  kind[index] === SITE &&
  reading.shape[index] === CAPITAL &&
  ((reading.bits[index] as number) & SURNAME) !== 0 &&
  taken[index - 1] !== 0 &&
  ((reading.bits[index - 1] as number) & GIVEN) !== 0 &&
  isGapOnly(reading, index, SPACE, 1);

/** «Tobias Wolff»: known from a disease, and here behind a given name with nothing tied to it. */
const isEponymOfGiven = ({reading, taken}: Draft, index: number): boolean =>
  ((reading.bits[index] as number) & (EPONYM | TERM | DRUG)) === EPONYM &&
  reading.shape[index] === CAPITAL &&
  taken[index - 1] !== 0 &&
  ((reading.bits[index - 1] as number) & (GIVEN | PLACE)) === GIVEN &&
  isGapOnly(reading, index, SPACE, 1) &&
  isLastWord(reading, index);

/** «Helga Sofie Nese, om å …»: a word of the trade that stands last behind two names, where no sentence begins. */
const isLastOfThree = ({reading, taken}: Draft, index: number): boolean =>
  index > 1 &&
  reading.shape[index] === CAPITAL &&
  ((reading.bits[index] as number) & (INSTITUTION | UNIT_NOUN | PERSON)) === 0 &&
  taken[index - 1] !== 0 &&
  taken[index - 2] !== 0 &&
  ((reading.bits[index - 1] as number) & GIVEN) !== 0 &&
  isGapOnly(reading, index, SPACE, 1) &&
  isGapOnly(reading, index - 1, SPACE, 1) &&
  isLastWord(reading, index);

const LONGEST_THIRD = 3;

/** «Katarzyna Maria Lis»: short, and behind two names; in capitals it would be an abbreviation. */
export const isThirdName = ({reading, taken}: Draft, index: number): boolean =>
  index > 1 &&
  reading.shape[index] === CAPITAL &&
  lengthOf(reading, index) <= LONGEST_THIRD &&
  taken[index - 1] !== 0 &&
  taken[index - 2] !== 0 &&
  isGapOnly(reading, index, SPACE, 1) &&
  isGapOnly(reading, index - 1, SPACE, 1);

export const isLastWord = (reading: Reading, index: number): boolean =>
  index + 1 >= reading.count || gapLength(reading, index + 1) > 1;
