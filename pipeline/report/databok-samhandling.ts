import {date} from "../../dashboard/text/dates.ts";
import {cellSign} from "../contract/cell.ts";
import type {Indicator} from "../contract/samhandling.ts";
import {comparePlaces} from "./databok-order.ts";
import {signLine} from "./databok-signs.ts";
import {samhandlingTexts} from "./text/samhandling.ts";
import {areaShort, type View} from "./view.ts";
import type {Sheet, SheetColumn} from "./workbook.ts";

/** What others have published, row by row with its own source; no sheet where nothing is loaded. */
export function samhandlingSheets(view: View): Sheet[] {
  const rows = (view.facts.samhandling ?? []).flatMap((indicator) => rowsOf(view, indicator));
  if (rows.length === 0) return [];
  const t = samhandlingTexts[view.language];
  const kinds = ["text", "text", "plain", "text", "text", "decimal", "text", "text"] as const;
  const units = new Map(Object.entries(t.units).map(([unit, word]) => [word, unit]));
  const columns = t.sheet.columns.map((title, place): SheetColumn => {
    const kind = kinds[place] ?? "text";
    return kind === "decimal"
      ? {title, kind, kindIn: (row) => (units.get(String(row[1])) === "tal" ? "count" : "tenth")}
      : {title, kind};
  });
  const heading = [t.sheet.name, t.sheet.definition, t.lead, ...signLine(view, rows)];
  return [{name: t.sheet.name, heading, columns, rows}];
}

function rowsOf(view: View, indicator: Indicator): (string | number)[][] {
  const t = samhandlingTexts[view.language];
  const values = [...indicator.values].sort((a, b) => a.aar - b.aar || comparePlaces(view, a.kommune, b.kommune));
  return values.map(({aar, kommune, sjukehus, verdi, source}) => {
    const {kjelde = "", henta = ""} = indicator.sources[source] ?? {};
    return [
      ...[indicator[view.language], t.units[indicator.eining], aar, areaShort(view, kommune)],
      ...[sjukehus ?? t.allHospitals, verdi ?? cellSign.hidden, kjelde, henta === "" ? "" : date(henta)],
    ];
  });
}
