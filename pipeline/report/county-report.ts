import {date} from "../../dashboard/text/dates.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {PageFacts} from "../contract/edition.ts";
import type {Tables} from "../contract/tables.ts";
import {forslag} from "./chapters/forslag.ts";
import {fylket} from "./chapters/fylket.ts";
import {grunnlaget} from "./chapters/grunnlaget.ts";
import {lsu} from "./chapters/lsu.ts";
import {metode} from "./chapters/metode.ts";
import {pasientgrupper} from "./chapters/pasientgrupper.ts";
import {samhandling} from "./chapters/samhandling.ts";
import {vedtak} from "./chapters/vedtak.ts";
import {viktigast} from "./chapters/viktigast.ts";
import type {Block, Document} from "./document.ts";
import {reportTexts} from "./text/text.ts";
import {committee, type View, viewOf} from "./view.ts";

/** The yearly report of the county, chapter by chapter, in the language of its audience. */
export function countyReport(tables: Tables, facts: PageFacts): Document {
  const view = viewOf(tables, facts);
  const own = reportTexts[view.language];
  const t = texts[view.language];
  return {
    form: "report",
    title: own.title(facts.year),
    subtitle: own.subtitle(facts.county[facts.audience.language]),
    language: view.language,
    marks: facts.synthetic ? [t.synthetic] : [],
    about: [
      ...(facts.synthetic ? [own.syntheticNote] : []),
      own.edition(facts.audience.edition, facts.threshold),
      own.cutOff(date(facts.cutOff)),
    ],
    meta: {
      source: t.source(facts.trustShort),
      run: t.run(facts.runId, date(facts.runDate)),
      runDate: facts.runDate,
      author: committee(view, "sekretariat"),
    },
    blocks: chaptersOf(view),
  };
}

/** Those of the areas and the groups are read after what is before them; the proposals follow the method, for they are looked up. */
function chaptersOf(view: View): Block[] {
  const onTop = [vedtak, grunnlaget, fylket].map((chapter) => chapter(view));
  const flowing = [lsu, pasientgrupper, samhandling].map((chapter) => chapter(view)).filter(({length}) => length > 0);
  const method = metode(view);
  const last = [...method, ...forslag(view, [...onTop, ...flowing, method])];
  const begun = (chapter: Block[], flows: boolean): Block[] => [
    {kind: "pagebreak", ...(flows ? {flows} : {})},
    ...chapter,
  ];
  return [
    ...[viktigast(view), ...onTop].flatMap((chapter) => begun(chapter, false)),
    ...flowing.flatMap((chapter) => begun(chapter, true)),
    ...begun(last, false),
  ];
}
