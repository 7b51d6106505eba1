import {readFileSync} from "node:fs";

/** The characters a TrueType font has a glyph for, from its table of segments (cmap format 4). */
export function charactersOf(path: string): ReadonlySet<string> {
  const font = readFileSync(path);
  const tables = Array.from({length: font.readUInt16BE(4)}, (_, index) => 12 + 16 * index);
  const cmap = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (cmap === undefined) throw new Error("no cmap");
  const start = font.readUInt32BE(cmap + 8);
  const subtables = Array.from({length: font.readUInt16BE(start + 2)}, (_, index) =>
    font.readUInt32BE(start + 4 + 8 * index + 4),
  ).map((offset) => start + offset);
  const segments = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (segments === undefined) throw new Error("no segments");
  return new Set(charactersIn(font, segments));
}

function charactersIn(font: Buffer, at: number): string[] {
  const count = font.readUInt16BE(at + 6) / 2;
  return Array.from({length: count}, (_, index) => index).flatMap((index) => {
    const end = font.readUInt16BE(at + 14 + 2 * index);
    const start = font.readUInt16BE(at + 16 + 2 * count + 2 * index);
    return Array.from({length: end - start + 1}, (_, place) => String.fromCharCode(start + place));
  });
}
