import {type Layout, type LayoutSpec, parseLayout} from "../../pipeline/ingest/layout.ts";

/** A complete layout from what a test says of it; the rest is as plain as can be. */
export function layoutOf(changes: Partial<LayoutSpec> & Pick<LayoutSpec, "columns">): Layout {
  const parsed = parseLayout({
    id: "proeve",
    versjon: "1",
    avsendar: "proeve",
    sikkerheit: "antatt",
    kjelde: "prøve",
    format: "csv",
    ...(changes.format === "xlsx" ? {} : {delimiter: ";"}),
    dateFormats: ["%d.%m.%Y"],
    ...changes,
  });
  if ("faults" in parsed) throw new Error(parsed.faults.join("\n"));
  return parsed;
}
