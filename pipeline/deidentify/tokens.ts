/** What a token looks like. A word in a script without case counts as capitalised. */
export const LOWER = 1;
export const CAPITAL = 2;
export const UPPER = 3;
export const MIXED = 4;
export const NUMBER = 5;

/** What stands between a token and the one before it. */
export const SPACE = 1;
export const NEWLINE = 2;
export const DOT = 4;
export const COMMA = 8;
export const HYPHEN = 16;
export const COLON = 32;
export const SLASH = 64;
export const STOP = 128;
export const OPEN = 256;
export const CLOSE = 512;
export const QUOTE = 1024;
export const APOSTROPHE = 2048;
export const OTHER = 4096;
export const START = 8192;

/** The words and numbers of a text, in order, as columns. The columns are shared: read them before the next text. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly shape: Uint8Array;
  readonly gap: Uint16Array;
  /** Two independent hashes of the word in lower case; see `hashOf`. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

const LETTER_LOWER = 1;
const LETTER_UPPER = 2;
const LETTER_CASELESS = 3;
const DIGIT = 4;
const MARK = 8;

const kinds = new Uint8Array(65_536);
const lowered = new Uint16Array(65_536);
const gaps = new Uint16Array(65_536);

const marks: readonly (readonly [string, number])[] = [
  [" \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", SPACE],
  ["\t\n\r\u2028\u2029\u0085\v\f", NEWLINE],
  [".", DOT],
  [",", COMMA],
  ["-\u2010\u2011\u2012\u2013\u2212", HYPHEN],
  [":", COLON],
  ["/\\", SLASH],
  ["!?;\u2022|*\u2014\u2026=>\u2192", STOP],
  ["([{", OPEN],
  [")]}", CLOSE],
  ['"\u00ab\u00bb\u201c\u201d\u201e', QUOTE],
  ["'\u2019\u2018\u00b4`", APOSTROPHE],
];

function kindOf(code: number): number {
  const sign = String.fromCharCode(code);
  const lower = sign.toLowerCase();
  lowered[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  if (code >= 48 && code <= 57) return DIGIT;
  if (!/\p{L}/u.test(sign)) return MARK;
  if (lower !== sign) return LETTER_UPPER;
  return sign.toUpperCase() === sign && code > 0x250 ? LETTER_CASELESS : LETTER_LOWER;
}

for (const [signs, gap] of marks) for (const sign of signs) gaps[sign.charCodeAt(0)] = gap;

const SEED_FIRST = 0x811c9dc5 | 0;
const SEED_SECOND = 0x9747b28c | 0;
const stepFirst = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const stepSecond = (hash: number, code: number): number => Math.imul((hash << 5) ^ (hash >>> 27) ^ code, 0x85ebca6b);

/** The two hashes of a stretch of text in lower case. Together 53 bits decide what a word is. */
export function hashOf(text: string, start = 0, end = text.length): readonly [number, number] {
  let first = SEED_FIRST;
  let second = SEED_SECOND;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (kinds[code] === 0) kinds[code] = kindOf(code);
    const lower = lowered[code] as number;
    first = stepFirst(first, lower);
    second = stepSecond(second, lower);
  }
  return [first, second];
}

let room = 1024;
let columns = columnsOf(room);

function columnsOf(size: number) {
  return {
    start: new Int32Array(size),
    end: new Int32Array(size),
    shape: new Uint8Array(size),
    gap: new Uint16Array(size),
    first: new Int32Array(size),
    second: new Int32Array(size),
  };
}

function makeRoom(): void {
  const old = columns;
  room *= 2;
  columns = columnsOf(room);
  for (const name of Object.keys(old) as (keyof typeof old)[]) columns[name].set(old[name]);
}

/** Splits a text into words and numbers in one walk. Letters and digits that touch are separate tokens. */
export function tokensOf(text: string): Tokens {
  let count = 0;
  let gap = START;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    let kind = kinds[code] as number;
    if (kind === 0) kinds[code] = kind = kindOf(code);
    if (kind === MARK) {
      gap |= gaps[code] || OTHER;
      at += 1;
      continue;
    }
    if (count === room) makeRoom();
    columns.gap[count] = gap;
    columns.start[count] = at;
    at = kind === DIGIT ? numberEnd(text, at, count) : wordEnd(text, at, count);
    columns.end[count] = at;
    gap = 0;
    count += 1;
  }
  const {start, end, shape, gap: gapsBefore, first, second} = columns;
  return {text, count, start, end, shape, gap: gapsBefore, first, second};
}

function numberEnd(text: string, start: number, index: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) break;
    at += 1;
  }
  columns.shape[index] = NUMBER;
  return at;
}

function wordEnd(text: string, start: number, index: number): number {
  let first = SEED_FIRST;
  let second = SEED_SECOND;
  let upper = 0;
  let at = start;
  let initial = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let kind = kinds[code] as number;
    if (kind === 0) kinds[code] = kind = kindOf(code);
    if (kind > LETTER_CASELESS) break;
    if (kind === LETTER_UPPER) upper += 1;
    if (at === start) initial = kind;
    const lower = lowered[code] as number;
    first = stepFirst(first, lower);
    second = stepSecond(second, lower);
  }
  columns.first[index] = first;
  columns.second[index] = second;
  columns.shape[index] = shapeOf(initial, upper, at - start);
  return at;
}

function shapeOf(initial: number, upper: number, length: number): number {
  if (initial === LETTER_CASELESS) return CAPITAL;
  if (upper === 0) return LOWER;
  if (upper === length) return length === 1 ? CAPITAL : UPPER;
  return initial === LETTER_UPPER && upper === 1 ? CAPITAL : MIXED;
}
