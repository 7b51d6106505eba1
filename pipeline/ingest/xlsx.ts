import {type CellValue, streamXlsxRows} from "hucre/xlsx";
import type {ReasonKind} from "../contract/reasons.ts";
import type {TextRecord} from "./csv.ts";
import {type SheetMarks, sheetMarks} from "./sheet-marks.ts";
import {walkTags} from "./xml-tags.ts";
import {type ZipParts, zipParts} from "./zip-parts.ts";

/** A worksheet: its first records to find a header in, and all of them when asked for. */
export interface BookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly head: readonly TextRecord[];
  /** The rows that are in the file; a row that is left out of it is no record. */
  readonly records: () => Promise<readonly TextRecord[] | {readonly kind: ReasonKind}>;
  readonly hiddenRows: ReadonlySet<number>;
}

export type Workbook = {readonly sheets: readonly BookSheet[]} | {readonly kind: ReasonKind};

const HEAD_ROWS = 32;
const MOST_SHEETS = 64;
/** Signs in all cells together; one long text that many cells share counts each time. */
const MOST_SIGNS = 256 << 20;
const MOST_SHARED_TEXTS = 2_000_000;

/** The worksheets of a workbook as records of text; dates become ISO text. The only file that knows hucre. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return {kind: isEncrypted(bytes) ? "encrypted" : "wrong_type"};
  const parts = zipParts(bytes);
  if ("kind" in parts) return parts;
  const {names} = parts;
  if ([...names].some((name) => MACRO.test(name))) return {kind: "macro"};
  if (![...names].some((name) => /^xl\/workbook\d*\.xml$/i.test(name))) return {kind: "wrong_type"};
  try {
    return await openSheets(bytes, parts);
  } catch (error) {
    return {kind: error instanceof RangeError ? "zip_bomb" : "truncated"};
  }
}

const MACRO = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/.*)$/i;

/** A workbook with a password is a compound file with the parts in one encrypted stream; other such files are old formats. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("EncryptedPackage", 0, "utf16le");
}

async function openSheets(bytes: Uint8Array, parts: ZipParts): Promise<Workbook> {
  const kind = partsFault(parts);
  if (kind !== null) return {kind};
  const listed = listedSheets(parts);
  if (listed.length > MOST_SHEETS) return {kind: "sheet_choice_needed"};
  const sheets: BookSheet[] = [];
  for (const [index, sheet] of listed.entries()) {
    if (sheet.part === null) continue;
    const marks = sheetMarks(parts.read(sheet.part));
    if ("kind" in marks) return marks;
    const read = (maxRows?: number) => sheetRecords(bytes, {index, marks, ...(maxRows === undefined ? {} : {maxRows})});
    const head = await read(HEAD_ROWS);
    if ("kind" in head) return head;
    sheets.push({...sheet, head, hiddenRows: marks.hidden, records: () => read().catch(() => ({kind: "truncated"}))});
  }
  return {sheets};
}

/** What makes a part unfit to be read, before anything is made of it. */
function partsFault(parts: ZipParts): ReasonKind | null {
  for (const name of parts.names) {
    if (!/\.(?:xml|rels)$/i.test(name) || /^xl\/worksheets\/[^/]*$/i.test(name)) continue;
    let texts = 0;
    const kind = walkTags(parts.read(name), {
      open: (tag) => {
        if (tag === "si") texts += 1;
      },
    });
    if (kind !== null) return kind;
    if (texts > MOST_SHARED_TEXTS) return "zip_bomb";
  }
  return null;
}

interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Null for a sheet that holds no cells, such as a chart. */
  readonly part: string | null;
}

/** The sheets in the order of the workbook. */
function listedSheets(parts: ZipParts): ListedSheet[] {
  const book = [...parts.names].find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? "";
  const targets = new Map<string, string>();
  walkTags(parts.read(book.replace(/([^/]+)$/, "_rels/$1.rels")), {
    open: (tag, attributes) => {
      const [id, type, target] = ["Id", "Type", "Target"].map((name) => attributeOf(attributes(), name));
      if (tag === "Relationship" && type?.endsWith("/worksheet") && id && target) targets.set(id, target);
    },
  });
  const sheets: ListedSheet[] = [];
  walkTags(parts.read(book), {
    open: (tag, attributes) => {
      if (tag !== "sheet") return;
      const text = attributes();
      const [name, id] = [attributeOf(text, "name"), /\s(?:\w+:)?id="([^"]*)"/.exec(text)?.[1]];
      if (!name || !id) return;
      const target = targets.get(id);
      const part = target === undefined ? null : target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      const state = attributeOf(text, "state") ?? "visible";
      sheets.push({name, isHidden: state !== "visible", part: part !== null && parts.names.has(part) ? part : null});
    },
  });
  return sheets;
}

const entities: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

function attributeOf(text: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(text);
  return (found?.[1] ?? found?.[2])?.replace(/&(\w+);/g, (whole, entity) => entities[entity] ?? whole);
}

interface Wanted {
  readonly index: number;
  readonly marks: SheetMarks;
  readonly maxRows?: number;
}

async function sheetRecords(
  bytes: Uint8Array,
  {index, marks, maxRows}: Wanted,
): Promise<readonly TextRecord[] | {readonly kind: ReasonKind}> {
  const records: TextRecord[] = [];
  let signs = 0;
  for await (const {index: at, values} of streamXlsxRows(bytes, {sheet: index, ...(maxRows ? {maxRows} : {})})) {
    const cells = values.map(cellText);
    signs = cells.reduce((sum, cell) => sum + cell.length, signs);
    if (signs > MOST_SIGNS) return {kind: "zip_bomb"};
    const row = at + 1;
    const faults = marks.faults.get(row);
    records.push({row, line: row, byte: null, cells, ...(faults === undefined ? {} : {faults})});
  }
  const isOrdered = records.every(({row}, place) => row > (records[place - 1]?.row ?? 0));
  return isOrdered ? records : {kind: "truncated"};
}

const LONGEST_EXACT = 1e15;

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  return typeof value === "number" && Math.abs(value) >= LONGEST_EXACT ? value.toExponential() : String(value);
}

/** A serial number that is no day of the calendar is told as it is: then the date cannot be read. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "ugyldig dato";
  const [day = "", time = ""] = date.toISOString().split("T");
  const clock = time.slice(0, 8);
  if (date.getUTCFullYear() < 1900) return clock;
  return clock === "00:00:00" ? day : `${day} ${clock}`;
}
