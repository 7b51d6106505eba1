/** Codes to text, and how many bytes a code has. */
export interface CharacterMap {
  readonly width: number;
  readonly text: ReadonlyMap<number, string>;
}

/** Bytes as Latin-1, a gap between words, or the end of one text, after which a cell or a line of its own begins. */
export type Shown = {readonly bytes: string; readonly font: string} | "gap" | "end";

const LEXEME = /\(|<([0-9A-Fa-f\s]*)>|\[|\]|[-+]?\d*\.?\d+|\/[\w.+-]+|[A-Za-z'"*]+/g;
const MOVES = new Set(["Td", "TD", "T*", "Tm", "BT", "'", '"', "Tj", "obj", "endobj"]);
const WIDEST_KERN = 150;
const LARGEST_RANGE = 65_536;

/**
 * Where each string ends, just past its own closing bracket, by where it begins: brackets in pairs inside one need no
 * escape, however deep, and the code of a glyph may be one (ISO 32000-1, 7.3.4.2). One with no end is not in it.
 */
function stringEnds(content: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const {0: sign, index} of content.matchAll(/\\[\s\S]|[()]/g)) {
    if (sign === "(") open.push(index);
    else if (sign === ")") {
      const start = open.pop();
      if (start !== undefined) ends.set(start, index + 1);
    } else if (open.length === 0 && sign.endsWith("(")) open.push(index + 1);
  }
  return ends;
}

/** A content stream with nothing in its strings. */
export function withoutStrings(content: string): string {
  const kept: string[] = [];
  const ends = stringEnds(content);
  let from = 0;
  for (let start = content.indexOf("("); start >= 0; start = content.indexOf("(", from)) {
    const end = ends.get(start);
    kept.push(content.slice(from, start), end === undefined ? "(" : "()");
    from = end ?? start + 1;
  }
  return kept.join("") + content.slice(from);
}

interface Lexeme {
  readonly lexeme: string;
  readonly hex: string | undefined;
}

function* lexemesIn(content: string): Generator<Lexeme> {
  const ends = stringEnds(content);
  const next = new RegExp(LEXEME);
  for (let found = next.exec(content); found !== null; found = next.exec(content)) {
    const end = found[0] === "(" ? ends.get(found.index) : next.lastIndex;
    if (end === undefined) continue;
    next.lastIndex = end;
    yield {lexeme: content.slice(found.index, end), hex: found[1]};
  }
}

/** The strings of a content stream in order. Letters of a word may be set one by one; only a wide step parts words. */
export function shownStrings(content: string): Shown[] {
  const shown: Shown[] = [];
  let isArray = false;
  let name = "";
  let font = "";
  for (const {lexeme, hex} of lexemesIn(content)) {
    if (lexeme === "[" || lexeme === "]") isArray = lexeme === "[";
    else if (lexeme.startsWith("/")) name = lexeme.slice(1);
    else if (lexeme === "Tf") font = name;
    else if (lexeme.startsWith("(")) shown.push({bytes: literal(lexeme.slice(1, -1)), font});
    else if (hex !== undefined) shown.push({bytes: Buffer.from(padded(hex), "hex").toString("latin1"), font});
    else if (lexeme === "ET") shown.push("end");
    else if (MOVES.has(lexeme) || (isArray && Number(lexeme) < -WIDEST_KERN)) shown.push("gap");
  }
  return shown.some((one) => typeof one !== "string") ? shown : [];
}

/** What the strings say by the character map of their font, or without one as Latin-1 and UTF-16. */
export function decodeShown(shown: readonly Shown[], mapOf: (font: string) => CharacterMap | null): string {
  return shown
    .map((one) => {
      if (typeof one === "string") return one === "gap" ? " " : " | ";
      const map = mapOf(one.font);
      return map === null ? plain(one.bytes) : mapped(one.bytes, map);
    })
    .join("");
}

/** A ToUnicode map. Ranges of a ludicrous length are cut. */
export function characterMap(source: string): CharacterMap {
  const text = new Map<number, string>();
  for (const [, body = ""] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", to = ""] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>/g)) {
      text.set(Number.parseInt(code, 16), utf16(to));
    }
  }
  for (const [, body = ""] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", to = "", first, list] of body.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g,
    )) {
      addRange(text, {from: Number.parseInt(from, 16), to: Number.parseInt(to, 16)}, {first, list});
    }
  }
  const [, low = "0000"] = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(source) ?? [];
  return {width: Math.max(1, low.length / 2), text};
}

function addRange(
  text: Map<number, string>,
  {from, to}: {readonly from: number; readonly to: number},
  {first, list}: {readonly first: string | undefined; readonly list: string | undefined},
): void {
  const each = list === undefined ? null : [...list.matchAll(/<([0-9A-Fa-f\s]*)>/g)].map(([, hex = ""]) => utf16(hex));
  const start = utf16(first ?? "");
  for (let code = from; code <= Math.min(to, from + LARGEST_RANGE); code += 1) {
    const step = start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - from);
    text.set(code, each === null ? step : (each[code - from] ?? ""));
  }
}

function mapped(bytes: string, {width, text}: CharacterMap): string {
  let decoded = "";
  for (let at = 0; at < bytes.length; at += width) {
    let code = 0;
    for (let byte = 0; byte < width; byte += 1) code = code * 256 + (bytes.charCodeAt(at + byte) || 0);
    decoded += text.get(code) ?? "";
  }
  return decoded;
}

function plain(bytes: string): string {
  if (!bytes.startsWith("\u00fe\u00ff")) return bytes;
  return utf16(Buffer.from(bytes.slice(2), "latin1").toString("hex"));
}

function utf16(hex: string): string {
  const digits = hex.replace(/\s/g, "");
  return digits.length <= 2
    ? String.fromCharCode(Number.parseInt(digits || "0", 16))
    : (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}

const padded = (hex: string): string => {
  const digits = hex.replace(/\s/g, "");
  return digits.length % 2 === 0 ? digits : `${digits}0`;
};

const escapes: Readonly<Record<string, string>> = {n: "\n", r: "\r", t: "\t", b: "\b", f: "\f"};

function literal(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, sign = "") =>
    octal === undefined
      ? /^[\r\n]/.test(sign)
        ? ""
        : (escapes[sign] ?? sign)
      : String.fromCharCode(Number.parseInt(octal, 8) % 256),
  );
}
