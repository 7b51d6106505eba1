import type {Bilingual} from "../contract/edition.ts";
import {
  type Accounted,
  type DecisionEffect,
  type Elsewhere,
  type Followed,
  type Loop,
  type Route,
  type Tiltak,
  type Verdict,
  verdicts,
} from "../contract/loop.ts";
import type {TiltakStatus} from "../contract/meeting-fields.ts";
import type {Row, Tables} from "../contract/tables.ts";
import type {DecisionRecord} from "../decide/decision-records.ts";
import {daysOf} from "../decide/period.ts";
import {measureEffect, measureSeries, notTried, reportEffect} from "./effects.ts";

const ssu = "ssu";
const tried: ReadonlySet<TiltakStatus> = new Set(["under", "gjennomfoert"]);

/** All the loop rests on besides the decisions: the tables of the edition, and the day and year of the run. */
export interface LoopFacts {
  readonly tables: Tables;
  readonly year: number;
  readonly runDate: string;
  readonly threshold: number;
  readonly tiltak: readonly Tiltak[];
  /** The committees that meet, in the order of the register. */
  readonly audiences: readonly {readonly id: string; readonly name: Bilingual; readonly isSsu: boolean}[];
  /** Committees a møtefil has come from for the year before. */
  readonly delivered: ReadonlySet<string>;
}

/** The whole loop, as the county's committee sees it. */
export function loopOf(records: readonly DecisionRecord[], facts: LoopFacts): Loop {
  const before = records.filter(({year}) => year < facts.year);
  const followed = before.map((record) => followedOf(record, facts));
  const last = facts.year - 1;
  return {
    followed: followed.filter(({year, closed}) => year === last || !closed),
    fresh: records.filter(({year}) => year === facts.year).map((record) => followedOf(record, facts)),
    routes: records
      .filter(({year}) => year <= facts.year)
      .flatMap((record) => routeOf(record, facts))
      .filter(({waitsFor, sent}) => waitsFor !== null || Number(sent.slice(0, 4)) >= facts.year),
    tiltak: [...facts.tiltak, ...followed.flatMap(tiltakOf)],
    elsewhere: followed.flatMap(elsewhereOf),
    accounted: facts.audiences.map((audience) =>
      accountedOf(
        audience,
        followed.filter(({year, audience: own}) => year === last && own === audience.id),
        facts.delivered,
      ),
    ),
  };
}

/** What one LSU may see of it: its own decisions and cases, and what worked elsewhere. */
export function loopFor(loop: Loop, audience: string): Loop {
  const own = <T extends {readonly audience: string}>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.audience === audience);
  return {
    followed: own(loop.followed),
    fresh: own(loop.fresh),
    routes: loop.routes.filter(({from}) => from === audience),
    tiltak: loop.tiltak.filter(
      ({utval}) => utval === audience || !loop.accounted.some((other) => other.audience === utval),
    ),
    elsewhere: loop.elsewhere.filter(({from}) => from !== audience),
    accounted: own(loop.accounted),
  };
}

function followedOf(record: DecisionRecord, facts: LoopFacts): Followed {
  const {
    audience,
    answers: _answers,
    synthetic: _synthetic,
    counted: _counted,
    cost: _cost,
    frequency: _every,
    ...own
  } = record;
  const status = statusOf(record, facts.runDate);
  const closed = record.followUp === "avslutt";
  const tries = record.type === "prioriter";
  const isUntried = status === "ikkje";
  return {
    ...own,
    audience,
    committee: nameOf(facts, audience),
    status,
    closed,
    daysLate: closed || record.due === null ? 0 : Math.max(0, daysBetween(record.due, facts.runDate)),
    series: tries ? measureSeries(record, facts.threshold) : null,
    effect: !tries ? null : isUntried ? notTried : measureEffect(record, facts.tables, facts.threshold),
    reports: !tries || isUntried ? null : reportEffect(record, facts.tables),
  };
}

/** What was told; else what can be seen: that something was counted after it, or that the day of the test lies ahead. */
function statusOf({status, counted, decided, testDate, type}: DecisionRecord, today: string): TiltakStatus {
  if (status !== null) return status;
  if (type !== "prioriter") return "ukjend";
  if (counted.some(({period}) => daysOf(period).first >= decided)) return "under";
  return testDate !== null && testDate > today ? "planlagt" : "ukjend";
}

function nameOf({audiences}: LoopFacts, id: string): Bilingual {
  return audiences.find((audience) => audience.id === id)?.name ?? {nn: id, nb: id};
}

/** A case that an LSU cannot end alone. An FSU gets none but through SSU, and what costs goes to SSU first. */
function routeOf(record: DecisionRecord, facts: LoopFacts): Route[] {
  const why = reasonToSend(record);
  if (why === null) return [];
  const {ssuAnswer, ssuDate, fsuAnswer, fsuDate, note} = record.answers;
  const strategic = facts.audiences.find(({isSsu}) => isSsu);
  const fsu = committeeOf(facts.tables, record);
  const goesOn = ssuAnswer === "fsu" || (ssuAnswer === null && why === "fsu");
  const waiting = waitsFor(record.answers);
  const until = waiting === null ? (fsuDate ?? ssuDate ?? facts.runDate) : facts.runDate;
  return [
    {
      id: `${record.audience}_${record.id}`,
      from: record.audience,
      fromName: nameOf(facts, record.audience),
      kategori: record.kategori,
      title: record.title,
      why,
      to: goesOn ? (fsu?.id ?? ssu) : (strategic?.id ?? ssu),
      toName: goesOn && fsu ? {nn: fsu.nn, nb: fsu.nb} : (strategic?.name ?? {nn: "SSU", nb: "SSU"}),
      sent: record.decided,
      waitsFor: waiting,
      age: Math.max(0, daysBetween(record.decided, until)),
      ...{ssuAnswer, ssuDate, fsuAnswer, fsuDate, note},
    },
  ];
}

export function reasonToSend({
  type,
  viaSsu,
  cost,
}: Pick<DecisionRecord, "type" | "viaSsu" | "cost">): Route["why"] | null {
  if (type === "ssu" || type === "fsu") return type;
  if (type !== "prioriter") return null;
  if (cost !== "") return "oekonomi";
  return viaSsu ? "eigar" : null;
}

/** Whose answer a case waits for: SSU's first, and an FSU's when SSU has sent it there. */
export function waitsFor({ssuAnswer, fsuAnswer}: DecisionRecord["answers"]): Route["waitsFor"] {
  if (ssuAnswer === null) return ssu;
  return ssuAnswer === "fsu" && fsuAnswer === null ? "fsu" : null;
}

/** The professional committee the category's route leads to. */
function committeeOf({kategori, utval}: Tables, record: DecisionRecord): Row<"utval"> | undefined {
  const {rute} = kategori.find(({akse, kode}) => akse === "feiltype" && kode === record.kategori) ?? {};
  return utval.find(({id, type}) => id === rute && type === "fsu");
}

/** A tiltak an LSU chose and has not closed, in the form it shares with those of the professional committees. */
function tiltakOf(followed: Followed): Tiltak[] {
  const {id, audience, committee, type, closed, kategori, goal, test, measure, prediction, status, effect} = followed;
  if (type !== "prioriter" || closed) return [];
  const said = (text: string): Bilingual | null => (text === "" ? null : {nn: text, nb: text});
  const none = {nn: "", nb: ""};
  return [
    {
      ...{id: `${audience}-${id}`, utval: audience, utvalName: committee, delmaal: null, status, antatt: false},
      ...{maal: said(goal) ?? none, tiltak: said(test) ?? said(goal) ?? none},
      ...{indikator: said(measure), spaadom: said(prediction)},
      ...{eigarKommune: followed.ownerMunicipality, eigarSjukehus: followed.ownerHospital},
      ...{fra: followed.decided, til: followed.due, effekt: effect?.verdict ?? null},
      kategoriar: kategori === null ? [] : [kategori],
    },
  ];
}

function elsewhereOf({id, audience, committee, kategori, test, measure, effect}: Followed): Elsewhere[] {
  const verdict = effect?.verdict;
  if (kategori === null || (verdict !== "betring_paavist" && verdict !== "truleg_betring")) return [];
  return [{id, from: audience, fromName: committee, kategori, test, measure, verdict, ratio: effect?.ratio ?? null}];
}

function accountedOf(
  {id, name}: LoopFacts["audiences"][number],
  followed: readonly Followed[],
  delivered: ReadonlySet<string>,
): Accounted {
  const chosen = followed.filter(({type}) => type === "prioriter");
  const count = (is: (one: Followed) => boolean): number => chosen.filter(is).length;
  const effects = chosen.flatMap(({effect}): DecisionEffect[] => (effect === null ? [] : [effect]));
  return {
    audience: id,
    committee: name,
    delivered: delivered.has(id),
    decisions: followed.length,
    chosen: chosen.length,
    tried: count(({status}) => tried.has(status)),
    measured: count(({series}) => series !== null && series.after !== null),
    closed: followed.filter(({closed}) => closed).length,
    unknown: count(({status}) => status === "ukjend"),
    verdicts: Object.fromEntries(
      verdicts.map((verdict) => [verdict, effects.filter((effect) => effect.verdict === verdict).length]),
    ) as Record<Verdict, number>,
  };
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
