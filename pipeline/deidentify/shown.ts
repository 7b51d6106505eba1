import {cleanText, type Knowledge} from "./deidentify.ts";

type Places = Pick<Knowledge, "isPlace">;

const NUMBER = /\d(?:[ .\-_]?\d){4,}/g;
const DATE = /^(?:(?:19|20)\d{2}[ .\-_]?[01]\d(?:[ .\-_]?[0-3]\d)?|[0-3]\d[ .\-_]?[01]\d[ .\-_]?(?:19|20)\d{2})$/;
const YEARS = /^(?:19|20)\d{2}[ .\-_](?:19|20)\d{2}$/;

/** The name of a delivery as it may be told: its own when it names nobody, else one made from its content. */
export function shownName({name, sha256}: {readonly name: string; readonly sha256: string}, places: Places): string {
  return isTellable(name.replace(/\.[a-z0-9]{2,5}$/i, ""), places) ? name : `fil-${sha256.slice(0, 16)}`;
}

/** A header as it may be told: where a delivery has no header its first row stands there, and may name somebody. */
export function shownHeader(header: string, places: Places): string {
  return isTellable(header, places) && header.length <= LONGEST_HEADER ? header : HIDDEN_HEADER;
}

const LONGEST_HEADER = 60;
const HIDDEN_HEADER = "…";

/**
 * Names in file names are written with signs between, in lower case or run together: each way of reading it must be
 * without persons, and so must every longer number that is not a date.
 */
function isTellable(text: string, places: Places): boolean {
  const dateless = text
    .normalize("NFC")
    .replace(NUMBER, (found) => (DATE.test(found) || YEARS.test(found) ? "" : found));
  if (dateless.search(NUMBER) >= 0) return false;
  const spaced = dateless.replace(/[_+.,;()[\]-]+/g, " ");
  const apart = spaced.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ").replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " ");
  return [dateless, spaced, apart].every((reading) => cleanText(reading, "prose", places).spans.length === 0);
}
