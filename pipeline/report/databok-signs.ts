import {cellSign} from "../contract/cell.ts";
import {reportTexts} from "./text/text.ts";
import type {View} from "./view.ts";
import type {Sheet} from "./workbook.ts";

/** What the signs on a sheet mean; nothing where there are none. */
export function signLine({language}: View, rows: Sheet["rows"]): string[] {
  const {signs} = reportTexts[language];
  const has = (status: keyof typeof cellSign) => rows.some((row) => row.includes(cellSign[status]));
  const found = (["hidden", "missing", "not_applicable"] as const).filter(has).map((status) => signs[status]);
  return found.length === 0 ? [] : [`${found.join(" · ")}.`];
}
