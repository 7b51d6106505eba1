import {inflateSync} from "node:zlib";
import {latin1, MOST_INFLATED_BYTES, type Opened, utf8} from "./carried.ts";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The picture itself and what colours it: bytes that are never words. */
const PICTURE = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs", "sBIT", "bKGD"]);

export const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 8)).equals(SIGNATURE);

/** The texts of a picture (tEXt, zTXt, iTXt), every chunk that is not the picture, and what lies after its end. */
export function openPng(bytes: Uint8Array): Opened {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: {name: string; bytes: Uint8Array}[] = [];
  const texts: string[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= buffer.length) {
    const length = buffer.readUInt32BE(at);
    const type = latin1(buffer.subarray(at + 4, at + 8));
    const data = buffer.subarray(at + 8, at + 8 + length);
    if (/^[tzi]TXt$/.test(type)) texts.push(...chunkTexts(type, data));
    else if (!PICTURE.has(type)) parts.push({name: "chunk", bytes: data});
    at += 12 + length;
    if (type === "IEND") break;
  }
  if (at < buffer.length) parts.push({name: "after the end", bytes: buffer.subarray(at)});
  return {parts, texts, sealed: []};
}

function chunkTexts(type: string, data: Buffer): string[] {
  const end = data.indexOf(0);
  const key = latin1(data.subarray(0, end));
  if (type === "tEXt") return [key, latin1(data.subarray(end + 1))];
  if (type === "zTXt") return [key, latin1(inflated(data.subarray(end + 2)))];
  const isDeflated = data[end + 1] === 1;
  const language = data.indexOf(0, end + 3);
  const translated = data.indexOf(0, language + 1);
  const text = data.subarray(translated + 1);
  return [key, utf8(data.subarray(end + 3, translated)), utf8(isDeflated ? inflated(text) : text)];
}

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, {maxOutputLength: MOST_INFLATED_BYTES});
  } catch {
    return bytes;
  }
}
