import type {Batch, DeliveryFacts, Field, RefusedFile} from "../contract/delivery.ts";
import type {Block} from "./blocks.ts";
import {type ByteSource, lineOf, readPart} from "./byte-source.ts";
import type {TextRecord} from "./csv.ts";
import {inspect} from "./encoding.ts";
import {fileType} from "./file-type.ts";
import {chooseHeader, findHeader, type Header} from "./header.ts";
import {type Layout, workbookReadings} from "./layout.ts";
import type {Fault} from "./refusal.ts";
import {batchOf, rowReader} from "./row.ts";
import {blockReader, openText, type TextReading} from "./text.ts";
import {readWorkbook} from "./xlsx.ts";

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
  const {header} = source;
  return {
    name: file.name,
    sha256,
    bytes: file.size,
    layout: header.layout.id,
    sender: header.layout.avsendar,
    fields: fieldsOf(header),
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

type Source = DeliverySource & {readonly header: Header};

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
      .map((layout) => ({sheet, header: findHeader(sheet.records, layout)})),
  );
  const fitting = found.filter(({header}) => "cells" in header);
  if (new Set(fitting.map(({sheet}) => sheet.name)).size > 1) return {kind: "sheet_choice_needed"};
  const chosen = chooseHeader(found.map(({header}) => header));
  if ("kind" in chosen) return chosen;
  const records = found.find(({header}) => header === chosen)?.sheet.records ?? [];
  return {header: chosen, batches: () => sheetBatches(chosen, records)};
}

const ROWS_IN_BATCH = 5000;

function* sheetBatches(header: Header, records: readonly TextRecord[]): Generator<Batch> {
  const read = rowReader(header);
  for (let from = header.row; from < records.length; from += ROWS_IN_BATCH) {
    yield batchOf(records.slice(from, from + ROWS_IN_BATCH).map(read));
  }
}
