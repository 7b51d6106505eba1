import {type Aside, type Field, fields, type TakenFile, type TextRow} from "../contract/delivery.ts";
import type {Database} from "../duckdb/open.ts";
import {type Scalar, writeTable} from "../duckdb/rows.ts";
import {cleanText, type Knowledge, pseudonym} from "./deidentify.ts";
import type {SpanType} from "./identifiers.ts";

/** Fields where an identifier is a fault of the row: a code that holds a person cannot be trusted as a code. */
const CODES: ReadonlySet<Field> = new Set([
  "saksnr",
  "motpart_saksnr",
  "type",
  "meldar",
  "mottakar",
  "retning",
  "kommune",
  "sjukehus",
  "kategori",
  "fagomraade",
  "pasientgruppe",
  "alvor",
  "status",
  "hendingsdato",
  "registrert",
  "sendt",
  "motteken",
  "svart",
  "lukka",
  "datagrunnlag",
]);

const SHORTEST_IDENTITY = 5;

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
  koeyring: {i_dag: "VARCHAR", aar: "INTEGER", syntetisk: "BOOLEAN"},
};

/** What deidentify took out: how many of each type, and the strings themselves, which live only as long as the run. */
export interface Removed {
  readonly count: Readonly<Partial<Record<SpanType, number>>>;
  readonly strings: ReadonlySet<string>;
}

/** `today` is for the checks that ask whether a date lies ahead; `year` (null for the newest) is where the report stops. */
interface RunFacts {
  readonly today: string;
  readonly year: number | null;
  readonly synthetic: boolean;
}

interface Collector {
  readonly count: Partial<Record<SpanType, number>>;
  readonly strings: Set<string>;
}

type StoredRow = Record<string, Scalar>;

/**
 * Writes `deidentified.levering`, `deidentified.rad`, `deidentified.til_side` and `deidentified.koeyring`: the first rows
 * ever stored, without persons.
 */
export async function deidentify(
  database: Database,
  files: readonly TakenFile[],
  {today, year, synthetic, ...knowledge}: Knowledge & RunFacts,
): Promise<Removed> {
  const removed: Collector = {count: {}, strings: new Set()};
  const names = deliveryNames(files);
  const cleaned = files.map((file, index) => cleanFile({...file, levering: names[index] ?? ""}, knowledge, removed));
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

function cleanFile(file: TakenFile & {readonly levering: string}, knowledge: Knowledge, removed: Collector) {
  const {levering} = file;
  const rows: StoredRow[] = [];
  const aside = file.aside.map((one) => asideRow(levering, one));
  for (const row of file.rows) {
    const {values, faulty} = cleanRow(row, knowledge, removed);
    const reason = {row: row.row, column: faulty, kind: "pii_in_structured_field" as const};
    if (faulty === null)
      rows.push({levering, rad: row.row, pasient_noekkel: pseudonym(row.identity, knowledge), ...values});
    else aside.push(asideRow(levering, {outcome: "quarantined", reason}));
    if (row.identity.length >= SHORTEST_IDENTITY) removed.strings.add(row.identity);
  }
  return {delivery: deliveryRow(file, knowledge), rows, aside};
}

function deliveryRow(file: TakenFile & {readonly levering: string}, knowledge: Knowledge): StoredRow {
  const words = file.name.replaceAll("_", " ");
  const isSafe = cleanText(words, "prose", knowledge).spans.length === 0;
  return {
    levering: file.levering,
    sha256: file.sha256,
    storleik: file.bytes,
    fil: isSafe ? file.name : `fil-${file.levering}`,
    avsendar: file.sender,
    layout: file.layout,
    felt: file.fields.join("|"),
    rader: file.rows.length + file.aside.length,
  };
}

function asideRow(levering: string, {outcome, reason}: Aside): StoredRow {
  return {levering, rad: reason.row, utfall: outcome, kolonne: reason.column, grunn: reason.kind};
}

function cleanRow(row: TextRow, knowledge: Knowledge, removed: Collector) {
  const values: StoredRow = {};
  let faulty: Field | null = null;
  for (const [field, value] of row.values) {
    const clean = cleanText(value, CODES.has(field) ? "code" : "prose", knowledge);
    values[field] = clean.text;
    if (clean.spans.length > 0 && CODES.has(field)) faulty ??= field;
    for (const span of clean.spans) {
      removed.count[span.type] = (removed.count[span.type] ?? 0) + 1;
      removed.strings.add(value.slice(span.start, span.end));
    }
  }
  return {values, faulty};
}
