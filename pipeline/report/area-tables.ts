import {kommunerader} from "../../dashboard/findings/kommunane.ts";
import {moensterTitle, verdict} from "../../dashboard/findings/moenster.ts";
import {place, placeRange, ranking} from "../../dashboard/findings/rang.ts";
import {period, quarter} from "../../dashboard/text/dates.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {Row} from "../contract/tables.ts";
import {breakNotes, countCell, rangeCell, shownCount, text, valueCell, yearCount, yearMarks} from "./cells.ts";
import type {Cell, TableBlock, TableColumn} from "./document.ts";
import {intervalCell, isDrawable, sparkCell, spegelFigures} from "./figures.ts";
import {reportTexts} from "./text/text.ts";
import {
  alle,
  areaName,
  breaks,
  categories,
  categoryName,
  isIncomplete,
  melding,
  quarters,
  type Retning,
  retningar,
  type View,
} from "./view.ts";

const left = (title: string, widthMm: number): TableColumn => ({title, widthMm, align: "left"});
const right = (title: string, widthMm: number, group?: string): TableColumn => ({
  title,
  widthMm,
  align: "right",
  ...(group === undefined ? {} : {group}),
});

/** The word for a municipality is longer than the short name of the trust. */
const fromMm: Readonly<Record<Retning, number>> = {K2H: 16, H2K: 13};

/** The numbers behind `spegel`: a row per year, four quarters and the year for each direction. */
export function quarterTable(view: View): TableBlock {
  const t = texts[view.language];
  const own = reportTexts[view.language].fylket;
  const {years, trustShort, year} = view.facts;
  const columns = retningar.flatMap((retning) => [
    ...[1, 2, 3, 4].map((kvartal) => right(quarter(kvartal), 14, t.retning[retning](trustShort))),
    right(own.wholeYear, 15, t.retning[retning](trustShort)),
  ]);
  return {
    kind: "table",
    title: spegelFigures(view).length > 0 ? own.numbers : own.quarterly,
    subtitle: own.quarterSubtitle(areaName(view), period(years), yearCount(melding(view), year)),
    columns: [left(t.year, 22), ...columns],
    rows: years.map((aar) => [
      text(markedYear(view, aar)),
      ...retningar.flatMap((retning) => yearCells(view, aar, retning)),
    ]),
    notes: [],
  };
}

/** The year, with a mark when somebody has not delivered for it, and when the series breaks in it. */
function markedYear(view: View, aar: number): string {
  const isBroken = breaks(view).some(({dato}) => dato.startsWith(`${aar}-`));
  const marks = [...(isIncomplete(view, aar) ? [yearMarks.provisional] : []), ...(isBroken ? [yearMarks.broken] : [])];
  return [String(aar), ...marks].join("\u00a0");
}

function yearCells(view: View, aar: number, retning: Retning): Cell[] {
  const rows = quarters(view, alle, retning).filter((row) => row.aar === aar);
  const cells = [1, 2, 3, 4].map((kvartal) => countCell(rows.find((row) => row.kvartal === kvartal)));
  return [...cells, countCell(melding(view, {retning, aar}))];
}

/** Categories with count, interval, directions and change in words; rows without any number are named under the table. */
export function categoryTable(view: View, form: "drawn" | "plain" = "drawn"): TableBlock {
  const t = texts[view.language];
  const own = reportTexts[view.language];
  const {year, trustShort} = view.facts;
  const all = categories(view);
  const hidden = all.filter((kode) => isHiddenRow(view, kode));
  const rows = all.filter((kode) => !hidden.includes(kode));
  const sparks = rows.filter((kode) => isDrawable(view, kode)).length * 2 >= rows.length;
  const visual = sparks ? left(t.moenster.quarterly(period(view.facts.years)), 29) : left(t.moenster.intervalKey, 27);
  const isDrawn = form === "drawn";
  const isRanked = ranking(view)?.differ === true;
  return {
    kind: "table",
    title: moensterTitle(view),
    subtitle: own.fylket.categorySubtitle(areaName(view), year, shownCount(melding(view))),
    columns: [
      left(t.category, sparks ? 36 : 38),
      ...(isDrawn ? [visual] : []),
      right(String(year), 9),
      right(t.interval, 15),
      ...(isRanked ? [right(t.moenster.place, 10)] : []),
      ...retningar.map((retning) => right(t.fra[retning](trustShort), fromMm[retning])),
      left(t.changeFrom(year - 1), 38),
    ],
    rows: [alle, ...rows].map((kode) => {
      const [name, ...counted] = categoryRow(view, kode, isRanked);
      return [name, ...(isDrawn ? [drawingCell(view, kode, sparks)] : []), ...counted];
    }),
    notes: [
      ...(hidden.length === 0 ? [] : [own.hiddenRows(hidden.map((kode) => categoryName(view, kode)))]),
      ...(isRanked ? [own.fylket.placeKey] : []),
      ...(isDrawn && sparks ? [own.fylket.sparkKey] : []),
      ...(isDrawn && sparks ? breakNotes(view, rowBreaks(view, rows)) : []),
    ],
    total: true,
  };
}

function rowBreaks(view: View, codes: readonly string[]): Row<"brot">[] {
  const touched = new Set(codes.flatMap((kode) => breaks(view, kode)));
  return view.tables.brot.filter((row) => touched.has(row)).sort((a, b) => a.dato.localeCompare(b.dato));
}

function isHiddenRow(view: View, kode: string): boolean {
  return (
    [alle, ...retningar].every((retning) => melding(view, {kategori: kode, retning})?.status === "hidden") &&
    verdict(view, kode).kind === "hidden"
  );
}

function drawingCell(view: View, kode: string, sparks: boolean): Cell {
  if (kode === alle) return text("");
  return sparks ? sparkCell(view, kode) : intervalCell(view, kode);
}

function categoryRow(view: View, kode: string, isRanked: boolean): [Cell, ...Cell[]] {
  const total = melding(view, {kategori: kode});
  const placed = place(view, kode);
  return [
    text(kode === alle ? texts[view.language].total : categoryName(view, kode)),
    countCell(total),
    rangeCell(total, "count"),
    ...(isRanked ? [text(placed ? placeRange(placed) : "")] : []),
    ...retningar.map((retning) => countCell(melding(view, {kategori: kode, retning}))),
    changeCell(view, kode),
  ];
}

/** The change from the year before in words, with its shape. */
function changeCell(view: View, kode: string): Cell {
  const t = texts[view.language];
  const found = verdict(view, kode);
  if (found.kind === "dom") return {kind: "dom", dom: found.dom, text: t.dom[found.dom]};
  return found.kind === "grunn" ? text(t.grunn[found.grunn]) : {kind: "sign", status: "hidden"};
}

/** Municipalities by name: count, rate and interval in both directions. */
export function kommuneTable(view: View, title: string): TableBlock {
  const t = texts[view.language];
  const own = reportTexts[view.language].lsu;
  const {year, trustShort} = view.facts;
  const rows = retningar.map((retning) => kommunerader(view, retning));
  const columns = retningar.flatMap((retning) => {
    const group = t.retning[retning](trustShort);
    return [right(own.number, 13, group), right(own.rate, 13, group), right(own.interval, 20, group)];
  });
  return {
    kind: "table",
    title,
    subtitle: own.municipalitySubtitle(areaName(view), year, shownCount(melding(view))),
    columns: [left(t.kommune, 36), right(own.population, 21), ...columns],
    rows: (rows[0] ?? []).map((row, index) => [
      text(row.namn),
      row.folketal ? {kind: "number", value: row.folketal, form: "count"} : {kind: "sign", status: "missing"},
      ...rows.flatMap((direction) => rateCells(direction[index])),
    ]),
    notes: [own.zero],
  };
}

function rateCells(row: ReturnType<typeof kommunerader>[number] | undefined): Cell[] {
  return [countCell(row), valueCell(row, row?.rate ?? null, "rate"), rangeCell(row, "rate")];
}
