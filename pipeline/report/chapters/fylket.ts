import {comparisons, fylketFinding, fylketTitle} from "../../../dashboard/findings/fylket.ts";
import {fagomraadeTitle, moensterFinding, moensterLead, verdict} from "../../../dashboard/findings/moenster.ts";
import {expectedFalse, rangWithChances, ranking, standing} from "../../../dashboard/findings/rang.ts";
import {roughly} from "../../../dashboard/text/numbers.ts";
import {texts} from "../../../dashboard/text/text.ts";
import {categoryTable, quarterTable} from "../area-tables.ts";
import {countCell, shownCount, text} from "../cells.ts";
import {fylketDecisions} from "../decisions.ts";
import type {Block, Cell, TableBlock, TableColumn} from "../document.ts";
import {spegelFigures} from "../figures.ts";
import {quarterSignal} from "../quarter-signal.ts";
import {reportTexts} from "../text/text.ts";
import {areaShort, categories, categoryName, fylke, inArea, lsuIds, melding, seenFrom, type View} from "../view.ts";

/** The county as one: volume and direction, categories, where, and fields of service. */
export function fylket(view: View): Block[] {
  const own = reportTexts[view.language];
  const {fylket: t} = own;
  return [
    {kind: "heading", level: 1, text: t.heading},
    {kind: "finding", text: moensterFinding(view), lead: moensterLead(view)},
    {kind: "heading", level: 2, text: t.volume},
    ...spegelFigures(view),
    quarterTable(view),
    ...quarterSignal(view, t.quarterNote),
    {kind: "heading", level: 2, text: t.categories},
    ranked(view),
    categoryTable(view),
    {kind: "heading", level: 2, text: t.where},
    ...changedWhere(view),
    gridTable(view),
    {kind: "heading", level: 2, text: t.fields},
    fieldTable(view),
    {kind: "decision", title: own.decision, items: fylketDecisions(view)},
  ];
}

/** Which categories are largest; how the chances are reckoned, where there are any. */
function ranked(view: View): Block {
  const {rankNote} = reportTexts[view.language].fylket;
  const explained = ranking(view)?.differ === true ? {footnote: rankNote} : {};
  return {kind: "paragraph", text: rangWithChances(view), ...explained};
}

/** Where the changes are; when there are none, the title of the table says so. */
function changedWhere(view: View): Block[] {
  const changed = comparisons(view).some(({dom}) => dom !== "uviss");
  return changed ? [{kind: "paragraph", text: fylketFinding(view)}] : [];
}

function areaColumns(view: View): TableColumn[] {
  const {all} = reportTexts[view.language].fylket;
  const areas = lsuIds(view);
  const widthMm = Math.min(28, 120 / (areas.length + 1));
  return [all, ...areas.map((id) => areaShort(view, id))].map((title) => ({title, align: "right", widthMm}));
}

/** Every category in every area, with a shape where the change is certain. */
export function gridTable(view: View): TableBlock {
  const {fylket: t, about} = reportTexts[view.language];
  const {year} = view.facts;
  const all = comparisons(view);
  const signals = all.filter(({dom}) => dom !== "uviss").length;
  return {
    kind: "table",
    title: fylketTitle(view),
    subtitle: t.gridSubtitle(
      year,
      shownCount(melding(view)),
      all.length === 0 ? "" : about(roughly(expectedFalse(view, lsuIds(view)))),
    ),
    columns: [{title: texts[view.language].category, align: "left", widthMm: 46}, ...areaColumns(view)],
    rows: categories(view).map((kode) => [
      text(categoryName(view, kode)),
      ...[fylke, ...lsuIds(view)].map((omraade) => signalCell(seenFrom(view, omraade), kode)),
    ]),
    notes: [t.gridKey, ...(signals > 0 ? [texts[view.language].findings.standing(standing(view), signals)] : [])],
  };
}

function signalCell(view: View, kode: string): Cell {
  const cell = countCell(melding(view, {kategori: kode}));
  const found = verdict(view, kode);
  const certain = found.kind === "dom" && found.dom !== "uviss";
  return cell.kind === "number" && certain ? {...cell, dom: found.dom} : cell;
}

export function fieldTable(view: View): TableBlock {
  const {fylket: t} = reportTexts[view.language];
  const {year} = view.facts;
  const fields = view.tables.kategori.filter(({akse}) => akse === "fagomraade").sort((a, b) => a.nr - b.nr);
  return {
    kind: "table",
    title: fagomraadeTitle(view),
    subtitle: t.fieldSubtitle(year, shownCount(melding(view))),
    columns: [{title: texts[view.language].moenster.fagomraade, align: "left", widthMm: 46}, ...areaColumns(view)],
    rows: fields.map(({kode}) => [
      text(categoryName(view, kode, "fagomraade")),
      ...[fylke, ...lsuIds(view)].map((omraade) => countCell(fieldRow(seenFrom(view, omraade), kode))),
    ]),
    notes: [],
  };
}

function fieldRow(view: View, kode: string) {
  return inArea(view, "melding_per_fagomraade").find((row) => row.aar === view.facts.year && row.fagomraade === kode);
}
