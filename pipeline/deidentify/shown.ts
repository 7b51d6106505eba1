import {cleanText, type Knowledge} from "./deidentify.ts";

type Places = Pick<Knowledge, "isPlace">;

/** What exports are called, in the English of the systems they come from too. None of them is a name. */
const FILE_WORDS = new Set(
  (
    "export eksport import report rapport data dataset list liste file fil sheet ark book bok workbook table tabell " +
    "header row rows column columns cell csv xlsx xls excel txt tsv utf ansi windows latin bom test sample final " +
    "copy kopi version versjon new ny old gammal utkast draft total extract uttrekk dump all alle part del backup " +
    "avvik melding meldingar meldinger samhandling hending hendingar hendelser kvartal quarter year month week " +
    "eqs synergi compilo risk manager landax kvalitet syntetisk"
  ).split(" "),
);

/** What a terminal or a page could take for something else than a name. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}<>]/u;
const LONGEST_NAME = 120;
const NUMBER = /\d(?:[ .\-_]?\d){4,}/g;
const DATE = /^(?:(?:19|20)\d{2}[ .\-_]?[01]\d(?:[ .\-_]?[0-3]\d)?|[0-3]\d[ .\-_]?[01]\d[ .\-_]?(?:19|20)\d{2})$/;
const YEARS = /^(?:19|20)\d{2}[ .\-_](?:19|20)\d{2}$/;

/** Whether the name of a file can be told as it stands. */
export function isTellableName(name: string, places: Places): boolean {
  return isTellable(name.replace(/\.[a-z0-9]{2,5}$/i, ""), places);
}

/** The name of a delivery as it may be told: its own when it names nobody, else one made from its content. */
export function shownName({name, sha256}: {readonly name: string; readonly sha256: string}, places: Places): string {
  return isTellableName(name, places) ? name : `fil-${sha256.slice(0, 16)}`;
}

/** A header as it may be told: where a delivery has no header its first row stands there, and may name somebody. */
export function shownHeader(header: string, places: Places): string {
  return isTellable(header, places) && header.length <= LONGEST_HEADER ? header : HIDDEN;
}

/** A path inside an edition as it may be told: what may name somebody, or is known to, is left out. */
export function shownPath(path: string, isKnown: (text: string) => boolean): string {
  const noPlace = {isPlace: () => false};
  const isShown = (name: string): boolean => !isKnown(name) && !isKnown(apart(name)) && isTellableName(name, noPlace);
  return path
    .split("/")
    .map((name) => (isShown(name) ? name : HIDDEN))
    .join("/");
}

/** Words run together and numbers beside letters, each by itself. */
function apart(text: string): string {
  return text.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ").replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " ");
}

const LONGEST_HEADER = 60;
/** What stands in place of a header or a name that is not told. */
export const HIDDEN = "…";

/**
 * Names in file names are written with signs between, in lower case or run together: each way of reading it must be
 * without persons, and so must every longer number that is not a date.
 */
function isTellable(text: string, places: Places): boolean {
  if (text.length > LONGEST_NAME || UNSAFE.test(text)) return false;
  const dateless = text
    .normalize("NFC")
    .replace(NUMBER, (found) => (DATE.test(found) || YEARS.test(found) ? "" : found));
  if (dateless.search(NUMBER) >= 0) return false;
  const whole = withoutFileWords(dateless);
  const spaced = withoutFileWords(apart(dateless)).replace(/[_+.,;()[\]-]+/g, " ");
  return [whole, spaced].every((reading) => cleanText(reading, "prose", places).spans.length === 0);
}

/** What a column holds, at the end of its name: «Vedtaksnr», «Utskrivingsdato». */
const HEADER_WORD = /(?:nr|nummer|dato|kode|type|status|kategori|tidspunkt)$/i;

function withoutFileWords(text: string): string {
  const isOwn = (word: string): boolean => FILE_WORDS.has(word.toLocaleLowerCase("nb")) || HEADER_WORD.test(word);
  return text.replace(/\p{L}+/gu, (word) => (isOwn(word) ? "" : word));
}
