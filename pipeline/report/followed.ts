import {parseHTML} from "linkedom";
import {maalserie} from "../../dashboard/charts/maalserie.ts";
import {maalserieOf} from "../../dashboard/findings/maalserie.ts";
import {
  changeWords,
  reportsSentence,
  statusWords,
  verdictReason,
  verdictWord,
} from "../../dashboard/findings/verknad.ts";
import {date} from "../../dashboard/text/dates.ts";
import {number} from "../../dashboard/text/numbers.ts";
import {texts} from "../../dashboard/text/text.ts";
import type {Followed, Route} from "../contract/loop.ts";
import {text} from "./cells.ts";
import type {Cell, ChartBlock, TableBlock} from "./document.ts";
import {vedtakNb} from "./text/vedtak-nb.ts";
import {vedtakNn} from "./text/vedtak-nn.ts";
import type {VedtakText} from "./text/vedtak-text.ts";
import {categoryName, type View} from "./view.ts";

const {document} = parseHTML("<html><body></body></html>");
const chartPx = 720;
const chartMm = 165;

export function vedtakText({language}: View): VedtakText {
  return language === "nn" ? vedtakNn : vedtakNb;
}

/** What a decision or a case is about: the category, or what an input was called. */
export function subjectOf(view: View, {kategori, title}: Pick<Followed, "kategori" | "title">): string {
  return kategori === null ? (title ?? "") : categoryName(view, kategori);
}

export function counts(followed: readonly Followed[]) {
  const chosen = followed.filter(({type}) => type === "prioriter");
  return {
    chosen: chosen.length,
    tried: chosen.filter(({status}) => status === "under" || status === "gjennomfoert").length,
    better: chosen.filter(({effect}) => effect?.verdict === "betring_paavist").length,
  };
}

/** Every decision with owners, status and effect in words. */
export function decisionTable(view: View): TableBlock {
  const t = vedtakText(view);
  const {followed} = view.facts.loop;
  return {
    kind: "table",
    title: t.tableTitle(followed.length),
    subtitle: t.tableSubtitle(view.facts.year - 1, followed.length),
    columns: [
      {title: t.columns.committee, align: "left", widthMm: 23},
      {title: t.columns.decision, align: "left", widthMm: 29},
      {title: t.columns.owners, align: "left", widthMm: 22},
      {title: t.columns.status, align: "left", widthMm: 24},
      {title: t.columns.effect, align: "left", widthMm: 68},
    ],
    rows: followed.map((one) => decisionRow(view, one)),
    notes: [t.statusKey],
    source: t.source,
  };
}

function decisionRow(view: View, one: Followed): Cell[] {
  const t = vedtakText(view);
  const {language} = view;
  const tries = one.type === "prioriter";
  const owners = [one.ownerMunicipality, one.ownerHospital].filter(Boolean).join(" · ");
  const due = one.daysLate > 0 ? t.late(one.daysLate) : one.due === null ? "" : t.due(date(one.due));
  const status = one.closed ? [t.closed] : [tries ? statusWords(one.status, language) : "", due];
  return [
    text(one.committee[language]),
    text(`${texts[language].moete.decisions[one.type]}: ${subjectOf(view, one)}`),
    text(owners || (tries ? t.noOwner : one.who || "–")),
    text(status.filter(Boolean).join(". ")),
    text(tries ? judged(one, view) : t.noTest),
  ];
}

function judged(one: Followed, view: View): string {
  const {language} = view;
  const word = verdictWord(one, language);
  const said = word === null ? vedtakText(view).notJudged : `${word}.`;
  return [said, verdictReason(one, language), reportsSentence(one, language)].filter(Boolean).join(" ");
}

/** The process measure of each decision that shows one, with the decision as a numbered line. */
export function measureCharts(view: View): ChartBlock[] {
  return view.facts.loop.followed.flatMap((one) => measureChart(view, one));
}

function measureChart(view: View, one: Followed): ChartBlock[] {
  const {language} = view;
  const t = vedtakText(view);
  const serie = maalserieOf(one, language);
  if (serie === null) return [];
  const name = `${one.committee[language]}, ${subjectOf(view, one)}`;
  const change = changeWords(one, language);
  const svg = maalserie(serie.points, {
    ...{document: document as unknown as Document, language, width: chartPx},
    ...serie.lines,
  });
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return [
    {
      kind: "chart",
      title: `${name}: ${verdictWord(one, language)?.toLocaleLowerCase("nb")}${change === "" ? "" : `, ${change}`}`,
      subtitle: t.chartSubtitle(one.measure, serie.period, number(serie.n)),
      drawing: {svg: svg.outerHTML, alt: t.chartAlt(name, serie.words), widthMm: chartMm},
      notes: [t.chartKey(date(one.decided), one.testDate === null ? "" : date(one.testDate))],
      source: t.measureSource,
    },
  ];
}

/** Per committee, in the order of the register: decided, chosen, tried, measured, closed, with a shown effect. */
export function accountedTable(view: View): TableBlock {
  const t = vedtakText(view);
  const {accounted, followed} = view.facts.loop;
  const n = accounted.reduce((sum, {decisions}) => sum + decisions, 0);
  const count = (value: number, delivered: boolean): Cell =>
    delivered ? {kind: "number", value, form: "count"} : {kind: "sign", status: "missing"};
  return {
    kind: "table",
    title: t.accountedTitle(counts(followed.filter(({year}) => year === view.facts.year - 1))),
    subtitle: t.accountedSubtitle(view.facts.year - 1, n),
    columns: t.accountedColumns.map((title, place) => ({
      title,
      align: place === 0 ? "left" : "right",
      widthMm: place === 0 ? 53 : 16,
    })),
    rows: accounted.map(({committee, delivered, decisions, chosen, tried, measured, closed, unknown, verdicts}) => [
      text(committee[view.language]),
      ...[decisions, chosen, tried, measured, closed, verdicts.betring_paavist, unknown].map((value) =>
        count(value, delivered),
      ),
    ]),
    notes: [t.accountedNote],
    notReports: true,
    source: t.source,
  };
}

/** Every case between committees, with its age and its answer. */
export function routeTable(view: View): TableBlock {
  const t = vedtakText(view);
  const {routes} = view.facts.loop;
  const widths = [25, 32, 50, 24, 12, 23];
  return {
    kind: "table",
    title: t.routesTitle(routes.filter(({waitsFor}) => waitsFor !== null).length),
    subtitle: t.routesSubtitle(routes.length),
    columns: t.routeColumns.map((title, place) => ({
      title,
      align: place === 4 ? "right" : "left",
      widthMm: widths[place] ?? 20,
    })),
    rows: routes.map((route) => [
      text(route.fromName[view.language]),
      text(subjectOf(view, route)),
      text(t.why[route.why]),
      text(liesWith(route, view)),
      {kind: "number", value: route.age, form: "count"},
      text(answerOf(route, t)),
    ]),
    notes: [t.routesNote],
    notReports: true,
    source: t.source,
  };
}

function liesWith({waitsFor, toName, ssuAnswer, fromName}: Route, {language}: View): string {
  if (waitsFor === "ssu") return "SSU";
  if (ssuAnswer === "attende" || ssuAnswer === "nei") return fromName[language];
  return toName[language];
}

function answerOf({waitsFor, ssuAnswer, fsuAnswer, note}: Route, {answers}: VedtakText): string {
  const told = [ssuAnswer && answers.ssu[ssuAnswer], fsuAnswer && answers.fsu[fsuAnswer]].filter(Boolean);
  const all = [...told, ...(waitsFor === null ? [] : [answers.waiting]), ...(note === "" ? [] : [note])];
  return all.join(". ");
}
