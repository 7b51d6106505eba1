import {compared} from "../../../dashboard/findings/moenster.ts";
import {expectedFalse} from "../../../dashboard/findings/rang.ts";
import {skjulingar, skjulingLeft, skjulingLeftIntro, skjulingSentence} from "../../../dashboard/findings/skjuling.ts";
import {date} from "../../../dashboard/text/dates.ts";
import {number} from "../../../dashboard/text/numbers.ts";
import {texts} from "../../../dashboard/text/text.ts";
import {type TermId, terms} from "../../contract/terms.ts";
import {text} from "../cells.ts";
import {metodeDecisions} from "../decisions.ts";
import type {Block, TableBlock} from "../document.ts";
import {reportTexts} from "../text/text.ts";
import type {View} from "../view.ts";

/** What the page says of itself and its buttons is not for paper. */
const onlyOnThePage: readonly string[] = ["lese", "tilgjenge"];
const glossary: readonly TermId[] = [
  "melding",
  "hending",
  "retning",
  "kategori",
  "fagomraade",
  "levering",
  "rate",
  "folketal",
  "median",
  "dom",
  "brot",
  "lsu",
  "delavtale",
];

/** The method in plain words. */
export function metode(view: View): Block[] {
  const own = reportTexts[view.language];
  const {metode: page, questions} = texts[view.language];
  const tests = compared(view);
  const known = {facts: view.facts, compared: tests, falseSignals: number(expectedFalse(view), 2)};
  const sections = page.sections.filter(({id}) => !onlyOnThePage.includes(id));
  return [
    {kind: "heading", level: 1, text: questions.metode},
    {kind: "finding", text: page.finding, lead: page.lead},
    {kind: "heading", level: 2, text: own.metode.read},
    ...paragraphs(own.metode.readText),
    {kind: "heading", level: 2, text: own.metode.made},
    ...sections.flatMap(({title, text}) =>
      section(
        title,
        text.map((paragraph) => (typeof paragraph === "string" ? paragraph : paragraph(known))),
      ),
    ),
    ...skjuling(view),
    {kind: "heading", level: 2, text: own.metode.lookup},
    {kind: "heading", level: 3, text: page.signs},
    signTable(view),
    {kind: "heading", level: 3, text: page.assumptions},
    {kind: "list", items: view.facts.assumptions.map((assumption) => assumption[view.language])},
    {kind: "heading", level: 3, text: page.definitions},
    definitionTable(view),
    {kind: "heading", level: 3, text: page.glossary},
    {kind: "definitions", items: glossaryItems(view)},
    {kind: "heading", level: 3, text: own.metode.about},
    {kind: "definitions", items: page.runRows(view.facts, date).map(([word = "", text = ""]) => ({word, text}))},
    {kind: "decision", title: own.decision, items: metodeDecisions(view)},
  ];
}

/** How much is hidden, what is left of the county, and both by kind. */
function skjuling(view: View): Block[] {
  const t = texts[view.language].skjuling;
  return [
    {kind: "heading", level: 3, text: t.title},
    {kind: "paragraph", text: skjulingSentence(view)},
    {kind: "paragraph", text: skjulingLeftIntro(view)},
    {kind: "list", items: skjulingLeft(view)},
    {kind: "paragraph", text: t.lost},
    {kind: "paragraph", text: t.byKind},
    {
      kind: "list",
      items: skjulingar(view).map(
        ({kind, shown, hidden}) => `${kind}: ${t.row(number(hidden), number(shown + hidden))}`,
      ),
    },
  ];
}

function section(title: string, text: readonly string[]): Block[] {
  return [{kind: "heading", level: 3, text: title}, ...paragraphs(text)];
}

function paragraphs(all: readonly string[]): Block[] {
  return all.map((text) => ({kind: "paragraph", text}));
}

function signTable(view: View): TableBlock {
  const {metode: page} = texts[view.language];
  return {
    kind: "table",
    title: page.signs,
    subtitle: reportTexts[view.language].metode.signsSubtitle,
    columns: [
      {title: page.sign, align: "left", widthMm: 20},
      {title: page.meaning, align: "left", widthMm: 120},
    ],
    rows: [...page.signRows, ...reportTexts[view.language].metode.moreSigns].map((row) => row.map(text)),
    notes: [],
    source: reportTexts[view.language].registers,
  };
}

function definitionTable(view: View): TableBlock {
  const {metode: t} = reportTexts[view.language];
  const rows = view.tables.kategori.filter(({akse}) => akse === "feiltype").sort((a, b) => a.nr - b.nr);
  const route = (id: string | null) => view.tables.utval.find((row) => row.id === id)?.[view.language] ?? "";
  return {
    kind: "table",
    title: t.definitionsTitle,
    subtitle: t.definitionsSubtitle(rows.length),
    columns: [
      {title: texts[view.language].category, align: "left", widthMm: 38},
      {title: t.definition, align: "left", widthMm: 78},
      {title: t.route, align: "left", widthMm: 50},
    ],
    rows: rows.map((row) =>
      [row[view.language], view.language === "nn" ? row.definisjon_nn : row.definisjon_nb, route(row.rute)].map(text),
    ),
    notes: [],
    source: reportTexts[view.language].registers,
  };
}

function glossaryItems(view: View): {word: string; text: string}[] {
  return glossary
    .map((id) => ({word: terms[id][view.language], text: terms[id].definition[view.language]}))
    .sort((a, b) => a.word.localeCompare(b.word, "nb"));
}
