import {AT, GIVEN, IN, WEAK, WORD} from "../lexicon.ts";
import {isGapOnly, lengthOf, wordAt} from "../reading.ts";
import {DOT} from "../tokens.ts";
import {NOTHING, SAFE, SITE} from "../word-kinds.ts";
import {bitsBefore, type Draft, isCapital, isOpening, take} from "./draft.ts";
import {BESIDE} from "./join.ts";
import {isInstitution} from "./surroundings.ts";

const MOST_INITIALS = 4;

/** A name found once is taken wherever it stands in the text; a place of the same name where nothing makes it a place. */
export function remember(draft: Draft): void {
  const {reading, kind} = draft;
  const names = new Set<string>();
  let letters = "";
  for (let index = 0; index < reading.count; index += 1) {
    if (draft.taken[index] === 0) continue;
    if (lengthOf(reading, index) > 2) names.add(withoutGenitive(wordAt(reading, index)));
    const isBehind = index > 0 && draft.taken[index - 1] !== 0 && isGapOnly(reading, index, BESIDE | DOT, 2);
    if (!isBehind) letters = "";
    if (letters.length === MOST_INITIALS) continue;
    letters += wordAt(reading, index).charAt(0);
    if (letters.length > 1) names.add(letters);
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
  if (!(bits & GIVEN) && isInstitution(draft, index)) return false;
  if (kind[index] === SAFE || (bits & WEAK && isOpening(reading, index))) return false;
  return isCapital(reading, index) || !(bits & WORD);
}
