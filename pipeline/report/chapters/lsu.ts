import {kommunaneFinding, kommunerader, silenceFinding, spread} from "../../../dashboard/findings/kommunane.ts";
import {moensterFinding, moensterLead} from "../../../dashboard/findings/moenster.ts";
import {rangWithChances} from "../../../dashboard/findings/rang.ts";
import {tillitFinding} from "../../../dashboard/findings/tillit.ts";
import {texts} from "../../../dashboard/text/text.ts";
import {categoryTable, kommuneTable, quarterTable} from "../area-tables.ts";
import {lsuDecisions} from "../decisions.ts";
import type {Block} from "../document.ts";
import {kommuneFigure, spegelFigures} from "../figures.ts";
import {quarterSignal} from "../quarter-signal.ts";
import {reportTexts} from "../text/text.ts";
import {areaName, lsuIds, type Retning, retningar, seenFrom, type View} from "../view.ts";

/** One part for each local committee, all on the same template. */
export function lsu(view: View): Block[] {
  const {lsu: t} = reportTexts[view.language];
  return [
    {kind: "heading", level: 1, text: t.heading},
    {kind: "paragraph", text: t.intro},
    {kind: "paragraph", text: t.candidates},
    ...lsuIds(view).flatMap((id) => area(seenFrom(view, id))),
  ];
}

function area(view: View): Block[] {
  const own = reportTexts[view.language];
  return [
    {kind: "heading", level: 2, text: areaName(view)},
    {kind: "finding", text: moensterFinding(view), lead: moensterLead(view)},
    {kind: "heading", level: 3, text: own.fylket.volume},
    ...spegelFigures(view),
    quarterTable(view),
    ...quarterSignal(view),
    {kind: "heading", level: 3, text: own.fylket.categories},
    {kind: "paragraph", text: rangWithChances(view)},
    categoryTable(view),
    {kind: "heading", level: 3, text: own.lsu.municipalities},
    {kind: "paragraph", text: municipalText(view).join(" ")},
    ...municipalities(view),
    {kind: "decision", title: own.decision, items: lsuDecisions(view)},
  ];
}

/** Who delivered, whether municipalities can be compared, and what silence may mean; that they cannot is said once. */
export function municipalText(view: View): string[] {
  const delivered = tillitFinding(view);
  const isSaid =
    delivered.endsWith(texts[view.language].findings.enough) && ["none", "few"].includes(spread(view, "K2H"));
  return [delivered, ...(isSaid ? [] : [kommunaneFinding(view)]), ...silenceFinding(view)];
}

/** A figure of the directions with enough municipalities to show, then the numbers. */
function municipalities(view: View): Block[] {
  const {lsu: t} = reportTexts[view.language];
  const drawn = retningar.filter((retning) => isWorthDrawing(view, retning));
  if (drawn.length === 0) return [kommuneTable(view, t.municipalityTable)];
  return [kommuneFigure(view, drawn), kommuneTable(view, t.municipalityNumbers)];
}

/** Mostly hidden rows are read faster as a table than as a figure. */
export function isWorthDrawing(view: View, retning: Retning): boolean {
  const rows = kommunerader(view, retning);
  const shown = rows.filter(({status}) => status === "published");
  return shown.length * 2 >= rows.length && ["same", "differs"].includes(spread(view, retning));
}
