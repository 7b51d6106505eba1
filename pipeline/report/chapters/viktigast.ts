import {comparisons, fylketFinding} from "../../../dashboard/findings/fylket.ts";
import {moensterFinding, moensterLead} from "../../../dashboard/findings/moenster.ts";
import {expectedFalse, rangFinding} from "../../../dashboard/findings/rang.ts";
import {bothSides, tillitFinding, tillitLead} from "../../../dashboard/findings/tillit.ts";
import {number, percent, roughly} from "../../../dashboard/text/numbers.ts";
import {texts} from "../../../dashboard/text/text.ts";
import {countCell, formattedRange, rangeOf, valueCell} from "../cells.ts";
import {fylketDecisions, grunnlagetDecisions, vedtakDecisions} from "../decisions.ts";
import type {Block, KeyFigure} from "../document.ts";
import {reportTexts} from "../text/text.ts";
import {inArea, lsuIds, melding, type View} from "../view.ts";

/** The whole report on one page: four numbers, three findings, three decisions and one caution. */
export function viktigast(view: View): Block[] {
  const own = reportTexts[view.language];
  const {viktigast: t} = own;
  const tests = comparisons(view).length;
  const findings = [
    {text: tillitFinding(view), lead: tillitLead(view), chapter: own.grunnlaget.heading},
    {text: moensterFinding(view), lead: `${moensterLead(view)} ${rangFinding(view)}`, chapter: own.fylket.heading},
    {
      text: fylketFinding(view),
      lead: t.localLead(tests, own.about(roughly(expectedFalse(view, lsuIds(view))))),
      chapter: own.lsu.heading,
    },
  ];
  return [
    {kind: "heading", level: 1, text: t.heading},
    {kind: "keyfigures", title: t.keyFigures(view.facts.year), figures: keyFigures(view)},
    {kind: "heading", level: 2, text: t.findings},
    ...findings.map(
      ({text, lead, chapter}): Block => ({kind: "finding", text, lead: `${lead} ${t.seeAlso(chapter)}`.trim()}),
    ),
    {kind: "decision", title: t.decisions, items: firstOfEach(view)},
    {kind: "heading", level: 2, text: t.caution},
    {kind: "note", text: `${texts[view.language].metode.lead} ${t.serious}`},
  ];
}

export function firstOfEach(view: View): string[] {
  return [vedtakDecisions, grunnlagetDecisions, fylketDecisions].flatMap((decisions) => decisions(view).slice(0, 1));
}

export function keyFigures(view: View): KeyFigure[] {
  const {viktigast: t} = reportTexts[view.language];
  const {year} = view.facts;
  const total = melding(view);
  const range = rangeOf(total);
  const basis = range ? `${texts[view.language].interval} ${formattedRange(range, "count")}` : "";
  return [{label: t.messages(year), cell: countCell(total), basis}, events(view), answered(view), daysToReport(view)];
}

function events(view: View): KeyFigure {
  const {viktigast: t} = reportTexts[view.language];
  const told = bothSides(view);
  const cell = told
    ? ({kind: "number", value: told.hendingar, form: "count"} as const)
    : ({kind: "sign", status: "hidden"} as const);
  return {label: t.events, cell, basis: t.eventsBasis};
}

function answered(view: View): KeyFigure {
  const {viktigast: t} = reportTexts[view.language];
  const {tillit} = texts[view.language];
  const row = inArea(view, "andel_per_omraade").find(
    ({aar, maal}) => aar === view.facts.year && maal === "svart_innan_frist",
  );
  const range = rangeOf(row);
  const basis = range ? tillit.ci(number(range.lower * 100), percent(range.upper)) : "";
  return {label: t.answered(view.facts.deadlineDays), cell: valueCell(row, row?.andel ?? null, "percent"), basis};
}

function daysToReport(view: View): KeyFigure {
  const t = texts[view.language];
  const row = inArea(view, "median_per_omraade").find(
    ({aar, maal}) => aar === view.facts.year && maal === "dagar_til_melding",
  );
  const cell = valueCell(row, row?.median ?? null, "count");
  const shown = row?.status === "published" && row.median !== null && row.n !== null;
  return {
    label: reportTexts[view.language].viktigast.days,
    cell,
    ...(shown ? {unit: t.dagar("", row.median ?? 0).trim()} : {}),
    basis: shown ? t.tillit.n(number(row.n ?? 0)) : "",
  };
}
