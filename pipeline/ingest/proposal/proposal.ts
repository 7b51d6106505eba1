import {type Field, fields} from "../../contract/delivery.ts";
import type {Reading} from "../file-records.ts";
import {DEEPEST_HEADER_ROW, headerKey, shownCell} from "../header.ts";
import {dateFormats, type LayoutSpec} from "../layout.ts";
import {type Knowledge, type ProposedColumn, proposeColumns} from "./columns.ts";
import {nearestOf} from "./nearness.ts";
import {municipalityKey, wordKey} from "./vocabulary.ts";

const MOST_ROWS = 20_000;
const MOST_WORDS = 500;
const LEAST_NEAR = 0.4;
const SEPARATORS = ["|", ";", ", ", " / ", "/", ","] as const;
/** Fields whose words are codes, and those that every report must have. */
const CODED: readonly Field[] = ["kommune", "kategori", "alvor", "status", "type", "retning", "meldar", "mottakar"];
const NEEDED: readonly Field[] = ["saksnr", "kommune", "registrert"];

/** A word in a column of codes that no register or layout knows. It may be a name: it is not to be shown unasked. */
interface UnknownWord {
  readonly field: Field;
  readonly word: string;
  readonly rows: number;
  readonly nearest: string | null;
}

export interface Proposal {
  readonly delimiter: Reading["delimiter"];
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly ProposedColumn[];
  readonly unknown: readonly UnknownWord[];
  /** The words of the code columns that are known, with their codes. */
  readonly codes: ReadonlyMap<Field, ReadonlyMap<string, string>>;
  readonly separator: string | null;
  readonly missing: readonly Field[];
  /** Places, from 1, of columns without a header, and headers that stand twice. */
  readonly nameless: readonly number[];
  readonly twice: readonly string[];
}

interface Table {
  readonly reading: Reading;
  readonly row: number;
  readonly headers: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly score: number;
}

/** What a file that no layout fits probably holds, or null when no row of it can be a header. */
export function proposeLayout(readings: readonly Reading[], knowledge: Knowledge): Proposal | null {
  const [best] = readings
    .flatMap((reading) => tableOf(reading, knowledge) ?? [])
    .sort((a, b) => b.score - a.score || b.headers.length - a.headers.length);
  if (best === undefined) return null;
  const {reading, row, headers, values} = best;
  const columns = proposeColumns(headers, values, knowledge);
  const separator = separatorOf(columns, values, knowledge);
  const {unknown, codes} = wordsOf({columns, values, separator}, knowledge);
  const keys = headers.map(headerKey);
  return {
    delimiter: reading.delimiter,
    sheet: reading.sheet,
    headerRow: row,
    rows: values[0]?.length ?? 0,
    columns,
    unknown,
    codes,
    separator,
    missing: NEEDED.filter((field) => !columns.some((column) => column.field === field)),
    nameless: keys.flatMap((key, at) => (key === "" ? [at + 1] : [])),
    twice: [...new Set(headers.filter((_, at) => keys[at] !== "" && keys.indexOf(keys[at] ?? "") !== at))],
  };
}

/** The row of this reading that is most like a header, with what stands under it. */
function tableOf(reading: Reading, {headers: known}: Knowledge): Table | null {
  let best: {row: number; headers: string[]; score: number} | null = null;
  for (const {row, cells, kind} of reading.records()) {
    if (row > DEEPEST_HEADER_ROW) break;
    const headers = cells.slice(0, cells.findLastIndex((cell) => headerKey(cell) !== "") + 1).map(shownCell);
    const filled = headers.filter((header) => header !== "");
    if (kind !== undefined || filled.length < 2) continue;
    const matched = filled.filter((header) => known.has(headerKey(header))).length;
    const isText = filled.every((header) => /\p{L}/u.test(header) && header.length <= 80);
    const score = matched * 10 + (isText ? 5 + Math.min(4, filled.length / 4) : 0);
    if (score > (best?.score ?? 0)) best = {row, headers, score};
  }
  if (best === null) return null;
  const {row: headerRow, headers, score} = best;
  const values: string[][] = headers.map(() => []);
  let rows = 0;
  for (const {row, cells} of reading.records()) {
    if (row <= headerRow || cells.every((cell) => cell.trim() === "")) continue;
    headers.forEach((_, at) => void values[at]?.push((cells[at] ?? "").trim()));
    rows += 1;
    if (rows >= MOST_ROWS) break;
  }
  return {reading, row: headerRow, headers, values, score};
}

type Values = readonly (readonly string[])[];

/** The sign between several categories in one cell: the one whose parts are known words most often. */
function separatorOf(columns: readonly ProposedColumn[], values: Values, {words}: Knowledge): string | null {
  const at = columns.findIndex(({field}) => field === "kategori");
  const known = words.get("kategori");
  if (at < 0 || known === undefined) return null;
  const unread = (values[at] ?? []).filter((value) => value !== "" && !known.has(wordKey(value)));
  const counts = SEPARATORS.map((separator) => {
    const split = unread.map((value) => value.split(separator)).filter((parts) => parts.length > 1);
    return {separator, count: split.filter((parts) => parts.every((part) => known.has(wordKey(part)))).length};
  });
  const [best] = counts.sort((a, b) => b.count - a.count);
  return best !== undefined && best.count > 0 ? best.separator : null;
}

interface Coded {
  readonly columns: readonly ProposedColumn[];
  readonly values: Values;
  readonly separator: string | null;
}

function wordsOf({columns, values, separator}: Coded, {words, nearby}: Knowledge): Pick<Proposal, "unknown" | "codes"> {
  const unknown: UnknownWord[] = [];
  const codes = new Map<Field, Map<string, string>>();
  for (const [at, {field}] of columns.entries()) {
    if (field === null || !CODED.includes(field)) continue;
    const known = words.get(field) ?? new Map<string, string>();
    const own = new Map<string, string>();
    for (const [word, rows] of counted(values[at] ?? [], field === "kategori" ? separator : null)) {
      const code = known.get(field === "kommune" ? municipalityKey(word) : wordKey(word));
      if (code !== undefined) own.set(word, code);
      else unknown.push({field, word, rows, nearest: nearestKnown(field, word, nearby.get(field) ?? known)});
    }
    codes.set(field, own);
  }
  return {unknown, codes};
}

function nearestKnown(field: Field, word: string, known: ReadonlyMap<string, string>): string | null {
  const nearest = nearestOf(word, known, LEAST_NEAR);
  if (nearest === null) return null;
  return field === "kommune" ? nearest.value : `${nearest.name} (${nearest.value})`;
}

/** The different words of a column and how many rows have each, most first. */
function counted(values: readonly string[], separator: string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) {
    const word = separator === null ? value : (value.split(separator)[0] ?? "").trim();
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_WORDS);
}

/** What a draft may hold of the file: a sheet or a word that may name somebody is left out. */
export type IsTellable = (text: string) => boolean;

/** The fields whose words a draft maps itself; severities and municipalities have registers for all senders. */
const MAPPED: readonly Field[] = ["kategori", "type", "retning", "status", "meldar", "mottakar"];

/** What a draft is called, whose it is, and who reports to whom when the file does not say. */
export interface DraftSender extends Pick<LayoutSpec, "id" | "avsendar"> {
  readonly fixed: Readonly<Record<string, string>>;
}

/** A layout that can be read by as it stands, and that a person finishes: unknown words have an empty code. */
export function draftLayout(
  proposal: Proposal,
  {id, avsendar, fixed}: DraftSender,
  isTellable: IsTellable,
): LayoutSpec {
  const {delimiter, sheet, columns, separator} = proposal;
  const formats = new Set(columns.flatMap(({dates}) => dates?.formats.map(({format}) => format) ?? []));
  const codes = Object.fromEntries(
    fields.flatMap((field) => {
      const map = codeMap(proposal, field, isTellable);
      return Object.keys(map).length > 0 ? [[field, map] as const] : [];
    }),
  );
  return {
    id,
    versjon: "1",
    avsendar,
    sikkerheit: "antatt",
    kjelde: "Utkast frå «avvik inspect»; gå gjennom det før det blir brukt",
    format: delimiter === null ? "xlsx" : "csv",
    ...(delimiter === null ? {} : {delimiter}),
    ...(sheet !== null && isTellable(sheet) ? {sheet} : {}),
    columns: columns.filter(({header}) => headerKey(header) !== "").map(draftColumn),
    dateFormats: dateFormats.filter((format) => formats.size === 0 || formats.has(format)),
    ...(separator === null ? {} : {multiselect: {kategori: separator}}),
    ...(saysDirection(columns) ? {} : {fixed}),
    ...(Object.keys(codes).length > 0 ? {codes} : {}),
    footers: ["Totalt", "Total", "Sum", "I alt"],
    testMarks: ["TEST,", "TESTMELDING"],
  };
}

/** Whether the file itself tells who reports to whom. */
export function saysDirection(columns: readonly Pick<ProposedColumn, "field">[]): boolean {
  const has = (field: Field): boolean => columns.some((column) => column.field === field);
  return has("retning") || (has("meldar") && has("mottakar"));
}

function codeMap({codes, unknown}: Proposal, field: Field, isTellable: IsTellable): Record<string, string> {
  const known = MAPPED.includes(field) ? [...(codes.get(field) ?? [])] : [];
  const open =
    field === "kommune" ? [] : unknown.filter((one) => one.field === field).map(({word}) => [word, ""] as const);
  return Object.fromEntries([...known, ...open].filter(([word]) => isTellable(word)));
}

function draftColumn({header, role, field, confidence, basis, persons}: ProposedColumn): LayoutSpec["columns"][number] {
  const isNeeded = field !== null && NEEDED.includes(field);
  const notes = [
    ...(basis === "none"
      ? ["Ukjend kolonne: ho blir ikkje lesen. Gje henne ei rolle og eit felt, eller lat det stå."]
      : []),
    ...(basis !== "none" && confidence < 0.9 ? ["Gissa: sjå over rolle og felt."] : []),
    ...(persons !== null && role === "keep" ? ["Kan ha personopplysningar: sjå over."] : []),
  ];
  return {
    header,
    role,
    ...(field === null ? {} : {field}),
    ...(isNeeded ? {required: true} : {}),
    ...(notes.length > 0 ? {merknad: notes.join(" ")} : {}),
  };
}
