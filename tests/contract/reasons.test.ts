import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {reasons} from "../../pipeline/contract/reasons.ts";
import {root} from "../../pipeline/project.ts";

/** The vocabulary that every tool around these deliveries shares. */
const shared = [
  "encoding",
  "nul_byte",
  "control_chars",
  "not_tabular",
  "empty",
  "ragged_row",
  "unclosed_quote",
  "truncated",
  "header_missing",
  "header_duplicate",
  "header_unknown",
  "header_dangerous",
  "repeated_header",
  "footer_row",
  "missing_required",
  "bad_date",
  "ambiguous_date",
  "future_date",
  "implausible_date",
  "date_order",
  "suspected_column_swap",
  "duplicate_id",
  "bad_id",
  "unknown_municipality",
  "invalid_municipality_for_date",
  "unknown_category",
  "unknown_severity",
  "unknown_status",
  "pii_column",
  "pii_in_structured_field",
  "oversize_cell",
  "too_large",
  "too_many_rows",
  "too_many_columns",
  "zip_bomb",
  "zip_path_traversal",
  "xml_doctype",
  "xml_depth",
  "wrong_type",
  "encrypted",
  "macro",
  "formula_cell",
  "error_cell",
  "merged_cells",
  "hidden_rows",
  "hidden_sheet",
  "sheet_choice_needed",
  "no_rows",
  "blank_rows",
  "mojibake",
];

/** Ours: paths that lead to no file, rows that are left out on purpose, a file that came twice, and a row that waits because nobody can say who reported. */
const own = [
  "unknown_direction",
  "no_file",
  "file_name",
  "not_a_file",
  "no_access",
  "same_file",
  "test_row",
  "out_of_scope",
];

/** A kind that no rule of ours gives: its cases are told by another kind. */
const notGiven = ["pii_column"];

describe("the reasons", () => {
  it("are those of the shared vocabulary, and some of our own", () => {
    const kinds = Object.keys(reasons);
    expect(kinds.filter((kind) => !shared.includes(kind)).sort()).toEqual([...own].sort());
    expect(shared.filter((kind) => !kinds.includes(kind))).toEqual(notGiven);
  });

  it("are each given by some rule", () => {
    const rules = readdirSync(join(root, "pipeline"), {recursive: true, encoding: "utf8"})
      .filter((name) => /\.(ts|sql)$/.test(name) && !name.endsWith("reasons.ts"))
      .map((name) => readFileSync(join(root, "pipeline", name), "utf8").replace(/^\s*readonly kind\?:.*$/gm, ""))
      .join("\n");
    expect(Object.keys(reasons).filter((kind) => !new RegExp(`["']${kind}["']`).test(rules))).toEqual([]);
  });

  it.each(Object.entries(reasons))("%s completes «rad 12: …» and says what to do", (_, {what, todo}) => {
    expect(what).toMatch(/^\p{Ll}/u);
    expect(what).not.toMatch(/\.$/);
    expect(todo).toMatch(/^\p{Lu}.*\.$/u);
  });
});
