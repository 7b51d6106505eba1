import {percent} from "../../dashboard/text/numbers.ts";
import {rangeOf, shownCount, text, valueCell} from "./cells.ts";
import type {Cell, TableBlock, TableColumn} from "./document.ts";
import {reportTexts} from "./text/text.ts";
import {areaName, fylke, inArea, lsuIds, melding, seenFrom, type View} from "./view.ts";

const shares = ["alle_felt_fylte", "svart_innan_frist", "anna_eller_ukjend"] as const;
const widths = [20, 24, 25, 25, 20, 18];
const medians = ["dagar_til_melding", "dagar_til_svar"] as const;

/** How well the reports are made and answered: the county and each LSU. */
export function qualityTable(view: View): TableBlock {
  const {grunnlaget: t} = reportTexts[view.language];
  const {year, deadlineDays} = view.facts;
  const answered = share(view, "svart_innan_frist");
  const shown = answered?.status === "published" ? answered.andel : null;
  return {
    kind: "table",
    title: shown === null ? t.qualityPlain : t.qualityTitle(percent(shown), deadlineDays),
    subtitle: t.qualitySubtitle(year, shownCount(melding(view))),
    columns: [
      {title: t.area, align: "left", widthMm: 33},
      ...[t.filled, t.answered(deadlineDays), t.other, t.both, t.toReport, t.toAnswer].map(
        (title, place): TableColumn => ({title, align: "right", widthMm: widths[place] ?? 20}),
      ),
    ],
    rows: [fylke, ...lsuIds(view)].map((omraade) => qualityRow(seenFrom(view, omraade))),
    notes: [],
    total: true,
  };
}

function qualityRow(view: View): Cell[] {
  const both = share(view, "meldt_av_begge");
  return [
    text(view.omraade === fylke ? reportTexts[view.language].fylket.all : areaName(view)),
    ...shares.map((maal) => shareCell(view, maal)),
    valueCell(both, both?.teljar ?? null, "count"),
    ...medians.map((maal) => medianCell(view, maal)),
  ];
}

function share(view: View, maal: string) {
  return inArea(view, "andel_per_omraade").find((row) => row.aar === view.facts.year && row.maal === maal);
}

function shareCell(view: View, maal: string): Cell {
  const row = share(view, maal);
  const cell = valueCell(row, row?.andel ?? null, "percent");
  const range = rangeOf(row);
  return cell.kind === "number" && range ? {...cell, range} : cell;
}

function medianCell(view: View, maal: string): Cell {
  const row = inArea(view, "median_per_omraade").find((row) => row.aar === view.facts.year && row.maal === maal);
  return valueCell(row, row?.median ?? null, "count");
}
