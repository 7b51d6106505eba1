import {hash, randomBytes} from "node:crypto";
import type {SpanType} from "./span.ts";

/**
 * What was taken out of the deliveries in this run, as salted hashes in memory: enough to recognise it in a text that is
 * about to leave, not enough to tell what it was.
 */
export interface Traces {
  /** How many places in the texts hold something that was taken out. */
  readonly countIn: (texts: Iterable<string>) => number;
  /** The same traces without those that stand in these texts of our own: they say nothing about anybody. */
  readonly without: (texts: Iterable<string>) => Traces;
}

export interface TraceBook extends Traces {
  readonly add: (text: string, type: SpanType) => void;
}

const TOKEN = /[\p{L}\p{M}]+|\p{N}+/gu;
const SOFT = /^[\s .\-/\u00a0\u2009\u202f]?$/;
const BETWEEN_WORDS = /^[^\p{L}\p{N}]{0,12}$/u;
const SHORTEST_WORD = 3;
const SHORTEST_NUMBER = 6;
const LONGEST_NUMBER = 19;
const MOST_TOKENS = 12;
const RECENT_YEAR = /20(?:1[5-9]|[2-9]\d)$/;

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * An empty book. A trace is a sequence of words and numbers without regard to case, composed forms and what stands
 * between them; of a name also each part is a trace, unless `isOrdinary` says that it means something else too.
 */
export function traceBook(isOrdinary: (word: string) => boolean): TraceBook {
  const salt = randomBytes(16).toString("base64url");
  const digest: Digest = (text) => hash("sha256", salt + text, "base64url").slice(0, 20);
  const book = {digest, lengths: new Map<string, Set<number>>(), whole: new Set<string>()};
  const remember = (words: readonly string[]): void => {
    const first = digest(words[0] ?? "");
    book.lengths.set(first, (book.lengths.get(first) ?? new Set()).add(words.length));
    book.whole.add(digest(words.join(" ")));
  };
  const add = (text: string, type: SpanType): void => {
    const words = tokensOf(fold(text))
      .slice(0, MOST_TOKENS)
      .map(({word}) => word);
    const digits = words.every(isNumber) ? words.join("") : null;
    if (type === "AGE_OVER_89" || words.length === 0) return;
    if (digits !== null) {
      if (isTelling(digits, type)) book.whole.add(digest(`#${digits}`));
      return;
    }
    if (words.length > 1) remember(words);
    if (type !== "PERSON" && words.length > 1) return;
    for (const word of words) {
      if (!isNumber(word) && word.length >= SHORTEST_WORD && !isOrdinary(word)) remember([word]);
    }
  };
  return {...tracesOf(book, new Set()), add};
}

/** No traces: for an edition that is checked after the run. */
export const noTraces: Traces = traceBook(() => true);

type Digest = (text: string) => string;

interface Book {
  readonly digest: Digest;
  /** By the digest of its first word, how many words a trace has. */
  readonly lengths: ReadonlyMap<string, ReadonlySet<number>>;
  readonly whole: ReadonlySet<string>;
}

function tracesOf(book: Book, own: ReadonlySet<string>): Traces {
  return {
    countIn: (texts) => placesIn(book, texts).filter((digest) => !own.has(digest)).length,
    without: (texts) => tracesOf(book, new Set([...own, ...placesIn(book, texts)])),
  };
}

const isNumber = (word: string): boolean => /^\p{N}/u.test(word);

/** Short numbers and days of these years stand in every report and say nothing. */
function isTelling(digits: string, type: SpanType): boolean {
  return digits.length >= SHORTEST_NUMBER && !(type === "DATE_OF_BIRTH" && RECENT_YEAR.test(digits));
}

/** The digest of every trace that stands in the texts, once for each place. Words of the texts are hashed once. */
function placesIn({digest, lengths, whole}: Book, texts: Iterable<string>): string[] {
  if (whole.size === 0) return [];
  const digestOf = remembered(digest);
  const beginningOf = remembered((word): Beginning => {
    const from = lengths.get(digest(word));
    return {lengths: from === undefined ? [] : [...from], isNumber: isNumber(word)};
  });
  const places: string[] = [];
  for (const text of texts) {
    const folded = fold(text);
    const tokens = tokensOf(folded);
    tokens.forEach(({word}, index) => {
      const beginning = beginningOf(word);
      if (beginning.lengths.length === 0 && !beginning.isNumber) return;
      for (const candidate of candidatesFrom({folded, tokens, index}, beginning)) {
        const found = digestOf(candidate);
        if (whole.has(found)) places.push(found);
      }
    });
  }
  return places;
}

/** What may begin with a word: traces of so many words, and numbers when it is one. Most words begin nothing. */
interface Beginning {
  readonly lengths: readonly number[];
  readonly isNumber: boolean;
}

function candidatesFrom(place: Place, beginning: Beginning): string[] {
  const sequences = beginning.lengths.flatMap((length) => sequenceFrom(place, length));
  return beginning.isNumber ? [...sequences, ...numbersFrom(place)] : sequences;
}

/** The function, called once for each text it is given. */
function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = of(text);
    known.set(text, made);
    return made;
  };
}

interface Place {
  readonly folded: string;
  readonly tokens: readonly Token[];
  readonly index: number;
}

function sequenceFrom({folded, tokens, index}: Place, length: number): string[] {
  const part = tokens.slice(index, index + length);
  if (part.length < length) return [];
  const between = part.some(({word}) => isNumber(word)) ? SOFT : BETWEEN_WORDS;
  const isTogether = part.every((token, at) => at === 0 || between.test(folded.slice(part[at - 1]?.end, token.start)));
  return isTogether ? [part.map(({word}) => word).join(" ")] : [];
}

/** A number may be grouped in one way where it was taken out and in another where it comes through. */
function numbersFrom({folded, tokens, index}: Place): string[] {
  const numbers: string[] = [];
  let digits = "";
  let end: number | undefined;
  for (const token of tokens.slice(index, index + LONGEST_NUMBER)) {
    if (!isNumber(token.word) || (end !== undefined && !SOFT.test(folded.slice(end, token.start)))) break;
    digits += token.word;
    end = token.end;
    if (digits.length > LONGEST_NUMBER) break;
    if (digits.length >= SHORTEST_NUMBER) numbers.push(`#${digits}`);
  }
  return numbers;
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLocaleLowerCase("nb")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
}

function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const {0: word, index} of folded.matchAll(TOKEN)) tokens.push({word, start: index, end: index + word.length});
  return tokens;
}
