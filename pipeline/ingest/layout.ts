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
  "%Y-%m-%dT%H:%M:%S",
] as const;

const ColumnSpec = v.strictObject({
  header: v.pipe(v.string(), v.nonEmpty()),
  aliases: v.optional(v.array(v.string()), []),
  role: v.picklist(roles),
  field: v.optional(v.picklist(fields)),
  required: v.optional(v.boolean(), false),
});

const LayoutSpec = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  versjon: v.string(),
  avsendar: v.string(),
  sikkerheit: v.picklist(["hoeg", "middels", "laag", "antatt"]),
  kjelde: v.string(),
  format: v.picklist(["csv", "xlsx"]),
  delimiter: v.optional(v.picklist([";", ",", "\t", "|"])),
  sheet: v.optional(v.string()),
  columns: v.array(ColumnSpec),
  dateFormats: v.array(v.picklist(dateFormats)),
  multiselect: v.optional(v.record(v.string(), v.string()), {}),
  fixed: v.optional(v.record(v.string(), v.string()), {}),
  codes: v.optional(v.record(v.string(), v.record(v.string(), v.string())), {}),
  footers: v.optional(v.array(v.string()), []),
  testMarks: v.optional(v.array(v.string()), []),
});

/** What a person wrote in `data/layouts/*.json`. */
export type LayoutSpec = v.InferInput<typeof LayoutSpec>;
/** The same with every default filled in. */
export type Layout = v.InferOutput<typeof LayoutSpec>;

/** The layout, or the faults found in what was written, each with the path to it. */
export function parseLayout(json: unknown): Layout | {readonly faults: readonly string[]} {
  const parsed = v.safeParse(LayoutSpec, json);
  if (parsed.success) return parsed.output;
  return {faults: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "(heile fila)"}: ${issue.message}`)};
}
