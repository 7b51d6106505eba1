import type {Found} from "./found.ts";
import {ABBREVIATION, WORD} from "./lexicon.ts";
import {type Cue, cueBefore, digitsOf, isGapOnly, isNumber, lengthOf, type Reading, wordAt} from "./reading.ts";
import {HYPHEN, NUMBER, SPACE, UPPER} from "./tokens.ts";

/** A number plate, told by its digits: two letters and five digits in any spacing and case, or a cue and a short code. */
export function plateAt(reading: Reading, index: number, _cue: Cue | null): Found | null {
  const letters = index - 1;
  if (letters < 0 || reading.shape[letters] === NUMBER || !isGapOnly(reading, index, SPACE | HYPHEN, 1)) return null;
  const cue = cueBefore(reading, letters);
  const isCued = cue?.says.has("bil") === true && cue.distance <= 3;
  const next = plateEnd(reading, index);
  if (next === null) return null;
  const signs = lengthOf(reading, letters);
  const digits = digitsOf(reading, index, next).length;
  if (/^(?:kl|kr|nr)$/.test(wordAt(reading, letters))) return null;
  if (isCued && signs <= 3 && digits >= 3) return {from: letters, next, type: "VEHICLE"};
  if (signs !== 2 || digits !== 5 || cue?.says.has("sak")) return null;
  const known = reading.bits[letters] as number;
  const isCode =
    reading.shape[letters] === UPPER ? (known & ABBREVIATION) !== 0 : (known & (WORD | ABBREVIATION)) !== 0;
  return isCode || reading.text.charAt((reading.start[letters] as number) - 1) === "-"
    ? null
    : {from: letters, next, type: "VEHICLE"};
}

function plateEnd(reading: Reading, index: number): number | null {
  const head = lengthOf(reading, index);
  if (head >= 3 && head <= 6) return index + 1;
  const isParted = isNumber(reading, index + 1) && isGapOnly(reading, index + 1, SPACE, 1);
  return isParted && head + lengthOf(reading, index + 1) === 5 ? index + 2 : null;
}
