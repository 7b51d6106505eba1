import type {Batch, DeliveryFacts, Field, Note, RefusedFile} from "../contract/delivery.ts";
import type {Block} from "./blocks.ts";
import {type ByteSource, lineOf, readPart} from "./byte-source.ts";
import {codedBatches} from "./coded-rows.ts";
import type {TextRecord} from "./csv.ts";
import {inspect} from "./encoding.ts";
import {fileType} from "./file-type.ts";
import {chooseHeader, findHeader, type Header, shownCell} from "./header.ts";
import {type Layout, workbookReadings} from "./layout.ts";
import type {Fault} from "./refusal.ts";
import {batchOf, type RowOutcome, rowReader} from "./row.ts";
import {blockReader, openText, type TextReading} from "./text.ts";
import {type BookSheet, readWorkbook} from "./xlsx.ts";

/** A file as received; `name` is its name without folder. */
export interface DeliveryFile extends ByteSource {
  readonly name: string;
}

/** Larger files are refused unread. */
const LARGEST_FILE = 16 * 1024 ** 3;
const LARGEST_WORKBOOK = 256 * 1024 ** 2;

/** A file that can be read. Its rows have not been; reading them may still find that the file must be refused. */
export interface Delivery extends DeliveryFacts {
  readonly source: DeliverySource;
}

/** Batches of rows, or blocks of a delimited file that give them when read. Both throw a Refusal. */
type DeliverySource =
  | {readonly batches: () => Iterable<Batch>}
  | {readonly reading: TextReading; readonly blocks: () => Iterable<Block>};

/** The layout that fits a file decides how it is read, or the file is refused. Nothing is guessed and nothing is stored. */
export async function openDelivery(file: DeliveryFile, layouts: readonly Layout[]): Promise<Delivery | RefusedFile> {
  if (file.size > LARGEST_FILE) return refusedFile({name: file.name, sha256: ""}, {kind: "too_large"});
  const {sha256, coding} = inspect(file);
  const type = fileType(readPart(file, 0, 512));
  const source = await openSource(file, {type, coding}, layouts);
  if ("kind" in source) return refusedFile({name: file.name, sha256}, placed(source, file));
  const {header, notes = []} = source;
  return {
    name: file.name,
    sha256,
    bytes: file.size,
    layout: header.layout.id,
    sender: header.layout.avsendar,
    fields: fieldsOf(header),
    headers: headersOf(header),
    notes,
    source,
  };
}

/** A file that is refused, before or after some of its rows were read. */
export function refusedFile(
  {name, sha256, layout = null}: Pick<DeliveryFacts, "name" | "sha256"> & {readonly layout?: string | null},
  fault: Fault,
): RefusedFile {
  return {outcome: "refused", name, sha256, row: null, line: null, byte: null, columns: [], layout, ...fault};
}

/** Every row of a delivery, batch by batch. Throws a Refusal when the file turns out to be unreadable. */
export function* batchesOf({source}: Delivery): Generator<Batch> {
  if ("batches" in source) {
    yield* source.batches();
    return;
  }
  const read = blockReader(source.reading);
  for (const block of source.blocks()) yield read(block);
}

/** As `batchesOf`; most rows of a delimited file come as numbers of their values. */
export function codedBatchesOf({source}: Delivery): Iterable<Batch> {
  return "batches" in source ? source.batches() : codedBatches(source.reading, source.blocks());
}

/** The fault with its line, and told of as dangerous when a header is a word that programs have fallen for. */
function placed(fault: Fault, file: DeliveryFile): Fault {
  const isDangerous = fault.kind === "header_unknown" && fault.columns?.some((column) => DANGEROUS.test(column.trim()));
  const kind = isDangerous ? "header_dangerous" : fault.kind;
  const hasLine = typeof fault.byte !== "number" || fault.line !== undefined;
  return hasLine ? {...fault, kind} : {...fault, kind, line: lineOf(file, fault.byte)};
}

/** Names that every object of the language has, formulas, and markup. */
const DANGEROUS = /^(?:__\w+__|constructor|prototype|toString|valueOf|hasOwnProperty|[=+@].*|.*<[a-z!/].*)$/i;

function fieldsOf({layout, columns}: Header): Field[] {
  const own = columns.flatMap(({field, role}) =>
    field !== undefined && (role === "keep" || role === "freetext") ? [field] : [],
  );
  return [...new Set([...own, ...(Object.keys(layout.fixed) as Field[])])];
}

function headersOf({columns, cells}: Header): ReadonlyMap<Field, string> {
  return new Map(columns.flatMap(({field}, index) => (field === undefined ? [] : [[field, shownCell(cells[index])]])));
}

type Source = DeliverySource & {readonly header: Header; readonly notes?: readonly Note[]};

const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xltm)$/i;
const OTHER = /\.(?:xls|xlsb|ods|pdf|docx?|html?|xml|json|zip)$/i;

async function openSource(
  file: DeliveryFile,
  {type, coding}: {readonly type: ReturnType<typeof fileType>; readonly coding: ReturnType<typeof inspect>["coding"]},
  layouts: readonly Layout[],
): Promise<Source | Fault> {
  if (type === "other") return {kind: "wrong_type"};
  if (type === "zip" || type === "compound") return openWorkbook(file, layouts);
  if ("kind" in coding) return coding;
  if (WORKBOOK.test(file.name) || OTHER.test(file.name)) return {kind: "wrong_type"};
  const text = openText(file, coding, layouts);
  return "kind" in text ? text : {...text, header: text.reading.header};
}

async function openWorkbook(file: DeliveryFile, layouts: readonly Layout[]): Promise<Source | Fault> {
  if (file.size > LARGEST_WORKBOOK) return {kind: "too_large"};
  const book = await readWorkbook(readPart(file, 0, file.size));
  if ("kind" in book) return book;
  const found = book.sheets.flatMap((sheet) =>
    layouts
      .flatMap((layout) => workbookReadings(layout, sheet.name))
      .map((layout) => ({sheet, header: findHeader(sheet.head, layout)})),
  );
  const [shown, hidden] = [false, true].map((isHidden) => found.filter(({sheet}) => sheet.isHidden === isHidden));
  const fitting = namesOf(shown);
  if (fitting.size > 1) return {kind: "sheet_choice_needed"};
  if (fitting.size === 0 && namesOf(hidden).size > 0) return {kind: "hidden_sheet"};
  const chosen = chooseHeader((shown ?? []).map(({header}) => header));
  if ("kind" in chosen) return chosen;
  const sheet = shown?.find(({header}) => header === chosen)?.sheet;
  const records = (await sheet?.records()) ?? [];
  if ("kind" in records) return records;
  const rows = [...(sheet?.hiddenRows ?? [])].filter((row) => row > chosen.row).sort((a, b) => a - b);
  const notes: Note[] = rows.map((row) => ({row, kind: "hidden_rows"}));
  if (namesOf(hidden).size > 0) notes.unshift({row: null, kind: "hidden_sheet"});
  return {header: chosen, notes, batches: () => sheetBatches(chosen, records)};
}

interface FoundHeader {
  readonly sheet: BookSheet;
  readonly header: ReturnType<typeof findHeader>;
}

/** The sheets that a layout fits. */
function namesOf(found: readonly FoundHeader[] = []): Set<string> {
  return new Set(found.filter(({header}) => "cells" in header).map(({sheet}) => sheet.name));
}

const ROWS_IN_BATCH = 5000;
const SIGNS_IN_BATCH = 1 << 20;

/** Batches of rows, smaller where the texts are long. */
function* sheetBatches(header: Header, records: readonly TextRecord[]): Generator<Batch> {
  const read = rowReader(header);
  let outcomes: RowOutcome[] = [];
  let signs = 0;
  for (const record of records) {
    if (record.row <= header.row) continue;
    outcomes.push(read(record));
    signs = record.cells.reduce((sum, cell) => sum + cell.length, signs);
    if (outcomes.length < ROWS_IN_BATCH && signs < SIGNS_IN_BATCH) continue;
    yield batchOf(outcomes);
    [outcomes, signs] = [[], 0];
  }
  if (outcomes.length > 0) yield batchOf(outcomes);
}
