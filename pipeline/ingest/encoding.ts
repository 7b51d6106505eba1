import {isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import type {ReasonKind} from "../contract/reasons.ts";
import {type ByteSource, readChunks} from "./byte-source.ts";

const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const UNDEFINED_IN_CP1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** The letters æ ø å of DOS and old Macs that no Windows text has between two letters: † › ¾ ¿ Œ. */
const OTHER_LETTERS: ReadonlySet<number> = new Set([0x86, 0x9b, 0xbe, 0xbf, 0x8c]);
/** The second byte of æ ø å Æ Ø Å in UTF-8, whose first is 0xC3. */
const NORWEGIAN: ReadonlySet<number> = new Set([0xa6, 0xb8, 0xa5, 0x86, 0x98, 0x85]);

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How the text of a file is written: `mark` is how many bytes its byte order mark takes. */
export interface Coding {
  readonly encoding: Encoding;
  readonly mark: number;
}

/** What stands in the way of reading a file as text, and the byte where it was found. */
export interface CodingFault {
  readonly kind: ReasonKind;
  readonly byte: number | null;
}

export interface Inspected {
  readonly sha256: string;
  readonly coding: Coding | CodingFault;
}

/**
 * Reads every byte once, in pieces: the fingerprint of the file and how its text is written. A byte order mark decides;
 * without one UTF-16 is told by its zeros, then strict UTF-8, then Windows-1252 when every byte is defined there.
 * Letters of UTF-8 in a file that is not UTF-8 mean that two encodings are mixed, and no reading of it is safe.
 */
export function inspect(source: ByteSource): Inspected {
  const hash = createHash("sha256");
  let check: Check | null = null;
  for (const {bytes, at} of readChunks(source)) {
    hash.update(bytes);
    check ??= checkFor(bytes);
    check.take(bytes, at);
  }
  return {sha256: hash.digest("hex"), coding: check?.conclude(source.size) ?? {kind: "empty", byte: null}};
}

/** Takes the bytes of a file piece by piece, and then says how they are to be read. */
interface Check {
  readonly take: (bytes: Uint8Array, at: number) => void;
  readonly conclude: (size: number) => Coding | CodingFault;
}

function checkFor(first: Uint8Array): Check {
  if (first[0] === 0xff && first[1] === 0xfe) return utf16Check({encoding: "utf-16le", mark: 2});
  if (first[0] === 0xfe && first[1] === 0xff) return utf16Check({encoding: "utf-16be", mark: 2});
  const unmarked = unmarkedUtf16(first.subarray(0, 1024));
  if (unmarked !== null) return utf16Check({encoding: unmarked, mark: 0});
  return byteCheck(first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0);
}

/** Ordinary text in UTF-16 has a zero in nearly every second byte and hardly any in the others. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = bytes.length * 0.4;
  if (odd > most && even === 0) return "utf-16le";
  return even > most && odd === 0 ? "utf-16be" : null;
}

function utf16Check(coding: Coding): Check {
  const [high, low] = coding.encoding === "utf-16le" ? [1, 0] : [0, 1];
  let fault: CodingFault | null = null;
  let awaited = -1;
  return {
    take: (bytes, at) => {
      for (let index = 0; index + 1 < bytes.length && fault === null; index += 2) {
        const unit = ((bytes[index + high] ?? 0) << 8) | (bytes[index + low] ?? 0);
        const isTrail = unit >= 0xdc00 && unit <= 0xdfff;
        if (awaited >= 0 !== isTrail) fault = {kind: "encoding", byte: awaited >= 0 ? awaited : at + index};
        else if (unit === 0) fault = {kind: "nul_byte", byte: at + index};
        awaited = unit >= 0xd800 && unit <= 0xdbff ? at + index : -1;
      }
    },
    conclude: (size) => {
      if (fault !== null) return fault;
      if (size % 2 === 1) return {kind: "truncated", byte: size - 1};
      return awaited >= 0 ? {kind: "truncated", byte: awaited} : coding;
    },
  };
}

function byteCheck(mark: number): Check {
  let nul = -1;
  let notUtf8 = -1;
  let undefinedByte = -1;
  let hasUtf8Letters = false;
  let carried: Uint8Array = new Uint8Array();
  return {
    take: (bytes, at) => {
      if (nul < 0 && bytes.includes(0)) nul = at + bytes.indexOf(0);
      if (notUtf8 < 0) {
        const all = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
        const whole = all.length - cutLength(all);
        if (!isUtf8(all.subarray(0, whole))) notUtf8 = at - carried.length + firstInvalid(all);
        carried = all.slice(whole);
      }
      if (hasUtf8Letters) return;
      const found = ansiEvidence(bytes);
      if (undefinedByte < 0 && found.undefinedAt >= 0) undefinedByte = at + found.undefinedAt;
      hasUtf8Letters = found.hasUtf8Letters;
    },
    conclude: (size) => {
      if (nul >= 0) return {kind: "nul_byte", byte: nul};
      const isUtf = notUtf8 < 0;
      if (isUtf && carried.length === 0) return {encoding: "utf-8", mark};
      if (isUtf && (hasUtf8Letters || mark > 0)) return {kind: "truncated", byte: size - carried.length};
      if (mark > 0 || hasUtf8Letters) return {kind: "encoding", byte: isUtf ? size - carried.length : notUtf8};
      return undefinedByte < 0 ? {encoding: "windows-1252", mark: 0} : {kind: "encoding", byte: undefinedByte};
    },
  };
}

/** How many bytes at the end may be the beginning of one UTF-8 character that goes on. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc2) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The first byte that no UTF-8 has there, by halving: a valid beginning stays valid however it is cut back. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - cutLength(part)))) valid = middle;
    else invalid = middle;
  }
  return invalid - 1 - cutLength(bytes.subarray(0, invalid - 1));
}

/** Bytes that stand for nothing in Windows-1252 where they stand, and pairs that nobody writes in it: «Ã¥», «â€“». */
function ansiEvidence(bytes: Uint8Array): {readonly undefinedAt: number; readonly hasUtf8Letters: boolean} {
  let undefinedAt = -1;
  let hasUtf8Letters = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const next = bytes[at + 1] ?? 0;
    if ((byte === 0xc3 && NORWEGIAN.has(next)) || (byte === 0xe2 && next === 0x80)) hasUtf8Letters = true;
    else if (undefinedAt < 0 && isForeign(bytes, at)) undefinedAt = at;
    if (hasUtf8Letters) break;
  }
  return {undefinedAt, hasUtf8Letters};
}

function isForeign(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  if (UNDEFINED_IN_CP1252.has(byte)) return true;
  return OTHER_LETTERS.has(byte) && isAsciiLetter(bytes[at - 1] ?? 0) && isAsciiLetter(bytes[at + 1] ?? 0);
}

const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** The text of bytes that have passed `inspect`, without a byte order mark; they must begin and end between characters. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === "utf-8") return buffer.toString("utf8");
  if (encoding === "windows-1252") return windows1252(buffer.toString("latin1"));
  return (encoding === "utf-16le" ? buffer : Buffer.from(buffer).swap16()).toString("utf16le");
}

/** Node 20's own windows-1252 decoder gives U+0080–U+009F for the dash, the quotes and the euro sign. */
function windows1252(latin1: string): string {
  return latin1.replace(/[\u0080-\u009f]/g, (character) => CP1252.charAt(character.charCodeAt(0) - 0x80));
}

/** How many bytes a piece of decoded text takes in its file. */
export function widthIn(encoding: Encoding): (text: string) => number {
  if (encoding === "utf-8") return (text) => Buffer.byteLength(text);
  return encoding === "windows-1252" ? (text) => text.length : (text) => text.length * 2;
}
