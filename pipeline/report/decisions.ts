import {comparisons} from "../../dashboard/findings/fylket.ts";
import {type Dom, verdict} from "../../dashboard/findings/moenster.ts";
import {parts} from "../../dashboard/findings/tillit.ts";
import {percent} from "../../dashboard/text/numbers.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {Followed} from "../contract/loop.ts";
import {subjectOf, vedtakText} from "./followed.ts";
import {reportTexts} from "./text/text.ts";
import {alle, areaName, categories, categoryName, committee, committeeFor, hf, inArea, type View} from "./view.ts";

const mostItems = 4;
const mostOfLoop = 6;

/** Proposals ready to paste, one list per chapter. None of them asks a committee only to take note. */
export function vedtakDecisions(view: View): string[] {
  const {year, trustShort} = view.facts;
  const choose = reportTexts[view.language].vedtak.decision(committee(view, "ssu"), year + 1, trustShort);
  return [...loopDecisions(view), choose].slice(0, mostOfLoop);
}

/** What last year's decisions ask for now: spread what worked, answer what waits, and end or begin what is left. */
function loopDecisions(view: View): string[] {
  if (view.facts.audience.edition === "open") return [];
  const {ask} = vedtakText(view);
  const ssu = committee(view, "ssu");
  const {followed, routes} = view.facts.loop;
  const name = (one: Followed): string => `«${subjectOf(view, one)}»`;
  const byCommittee = (rows: readonly Followed[]): [string, string[]][] =>
    [...new Set(rows.map((one) => one.committee[view.language]))].map((lsu) => [
      lsu,
      rows.filter((one) => one.committee[view.language] === lsu).map(name),
    ]);
  const waiting = routes.filter(({waitsFor}) => waitsFor === "ssu").length;
  const open = followed.filter(({closed, type}) => !closed && type === "prioriter");
  return [
    ...followed
      .filter(({effect}) => effect?.verdict === "betring_paavist")
      .map((one) => ask.spread(ssu, one.committee[view.language], name(one))),
    ...(waiting > 0 ? [ask.answer(ssu, waiting)] : []),
    ...byCommittee(open.filter(({status}) => status === "ikkje")).map(([lsu, names]) => ask.start(lsu, names)),
    ...byCommittee(open.filter(({status, daysLate}) => status !== "ikkje" && daysLate > 0)).map(([lsu, names]) =>
      ask.decide(lsu, names),
    ),
  ];
}

export function grunnlagetDecisions(view: View): string[] {
  const {grunnlaget: t} = reportTexts[view.language];
  const {year, trustShort} = view.facts;
  const ssu = committee(view, "ssu");
  const missing = missingParts(view);
  const filled = inArea(view, "andel_per_omraade").find((row) => row.aar === year && row.maal === "alle_felt_fylte");
  const share = filled?.status === "published" && filled.andel !== null ? percent(filled.andel) : null;
  return [
    missing.length > 0 ? t.deliver(ssu, missing, year) : t.keepDelivering(ssu),
    ...(share === null ? [] : [t.fill(ssu, share, trustShort)]),
  ];
}

function missingParts(view: View): string[] {
  return parts(view)
    .filter(({levering}) => levering === "manglar")
    .map(({part, namn}) => (part === hf ? namn : `${namn} ${texts[view.language].kommune.toLowerCase()}`));
}

export function fylketDecisions(view: View): string[] {
  const {fylket: t} = reportTexts[view.language];
  const ssu = committee(view, "ssu");
  const county = withDom(view, "auke").map((kode) => t.up(ssu, committeeFor(view, kode), categoryName(view, kode)));
  const local = (["auke", "nedgang"] as const).flatMap((dom) =>
    signalGroups(view, dom).map(({kode, areas}) => {
      const name = categoryName(view, kode);
      return dom === "auke" ? t.upIn(ssu, areas, name) : t.downIn(ssu, areas, name);
    }),
  );
  const items = [...county, ...local].slice(0, mostItems);
  return items.length > 0 ? items : [t.noChange(ssu)];
}

function signalGroups(view: View, dom: Dom): {kode: string; areas: string[]}[] {
  const signals = comparisons(view).filter((signal) => signal.dom === dom);
  return [...new Set(signals.map(({kode}) => kode))].map((kode) => ({
    kode,
    areas: signals.filter((signal) => signal.kode === kode).map(({omraade}) => areaName(view, omraade)),
  }));
}

function withDom(view: View, dom: Dom): string[] {
  return categories(view).filter((kode) => verdictOf(view, kode) === dom);
}

function verdictOf(view: View, kode: string): Dom | null {
  const found = verdict(view, kode);
  return found.kind === "dom" ? found.dom : null;
}

export function lsuDecisions(view: View): string[] {
  const {lsu: t} = reportTexts[view.language];
  const {year, trustShort} = view.facts;
  const lsu = areaName(view);
  const up = withDom(view, "auke").map((kode) => t.up(lsu, categoryName(view, kode), trustShort));
  const down = withDom(view, "nedgang").map((kode) => t.down(lsu, categoryName(view, kode)));
  const missing = missingParts(view);
  return [
    ...(up.length > 0 ? up : [t.choose(lsu, year + 1, trustShort)]),
    t.test,
    ...(verdictOf(view, alle) === "nedgang" ? [t.downTotal(lsu)] : []),
    ...down,
    ...(missing.length > 0 ? [t.deliver(lsu, missing, year)] : []),
  ].slice(0, mostItems);
}

export function metodeDecisions(view: View): string[] {
  const {deadlineDays, threshold} = view.facts;
  const {metode} = reportTexts[view.language];
  return [metode.decision(committee(view, "ssu"), {days: deadlineDays, threshold})];
}
