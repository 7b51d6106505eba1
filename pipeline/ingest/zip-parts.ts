import {inflateRawSync} from "node:zlib";
import type {ReasonKind} from "../contract/reasons.ts";

/** One part of a zip file, as its central directory tells of it. */
interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  /** Sizes in bytes as declared: packed in the file, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where the part's own header begins. */
  readonly at: number;
}

export interface ZipParts {
  readonly names: ReadonlySet<string>;
  /** The bytes of a part. Throws a RangeError when there are more of them than was declared. */
  readonly read: (name: string) => Buffer;
}

const MOST_PARTS = 4096;
const MOST_UNPACKED = 1 << 30;
const ORDINARY_UNPACKED = 64 << 20;
/** Tables of text are packed to a tenth; what is packed harder than this is made to swell. */
const HARDEST_PACKED = 40;

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const LARGE = 0xffffffff;

/** The parts of a zip file, judged by what the central directory declares before anything is unpacked. */
export function zipParts(bytes: Uint8Array): ZipParts | {readonly kind: ReasonKind} {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(buffer);
  if (entries === null) return {kind: "truncated"};
  const kind = declaredFault(entries, buffer.length);
  if (kind !== null) return {kind};
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size < entries.length) return {kind: "truncated"};
  return {
    names: new Set(byName.keys()),
    read: (name) => {
      const entry = byName.get(name);
      return entry === undefined ? Buffer.alloc(0) : unpack(buffer, entry);
    },
  };
}

const OUTSIDE = /(?:^|\/)\.\.(?:\/|$)|^\/|^[a-z]:|[\\\0]/i;

function declaredFault(entries: readonly ZipEntry[], packed: number): ReasonKind | null {
  if (entries.some(({name}) => OUTSIDE.test(name))) return "zip_path_traversal";
  if (entries.some(({isEncrypted}) => isEncrypted)) return "encrypted";
  const unpacked = entries.reduce((sum, {size}) => sum + size, 0);
  const most = Math.min(MOST_UNPACKED, Math.max(ORDINARY_UNPACKED, packed * HARDEST_PACKED));
  return unpacked > most || entries.length > MOST_PARTS ? "zip_bomb" : null;
}

function entriesOf(buffer: Buffer): ZipEntry[] | null {
  const end = endOfCentralDirectory(buffer);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== CENTRAL) return null;
    const nameEnd = at + 46 + buffer.readUInt16LE(at + 28);
    const extraEnd = nameEnd + buffer.readUInt16LE(at + 30);
    if (extraEnd > buffer.length) return null;
    entries.push(entryAt(buffer, at, nameEnd));
    at = extraEnd + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/** Sizes that do not fit in four bytes are given as the largest there is, and are then too large for us. */
function entryAt(buffer: Buffer, at: number, nameEnd: number): ZipEntry {
  const size = buffer.readUInt32LE(at + 24);
  return {
    name: buffer.toString("utf8", at + 46, nameEnd),
    isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
    method: buffer.readUInt16LE(at + 10),
    packed: buffer.readUInt32LE(at + 20),
    size: size === LARGE ? Number.POSITIVE_INFINITY : size,
    at: buffer.readUInt32LE(at + 42),
  };
}

function unpack(buffer: Buffer, {at, method, packed, size}: ZipEntry): Buffer {
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== LOCAL) throw new Error("no part where one was said to be");
  const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  const part = buffer.subarray(from, from + packed);
  if (method === 0) return part;
  const unpacked = inflateRawSync(part, {maxOutputLength: Math.max(1, size)});
  if (unpacked.length < size) throw new Error("part shorter than declared");
  return unpacked;
}

function endOfCentralDirectory(buffer: Buffer): number | null {
  const earliest = Math.max(0, buffer.length - 22 - 0xffff);
  for (let at = buffer.length - 22; at >= earliest; at -= 1) {
    if (buffer.readUInt32LE(at) === END) return at;
  }
  return null;
}
