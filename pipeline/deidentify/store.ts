import {type Aside, fields, type TakenFile} from "../contract/delivery.ts";
import type {Database} from "../duckdb/open.ts";
import {type Scalar, writeTable} from "../duckdb/rows.ts";
import {type Knowledge, pseudonym} from "./deidentify.ts";
import type {SpanType} from "./identifiers.ts";
import type {Words} from "./memory.ts";
import type {DecisionRegister} from "./review/decisions.ts";
import {settled} from "./review/settle.ts";
import {type CleanRow, cleanRow} from "./row.ts";
import {shownName} from "./shown.ts";
import {type TraceBook, type Traces, traceBook} from "./traces.ts";

/** The first tables ever stored. */
const stored = {
  levering: {
    levering: "VARCHAR",
    sha256: "VARCHAR",
    storleik: "INTEGER",
    fil: "VARCHAR",
    avsendar: "VARCHAR",
    layout: "VARCHAR",
    felt: "VARCHAR",
    rader: "INTEGER",
  },
  rad: {
    levering: "VARCHAR",
    rad: "INTEGER",
    pasient_noekkel: "VARCHAR",
    ...Object.fromEntries(fields.map((field) => [field, "VARCHAR"])),
  },
  til_side: {levering: "VARCHAR", rad: "INTEGER", utfall: "VARCHAR", kolonne: "VARCHAR", grunn: "VARCHAR"},
  vurdering: {
    levering: "VARCHAR",
    rad: "INTEGER",
    felt: "VARCHAR",
    grunn: "VARCHAR",
    start: "INTEGER",
    slutt: "INTEGER",
    stroke: "BOOLEAN",
  },
  koeyring: {i_dag: "VARCHAR", aar: "INTEGER", syntetisk: "BOOLEAN"},
};

/** What deidentify took out: how many of each type, and traces by which it is known again as long as the run lasts. */
export interface Removed {
  readonly count: Readonly<Partial<Record<SpanType, number>>>;
  readonly traces: Traces;
}

/** `today` is for the checks that ask whether a date lies ahead; `year` (null for the newest) is where the report stops. */
interface RunFacts {
  readonly today: string;
  readonly year: number | null;
  readonly synthetic: boolean;
  readonly register: DecisionRegister;
}

interface Collector {
  readonly count: Partial<Record<SpanType, number>>;
  readonly traces: TraceBook;
}

type StoredRow = Record<string, Scalar>;

/**
 * Writes `deidentified.levering`, `rad`, `til_side`, `vurdering` (one row per place a person must decide on) and
 * `koeyring`: the first rows ever stored, without persons.
 */
export async function deidentify(
  database: Database,
  files: readonly TakenFile[],
  {today, year, synthetic, register, ...knowledge}: Knowledge & Words & RunFacts,
): Promise<Removed> {
  const removed: Collector = {count: {}, traces: traceBook(knowledge.isOrdinary)};
  const names = deliveryNames(files);
  const cleaned = files.map((file, index) =>
    cleanFile({...file, levering: names[index] ?? ""}, {...knowledge, register}, removed),
  );
  const write = async (table: keyof typeof stored, rows: readonly StoredRow[]): Promise<void> => {
    await writeTable(database, {schema: "deidentified", table, columns: stored[table]}, rows);
  };
  await write(
    "levering",
    cleaned.map(({delivery}) => delivery),
  );
  await write(
    "rad",
    cleaned.flatMap(({rows}) => rows),
  );
  await write(
    "til_side",
    cleaned.flatMap(({aside}) => aside),
  );
  await write(
    "vurdering",
    cleaned.flatMap(({marks}) => marks),
  );
  await write("koeyring", [{i_dag: today, aar: year, syntetisk: synthetic}]);
  return removed;
}

/** A delivery is named by its content; the same content a second time gets a number. */
function deliveryNames(files: readonly TakenFile[]): string[] {
  const seen = new Map<string, number>();
  return files.map(({sha256}) => {
    const times = (seen.get(sha256) ?? 0) + 1;
    seen.set(sha256, times);
    return times === 1 ? sha256.slice(0, 16) : `${sha256.slice(0, 16)}-${times}`;
  });
}

function cleanFile(
  file: TakenFile & {readonly levering: string},
  {register, ...knowledge}: Knowledge & Words & Pick<RunFacts, "register">,
  removed: Collector,
) {
  const {levering} = file;
  const rows: StoredRow[] = [];
  const marks: StoredRow[] = [];
  const aside = file.aside.map((one) => asideRow(levering, one));
  for (const row of file.rows) {
    const clean = settled(cleanRow(row, knowledge, removed.traces), register, removed.traces);
    const reason = {row: row.row, column: clean.faulty, kind: "pii_in_structured_field" as const};
    countTypes(removed.count, clean);
    if (clean.faulty === null) {
      const key = pseudonym(row.identity, knowledge);
      rows.push({levering, rad: row.row, pasient_noekkel: key, ...Object.fromEntries(clean.values)});
      marks.push(...markRows({levering, rad: row.row}, clean));
    } else aside.push(asideRow(levering, {outcome: "quarantined", reason}));
  }
  return {delivery: deliveryRow(file, knowledge), rows, aside, marks};
}

function countTypes(count: Collector["count"], {spans}: CleanRow): void {
  for (const {type} of [...spans.values()].flat()) count[type] = (count[type] ?? 0) + 1;
}

function markRows(
  place: {readonly levering: string; readonly rad: number},
  {marks, struck}: ReturnType<typeof settled>,
): StoredRow[] {
  return marks.map(({field, reason, start, end}) => {
    return {...place, felt: field, grunn: reason, start, slutt: end, stroke: struck.has(field)};
  });
}

function deliveryRow(file: TakenFile & {readonly levering: string}, knowledge: Knowledge & Words): StoredRow {
  return {
    levering: file.levering,
    sha256: file.sha256,
    storleik: file.bytes,
    fil: shownName(file, knowledge),
    avsendar: file.sender,
    layout: file.layout,
    felt: file.fields.join("|"),
    rader: file.rows.length + file.aside.length,
  };
}

function asideRow(levering: string, {outcome, reason}: Aside): StoredRow {
  return {levering, rad: reason.row, utfall: outcome, kolonne: reason.column, grunn: reason.kind};
}
