import type {Span} from "./identifiers.ts";

const CUE =
  /(?<!\p{L})(?:v\/|pas(?:ient(?:en)?)?\.?|bruk[ea]r(?:en)?|dott[ea]r(?:a|en)?|datter(?:en)?|son(?:en)?|sønn(?:en)?|ektefell[ea]n?|kona|mannen|mor|far|fastlege[n]?|lege[n]?|dr\.?|sjuk[ea]pleiar(?:en)?|sykepleier(?:en)?|mvh|helsing|hilsen|sign\.?|ved)\s*:?\s*(?<name>\p{Lu}[\p{Ll}'-]+(?:[ -]\p{Lu}[\p{L}'.-]*){0,3})/gu;

const PAIR = /(?<!\p{L})\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:,? \p{Lu}(?:\p{Ll}+|\.)(?:-\p{Lu}\p{Ll}+)?){1,3}(?!\p{L})/gu;

/** Two or more capitalised words in a row, in either order, unless each of them is a place. For running text only. */
export function findNamePairs(text: string, isPlace: (word: string) => boolean): Span[] {
  return [...text.matchAll(PAIR)].flatMap((match) => {
    const words = match[0].split(/,? |-/);
    return words.every(isPlace)
      ? []
      : [{start: match.index, end: match.index + match[0].length, type: "PERSON" as const}];
  });
}

/**
 * Names after a cue. A thin rule: it finds a name that somebody is introduced with and misses one that stands alone,
 * so text that has passed it still never leaves the warehouse.
 */
export function findNames(text: string, isPlace: (word: string) => boolean): Span[] {
  return [...text.matchAll(CUE)].flatMap((match) => {
    const name = match.groups?.name ?? "";
    const start = match.index + match[0].length - name.length;
    return name.split(/[ -]/).every(isPlace) ? [] : [{start, end: start + name.length, type: "PERSON" as const}];
  });
}
