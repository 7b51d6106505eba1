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
  const cleaned = files.map((file) => cleanFile(file, knowledge, removed));
  const levering = {
    levering: "VARCHAR",
    sha256: "VARCHAR",
    storleik: "INTEGER",
    fil: "VARCHAR",
    avsendar: "VARCHAR",
    layout: "VARCHAR",
    rader: "INTEGER",
  };
  await writeTable(
    database,
    {schema: "deidentified", table: "levering", columns: levering},
    cleaned.map(({delivery}) => delivery),
  );
  const rad = {
    levering: "VARCHAR",
    rad: "INTEGER",
    pasient_noekkel: "VARCHAR",
    ...Object.fromEntries(fields.map((field) => [field, "VARCHAR"])),
  };
  await writeTable(
    database,
    {schema: "deidentified", table: "rad", columns: rad},
    cleaned.flatMap(({rows}) => rows),
  );
  const tilSide = {levering: "VARCHAR", rad: "INTEGER", utfall: "VARCHAR", kolonne: "VARCHAR", grunn: "VARCHAR"};
  await writeTable(
    database,
    {schema: "deidentified", table: "til_side", columns: tilSide},
    cleaned.flatMap(({aside}) => aside),
  );
  await writeTable(
    database,
    {schema: "deidentified", table: "koeyring", columns: {i_dag: "VARCHAR", aar: "INTEGER", syntetisk: "BOOLEAN"}},
    [{i_dag: today, aar: year, syntetisk: synthetic}],
  );
  return removed;
}

function cleanFile(file: TakenFile, knowledge: Knowledge, removed: Collector) {
  const levering = file.sha256.slice(0, 16);
  const rows: StoredRow[] = [];
  const aside = file.aside.map((one) => asideRow(levering, one));
  for (const row of file.rows) {
    const clean = cleanRow(row, knowledge, removed);
    if (clean.faulty === null)
      rows.push({levering, rad: row.row, pasient_noekkel: pseudonym(row.identity, knowledge), ...clean.values});
    else
      aside.push(
        asideRow(levering, {
          outcome: "quarantined",
          reason: {row: row.row, column: clean.faulty, kind: "pii_in_structured_field"},
        }),
      );
    if (row.identity.length >= 5) removed.strings.add(row.identity);
  }
  const words = file.name.replaceAll("_", " ");
  const name = cleanText(words, "prose", knowledge).spans.length === 0 ? file.name : `fil-${levering}`;
  const delivery = {
    levering,
    sha256: file.sha256,
    storleik: file.bytes,
    fil: name,
    avsendar: file.sender,
    layout: file.layout,
    rader: file.rows.length + file.aside.length,
  };
  return {delivery, rows, aside};
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
