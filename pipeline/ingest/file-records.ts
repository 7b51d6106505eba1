import type {ReasonKind} from "../contract/reasons.ts";
import {readPart} from "./byte-source.ts";
import {csvRecords, type TextRecord} from "./csv.ts";
import {type Coding, decode, inspect, widthIn} from "./encoding.ts";
import {fileType} from "./file-type.ts";
import type {DeliveryFile} from "./ingest.ts";
import {delimiters} from "./layout.ts";
import {readWorkbook} from "./xlsx.ts";

/** One way to read a file as a table: by a delimiter, or one of its sheets. */
export interface Reading {
  readonly delimiter: (typeof delimiters)[number] | null;
  readonly sheet: string | null;
  readonly records: () => Iterable<TextRecord>;
}

/** Larger files are not read whole. */
const LARGEST = 64 * 1024 ** 2;

/** Every way to read a file that no layout is known for, or why it cannot be read. A hidden sheet is no reading. */
export async function fileReadings(
  file: DeliveryFile,
  longest = LARGEST,
): Promise<readonly Reading[] | {readonly kind: ReasonKind}> {
  if (file.size > LARGEST) return {kind: "too_large"};
  const type = fileType(readPart(file, 0, 512));
  if (type === "other") return {kind: "wrong_type"};
  if (type === "text") return textReadings(file, longest);
  const book = await readWorkbook(readPart(file, 0, file.size));
  if ("kind" in book) return book;
  const readings: Reading[] = [];
  for (const sheet of book.sheets.filter(({isHidden}) => !isHidden)) {
    const records = await sheet.records();
    if ("kind" in records) return records;
    readings.push({delimiter: null, sheet: sheet.name, records: () => records});
  }
  return readings;
}

function textReadings(file: DeliveryFile, longest: number): readonly Reading[] | {readonly kind: ReasonKind} {
  const {coding} = inspect(file);
  if ("kind" in coding) return coding;
  const text = textOf(file, coding, longest);
  if (text === null) return {kind: "not_tabular"};
  if (text.trim() === "") return {kind: "empty"};
  const origin = {row: 1, line: 1, byte: coding.mark, widthOf: widthIn(coding.encoding)};
  return delimiters.map((delimiter) => ({
    delimiter,
    sheet: null,
    records: () => csvRecords(text, delimiter, origin),
  }));
}

/** The file, or its beginning up to the end of a line; null when the beginning of a long file has no such end. */
function textOf(file: DeliveryFile, {encoding, mark}: Coding, longest: number): string | null {
  const text = decode(readPart(file, mark, longest), encoding);
  if (mark + longest >= file.size) return text;
  const end = text.lastIndexOf("\n") + 1 || text.lastIndexOf("\r") + 1;
  return end === 0 ? null : text.slice(0, end);
}
