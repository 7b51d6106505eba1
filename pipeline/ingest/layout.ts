import * as v from "valibot";
import {fields} from "../contract/delivery.ts";

/**
 * What may happen to a column: `keep` goes on after the identifier pass, `freetext` likewise but never leaves the
 * warehouse, `pseudonym` becomes a keyed hash for linking, `drop` is never read further.
 */
const roles = ["keep", "freetext", "pseudonym", "drop"] as const;

/** The date formats a layout may declare, in strptime's notation. Two-digit years are not among them. */
export const dateFormats = [
  "%d.%m.%Y",
  "%d.%m.%Y %H:%M",
  "%d.%m.%Y %H:%M:%S",
  "%d/%m/%Y",
  "%Y-%m-%d",
  "%Y-%m-%d %H:%M",
  "%Y-%m-%d %H:%M:%S",
  "%Y-%m-%dT%H:%M",
  "%Y-%m-%dT%H:%M:%S",
] as const;

export const delimiters = [";", ",", "\t", "|"] as const;

const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";

const ColumnSpec = v.strictObject({
  header: v.pipe(v.string(), v.nonEmpty()),
  aliases: v.optional(v.array(v.string()), []),
  role: v.picklist(roles),
  field: v.optional(v.picklist(fields)),
  required: v.optional(v.boolean(), false),
  /** What a person should know or decide; the machine does not read it. */
  merknad: v.optional(v.string()),
});

const day = v.pipe(v.string(), v.isoDate());

/** A code, or a code for as long as the sender's word meant it; both days are in it. */
const CodeInTime = v.strictObject({kode: v.string(), gyldig_fra: v.optional(day), gyldig_til: v.optional(day)});
type CodeInTime = v.InferOutput<typeof CodeInTime>;
type Period = {readonly gyldig_fra?: string | undefined; readonly gyldig_til?: string | undefined};
const CodeSpec = v.union([
  v.string(),
  CodeInTime,
  v.pipe(
    v.array(CodeInTime),
    v.check((codes) => isOneAtATime(codes), "two codes hold on the same day"),
  ),
]);

const LayoutSpec = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  versjon: v.string(),
  avsendar: v.string(),
  sikkerheit: v.picklist(["hoeg", "middels", "laag", "antatt"]),
  kjelde: v.string(),
  format: v.picklist(["csv", "xlsx", "any"]),
  delimiter: v.optional(v.picklist(delimiters)),
  sheet: v.optional(v.string()),
  columns: v.array(ColumnSpec),
  dateFormats: v.array(v.picklist(dateFormats)),
  multiselect: v.optional(v.record(v.string(), v.string()), {}),
  fixed: v.optional(v.record(v.string(), v.string()), {}),
  codes: v.optional(v.record(v.string(), v.record(v.string(), CodeSpec)), {}),
  footers: v.optional(v.array(v.string()), []),
  testMarks: v.optional(v.array(v.string()), []),
});

/** What a person wrote in `data/layouts/*.json`. */
export type LayoutSpec = v.InferInput<typeof LayoutSpec>;
/** The same with every default filled in. */
export type Layout = v.InferOutput<typeof LayoutSpec> & {readonly shared?: true};

/** The layout, or the faults found in what was written, each with the path to it. */
export function parseLayout(json: unknown): Layout | {readonly faults: readonly string[]} {
  const parsed = v.safeParse(LayoutSpec, json);
  if (parsed.success) return parsed.output;
  return {faults: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "(heile fila)"}: ${issue.message}`)};
}

/** The codes of a word, each with the days it holds. A word with an empty code waits for a person to give it one. */
export function codesInTime(spec: v.InferOutput<typeof CodeSpec>): Record<keyof CodeInTime, string>[] {
  const all: readonly CodeInTime[] = typeof spec === "string" ? [{kode: spec}] : Array.isArray(spec) ? spec : [spec];
  return all
    .filter(({kode}) => kode !== "")
    .map(({gyldig_fra = FIRST_DAY, gyldig_til = LAST_DAY, kode}) => ({kode, gyldig_fra, gyldig_til}));
}

function isOneAtATime(codes: readonly Period[]): boolean {
  const ordered = codes
    .map(({gyldig_fra = FIRST_DAY, gyldig_til = LAST_DAY}) => ({gyldig_fra, gyldig_til}))
    .sort((a, b) => (a.gyldig_fra < b.gyldig_fra ? -1 : 1));
  return ordered.every(({gyldig_fra}, place) => place === 0 || (ordered[place - 1]?.gyldig_til ?? "") < gyldig_fra);
}

/** The ways to read a delimited file by this layout: with every delimiter, the one it declares first. The header chooses. */
export function delimitedReadings(layout: Layout): Layout[] {
  if (isShared(layout)) return delimiters.map((delimiter) => ({...layout, format: "csv", delimiter, shared: true}));
  const {format, delimiter: declared} = layout;
  if (format !== "csv" || declared === undefined) return [];
  const others = delimiters.filter((delimiter) => delimiter !== declared);
  return [declared, ...others].map((delimiter) => ({...layout, delimiter}));
}

/** The layout as one sheet of a workbook is read by it; none when it does not take workbooks or asks for another sheet. */
export function workbookReadings(layout: Layout, sheet: string): Layout[] {
  if (isShared(layout)) return [{...layout, format: "xlsx", shared: true}];
  return layout.format === "xlsx" && (layout.sheet ?? sheet) === sheet ? [layout] : [];
}

/** Whether the layout belongs to no sender: ordinary headers, tried when no sender's own layout comes near. */
export function isShared({format, shared}: Layout): boolean {
  return format === "any" || shared === true;
}
