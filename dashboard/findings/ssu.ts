import {criteria, type Weights} from "../../pipeline/contract/evidence.ts";
import type {Elsewhere, Followed, Route} from "../../pipeline/contract/loop.ts";
import {type SsuAnswer, ssuAnswers} from "../../pipeline/contract/meeting-fields.ts";
import {fieldValue, type Meeting, numberOf, textOf} from "../meeting/meeting.ts";
import {daysBetween} from "../meeting/rules.ts";
import {date} from "../text/dates.ts";
import {texts} from "../text/text.ts";
import {audienceName, categoryName, type View} from "../view.ts";
import type {Minutes} from "./protokoll.ts";
import {meetingDay} from "./sidan.ts";
import {weightParts} from "./vekting.ts";

type Heads = Pick<Meeting, "heads">;

export const routeSubject = ({id}: Pick<Route, "id">): string => `rute/${id}`;
export const spreadSubject = ({id, from}: Elsewhere): string => `spreiing/${from}_${id}`;

/** What a case or a decision is about: the category, or what the yearly meeting called it. */
export function aboutWhat(view: View, {kategori, title}: Pick<Route, "kategori" | "title">): string {
  return kategori === null ? (title ?? "") : categoryName(view, kategori);
}

/** What SSU has answered a case: here and now, or in an earlier meeting. */
export function answerOf(meeting: Heads, route: Route): SsuAnswer | null {
  const value = fieldValue(meeting, routeSubject(route), "ssu_svar");
  return ssuAnswers.find((one) => one === value) ?? route.ssuAnswer;
}

export function waiting(view: View, meeting: Heads): readonly Route[] {
  return view.facts.loop.routes.filter((route) => answerOf(meeting, route) === null);
}

export function sakerFinding(view: View, meeting: Heads): string {
  const t = texts[view.language].ssu.saker;
  const all = view.facts.loop.routes.length;
  const left = waiting(view, meeting).length;
  if (left > 0) return t.some(left);
  return all === 0 ? t.none : t.answered(all);
}

/** A decision of an LSU that is not closed, with how old it is. */
export interface OpenDecision {
  readonly decision: Followed;
  readonly age: number;
  readonly isLate: boolean;
}

/** Every open decision of every LSU, oldest first. */
export function openDecisions(view: View): OpenDecision[] {
  const {followed, fresh} = view.facts.loop;
  const today = view.facts.runDate.slice(0, 10);
  return [...followed, ...fresh]
    .filter(({closed, type}) => !closed && type !== "ikkje_no")
    .map((decision) => ({
      decision,
      age: Math.max(0, daysBetween(decision.decided.slice(0, 10), today)),
      isLate: decision.daysLate > 0,
    }))
    .sort((a, b) => b.age - a.age);
}

export function lovnaderFinding(view: View): string {
  const t = texts[view.language].ssu.lovnader;
  const open = openDecisions(view);
  return open.length === 0 ? t.none : t.some(open.length, open.filter(({isLate}) => isLate).length);
}

/** The LSU in their fixed order, with what each has open. */
export function openByCommittee(view: View): {readonly name: string; readonly open: OpenDecision[]}[] {
  const open = openDecisions(view);
  return view.facts.loop.accounted
    .filter(({audience}) => audience.startsWith("lsu-"))
    .map(({audience, committee}) => ({
      name: committee[view.language],
      open: open.filter(({decision}) => decision.audience === audience),
    }));
}

/** The LSU no møtefil came from last year. */
export function notDelivered(view: View): string[] {
  return view.facts.loop.accounted
    .filter(({audience, delivered}) => audience.startsWith("lsu-") && !delivered)
    .map(({committee}) => committee[view.language]);
}

/** The other LSU that have an open decision about the same category. */
export function wantedBy(view: View, {kategori, from}: Elsewhere): string[] {
  const found = openDecisions(view).filter(
    ({decision}) => decision.kategori === kategori && decision.audience !== from,
  );
  return [...new Set(found.map(({decision}) => decision.committee[view.language]))];
}

/** The weights as SSU is writing them: what is written, and else what holds today. */
export function draftWeights(view: View, meeting: Heads): Weights["of"] {
  const now = view.facts.weights?.of;
  return Object.fromEntries(
    criteria.map((criterion) => [criterion, numberOf(meeting, "vekt", criterion) ?? now?.[criterion] ?? 0]),
  ) as Weights["of"];
}

export function areWeightsDecided(meeting: Heads): boolean {
  return fieldValue(meeting, "vekt", "vedteke") === true;
}

export function vekterFinding(view: View, meeting: Heads): string {
  const t = texts[view.language].ssu.vekter;
  const year = view.facts.year + 1;
  return areWeightsDecided(meeting)
    ? t.decided(year, weightParts(view, draftWeights(view, meeting)))
    : t.undecided(year);
}

/** The minutes of SSU: an answer to each case, what it recommends, and the weights. */
export function ssuMinutes(view: View, meeting: Heads): Minutes {
  const {ssu: t, moete} = texts[view.language];
  const answered = view.facts.loop.routes.flatMap((route) => {
    const value = fieldValue(meeting, routeSubject(route), "ssu_svar");
    const answer = ssuAnswers.find((one) => one === value);
    if (!answer) return [];
    const note = textOf(meeting, routeSubject(route), "merknad");
    const lead = t.vekter.answer(
      aboutWhat(view, route),
      route.fromName[view.language],
      t.saker.answers[answer].toLocaleLowerCase(view.language),
    );
    return [{id: route.id, lead, sentences: note === "" ? [] : [note], complete: true}];
  });
  const spread = view.facts.loop.elsewhere
    .filter((one) => fieldValue(meeting, spreadSubject(one), "tilraa") === true)
    .map((one) => ({
      id: spreadSubject(one),
      lead: t.vekter.spread(one.test.replace(/\.$/, ""), one.fromName[view.language]),
      sentences: [],
      complete: true,
    }));
  const reason = textOf(meeting, "vekt", "grunn");
  const weights = areWeightsDecided(meeting)
    ? [
        {
          id: "vekt",
          lead: t.vekter.weights(view.facts.year + 1, weightParts(view, draftWeights(view, meeting))),
          sentences: reason === "" ? [] : [reason],
          complete: true,
        },
      ]
    : [];
  return {
    title: [textOf(meeting, "moete", "sak"), t.vekter.caseTitle].filter(Boolean).join(" "),
    committee: audienceName(view.facts, view.language),
    date: date(meetingDay(view, meeting)),
    present: "",
    followUps: [],
    decisions: [...answered, ...spread, ...weights],
    disagreements: [],
    absent: "",
    replies: [],
    routes: [],
    evidence: moete.vedtak.evidence(view.facts.runId),
  };
}
