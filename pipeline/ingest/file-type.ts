/** What a file is by its first bytes, whatever it is called. */
export type FileType = "zip" | "compound" | "other" | "text";

const signatures: readonly (readonly [FileType, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["compound", [0xd0, 0xcf, 0x11, 0xe0]],
];

/** Formats that are neither tables of text nor workbooks: PDF, pictures, packed files, RTF, databases, programs. */
const others: readonly string[] = [
  "%PDF",
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "BM\x00",
  "II*\x00",
  "MM\x00*",
  "RIFF",
  "\x1f\x8b",
  "BZh",
  "7z\xbc\xaf",
  "Rar!",
  "\xfd7zXZ",
  "{\\rtf",
  "SQLite format",
  "MZ\x90",
  "\x7fELF",
  "PAR1",
  "ARROW1",
  "ID;P",
  "#!/",
];

/** Markup and JSON are text, but no table. */
const MARKUP = /^[\ufeff\s]*(?:<(?:!|\?|[a-z][a-z0-9:]*[\s/>])|[[{][\s"{[\]}])/i;

export function fileType(first: Uint8Array): FileType {
  const known = signatures.find(([, bytes]) => bytes.every((byte, index) => first[index] === byte));
  if (known !== undefined) return known[0];
  const text = Buffer.from(first.subarray(0, 512)).toString("latin1");
  const isOther = others.some((signature) => text.startsWith(signature));
  return isOther || isMarkup(text) ? "other" : "text";
}

function isMarkup(text: string): boolean {
  return MARKUP.test(text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", ""));
}
