import {inflateRawSync} from "node:zlib";
import {latin1, MOST_INFLATED_BYTES, type Opened, utf8} from "./carried.ts";
import {stringsIn} from "./strings.ts";

const LOCAL = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
const ENCRYPTED = 1;
const SIZE_FOLLOWS = 8;

export const isZip = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).equals(LOCAL);

/**
 * Every entry by its own local header, whether the directory tells of it or not, and the words of the directory itself:
 * names, comments and extra fields (APPNOTE 4.3).
 */
export function openZip(bytes: Uint8Array): Opened {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: {name: string; bytes: Uint8Array}[] = [];
  const sealed: string[] = [];
  for (let at = buffer.indexOf(LOCAL); at >= 0; at = buffer.indexOf(LOCAL, at + 4)) {
    if (at + LOCAL_LENGTH > buffer.length) break;
    const entry = readEntry(buffer, at);
    if (entry.bytes === null) sealed.push(entry.name);
    else parts.push({name: entry.name, bytes: entry.bytes});
  }
  return {parts, sealed, texts: [...parts.map(({name}) => name), ...directoryTexts(buffer)]};
}

/** Name, extra field and comment of each line of the directory, and the comment of the whole with what lies after it. */
function directoryTexts(buffer: Buffer): string[] {
  const texts: string[] = [];
  for (let at = buffer.indexOf(CENTRAL); at >= 0; at = buffer.indexOf(CENTRAL, at + 4)) {
    if (at + CENTRAL_LENGTH > buffer.length) break;
    let from = at + CENTRAL_LENGTH;
    for (const place of [28, 30, 32]) {
      const field = buffer.subarray(from, from + buffer.readUInt16LE(at + place));
      texts.push(utf8(field), latin1(field));
      from += field.length;
    }
  }
  const end = buffer.lastIndexOf(END);
  return end < 0 ? texts : [...texts, ...stringsIn(buffer.subarray(end + END_LENGTH))];
}

function readEntry(buffer: Buffer, at: number): {readonly name: string; readonly bytes: Uint8Array | null} {
  const [flags, method] = [buffer.readUInt16LE(at + 6), buffer.readUInt16LE(at + 8)];
  const [nameLength, extraLength] = [buffer.readUInt16LE(at + 26), buffer.readUInt16LE(at + 28)];
  const start = at + LOCAL_LENGTH + nameLength + extraLength;
  const name = utf8(buffer.subarray(at + LOCAL_LENGTH, at + LOCAL_LENGTH + nameLength));
  if ((flags & ENCRYPTED) !== 0) return {name, bytes: null};
  if (method === 0) return {name, bytes: buffer.subarray(start, storedEnd(buffer, {start, at, flags}))};
  return {name, bytes: method === 8 ? inflated(buffer.subarray(start)) : null};
}

function storedEnd(buffer: Buffer, {start, at, flags}: {start: number; at: number; flags: number}): number {
  const size = buffer.readUInt32LE(at + 18);
  if ((flags & SIZE_FOLLOWS) === 0 && start + size <= buffer.length) return start + size;
  const next = [buffer.indexOf(LOCAL, start), buffer.indexOf(CENTRAL, start)].filter((place) => place >= 0);
  return Math.min(buffer.length, ...next);
}

function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateRawSync(bytes, {maxOutputLength: MOST_INFLATED_BYTES});
  } catch {
    return null;
  }
}
