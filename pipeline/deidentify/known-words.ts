import {compoundStrength} from "./compounds.ts";
import {INSTITUTION, lexicon, PLACE, TERM, WORD} from "./lexicon.ts";
import {hashOf} from "./tokens.ts";

const bitsOf = (word: string): number => lexicon().table.bits(...hashOf(word));

/** Whether the lists hold a word as a place; its first letter is a capital. */
export const isKnownPlace = (word: string): boolean =>
  word.charAt(0) !== word.charAt(0).toLowerCase() && (bitsOf(word) & PLACE) !== 0;

const SURE_COMPOUND = 2;

/** Whether a word in lower case is in the dictionaries or the words of the trade, or is made of two of them. */
export const isKnownWord = (word: string): boolean =>
  (bitsOf(word) & (WORD | TERM | INSTITUTION)) !== 0 || compoundStrength(lexicon(), word) === SURE_COMPOUND;
