import {ABBREVIATION, DRUG, EPONYM, GIVEN, ORGANISATION, PLACE, SURNAME, TERM, WORD} from "./lexicon.ts";
import {gapLength, isGapOnly, isNumber, lengthOf, type Reading, wordAt} from "./reading.ts";
import type {Span} from "./span.ts";
import {CLOSE, DOT, NUMBER, OPEN, SPACE} from "./tokens.ts";
import {SPELLED_AT} from "./word-class.ts";

/** E-mail, web addresses, paths and file names. In a code only e-mail is looked for. */
export function findLinks(reading: Reading, kind: "code" | "prose"): Span[] {
  const {text} = reading;
  const spans = text.includes("@")
    ? emails(text).filter(({start, end}) => kind === "prose" || isWholeEmail(text.slice(start, end)))
    : [];
  if (reading.allClasses & SPELLED_AT) spans.push(...spelledEmails(reading));
  const isTelling = text.includes(".") || text.includes("\\") || text.includes("://");
  if (kind === "code" || !isTelling) return spans;
  return [...spans, ...addresses(text), ...paths(text), ...domains(reading), ...fileNames(reading)];
}

const LOCAL = /[\p{L}\p{N}._%+-]/u;
const HOST = /[\p{L}\p{N}.-]/u;
const LONGEST_PART = 64;
/** Addresses of offices; nobody in person is behind them. */
const FUNCTIONAL =
  /^(?:post|postmottak|firmapost|kontakt|support|helpdesk|brukarst\u00f8tte|brukerst\u00f8tte|servicetorg|info|noreply|no-reply)@/i;

function emails(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const left = /\s/.test(text.charAt(at - 1)) && LOCAL.test(text.charAt(at - 2)) ? at - 1 : at;
    const right = /\s/.test(text.charAt(at + 1)) && HOST.test(text.charAt(at + 2)) ? at + 2 : at + 1;
    const start = runStart(text, left, LOCAL);
    const end = withoutStops(text, right, runEnd(text, right, HOST));
    const isHandle = start === at && end > right;
    const isApart = left !== at || right !== at + 1;
    if (end === right || (isApart && !text.slice(right, end).includes("."))) continue;
    if (FUNCTIONAL.test(text.slice(start, end))) continue;
    found.push({start, end, type: isHandle ? "PERSON" : "EMAIL"});
  }
  return found;
}

/** In a file that is full of signs only what has the whole form is an address. */
const isWholeEmail = (text: string): boolean => /[\p{L}\p{N}_]\s?@\s?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(text);

function runStart(text: string, end: number, signs: RegExp): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_PART && signs.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function runEnd(text: string, start: number, signs: RegExp): number {
  let end = start;
  while (end < text.length && end - start < 4 * LONGEST_PART && signs.test(text.charAt(end))) end += 1;
  return end;
}

function withoutStops(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[.,;:!?)\]'"\u00bb-]/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

const DOT_WORD = /^(?:dot|punktum|punkt|prikk)$/;
const TOP = new Set("no com net org info io se dk eu fi de uk co tv biz name online".split(" "));

/** «kari (at) example.no», «kari krøllalfa example punktum no». */
function spelledEmails(reading: Reading): Span[] {
  const found: Span[] = [];
  for (let index = 1; index + 1 < reading.count; index += 1) {
    if (!isSpelledAt(reading, index)) continue;
    let next = index + 2;
    while (next < reading.count && isHostPart(reading, next)) next += 1;
    const last = wordAt(reading, next - 1);
    const isBracketed = ((reading.gap[index] as number) & OPEN) !== 0;
    const hasHost = next > index + 2 || lengthOf(reading, index) > 1;
    if (!TOP.has(last) && !(isBracketed && hasHost)) continue;
    const start = runStart(reading.text, reading.end[index - 1] as number, LOCAL);
    found.push({start, end: reading.end[next - 1] as number, type: "EMAIL"});
  }
  return found;
}

function isSpelledAt(reading: Reading, index: number): boolean {
  if (((reading.class[index] as number) & SPELLED_AT) === 0) return false;
  const length = lengthOf(reading, index);
  const isBracketed =
    ((reading.gap[index] as number) & OPEN) !== 0 && ((reading.gap[index + 1] as number) & CLOSE) !== 0;
  if (isBracketed) return gapLength(reading, index) <= 2 && gapLength(reading, index + 1) <= 2;
  if (length > 4) return true;
  const hasHost =
    index + 2 < reading.count && isGapOnly(reading, index + 2, DOT, 1) && TOP.has(wordAt(reading, index + 2));
  return length === 2 && hasHost && isGapOnly(reading, index - 1, DOT, 1);
}

function isHostPart(reading: Reading, index: number): boolean {
  if (isGapOnly(reading, index, DOT, 1) && gapLength(reading, index) === 1) return true;
  const word = wordAt(reading, index);
  const isAfterDot =
    DOT_WORD.test(wordAt(reading, index - 1)) || ((reading.gap[index] as number) & (OPEN | CLOSE)) !== 0;
  return gapLength(reading, index) <= 2 && (DOT_WORD.test(word) || (isAfterDot && TOP.has(word)));
}

/** Hosts of public bodies; an address on one of them with nothing but a path of ordinary words tells of nobody. */
const PUBLIC_HOST =
  /^(?:https?:\/\/)?(?:www\.)?(?:[\w-]+\.)*(?:helsenorge|helse-mr|helse-midt|helsedirektoratet|ehelse|fhi|nhn|lovdata|regjeringa|regjeringen|stortinget|felleskatalogen|helsebiblioteket|helsetilsynet|ukom|nav|ks|ssb|altinn|datatilsynet|helseplattformen|statsforvaltaren|statsforvalteren|metodebok|legemiddelhandboka|nel|uptodate|norskpasientforening|pasientreiser|stolav|[\w-]+\.kommune)\.(?:no|com)(?<rest>\/[^?#=]*)?$/i;

const isPublicAddress = (address: string): boolean => {
  const match = PUBLIC_HOST.exec(address);
  return match !== null && !/\d{5}|[A-ZÆØÅ][a-zæøå]+[_.-][A-ZÆØÅ]/.test(match.groups?.rest ?? "");
};

function addresses(text: string): Span[] {
  const found: Span[] = [];
  for (const head of ["://", "www.", "WWW."]) {
    let end = 0;
    for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, Math.max(at + 1, end))) {
      const start = head === "://" ? runStart(text, at, /[a-z]/i) : at;
      end = withoutStops(text, at, runEndLong(text, at + head.length));
      if (end > at + head.length && !isPublicAddress(text.slice(start, end))) found.push({start, end, type: "URL"});
    }
  }
  return found;
}

const LONGEST_ADDRESS = 2000;

function runEndLong(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < LONGEST_ADDRESS && !/[\s<>"|]/.test(text.charAt(end))) end += 1;
  return end;
}

const LONGEST_PATH = 400;
const PATH_END = /[\n\r<>"|*?\t]/;

/** Drive and server paths, whose folders may have spaces in their names. */
function paths(text: string): Span[] {
  const found: Span[] = [];
  let done = 0;
  for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", Math.max(at + 1, done))) {
    const start = pathStart(text, at);
    if (start === null) continue;
    const end = pathEnd(text, at + 1);
    found.push({start, end, type: "URL"});
    done = end;
  }
  return found;
}

function pathStart(text: string, at: number): number | null {
  if (text.charAt(at + 1) === "\\") return at;
  if (text.charAt(at - 1) === ":" && /[A-Za-z]/.test(text.charAt(at - 2))) return at - 2;
  const start = runStart(text, at, /[\p{L}\p{N}_.-]/u);
  return start < at && /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) ? start : null;
}

function pathEnd(text: string, from: number): number {
  const line = text.slice(from, from + LONGEST_PATH).split(PATH_END)[0] ?? "";
  const extension = /\.[A-Za-z]{2,5}(?![\p{L}\p{N}\\])/u.exec(line);
  if (extension !== null) return from + extension.index + extension[0].length;
  const folder = line.lastIndexOf("\\") + 1;
  const rest = /^[^\s,;)]*/.exec(line.slice(folder))?.[0].length ?? 0;
  return withoutStops(text, from, from + folder + rest);
}

/** A host without «www»: «kari-nordmann.no/blogg». */
function domains(reading: Reading): Span[] {
  const found: Span[] = [];
  for (let index = 1; index < reading.count; index += 1) {
    if (reading.gap[index] !== DOT || gapLength(reading, index) !== 1 || lengthOf(reading, index) > 6) continue;
    if (!TOP.has(wordAt(reading, index)) || isNumber(reading, index - 1)) continue;
    const start = runStart(reading.text, reading.start[index] as number, HOST);
    const path = reading.text.charAt(reading.end[index] as number) === "/";
    const end = path
      ? withoutStops(reading.text, start, runEndLong(reading.text, reading.end[index] as number))
      : (reading.end[index] as number);
    const host = reading.text.slice(start, end);
    if (/[@/\\.-]/.test(reading.text.charAt(start - 1)) || /^\p{L}/u.test(reading.text.slice(end, end + 1))) continue;
    if (!isPublicAddress(host)) found.push({start, end, type: "URL"});
  }
  return found;
}

const EXTENSIONS = new Set(
  "pdf doc docx xls xlsx csv txt rtf odt jpg jpeg png tif tiff bmp msg eml zip html xml pptx mp3 mp4 heic".split(" "),
);
const SAFE = WORD | TERM | PLACE | ORGANISATION | ABBREVIATION | DRUG | EPONYM;

/** A file name with a word that is none, or with many digits. */
function fileNames(reading: Reading): Span[] {
  const found: Span[] = [];
  for (let index = 1; index < reading.count; index += 1) {
    if (reading.gap[index] !== DOT || gapLength(reading, index) !== 1 || !EXTENSIONS.has(wordAt(reading, index)))
      continue;
    let from = index - 1;
    while (from > 0 && index - from < 20 && gapLength(reading, from) <= 1 && !isGapOnly(reading, from, SPACE, 1))
      from -= 1;
    let digits = 0;
    let isTelling = false;
    for (let at = from; at < index; at += 1) {
      const bits = reading.bits[at] as number;
      if (reading.shape[at] === NUMBER) digits += lengthOf(reading, at);
      else isTelling ||= (bits & SAFE) === 0 || (bits & (GIVEN | SURNAME)) !== 0;
    }
    if (isTelling || digits > 8)
      found.push({start: reading.start[from] as number, end: reading.end[index] as number, type: "URL"});
  }
  return found;
}
