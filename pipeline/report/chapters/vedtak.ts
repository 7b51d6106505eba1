import {countCell} from "../cells.ts";
import {vedtakDecisions} from "../decisions.ts";
import type {Block, KeyFigure} from "../document.ts";
import {accountedTable, counts, decisionTable, measureCharts, routeTable, vedtakText} from "../followed.ts";
import {reportTexts} from "../text/text.ts";
import {melding, type View} from "../view.ts";

/** What became of last year's decisions, before any new number. When none are registered the chapter says so and why. */
export function vedtak(view: View): Block[] {
  const {edition} = view.facts.audience;
  const known = edition === "moete" ? view.facts.loop.followed : [];
  const own = reportTexts[view.language];
  return [
    {kind: "heading", level: 1, text: own.vedtak.heading},
    ...(edition === "open" ? publicPart(view) : known.length > 0 ? followedPart(view) : emptyPart(view)),
    {kind: "decision", title: own.decision, items: vedtakDecisions(view)},
  ];
}

function publicPart(view: View): Block[] {
  const {vedtak: t} = reportTexts[view.language];
  const own = vedtakText(view);
  return [
    {kind: "finding", text: own.openFinding, lead: own.openLead},
    {kind: "heading", level: 2, text: t.next},
    {kind: "paragraph", text: t.nextText},
    {kind: "list", items: t.nextItems(view.facts.trustShort)},
    {kind: "paragraph", text: t.nextRule},
  ];
}

function followedPart(view: View): Block[] {
  const own = vedtakText(view);
  const {loop: loopTitle, nextRule} = reportTexts[view.language].vedtak;
  const {followed, routes} = view.facts.loop;
  return [
    {kind: "finding", text: own.finding(counts(followed)), lead: own.lead},
    {kind: "keyfigures", title: loopTitle, figures: loop(view)},
    decisionTable(view),
    {kind: "paragraph", text: nextRule},
    ...measureCharts(view),
    {kind: "heading", level: 2, text: own.accounted},
    accountedTable(view),
    ...(routes.length > 0 ? [{kind: "heading", level: 2, text: own.routes} as const, routeTable(view)] : []),
  ];
}

function emptyPart(view: View): Block[] {
  const {vedtak: t} = reportTexts[view.language];
  return [
    {kind: "finding", text: t.finding, lead: t.lead},
    {kind: "keyfigures", title: t.loop, figures: loop(view)},
    {kind: "heading", level: 2, text: t.why},
    {kind: "paragraph", text: t.whyText},
    {kind: "heading", level: 2, text: t.next},
    {kind: "paragraph", text: t.nextText},
    {kind: "list", items: t.nextItems(view.facts.trustShort)},
    {kind: "paragraph", text: t.nextRule},
  ];
}

export function loop(view: View): KeyFigure[] {
  const {loopSteps: steps, loopMissing} = reportTexts[view.language].vedtak;
  const {followed} = view.facts.loop;
  const {chosen, tried, better} = counts(followed);
  const step = (label: string, value: number): KeyFigure =>
    followed.length === 0
      ? {label, cell: {kind: "sign", status: "missing"}, basis: loopMissing}
      : {label, cell: {kind: "number", value, form: "count"}, basis: ""};
  return [
    {label: steps.messages(view.facts.year), cell: countCell(melding(view)), basis: ""},
    step(steps.chosen, chosen),
    step(steps.tested, tried),
    step(steps.effect, better),
  ];
}
