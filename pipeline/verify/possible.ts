import {findCertainIdentifiers} from "../deidentify/deidentify.ts";

/** What a stretch of an output may be, in words for whoever must find it there. */
export const possibleKinds = {
  number: "fødselsnummer eller liknande",
  email: "e-post",
  phone: "telefonnummer",
  plate: "bilnummer",
  birth: "fødselsdato",
  address: "adresse",
  cued: "nummer på person",
  folder: "mappe med brukarnamn",
} as const;
type PossibleKind = keyof typeof possibleKinds;

const GAP = "[ \\u00a0\\u2009\\u202f.]?";
const BARE = "(?<![\\p{L}\\d_#/=]|\\d[.,:-]|[+]\\d{0,3})";
const END = "(?![\\p{L}\\d_]|[.,:]\\d|-\\d)";

/**
 * Stricter than the recognisers of deidentify: an output is full of numbers that are only numbers. A phone has the
 * grouping people write, or a country code; a plate its five digits together; the rest a word before it.
 */
const patterns: readonly (readonly [PossibleKind, RegExp])[] = [
  ["phone", new RegExp(`${BARE}(?:[49]\\d{2}${GAP}\\d{2}${GAP}\\d{3}|[2-9]\\d(?:[ \\u00a0.]\\d{2}){3})${END}`, "gu")],
  ["phone", new RegExp(`${BARE}[235-8]\\d{7}${END}`, "gu")],
  [
    "phone",
    /(?<![\p{L}\d])(?:\+|00)47[ \u00a0]?\d(?:[ \u00a0.-]?\d){7}(?!\d)|(?<![\p{L}\d])\+[1-9]\d(?:[ \u00a0-]?\d){8,11}(?!\d)/gu,
  ],
  ["plate", /(?<![\p{L}\d_#/=-])[A-HJ-NPR-Z]{2}[ -]?\d{5}(?![\p{L}\d_]|[.,]\d)/gu],
  [
    "birth",
    /(?<!\p{L})(?:fødd?t?|f\.)\s{0,2}(?:den\s)?:?\s{0,2}\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d{2}(?!\d)/giu,
  ],
  [
    "address",
    /(?<!\p{L})\p{Lu}\p{Ll}{1,30}(?:vegen|veien|gata|gaten|svingen|bakken|stien)\s\d{1,4}\s?[A-Za-z]?(?![\p{L}\d])/gu,
  ],
  [
    "cued",
    /(?<!\p{L})(?:HPR|DUF|NPR-?id|journalnr|pasientnr|pasient-?id|personnr|fnr|f\.nr)\.?[\s:-]{0,5}\d{5,12}(?!\d)/giu,
  ],
  ["folder", /[A-Z]:[\\/]{1,2}Users[\\/]{1,2}[^\s\\/"<>]{2,40}|(?<![\w.])\/(?:home|Users)\/[^\s\\/"<>]{2,40}/gi],
];

const DAY = /^(?:19|20)\d{2}[01]\d[0-3]\d$/;

export interface Possible {
  readonly kind: PossibleKind;
  readonly found: string;
}

/** Every stretch of a text that may be an identifier. */
export function possibleIn(text: string): Possible[] {
  const numbers = findCertainIdentifiers(text).flatMap(({start, end, type}): Possible[] => {
    const found = text.slice(start, end);
    if (type === "EMAIL") return [{kind: "email", found}];
    return isNumberAlone(text, {start, end}) && found.replace(/\D/g, "").length >= 10 ? [{kind: "number", found}] : [];
  });
  const others = patterns.flatMap(([kind, pattern]) =>
    (text.match(pattern) ?? []).filter((found) => !DAY.test(found)).map((found) => ({kind, found})),
  );
  return [...numbers, ...others];
}

/** Not the decimals of a number, nor the end of a code. */
function isNumberAlone(text: string, {start, end}: {readonly start: number; readonly end: number}): boolean {
  if (/^\d{1,3}[.,]\d{4,}$/.test(text.slice(start, end))) return false;
  return !/\d[.,]$|[a-f0-9]{8,}$|[_#/]$/i.test(text.slice(Math.max(0, start - 12), start));
}
