import type {ReasonKind} from "../contract/reasons.ts";

/** Is told of each tag in order: the name without prefix, what stands in it, and whether nothing stands between it and its end. */
export interface TagVisitor {
  readonly open?: (name: string, attributes: () => string, isEmpty: boolean) => void;
  readonly close?: (name: string) => void;
}

const DEEPEST = 128;
const [LESS, GREATER, SLASH, EXCLAMATION, QUESTION, DOUBLE, SINGLE] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x22, 0x27];

/**
 * Walks the tags of XML in UTF-8 once, without making anything of it. Gives what makes it unfit to be read: a document
 * type (no workbook needs one, and a reader that follows it can be made to read or to swell), tags within tags deeper
 * than any workbook has, or an end in the middle of a tag.
 */
export function walkTags(xml: Buffer, {open, close}: TagVisitor = {}): ReasonKind | null {
  if (xml[0] === 0xff || xml[0] === 0xfe || xml[1] === 0) return "encoding";
  let depth = 0;
  for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at)) {
    const next = xml[at + 1];
    if (next === EXCLAMATION || next === QUESTION) {
      const end = endOfNote(xml, at);
      if (typeof end === "string") return end;
      at = end;
      continue;
    }
    const end = endOfTag(xml, at + 1);
    if (end < 0) return "truncated";
    if (next === SLASH) {
      depth -= 1;
      close?.(nameAt(xml, at + 2, end));
    } else {
      const isClosed = xml[end - 1] === SLASH;
      if (!isClosed) depth += 1;
      if (depth > DEEPEST) return "xml_depth";
      const from = at + 1;
      const isEmpty = isClosed || (xml[end + 1] === LESS && xml[end + 2] === SLASH);
      open?.(nameAt(xml, from, end), () => xml.toString("utf8", from, end), isEmpty);
    }
    at = end;
  }
  return depth === 0 ? null : "truncated";
}

/** The end of a comment, of text that is not markup, or of an instruction. */
function endOfNote(xml: Buffer, at: number): number | ReasonKind {
  const begins = (sign: string): boolean => xml.toString("latin1", at, at + sign.length) === sign;
  const sign = begins("<!--") ? "-->" : begins("<![CDATA[") ? "]]>" : begins("<?") ? "?>" : null;
  if (sign === null) return "xml_doctype";
  const end = xml.indexOf(sign, at);
  return end < 0 ? "truncated" : end + sign.length;
}

function endOfTag(xml: Buffer, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const byte = xml[at] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return at;
    else if (byte === DOUBLE || byte === SINGLE) quote = byte;
  }
  return -1;
}

const LONGEST_NAME = 64;
const names = new Map<string, string>();

/** Names of tags are few and come again. */
function nameAt(xml: Buffer, from: number, end: number): string {
  let at = from;
  for (; at < end && at < from + LONGEST_NAME; at += 1) {
    const byte = xml[at] as number;
    if (byte <= 0x20 || byte === SLASH) break;
  }
  const whole = xml.toString("latin1", from, at);
  const known = names.get(whole);
  if (known !== undefined) return known;
  const name = whole.slice(whole.indexOf(":") + 1);
  if (names.size < 1000) names.set(whole, name);
  return name;
}
