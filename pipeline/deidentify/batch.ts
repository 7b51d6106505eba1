import type {Aside, Batch, Place, TextRow} from "../contract/delivery.ts";
import {type Packed, pack} from "../duckdb/packed.ts";
import type {Cleaning, From} from "./cleaning.ts";
import {clearOf, type Kept, packedRows} from "./coded.ts";
import {settled} from "./review/settle.ts";
import {type CleanRow, cleanRow} from "./row.ts";
import type {SpanType} from "./span.ts";

/** How many of each type were taken out. */
export type SpanCount = Partial<Record<SpanType, number>>;

/** A batch without persons, packed as it will be stored. */
export interface CleanBatch {
  readonly rows: Packed;
  readonly aside: Packed;
  readonly marks: Packed;
  readonly count: SpanCount;
}

/** Takes the persons out of every row. A row whose code holds a person is set aside. */
export function cleanBatch(batch: Batch, from: From, cleaning: Cleaning): CleanBatch {
  const kept: Kept[] = [];
  const marks: StoredMark[] = [];
  const aside = [...batch.aside];
  const count: SpanCount = {};
  const {clear, others} = clearOf(batch, cleaning);
  for (const row of others) {
    const {clean, struck} = settled(cleanRow(row, cleaning, cleaning.book), cleaning.register, cleaning.book);
    if (clean.spans.size > 0) countTypes(count, clean);
    if (clean.faulty === null) {
      kept.push({given: row, clean});
      for (const mark of clean.marks) marks.push({...mark, row: row.row, isStruck: struck.has(mark.field)});
    } else aside.push(faultyRow(row, clean.faulty));
  }
  const {levering} = from;
  return {
    rows: packedRows({kept, clear, from, cleaning}),
    aside: packedAside(aside, levering),
    marks: packedMarks(marks, levering),
    count,
  };
}

/** A batch that has come before: every row of it is a duplicate. */
export function repeatedBatch({rows, aside}: Batch, levering: string): CleanBatch {
  const repeated = (place: Place): Aside => {
    const {row, line, byte} = place;
    return {outcome: "duplicate", reason: {row, column: null, kind: "same_file"}, line, byte};
  };
  const all = [...rows, ...aside.map(({reason, line, byte}) => ({row: reason.row, line, byte}))].map(repeated);
  return {rows: NOTHING, aside: packedAside(all, levering), marks: NOTHING, count: {}};
}

const NOTHING = pack(0, {});

/** Adds the second to the first. */
export function addCounts(sum: SpanCount, count: Readonly<SpanCount>): void {
  for (const [type, more] of Object.entries(count) as [SpanType, number][]) sum[type] = (sum[type] ?? 0) + more;
}

function faultyRow({row, line, byte}: TextRow, column: string): Aside {
  return {outcome: "quarantined", reason: {row, column, kind: "pii_in_structured_field"}, line, byte};
}

function packedAside(aside: readonly Aside[], levering: string): Packed {
  return pack(aside.length, {
    levering,
    rad: aside.map(({reason}) => reason.row),
    linje: aside.map(({line}) => line),
    byte: aside.map(({byte}) => byte),
    utfall: aside.map(({outcome}) => outcome),
    kolonne: aside.map(({reason}) => reason.column),
    grunn: aside.map(({reason}) => reason.kind),
  });
}

type StoredMark = CleanRow["marks"][number] & {readonly row: number; readonly isStruck: boolean};

function packedMarks(marks: readonly StoredMark[], levering: string): Packed {
  return pack(marks.length, {
    levering,
    rad: marks.map(({row}) => row),
    felt: marks.map(({field}) => field),
    grunn: marks.map(({reason}) => reason),
    start: marks.map(({start}) => start),
    slutt: marks.map(({end}) => end),
    stroke: marks.map(({isStruck}) => isStruck),
  });
}

function countTypes(count: SpanCount, {spans}: CleanRow): void {
  for (const {type} of [...spans.values()].flat()) count[type] = (count[type] ?? 0) + 1;
}
