import {courseWords} from "../../dashboard/findings/grunnlag.ts";
import {
  candidatesOf,
  chanceWord,
  kandidatFinding,
  visibilityOf,
  whoActs,
} from "../../dashboard/findings/kandidatane.ts";
import {kommunerader} from "../../dashboard/findings/kommunane.ts";
import {moensterFinding, moensterLead} from "../../dashboard/findings/moenster.ts";
import {date} from "../../dashboard/text/dates.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {PageFacts} from "../contract/edition.ts";
import type {Followed} from "../contract/loop.ts";
import type {Tables} from "../contract/tables.ts";
import {categoryTable, kommuneTable} from "./area-tables.ts";
import {candidateTable, hasLongNames} from "./candidate-table.ts";
import {shownCount} from "./cells.ts";
import {isWorthDrawing, municipalText} from "./chapters/lsu.ts";
import {keyFigures} from "./chapters/viktigast.ts";
import {lsuDecisions} from "./decisions.ts";
import type {Block, ChoiceBlock, Document} from "./document.ts";
import {kommuneFigure, spegelFigures} from "./figures.ts";
import {counts, decisionTable, vedtakText} from "./followed.ts";
import {sinceSentence} from "./since-table.ts";
import {briefTexts} from "./text/brief.ts";
import {reportTexts} from "./text/text.ts";
import {areaName, categoryName, committee, melding, type View, viewOf} from "./view.ts";

const noInputs = {heads: new Map()};
const mostDecisions = 3;
const mostRows = 12;
/** A decision takes as much room as so many municipalities. */
const rowsOfDecision = 3;

/** The two pages that the members of one LSU read before the meeting, in the language of the committee. */
export function lsuBrief(tables: Tables, facts: PageFacts): Document {
  const view = viewOf(tables, facts);
  const t = briefTexts[view.language];
  const page = texts[view.language];
  return {
    form: "brief",
    title: areaName(view),
    subtitle: t.subtitle(facts.year),
    language: view.language,
    marks: facts.synthetic ? [page.synthetic] : [],
    about: [reportTexts[view.language].edition(facts.audience.edition, facts.threshold)],
    meta: {
      source: page.source(facts.trustShort),
      run: page.run(facts.runId, date(facts.runDate)),
      runDate: facts.runDate,
      author: committee(view, "sekretariat"),
    },
    blocks: [...whatWeKnow(view), {kind: "pagebreak"}, ...whatToDecide(view)],
  };
}

function whatWeKnow(view: View): Block[] {
  const t = briefTexts[view.language];
  const figure = isWorthDrawing(view, "K2H");
  return [
    {kind: "heading", level: 1, text: moensterFinding(view)},
    {kind: "paragraph", text: t.lead},
    {kind: "heading", level: 2, text: t.earlier},
    ...earlierBlocks(view),
    {kind: "heading", level: 2, text: texts[view.language].questions.tillit},
    {kind: "keyfigures", title: t.figures(view.facts.year), figures: keyFigures(view)},
    {
      kind: "paragraph",
      text: [...municipalText(view), sinceSentence(view)].join(" ").trim(),
    },
    ...(hasRoom(view) ? spegelFigures(view) : []),
    figure ? kommuneFigure(view, ["K2H"]) : kommuneTable(view, reportTexts[view.language].lsu.municipalityTable),
  ];
}

/** Many municipalities or many decisions leave no room for a second figure on the page. */
function hasRoom(view: View): boolean {
  return kommunerader(view, "K2H").length + rowsOfDecision * ownDecisions(view).length <= mostRows;
}

function ownDecisions({facts}: View): readonly Followed[] {
  return facts.loop.followed.filter(({audience}) => audience === facts.audience.id);
}

function earlierBlocks(view: View): Block[] {
  const followed = ownDecisions(view);
  const {none} = texts[view.language].moete.sidan;
  if (followed.length === 0)
    return [{kind: "note", text: `${none(view.facts.year - 1)} ${briefTexts[view.language].noneWhy}`}];
  const own = {...view, facts: {...view.facts, loop: {...view.facts.loop, followed}}};
  return [{kind: "paragraph", text: vedtakText(view).finding(counts(followed))}, decisionTable(own)];
}

function whatToDecide(view: View): Block[] {
  const t = briefTexts[view.language];
  const {questions} = texts[view.language].moete;
  return [
    {kind: "heading", level: 2, text: texts[view.language].questions.moenster},
    {kind: "paragraph", text: moensterLead(view)},
    categoryTable(view),
    {kind: "heading", level: 2, text: questions.kandidatane},
    ...candidateBlocks(view),
    {kind: "heading", level: 2, text: t.decide},
    {kind: "decision", title: reportTexts[view.language].decision, items: lsuDecisions(view).slice(0, mostDecisions)},
    ...choices(view),
  ];
}

/** The candidates side by side, and what a halving of the first would show; one sentence where there is none. */
function candidateBlocks(view: View): Block[] {
  const seen = detectability(view);
  if (candidatesOf(view, noInputs).length === 0 || hasLongNames(view))
    return [{kind: "paragraph", text: `${kandidatFinding(view, noInputs)} ${seen}`.trim()}];
  return [candidateTable(view), ...(seen === "" ? [] : [{kind: "paragraph", text: seen} as const])];
}

/** Whether a halving of the first candidate could be seen on the number of reports within a year. */
function detectability(view: View): string {
  const [first] = candidatesOf(view, noInputs);
  if (first === undefined) return "";
  const inAYear = visibilityOf(view, first)?.chances.find(({after}) => after === 12);
  if (inAYear === undefined) return "";
  const chance = chanceWord(inAYear.chance);
  const n = shownCount(melding(view, {kategori: first}));
  return briefTexts[view.language].canSee(categoryName(view, first), n, chance);
}

function choices(view: View): ChoiceBlock[] {
  const t = briefTexts[view.language];
  const [first, second] = candidatesOf(view, noInputs);
  const shared = {
    kind: "choice",
    options: Object.values(texts[view.language].moete.decisions),
    fields: [t.ownerHospital, t.ownerMunicipality, t.reason],
  } as const;
  const named = (id: string | undefined, words: (name: string) => string, place: number): ChoiceBlock =>
    id === undefined
      ? {...shared, title: t.unnamed(place), about: ""}
      : {...shared, title: words(categoryName(view, id)), about: hasLongNames(view) ? "" : aboutCandidate(view, id)};
  return [named(first, t.first, 1), named(second, t.second, 2)];
}

/** Who can act on a candidate, and how such a deviation often goes, where the secretariat has written that. */
function aboutCandidate(view: View, id: string): string {
  const {grunnlag, moete} = texts[view.language];
  const course = courseWords(view, id);
  const label = view.facts.synthetic ? grunnlag.courseInvented : grunnlag.course;
  return [
    `${moete.kandidatane.whoActs}: ${whoActs(view, id)}.`,
    ...(course === null ? [] : [`${label}: ${course}`]),
  ].join(" ");
}
