import {isFarmLike} from "../compounds.ts";
import {DISEASE, GIVEN, IN, INSTITUTION, MEASURE, POSSESSIVE, SURNAME, TERM, WORD} from "../lexicon.ts";
import {isGapOnly, isNumber, lengthOf, type Reading, wordAt} from "../reading.ts";
import {COMMA, DOT, HYPHEN, hashOf, SLASH, SPACE} from "../tokens.ts";
import {MONTH, ROLE} from "../word-class.ts";
import {bitsAfter, bitsBefore, type Draft, isCapital, isNext, isOpening} from "./draft.ts";

/** «Solgløtt sjukeheim», «Nedre Solgløtt omsorgssenter». */
export function isInstitution({reading}: Draft, index: number): boolean {
  for (let next = index + 1; next <= index + 3 && isNext(reading, next, SPACE | HYPHEN); next += 1) {
    if ((reading.bits[next] as number) & INSTITUTION) return true;
    if (!isCapital(reading, next) || (reading.bits[next] as number) & GIVEN) return false;
  }
  return false;
}

const LONGEST_NAME = 6;

/** «i Brattvåg», but not «i Hansens mappe» or «i Hansen sin journal». */
export function isPlaced(draft: Draft, index: number): boolean {
  const {reading} = draft;
  let first = index;
  while (first > 0 && index - first < LONGEST_NAME && isCapital(reading, first - 1) && isNext(reading, first))
    first -= 1;
  if (!(bitsBefore(draft, first) & IN) || bitsAfter(draft, index) & POSSESSIVE) return false;
  const word = wordAt(reading, index);
  return !/(?:s|sen|son)$/.test(word) || !isNext(reading, index + 1);
}

const STAYING =
  /^(?:bor|bur|budde|bodde|innlagt|innlagd|ledig|plass|opphald|opphold|korttid|korttidsopphald|korttidsopphold|jobbar|jobber|jobba|jobbet|vakt|heime|hjemme|tilbake|ligg|ligger|låg|lå)$/;

/** «På Vestbo er det …», «bur på Vestbo»: a house that no list knows. «Epikrise på Kvamsdal» is about a person. */
export function isOnSite(draft: Draft, index: number): boolean {
  const {reading} = draft;
  if (index === 0 || !isNext(reading, index) || wordAt(reading, index - 1) !== "på") return false;
  if (/(?:s|sen|son)$/.test(wordAt(reading, index)) || bitsAfter(draft, index) & POSSESSIVE) return false;
  return isOpening(reading, index - 1) || STAYING.test(wordAt(reading, index - 2));
}

const FORM =
  /^(?:tbl|tabl|tablett|tabletter|tab|depot|mikstur|plaster|kapsel|kapslar|kapsler|inj|injeksjon|dråpar|dråper|spray|inhalasjon|salve|krem|stikkpille|pulver|retard)$/;

/** A dose or a form behind it, a word for a disease or a test: a product or an eponym. */
export function isProduct({reading}: Draft, index: number): boolean {
  const next = index + 1;
  if (!isNext(reading, next, SPACE | HYPHEN)) return false;
  if (isNext(reading, next, HYPHEN) && isCapital(reading, next)) return isSyndrome(reading, next + 1);
  if (isNumber(reading, next)) {
    let after = next + 1;
    while (isNumber(reading, after) && isGapOnly(reading, after, DOT | COMMA | SLASH | SPACE, 1)) after += 1;
    const isDose =
      after < reading.count && isGapOnly(reading, after, SPACE, 1) && (reading.bits[after] as number) & MEASURE;
    return Boolean(isDose) && !/^(?:år|timar|timer|dagar|dager|veker|uker)$/.test(wordAt(reading, after));
  }
  return ((reading.bits[next] as number) & DISEASE) !== 0 || FORM.test(wordAt(reading, next));
}

/** «Kearns-Sayre syndrom» */
const isSyndrome = (reading: Reading, index: number): boolean =>
  isNext(reading, index, SPACE | HYPHEN) && /^(?:syndrom|sjukdom|sykdom)(?:et|men)?$/.test(wordAt(reading, index));

const SHORTEST_MISSPELT = 8;
const LONGEST_MISSPELT = 24;

const ALPHABET = [..."abcdefghijklmnoprstuvyæøå"];
const MOST_TRIED = 40;

/** One letter too many or too few, or two that have changed places, in a long word at the start of a sentence. */
export function isMisspelt(draft: Draft, index: number): boolean {
  const {reading} = draft;
  const word = wordAt(reading, index);
  if (word.length < SHORTEST_MISSPELT || word.length > LONGEST_MISSPELT || isFarmLike(word)) return false;
  if (draft.tried >= MOST_TRIED) return false;
  draft.tried += 1;
  const known = (variant: string): boolean => {
    const bits = reading.lexicon.table.bits(...hashOf(variant));
    return (bits & (WORD | TERM)) !== 0 && (bits & (GIVEN | SURNAME)) === 0 && !isFarmLike(variant);
  };
  for (let at = 1; at < word.length; at += 1) {
    const [head, left, right] = [word.slice(0, at), word.charAt(at - 1), word.charAt(at)];
    if (known(head + word.slice(at + 1)) || known(word.slice(0, at - 1) + right + left + word.slice(at + 1)))
      return true;
    if (ALPHABET.some((letter) => known(head + letter + word.slice(at)))) return true;
  }
  return false;
}

/** «innan Juni» */
export const isMonth = (reading: Reading, index: number): boolean =>
  ((reading.class[index] as number) & MONTH) !== 0 &&
  isNext(reading, index) &&
  /^(?:i|innan|innen|frå|fra|til|per|pr|sidan|siden|medio|primo|ultimo|før|etter)$/.test(wordAt(reading, index - 1));

export const isHouseAfter = (draft: Draft, index: number): boolean => isInstitution(draft, index);

const LONGEST_UNKNOWN = 8;

/** «Bergit Myhre»: no word, only like one, and too short to be a trade. */
export const isShortUnknown = (reading: Reading, index: number): boolean =>
  ((reading.bits[index] as number) & WORD) === 0 &&
  lengthOf(reading, index) <= LONGEST_UNKNOWN &&
  ((reading.class[index] as number) & ROLE) === 0;
