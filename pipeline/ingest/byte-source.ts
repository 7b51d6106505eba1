/** The bytes of one file, read from any place of it. */
export interface ByteSource {
  readonly size: number;
  /** Fills the buffer from this byte on and gives how many bytes there were. */
  readonly read: (into: Uint8Array, from: number) => number;
}

/** Even, so that a character of UTF-16 is never parted. */
const CHUNK = 1 << 20;

/** Bytes that are in memory already. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (into, from) => {
      const part = bytes.subarray(from, from + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** The file in order, a piece at a time; each piece is its own memory. `size` is even. */
export function* readChunks(
  source: ByteSource,
  from = 0,
  size = CHUNK,
): Generator<{readonly bytes: Uint8Array; readonly at: number}> {
  for (let at = from; ; ) {
    const bytes = readPart(source, at, size);
    if (bytes.length === 0) return;
    yield {bytes, at};
    at += bytes.length;
  }
}

/** As many bytes from this place on as there are, at most `length`. */
export function readPart(source: ByteSource, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - from)));
  let filled = 0;
  while (filled < bytes.length) {
    const got = source.read(bytes.subarray(filled), from + filled);
    if (got === 0) break;
    filled += got;
  }
  return bytes.subarray(0, filled);
}

/** The pieces as one, in memory of its own. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The line a byte stands on, from 1, in a file whose line breaks are single bytes or pairs of them. */
export function lineOf(source: ByteSource, byte: number): number {
  let line = 1;
  let last = 0;
  for (const {bytes, at} of readChunks(source)) {
    for (let index = 0; index < bytes.length && at + index < byte; index += 1) {
      const unit = bytes[index] ?? 0;
      if (unit === 13 || (unit === 10 && last !== 13)) line += 1;
      if (unit !== 0) last = unit;
    }
    if (at + bytes.length >= byte) break;
  }
  return line;
}
