import {parseHTML} from "linkedom";
import {intervallrad} from "../../dashboard/charts/intervallrad.ts";
import {kommuneplott} from "../../dashboard/charts/kommuneplott.ts";
import {signalrad, spanOf} from "../../dashboard/charts/signalrad.ts";
import {spegel} from "../../dashboard/charts/spegel.ts";
import {kommunerader, panelTitle} from "../../dashboard/findings/kommunane.ts";
import {verdict} from "../../dashboard/findings/moenster.ts";
import {spegelTitle} from "../../dashboard/findings/tillit.ts";
import {period} from "../../dashboard/text/dates.ts";
import {rate} from "../../dashboard/text/numbers.ts";
import {list} from "../../dashboard/text/sentences.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {Row} from "../contract/tables.ts";
import {beside, widthBeside} from "./beside.ts";
import {breakNotes, formattedRange, quarterName, rangeOf, shownCount, spoken, yearCount} from "./cells.ts";
import type {Cell, ChartBlock, Drawing} from "./document.ts";
import {reportTexts} from "./text/text.ts";
import {
  alle,
  areaName,
  breaks,
  categories,
  categoryName,
  fylke,
  melding,
  quarters,
  type Retning,
  retningar,
  type View,
} from "./view.ts";

const {document} = parseHTML("<html><body></body></html>");

/** Widths of a drawing in the pixels of the charts and on paper. */
export interface Size {
  readonly px: number;
  readonly mm: number;
}

const fullWidth: Size = {px: 720, mm: 165};
const spark: Size = {px: 200, mm: 29};
const dots: Size = {px: 170, mm: 26};
const rowPx = {spark: 30, dots: 24, kommune: 24} as const;
const spegelPx = {fylke: 230, lsu: 180} as const;

export function canvas(view: View, {px}: Size) {
  return {document: document as unknown as Document, language: view.language, width: px};
}

export function drawn(svg: SVGSVGElement, alt: string, {mm}: Size): Drawing {
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return {svg: svg.outerHTML, alt, widthMm: mm};
}

/** Both directions on one scale, a bar for each quarter; nothing where there is nothing to draw, or most of it is hidden. */
export function spegelFigures(view: View): ChartBlock[] {
  const rows = retningar.flatMap((retning) => quarters(view, alle, retning));
  const shown = rows.filter(({status}) => status === "published");
  return shown.length * 2 >= rows.length && shown.some(({n}) => (n ?? 0) > 0) ? [spegelFigure(view)] : [];
}

function spegelFigure(view: View): ChartBlock {
  const t = texts[view.language];
  const labels = retningar.map((retning) => directionLabel(view, retning));
  const [over = "", under = ""] = labels;
  const touched = breaks(view);
  const brot = touched.map(({dato}, index) => ({
    dato,
    label: touched.length === 1 ? t.break : `${t.break} ${index + 1}`,
  }));
  const rows = retningar.flatMap((retning) => quarters(view, alle, retning).map((row) => ({...row, retning})));
  const svg = spegel(rows, {
    ...canvas(view, fullWidth),
    height: view.omraade === fylke ? spegelPx.fylke : spegelPx.lsu,
    aar: view.facts.year,
    over,
    under,
    brot,
  });
  const notes = breakNotes(view, touched, t.break);
  const n = yearCount(melding(view), view.facts.year);
  return {
    kind: "chart",
    title: spegelTitle(view),
    subtitle: reportTexts[view.language].fylket.quarterSubtitle(areaName(view), period(view.facts.years), n),
    drawing: drawn(svg, t.tillit.spegelAlt([...labels, ...series(view), ...notes]), fullWidth),
    notes,
  };
}

function directionLabel(view: View, retning: Retning): string {
  const name = texts[view.language].retning[retning](view.facts.trustShort);
  const row = melding(view, {retning});
  return row?.status === "published" && row.n !== null ? `${name}: ${yearCount(row, view.facts.year)}` : name;
}

function series(view: View): string[] {
  const {fra} = texts[view.language];
  return retningar.map((retning) => {
    const values = quarters(view, alle, retning).map((row) => `${quarterName(row)} ${spoken(view, row)}`);
    return `${capital(fra[retning](view.facts.trustShort))}: ${values.join(", ")}`;
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A course with more than a third of its quarters hidden is not drawn at all. */
export function isDrawable(view: View, kode: string): boolean {
  const rows = quarters(view, kode, alle);
  return rows.filter(({status}) => status === "published").length * 3 >= rows.length * 2 && rows.length > 0;
}

/** The quarters of one category as a quiet line; words where too few quarters are shown. */
export function sparkCell(view: View, kode: string): Cell {
  const t = texts[view.language];
  if (!isDrawable(view, kode)) return {kind: "text", text: t.hidden};
  const rows = quarters(view, kode, alle);
  const found = verdict(view, kode);
  const svg = signalrad(rows, {
    ...canvas(view, spark),
    height: rowPx.spark,
    span: highest(categories(view).map((code) => spanOf(quarters(view, code, alle)))),
    aar: view.facts.year,
    brot: breaks(view, kode).map(({dato}) => dato),
    ...(found.kind === "dom" ? {dom: found.dom} : {}),
  });
  const values = rows.map((row) => `${quarterName(row)} ${spoken(view, row)}`).join(", ");
  return {kind: "drawing", drawing: drawn(svg, t.moenster.sparkAlt(categoryName(view, kode), values), spark)};
}

/** The count of a category as a dot on its interval, on the scale of all categories of the area. */
export function intervalCell(view: View, kode: string): Cell {
  const row = melding(view, {kategori: kode});
  const range = rangeOf(row);
  if (!row || !range)
    return {kind: "sign", status: row?.status === "published" ? "not_applicable" : (row?.status ?? "missing")};
  const max = highest(categories(view).map((code) => rangeOf(melding(view, {kategori: code}))?.upper));
  const svg = intervallrad(row, {...canvas(view, dots), height: rowPx.dots, max});
  const alt = `${categoryName(view, kode)}: ${spoken(view, row)}, ${texts[view.language].interval} ${formattedRange(range, "count")}`;
  return {kind: "drawing", drawing: drawn(svg, alt, dots)};
}

function highest(values: readonly (number | null | undefined)[]): number {
  return Math.max(1, ...values.map((value) => value ?? 0));
}

/** One row per municipality in alphabetical order; two directions stand beside each other on the same scale. */
export function kommuneFigure(view: View, directions: readonly Retning[]): ChartBlock {
  const {kommunane: t, retning: names, and} = texts[view.language];
  const width = widthBeside(fullWidth.px, directions.length);
  const panels = directions.map((retning) => ({
    heading: names[retning](view.facts.trustShort),
    svg: kommunePanel(view, retning, width),
  }));
  const said = directions.map(
    (retning, index) => `${panels[index]?.heading}. ${t.alt(municipalityRows(view, retning))}`,
  );
  const n = list(
    directions.map((retning) => shownCount(melding(view, {retning}))),
    and,
  );
  return {
    kind: "chart",
    title: directions.map((retning) => panelTitle(view, retning)).join(" · "),
    subtitle: t.subtitle(areaName(view), view.facts.year, n),
    drawing: drawn(beside(document as unknown as Document, panels), said.join(" "), fullWidth),
    notes: [t.key],
  };
}

function kommunePanel(view: View, retning: Retning, px: number): SVGSVGElement {
  const upper = retningar.flatMap((one) => kommunerader(view, one).map((row) => rangeOf(row)?.upper));
  const options = {...canvas(view, {...fullWidth, px}), max: highest(upper), rowHeight: rowPx.kommune};
  return kommuneplott(kommunerader(view, retning), options);
}

function municipalityRows(view: View, retning: Retning): string[] {
  const {kommunane: t} = texts[view.language];
  return kommunerader(view, retning).map((row) => t.row(row.namn, municipalityValue(view, row)));
}

function municipalityValue(view: View, row: Row<"melding_per_kommune">): string {
  const {kommunane: t} = texts[view.language];
  const range = rangeOf(row);
  if (!range || row.rate === null) return spoken(view, row);
  if (row.n === 0) return t.zeroValue(rate(range.upper));
  return t.value(rate(row.rate), rate(range.lower), rate(range.upper));
}
