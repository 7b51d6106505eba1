import {fylketFinding} from "../../dashboard/findings/fylket.ts";
import {moensterFinding, moensterLead, moensterTitle} from "../../dashboard/findings/moenster.ts";
import {rangTitle, rangWithChances} from "../../dashboard/findings/rang.ts";
import {spegelTitle, tillitFinding, tillitLead} from "../../dashboard/findings/tillit.ts";
import {date} from "../../dashboard/text/dates.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {PageFacts} from "../contract/edition.ts";
import type {Tables} from "../contract/tables.ts";
import {categoryTable, quarterTable} from "./area-tables.ts";
import {fieldTable, gridTable} from "./chapters/fylket.ts";
import {deliveryTable} from "./chapters/grunnlaget.ts";
import {pasientgrupperDecisions} from "./chapters/pasientgrupper.ts";
import {loop} from "./chapters/vedtak.ts";
import {firstOfEach, keyFigures} from "./chapters/viktigast.ts";
import {fylketDecisions, grunnlagetDecisions, vedtakDecisions} from "./decisions.ts";
import type {Block, Document} from "./document.ts";
import {spegelFigures} from "./figures.ts";
import {accountedTable, counts, vedtakText} from "./followed.ts";
import {qualityTable} from "./quality-table.ts";
import {briefTexts} from "./text/brief.ts";
import {reportTexts} from "./text/text.ts";
import {committee, type View, viewOf} from "./view.ts";

/** Ten slides for SSU: last year's decisions first, then what can be trusted, what is seen, and what to decide. */
export function ssuSlides(tables: Tables, facts: PageFacts): Document {
  const view = viewOf(tables, facts);
  const page = texts[view.language];
  const {slides: t} = briefTexts[view.language];
  return {
    form: "slides",
    title: reportTexts[view.language].title(facts.year),
    subtitle: t.subtitle(facts.county[view.language]),
    language: view.language,
    marks: facts.synthetic ? [page.synthetic] : [],
    about: [
      t.about(facts.year, date(facts.cutOff)),
      reportTexts[view.language].edition(facts.audience.edition, facts.threshold),
    ],
    meta: {
      source: page.source(facts.trustShort),
      run: page.run(facts.runId, date(facts.runDate)),
      runDate: facts.runDate,
      author: committee(view, "sekretariat"),
    },
    blocks: [opening, earlier, trust, limits, volume, pattern, where, groups, largest, decisions].flatMap((part) =>
      part(view),
    ),
  };
}

/** What the slide leads to, ready to be decided; nothing where there is nothing to propose. */
function ask(view: View, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{kind: "decision", title: reportTexts[view.language].decision, items}];
}

function slide(title: string, blocks: readonly Block[], talk: readonly string[]): Block[] {
  return [{kind: "heading", level: 1, text: title}, ...blocks, ...talk.map((text): Block => ({kind: "talk", text}))];
}

/** The title of a slide says what the figure shows; under the figure it would stand twice. */
function untitled<B extends {readonly title: string}>(block: B): B {
  return {...block, title: ""};
}

function opening(view: View): Block[] {
  const {slides: t} = briefTexts[view.language];
  const {facts, language} = view;
  const own = reportTexts[language];
  const subtitle: Block = {
    kind: "finding",
    text: t.subtitle(facts.county[language]),
    lead: `${t.about(facts.year, date(facts.cutOff))} ${own.edition(facts.audience.edition, facts.threshold)}`,
  };
  const note: Block[] = facts.synthetic ? [{kind: "note", text: own.syntheticNote}] : [];
  return slide(own.title(facts.year), [subtitle, ...note], [t.welcome]);
}

function earlier(view: View): Block[] {
  const {vedtak: t} = reportTexts[view.language];
  const {earlierTalk} = briefTexts[view.language].slides;
  const {followed} = view.facts.loop;
  const own = vedtakText(view);
  const figures: Block = {kind: "keyfigures", title: t.loop, figures: loop(view)};
  if (followed.length === 0)
    return slide(
      t.finding,
      [{kind: "paragraph", text: t.lead}, figures, ...ask(view, vedtakDecisions(view).slice(0, 1))],
      [earlierTalk, t.whyText],
    );
  return slide(
    own.finding(counts(followed)),
    [figures, untitled(accountedTable(view)), ...ask(view, vedtakDecisions(view).slice(0, 1))],
    [earlierTalk, own.lead, t.nextRule],
  );
}

function trust(view: View): Block[] {
  const {deliveryTalk} = briefTexts[view.language].slides;
  return slide(
    tillitFinding(view),
    [deliveryTable(view), ...ask(view, grunnlagetDecisions(view).slice(0, 1))],
    [tillitLead(view), deliveryTalk],
  );
}

function limits(view: View): Block[] {
  const {grunnlaget: t} = reportTexts[view.language];
  const {limits: title, limitsTalk, qualityTalk} = briefTexts[view.language].slides;
  const items = t.limitItems(view.facts.trustShort).slice(0, 3);
  const blocks: Block[] = [
    {kind: "paragraph", text: `${t.limits}:`},
    {kind: "list", items},
    qualityTable(view),
    ...ask(view, grunnlagetDecisions(view).slice(1)),
  ];
  return slide(title, blocks, [limitsTalk, qualityTalk]);
}

function keys(view: View): Block {
  const {viktigast: t} = reportTexts[view.language];
  return {kind: "keyfigures", title: t.keyFigures(view.facts.year), figures: keyFigures(view)};
}

/** The figure, or its numbers where there are no bars to draw. */
function mirror(view: View): Block[] {
  const figures = spegelFigures(view);
  return figures.length > 0 ? figures.map(untitled) : [untitled(quarterTable(view))];
}

function volume(view: View): Block[] {
  const {mirrorTalk} = briefTexts[view.language].slides;
  return slide(spegelTitle(view), mirror(view), [tillitLead(view), mirrorTalk]);
}

function pattern(view: View): Block[] {
  const {patternTalk} = briefTexts[view.language].slides;
  const talk = [moensterFinding(view), moensterLead(view), patternTalk];
  return slide(moensterTitle(view), [untitled(categoryTable(view, "plain"))], talk);
}

function where(view: View): Block[] {
  return slide(
    fylketFinding(view),
    [untitled(gridTable(view)), ...ask(view, fylketDecisions(view).slice(0, 1))],
    [briefTexts[view.language].slides.whereTalk],
  );
}

function groups(view: View): Block[] {
  const {groups: title, groupsTalk} = briefTexts[view.language].slides;
  return slide(title, [fieldTable(view), ...ask(view, pasientgrupperDecisions(view))], [groupsTalk]);
}

function largest(view: View): Block[] {
  const {chancesTalk} = briefTexts[view.language].slides;
  const title = rangTitle(view);
  const rest = rangWithChances(view).replace(title, "").trim();
  const text: Block[] = rest === "" ? [] : [{kind: "paragraph", text: rest}];
  return slide(title, [...text, keys(view)], [chancesTalk]);
}

function decisions(view: View): Block[] {
  const {decisions: title, decisionsTalk} = briefTexts[view.language].slides;
  const {decision} = reportTexts[view.language];
  return slide(title, [{kind: "decision", title: decision, items: firstOfEach(view)}], [decisionsTalk]);
}
