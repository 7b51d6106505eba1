import {constants, inflateRawSync, inflateSync} from "node:zlib";
import {latin1, MOST_INFLATED_BYTES, type Opened} from "./carried.ts";
import {type CharacterMap, characterMap, decodeShown, type Shown, shownStrings, withoutStrings} from "./pdf-text.ts";

const STREAM = /(?<!end)stream\r?\n/g;
const FURTHEST_DICTIONARY = 4096;

export const isPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 1024)).includes("%PDF-");

/**
 * The words of a PDF without a reader for it: every stream is inflated, whatever the tables say of it, and every string
 * is read by the character map of its font; when a font cannot be found, as Latin-1, as UTF-16 and by every character map
 * in the file (ISO 32000-1, 7.3.4, 7.5.7, 9.10.3). Perhaps more texts than a reader would show, and none fewer.
 */
export function openPdf(bytes: Uint8Array): Opened {
  const {streams: all, outside, sealed} = streamsOf(bytes);
  const streams = all.filter(({content}) => !isFontProgram(content));
  const texts = streams.map(({content}) => latin1(content));
  const maps = new Map(
    streams.flatMap(({number}, index) =>
      texts[index]?.includes("begincmap") ? [[number, characterMap(texts[index] ?? "")] as const] : [],
    ),
  );
  const fonts = fontsIn(outside, maps);
  const read = [outside, ...texts].filter((text) => !text.includes("begincmap"));
  return {
    parts: streams.map(({content}) => ({name: "stream", bytes: unread(content)})),
    texts: read.flatMap((content) => readings(content, maps, fonts)),
    sealed,
  };
}

/** The outlines of letters are read as no text: by chance they look like numbers. */
const FONT_PROGRAMS = ["\0\u0001\0\0\0", "OTTO\0", "true\0"];
const isFontProgram = (content: Uint8Array): boolean =>
  FONT_PROGRAMS.some((start) => latin1(content.subarray(0, 5)) === start);

type Fonts = ReadonlyMap<string, CharacterMap>;

/** The character map of each font by the name it has on the pages; null when a name means two fonts or a map is not found. */
function fontsIn(outside: string, maps: ReadonlyMap<string, CharacterMap>): Fonts | null {
  const fonts = new Map<string, CharacterMap>();
  const numbers = new Map<string, string>();
  for (const [, body = ""] of outside.matchAll(/\/Font\s*<<([^<>]*)>>/g)) {
    for (const [, name = "", number = ""] of body.matchAll(/\/([\w.+-]+)\s+(\d+)\s+0\s+R/g)) {
      if ((numbers.get(name) ?? number) !== number) return null;
      numbers.set(name, number);
    }
  }
  for (const [name, number] of numbers) {
    const [, object = ""] = new RegExp(`(?:^|\\s)${number}\\s+0\\s+obj([\\s\\S]*?)endobj`).exec(outside) ?? [];
    const map = maps.get(/\/ToUnicode\s+(\d+)\s+0\s+R/.exec(object)?.[1] ?? "");
    if (map === undefined) return null;
    fonts.set(name, map);
  }
  return fonts.size > 0 ? fonts : null;
}

const OPERATOR = /\b(?:BT|re|cm|[mlc])\s/;
const PLACE = /(?<![\d.(])-?\d*\.\d+(?=\s)/g;

/** Of a content stream what is left when its strings are read: comments and names. A coordinate is no number of anybody. */
function unread(stream: Uint8Array): Uint8Array {
  const text = latin1(stream);
  const isContent = OPERATOR.test(text) && !text.includes("<?xpacket") && !text.includes("begincmap");
  return isContent ? Buffer.from(withoutStrings(text).replace(PLACE, "0"), "latin1") : stream;
}

function readings(content: string, maps: ReadonlyMap<string, CharacterMap>, fonts: Fonts | null): string[] {
  const shown = shownStrings(content);
  if (shown.length === 0) return [];
  const isKnown = (one: Shown): boolean => typeof one === "string" || one.font === "" || fonts?.has(one.font) === true;
  const isSetInFonts = /\sTf\s/.test(content) || !OPERATOR.test(content);
  if (fonts !== null && isSetInFonts && shown.every(isKnown))
    return [decodeShown(shown, (font) => fonts.get(font) ?? null)];
  return [null, ...maps.values()].map((map) => decodeShown(shown, () => map));
}

function streamsOf(bytes: Uint8Array) {
  const text = latin1(bytes);
  const streams: {number: string; content: Uint8Array}[] = [];
  const sealed: string[] = text.includes("/Encrypt") ? ["kryptert"] : [];
  let outside = "";
  let from = 0;
  for (const match of text.matchAll(STREAM)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf("endstream", start);
    if (end < 0) break;
    const dictionary = text.slice(Math.max(from, match.index - FURTHEST_DICTIONARY), match.index);
    const decoded = decodedStream(bytes.subarray(start, end), dictionary.slice(dictionary.lastIndexOf(" obj")));
    if (decoded === null) sealed.push("stream");
    else streams.push({number: /(\d+)\s+0\s+obj\b(?![\s\S]*\sobj\b)/.exec(dictionary)?.[1] ?? "", content: decoded});
    outside += text.slice(from, match.index);
    from = end;
  }
  return {streams, outside: outside + text.slice(from), sealed};
}

/** Null for a filter that is not read here. A picture is let through as it is: it holds no words. */
function decodedStream(bytes: Uint8Array, dictionary: string): Uint8Array | null {
  if (/\/(?:DCT|JPX|CCITTFax|JBIG2)Decode/.test(dictionary)) return new Uint8Array();
  if (/\/(?:LZW|RunLength)Decode|\/Crypt\b/.test(dictionary)) return null;
  let data = bytes;
  if (/\/ASCIIHexDecode|\/AHx\b/.test(dictionary)) data = Buffer.from(latin1(data).replace(/[^0-9a-f]/gi, ""), "hex");
  if (/\/ASCII85Decode|\/A85\b/.test(dictionary)) data = ascii85(latin1(data));
  return /\/FlateDecode|\/Fl\b/.test(dictionary) ? inflated(data) : data;
}

/** A cut stream gives what there is of it. */
function inflated(bytes: Uint8Array): Uint8Array | null {
  const options = {maxOutputLength: MOST_INFLATED_BYTES, finishFlush: constants.Z_SYNC_FLUSH};
  for (const attempt of [() => inflateSync(bytes, options), () => inflateRawSync(bytes.subarray(2), options)]) {
    try {
      return attempt();
    } catch {
      // the other form is tried, and then the stream is sealed
    }
  }
  return null;
}

function ascii85(text: string): Uint8Array {
  const signs = text.replace(/\s|<~|~>.*$/gs, "").replaceAll("z", "!!!!!");
  const bytes: number[] = [];
  for (let at = 0; at < signs.length; at += 5) {
    const group = signs.slice(at, at + 5);
    const value = [...group.padEnd(5, "u")].reduce((sum, sign) => sum * 85 + sign.charCodeAt(0) - 33, 0);
    bytes.push(...[24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).slice(0, group.length - 1));
  }
  return Uint8Array.from(bytes);
}
