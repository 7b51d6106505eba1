import {countCell} from "../cells.ts";
import {vedtakDecisions} from "../decisions.ts";
import type {Block, KeyFigure} from "../document.ts";
import {reportTexts} from "../text/text.ts";
import {melding, type View} from "../view.ts";

/** What became of last year's decisions. None are registered yet, and the chapter says so and why. */
export function vedtak(view: View): Block[] {
  const own = reportTexts[view.language];
  const {vedtak: t} = own;
  return [
    {kind: "heading", level: 1, text: t.heading},
    {kind: "finding", text: t.finding, lead: t.lead},
    {kind: "keyfigures", title: t.loop, figures: loop(view)},
    {kind: "heading", level: 2, text: t.why},
    {kind: "paragraph", text: t.whyText},
    {kind: "heading", level: 2, text: t.next},
    {kind: "paragraph", text: t.nextText},
    {kind: "list", items: t.nextItems(view.facts.trustShort)},
    {kind: "paragraph", text: t.nextRule},
    {kind: "decision", title: own.decision, items: vedtakDecisions(view)},
  ];
}

function loop(view: View): KeyFigure[] {
  const {loopSteps: steps, loopMissing} = reportTexts[view.language].vedtak;
  const unknown = (label: string): KeyFigure => ({label, cell: {kind: "sign", status: "missing"}, basis: loopMissing});
  return [
    {label: steps.messages(view.facts.year), cell: countCell(melding(view)), basis: ""},
    ...[steps.chosen, steps.tested, steps.effect].map(unknown),
  ];
}
