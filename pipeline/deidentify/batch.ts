import {type Aside, type Batch, fields, type Place, type TextRow} from "../contract/delivery.ts";
import {type Packed, pack} from "../duckdb/packed.ts";
import type {Scalar} from "../duckdb/rows.ts";
import {type Knowledge, pseudonym} from "./deidentify.ts";
import type {Words} from "./memory.ts";
import type {DecisionRegister} from "./review/decisions.ts";
import {settled} from "./review/settle.ts";
import {type CleanRow, cleanRow} from "./row.ts";
import type {SpanType} from "./span.ts";
import type {TraceBook} from "./traces.ts";

/** How many of each type were taken out. */
export type SpanCount = Partial<Record<SpanType, number>>;

/** A batch without persons, packed as it will be stored. */
export interface CleanBatch {
  readonly rows: Packed;
  readonly aside: Packed;
  readonly marks: Packed;
  readonly count: SpanCount;
}

/** What cleaning needs to know, and where it enters what it takes out. */
export interface Cleaning extends Knowledge, Words {
  readonly register: DecisionRegister;
  readonly book: TraceBook;
}

/** Takes the persons out of every row. A row whose code holds a person is set aside. */
export function cleanBatch(batch: Batch, levering: string, cleaning: Cleaning): CleanBatch {
  const rows: Scalar[][] = [];
  const marks: Scalar[][] = [];
  const aside = batch.aside.map((one) => asideValues(levering, one));
  const count: SpanCount = {};
  for (const row of batch.rows) {
    const {clean, struck} = settled(cleanRow(row, cleaning, cleaning.book), cleaning.register, cleaning.book);
    if (clean.spans.size > 0) countTypes(count, clean);
    if (clean.faulty === null) {
      rows.push(rowValues(levering, row, {clean, key: pseudonym(row.identity, cleaning)}));
      if (clean.marks.length > 0) marks.push(...markValues([levering, row.row], clean.marks, struck));
    } else aside.push(asideValues(levering, faultyRow(row, clean.faulty)));
  }
  return {rows: pack(rows), aside: pack(aside), marks: pack(marks), count};
}

/** A batch that has come before: every row of it is a duplicate. */
export function repeatedBatch({rows, aside}: Batch, levering: string): CleanBatch {
  const repeated = (place: Place): Aside => {
    const {row, line, byte} = place;
    return {outcome: "duplicate", reason: {row, column: null, kind: "same_file"}, line, byte};
  };
  const all = [...rows, ...aside.map(({reason, line, byte}) => ({row: reason.row, line, byte}))].map(repeated);
  return {rows: pack([]), aside: pack(all.map((one) => asideValues(levering, one))), marks: pack([]), count: {}};
}

/** Adds the second to the first. */
export function addCounts(sum: SpanCount, count: Readonly<SpanCount>): void {
  for (const [type, more] of Object.entries(count) as [SpanType, number][]) sum[type] = (sum[type] ?? 0) + more;
}

function rowValues(
  levering: string,
  {row, line, byte}: TextRow,
  {clean, key}: {readonly clean: CleanRow; readonly key: string | null},
): Scalar[] {
  return [levering, row, line, byte, key, ...fields.map((field) => clean.values.get(field) ?? null)];
}

function faultyRow({row, line, byte}: TextRow, column: string): Aside {
  return {outcome: "quarantined", reason: {row, column, kind: "pii_in_structured_field"}, line, byte};
}

function asideValues(levering: string, {outcome, reason, line, byte}: Aside): Scalar[] {
  return [levering, reason.row, line, byte, outcome, reason.column, reason.kind];
}

function markValues(
  place: readonly Scalar[],
  marks: CleanRow["marks"],
  struck: ReturnType<typeof settled>["struck"],
): Scalar[][] {
  return marks.map(({field, reason, start, end}) => [...place, field, reason, start, end, struck.has(field)]);
}

function countTypes(count: SpanCount, {spans}: CleanRow): void {
  for (const {type} of [...spans.values()].flat()) count[type] = (count[type] ?? 0) + 1;
}
