import {createHash} from "node:crypto";
import {isAllowed, type Value} from "../contract/meeting-fields.ts";
import type {Entry} from "../contract/meeting-log.ts";
import type {DecisionRecord} from "./decision-records.ts";
import {cardOf, followUpColumns, isBefore, routeColumns, STATUS_ROW} from "./follow-up-rows.ts";
import {daysOf, frequencyOf, periodIn} from "./period.ts";

/** One row of a filled-in table, by column name; `row` is counted as a spreadsheet does. */
export interface FilledRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What the rows of a table say, as entries of the decision's own log, or what is wrong with them, row by row. */
export interface ReadRows {
  readonly entries: readonly {readonly record: DecisionRecord; readonly entry: Entry}[];
  readonly faults: readonly string[];
}

interface Facts {
  readonly records: readonly DecisionRecord[];
  readonly today: string;
}

/** Which kind of table a header row is of; null when it is of none. */
export function tableKind(header: readonly string[]): "maal" | "ruter" | null {
  const names = header.map((cell) => cell.trim().toLowerCase());
  const has = (columns: readonly string[]): boolean => columns.every((column) => names.includes(column));
  if (has(followUpColumns)) return "maal";
  return has(routeColumns) ? "ruter" : null;
}

export function readRows(kind: "maal" | "ruter", rows: readonly FilledRow[], facts: Facts): ReadRows {
  const seen = new Set<string>();
  const read = rows.map((row) => {
    const key = kind === "maal" ? `${row.cells.vedtak} ${row.cells.periode}` : `${row.cells.rute}`;
    if (seen.has(key))
      return {entries: [], faults: [`rad ${row.row}: det same står på ei rad lenger oppe. Ta bort den eine.`]};
    seen.add(key);
    return kind === "maal" ? measureRow(row, facts) : routeRow(row, facts);
  });
  return {entries: read.flatMap(({entries}) => entries), faults: read.flatMap(({faults}) => faults)};
}

function measureRow(given: FilledRow, facts: Facts): ReadRows {
  const {row, cells} = given;
  const record = facts.records.find(({audience, id}) => `${audience}/${id}` === cell(cells, "vedtak"));
  if (record === undefined || isOtherData(record, cells)) return fault(row, "vedtak", UNKNOWN);
  if (cell(cells, "periode").toLowerCase() === STATUS_ROW) {
    return written(given, record, [
      {subject: `oppfoelging/${record.id}`, field: "status", value: cell(cells, "status").toLowerCase()},
      {subject: cardOf(record), field: "betre", value: cell(cells, "betre").toLowerCase()},
    ]);
  }
  const period = periodIn(cell(cells, "periode"));
  if (period === null) return fault(row, "periode", "perioden skal vere som 2026M03, 2026K1 eller 2026U07.");
  const [teljar, nemnar] = [wholeIn(cell(cells, "teljar")), wholeIn(cell(cells, "nemnar"))];
  const faults = [
    ...periodFaults(period, record, facts.today),
    ...(teljar === undefined ? ["«teljar» skal vere eit heilt tal."] : []),
    ...(nemnar === undefined ? ["«nemnar» skal vere eit heilt tal."] : []),
    ...pairFaults(teljar, nemnar, cell(cells, "merknad")),
  ];
  if (faults.length > 0) return {entries: [], faults: faults.map((text) => `rad ${row}: ${text}`)};
  const subject = `maaling/${record.id}_${period}`;
  const numbers = written(given, record, [
    {subject, field: "teljar", value: teljar ?? null},
    {subject, field: "nemnar", value: nemnar ?? null},
  ]);
  return withReason(given, numbers, {record, period, subject});
}

const UNKNOWN = "vedtaket finst ikkje i registeret. Ta inn møtefila først, og skriv ikkje om på kolonna.";

/** A changed number needs its reason when it is from before the decision: that level is locked. */
function withReason(
  {row, cells}: FilledRow,
  numbers: ReadRows,
  {record, period, subject}: {readonly record: DecisionRecord; readonly period: string; readonly subject: string},
): ReadRows {
  const reason = cell(cells, "merknad");
  const changes = numbers.entries.some(({entry}) => entry.replaces.length > 0);
  if (changes && reason === "" && isBefore(period, record.decided)) {
    return fault(row, "merknad", "tal frå før vedtaket er låste. Skriv i merknaden kvifor talet blir retta.");
  }
  if (numbers.entries.length === 0 || reason === "") return numbers;
  const note = written({row, cells}, record, [{subject, field: "merknad", value: reason}]);
  return {entries: [...numbers.entries, ...note.entries], faults: [...numbers.faults, ...note.faults]};
}

function periodFaults(period: string, {frequency}: DecisionRecord, today: string): string[] {
  const words = {veke: "ei veke", maanad: "ein månad", kvartal: "eit kvartal"} as const;
  return [
    ...(frequencyOf(period) === frequency ? [] : [`perioden skal vere ${words[frequency]}, slik det står på kortet.`]),
    ...(daysOf(period).after > today ? ["perioden er ikkje omme. Skriv talet når ho er det."] : []),
  ];
}

function pairFaults(teljar: number | null | undefined, nemnar: number | null | undefined, note: string): string[] {
  if (teljar === undefined || nemnar === undefined) return [];
  if (teljar === null && nemnar !== null)
    return ["«teljar» er tom, men «nemnar» er fylt ut. Er det ingen, så skriv 0."];
  if (teljar !== null && nemnar === null) return ["«nemnar» er tom. Skriv kor mange det er talt blant."];
  if (teljar !== null && nemnar !== null && teljar > nemnar && note === "")
    return ["«teljar» er større enn «nemnar». Er dei bytte om? Er det rett, så skriv kvifor i merknaden."];
  return [];
}

function routeRow(given: FilledRow, facts: Facts): ReadRows {
  const {row, cells} = given;
  const about = cell(cells, "rute");
  const record = facts.records.find(({audience, id}) => `${audience}_${id}` === about);
  if (record === undefined || isOtherData(record, cells)) return fault(row, "rute", "saka finst ikkje i registeret.");
  const subject = `rute/${about}`;
  const [ssu, fsu] = [cell(cells, "ssu_svar").toLowerCase(), cell(cells, "fsu_svar").toLowerCase()];
  if (fsu !== "" && ssu !== "fsu") {
    return fault(row, "fsu_svar", "eit FSU kan ikkje svare før SSU har sendt saka dit. Skriv «fsu» i «ssu_svar».");
  }
  return written(given, record, [
    {subject, field: "ssu_svar", value: ssu},
    {subject, field: "ssu_dato", value: cell(cells, "ssu_dato")},
    {subject, field: "fsu_svar", value: fsu},
    {subject, field: "fsu_dato", value: cell(cells, "fsu_dato")},
    {subject, field: "merknad", value: cell(cells, "merknad")},
  ]);
}

interface Written {
  readonly subject: string;
  readonly field: string;
  readonly value: Value;
}

/** The entries for the cells that say something else than they did when the table was written. */
function written({row, cells}: FilledRow, record: DecisionRecord, given: readonly Written[]): ReadRows {
  const known = tokensIn(cell(cells, "nøkkel"));
  const fresh = given
    .map((one) => ({...one, value: one.value === "" ? null : one.value}))
    .filter(({field, value}) => String(value ?? "") !== (known.shown.get(field) ?? ""));
  const wrong = fresh.filter(({subject, field, value}) => !isAllowed(subject, field, value));
  const at = `${known.date ?? dayOf(cells)}T00:00:00.000Z`;
  return {
    entries: fresh.map(({subject, field, value}) => ({
      record,
      entry: entryOf({subject, field, value, at, replaces: known.replaces.get(field) ?? []}),
    })),
    faults: wrong.map(
      ({field}) => `rad ${row}, kolonne «${field}»: ${ALLOWED[field] ?? "verdien let seg ikkje bruke."}`,
    ),
  };
}

const ALLOWED: Readonly<Record<string, string>> = {
  status: "skriv ukjend, ikkje, planlagt, under eller gjennomfoert.",
  betre: "skriv opp eller ned.",
  ssu_svar: "skriv fsu, tek, attende eller nei.",
  fsu_svar: "skriv gjer, attende eller nei.",
  ssu_dato: "datoen skal vere som 2026-03-31.",
  fsu_dato: "datoen skal vere som 2026-03-31.",
  merknad: "merknaden er for lang. Høgst 600 teikn.",
};

interface Tokens {
  readonly date: string | null;
  readonly replaces: ReadonlyMap<string, readonly string[]>;
  readonly shown: ReadonlyMap<string, string>;
}

function tokensIn(key: string): Tokens {
  const replaces = new Map<string, readonly string[]>();
  const shown = new Map<string, string>();
  let date: string | null = null;
  for (const token of key.split(" ")) {
    const [field = "", ids = "", value] = token.split("=");
    if (field === "dato" && /^\d{4}-\d{2}-\d{2}$/.test(ids)) date = ids;
    else if (value !== undefined && /^[A-Za-z0-9_+-]+$/.test(ids)) {
      replaces.set(field, ids.split("+"));
      shown.set(field, value);
    }
  }
  return {date, replaces, shown};
}

function dayOf(cells: FilledRow["cells"]): string {
  const period = periodIn(cell(cells, "periode"));
  return period === null ? "2000-01-01" : daysOf(period).after;
}

/** The same cell in the same table is the same entry, whoever takes it in and how often. */
function entryOf({at, subject, field, value, replaces}: Omit<Entry, "id" | "by">): Entry {
  const said = JSON.stringify([at, subject, field, value, replaces]);
  const id = `fil-${createHash("sha256").update(said).digest("hex").slice(0, 20)}`;
  return {id, at, by: "fil", subject, field, value, replaces};
}

function isOtherData({synthetic}: DecisionRecord, cells: FilledRow["cells"]): boolean {
  return (cell(cells, "datagrunnlag") === "SYNTETISK") !== synthetic;
}

function fault(row: number, column: string, text: string): ReadRows {
  return {entries: [], faults: [`rad ${row}, kolonne «${column}»: ${text}`]};
}

function cell(cells: FilledRow["cells"], column: string): string {
  return (cells[column] ?? "").trim();
}

/** Null for an empty cell, undefined for one that is no whole number. */
function wholeIn(text: string): number | null | undefined {
  const digits = text.replace(/[\s\u00a0\u202f]/g, "");
  if (digits === "") return null;
  return /^\d{1,7}$/.test(digits) && Number(digits) <= 1_000_000 ? Number(digits) : undefined;
}
