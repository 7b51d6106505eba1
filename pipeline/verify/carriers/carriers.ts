import {brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync} from "node:zlib";
import {isArrow, wordsInArrow} from "../../contract/arrow.ts";
import {type Carried, MOST_INFLATED_BYTES, type Opened, utf8} from "./carried.ts";
import {islandsIn} from "./islands.ts";
import {isPdf, openPdf} from "./pdf.ts";
import {isPng, openPng} from "./png.ts";
import {readingsOf} from "./readings.ts";
import {stringsIn} from "./strings.ts";
import {isZip, openZip} from "./zip.ts";

const DEEPEST = 8;
const MOST_CONTROLS = 0.01;

/** What a file says, in every way it can be read, and its parts that nobody can look into. */
export interface Contents {
  readonly carried: readonly Carried[];
  readonly sealed: readonly string[];
}

/**
 * Every text that leaves with a file: in what lies zipped, compressed or encoded inside it too, and its own name. `own`
 * are long stretches of the program that are cut out before anything is read.
 */
export function contentsOf(path: string, bytes: Uint8Array, own: readonly string[] = []): Contents {
  const carried = [path, apart(path)].map((text): Carried => ({part: path, text}));
  const sealed: string[] = [];
  const visit = (part: string, content: Uint8Array, depth: number): void => {
    const add = (texts: readonly string[]): void => {
      carried.push(...texts.flatMap(readingsOf).map((text) => ({part, text})));
    };
    if (depth > DEEPEST) {
      sealed.push(part);
      return;
    }
    const opened = open(content);
    if (opened !== null) {
      add(opened.texts);
      add(opened.parts.map(({name}) => apart(name)));
      sealed.push(...opened.sealed.map((name) => `${part}/${name}`));
      for (const inner of opened.parts) visit(`${part}/${inner.name}`, inner.bytes, depth + 1);
      return;
    }
    const text = textOf(content);
    if (text === null) {
      add(stringsIn(content));
      return;
    }
    const {rest, bytes: islands} = islandsIn(own.reduce((left, stretch) => left.replace(stretch, "\n"), text));
    add([rest]);
    for (const island of islands) visit(part, island, depth + 1);
  };
  visit(path, bytes, 0);
  return {carried, sealed};
}

/** Names of files are written with the words run together. */
const apart = (name: string): string => name.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ");

function open(bytes: Uint8Array): Opened | null {
  if (isZip(bytes)) return openZip(bytes);
  if (isPdf(bytes)) return openPdf(bytes);
  if (isPng(bytes)) return openPng(bytes);
  if (isArrow(bytes)) return openArrow(bytes);
  const inflated = decompressed(bytes);
  return inflated === null ? null : {parts: [{name: "", bytes: inflated}], texts: [], sealed: []};
}

/** The words, and what is readable between them: words lie end to end, and two numbers must not become one. */
function openArrow(bytes: Uint8Array): Opened {
  const words = wordsInArrow(bytes);
  const longestFirst = words.filter(({length}) => length > 1).sort((a, b) => b.length - a.length);
  const between = stringsIn(bytes).map((text) =>
    longestFirst.reduce((left, word) => left.replaceAll(word, "\n"), text),
  );
  return {parts: [], texts: [...words, ...between], sealed: []};
}

/** By its first bytes for gzip and zlib; anything else that is no text may still be one that is packed without a mark. */
function decompressed(bytes: Uint8Array): Uint8Array | null {
  const options = {maxOutputLength: MOST_INFLATED_BYTES};
  const attempts = [() => gunzipSync(bytes, options), () => inflateSync(bytes, options)];
  const unmarked = [() => inflateRawSync(bytes, options), () => brotliDecompressSync(bytes, options)];
  const isMarked = (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x78 && bytes.length > 8);
  for (const attempt of isMarked ? attempts : textOf(bytes) === null ? unmarked : []) {
    try {
      const inflated = attempt();
      if (inflated.length > 0) return inflated;
    } catch {
      // not packed in this way
    }
  }
  return null;
}

/** The text that bytes are, or null. UTF-16 is known by its mark. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = utf8(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these tell a text from other bytes
  const strange = text.match(/[\0-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  return strange > text.length * MOST_CONTROLS ? null : text;
}
