/** A picture without what it says of whoever made it; null when it is none of the kinds that are used. */
export function plainPicture(bytes: Uint8Array): {readonly extension: string; readonly bytes: Uint8Array} | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [extension, plain] = isPng(view)
    ? ["png", plainPng(view)]
    : view.length > 4 && view.readUInt16BE(0) === 0xffd8
      ? ["jpeg", plainJpeg(view)]
      : view.length > 88 && view.toString("latin1", 40, 44) === " EMF"
        ? ["emf", plainEmf(view)]
        : ["", null];
  return plain === null ? null : {extension: extension as string, bytes: plain as Uint8Array};
}

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const CHUNKS = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs", "bKGD"]);

function isPng(view: Buffer): boolean {
  return view.subarray(0, 8).equals(SIGNATURE);
}

function plainPng(view: Buffer): Uint8Array | null {
  const kept: Buffer[] = [SIGNATURE];
  for (let at = 8; at + 12 <= view.length; ) {
    const end = at + 12 + view.readUInt32BE(at);
    const name = view.toString("latin1", at + 4, at + 8);
    if (end > view.length) return null;
    if (CHUNKS.has(name)) kept.push(view.subarray(at, end));
    if (name === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return null;
}

const [startOfScan, endOfImage, comment, adobe] = [0xda, 0xd9, 0xfe, 0xee];

/** Every segment but remarks and what applications add, up to the end of the image. */
function plainJpeg(view: Buffer): Uint8Array | null {
  const kept: Buffer[] = [view.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    if (marker === endOfImage) return Buffer.concat([...kept, view.subarray(at, at + 2)]);
    const end = at + 2 + view.readUInt16BE(at + 2);
    const isRemark = marker === comment || (marker > 0xe0 && marker <= 0xef && marker !== adobe);
    const scanned = marker === startOfScan ? endOfScan(view, end) : end;
    if (scanned > view.length) return null;
    if (!isRemark) kept.push(view.subarray(at, scanned));
    at = scanned;
  }
  const isCut = view.length - at < 4 && view[at] === 0xff && view[at + 1] === endOfImage;
  return isCut ? Buffer.concat([...kept, view.subarray(at, at + 2)]) : null;
}

/** Coded data run to the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(view: Buffer, from: number): number {
  for (let at = from; at + 1 < view.length; at++) {
    const next = view[at + 1] ?? 0;
    if (view[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return view.length + 1;
}

/** The description of an EMF holds the program and the title of the drawing. */
function plainEmf(view: Buffer): Uint8Array {
  const plain = Buffer.from(view);
  const [letters, offset] = [plain.readUInt32LE(60), plain.readUInt32LE(64)];
  if (offset >= 88 && offset + letters * 2 <= plain.length) plain.fill(0, offset, offset + letters * 2);
  return plain;
}
