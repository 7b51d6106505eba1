import type {Bilingual, Language} from "../contract/edition.ts";
import type {Task, TaskGroup, TaskKind} from "./task.ts";
import {periodWord, statusTexts} from "./text/text.ts";

/** One row of the year: from and to are month and day, `01-15`. */
export interface YearWheelRow {
  readonly id: string;
  readonly fraa: string;
  readonly til: string;
  readonly kven: string;
  readonly nn: string;
  readonly nb: string;
}

/** A decision that is not closed. */
interface OpenDecision {
  readonly id: string;
  readonly committee: Bilingual;
  readonly subject: Bilingual;
  readonly year: number;
  readonly due: string | null;
  /** A first test that should be over and that nobody has told of. */
  readonly untold: boolean;
  /** The first period without numbers that is over; null when none is. */
  readonly missingFrom: string | null;
}

interface WaitingRoute {
  readonly id: string;
  readonly subject: Bilingual;
  readonly from: Bilingual;
  readonly waitsFor: "ssu" | "fsu";
  readonly fsu: Bilingual;
  readonly age: number;
}

/** All that is known on the day somebody asks. `year` is the report's. */
export interface StatusFacts {
  readonly today: string;
  readonly language: Language;
  readonly year: number;
  readonly synthetic: boolean;
  readonly hasEdition: boolean;
  /** Parties that are expected to deliver: what they are called, and whether they have. */
  readonly parties: readonly {readonly id: string; readonly name: string; readonly hasDelivered: boolean}[];
  readonly wheel: readonly YearWheelRow[];
  readonly committees: readonly {readonly id: string; readonly type: "lsu" | "ssu"; readonly name: Bilingual}[];
  /** Committees a møtefil has come from for this year. */
  readonly delivered: ReadonlySet<string>;
  readonly conflicts: readonly {readonly committee: Bilingual; readonly about: Bilingual}[];
  readonly decisions: readonly OpenDecision[];
  readonly routes: readonly WaitingRoute[];
  readonly thanks: number;
}

interface Draft {
  readonly id: string;
  readonly kind: TaskKind;
  readonly who: string;
  readonly words?: readonly string[];
  readonly due?: string | null;
}

const order: readonly TaskGroup[] = ["late", "now", "later", "waiting"];
const daysAhead = 30;

/** Everything that is left to do: what is late first, then by date, then what has none. */
export function tasksOf(facts: StatusFacts): Task[] {
  const drafts = facts.hasEdition
    ? [
        ...deliveryTasks(facts),
        ...meetingTasks(facts),
        ...decisionTasks(facts),
        ...routeTasks(facts),
        ...thankTasks(facts),
      ]
    : [{id: "koeyring", kind: "koeyring" as const, who: statusTexts[facts.language].secretariat}];
  return [...drafts, ...wheelTasks(facts)]
    .map((draft) => taskOf(draft, facts))
    .sort(
      (a, b) =>
        order.indexOf(a.group) - order.indexOf(b.group) ||
        compare(a.due ?? "9999", b.due ?? "9999") ||
        compare(a.id, b.id),
    );
}

function taskOf({id, kind, who, words = [], due = null}: Draft, {today, language}: StatusFacts): Task {
  const {what, todo} = statusTexts[language].tasks[kind];
  const left = due === null ? 0 : daysBetween(today, due);
  const group: TaskGroup = due === null ? "waiting" : left < 0 ? "late" : left <= daysAhead ? "now" : "later";
  return {id, kind, who, what: what(words), todo, due, daysLate: Math.max(0, -left), group};
}

function deliveryTasks(facts: StatusFacts): Draft[] {
  const {parties, year, language} = facts;
  const round = facts.wheel.find(({kven}) => kven === "avsendarane");
  const due = round ? dayIn(year + 1, round.fraa) : null;
  const missing = parties
    .filter(({hasDelivered}) => !hasDelivered)
    .map(({id, name}): Draft => ({id: `levering-${year}-${id}`, kind: "levering", who: name, words: [`${year}`], due}));
  const heard = parties.filter(({hasDelivered}) => hasDelivered).length;
  if (!round || heard === 0 || !isOpen(round, facts)) return missing;
  const text = statusTexts[language];
  return [
    ...missing,
    {
      id: `verifisering-${year}`,
      kind: "verifisering",
      who: text.senders,
      words: [`${heard}`],
      due: dayIn(year + 1, round.til),
    },
  ];
}

const dayIn = (year: number, monthAndDay: string): string => `${year}-${monthAndDay}`;

function isOpen({fraa, til}: YearWheelRow, {today, year}: StatusFacts): boolean {
  return dayIn(year + 1, fraa) <= today && today <= dayIn(year + 1, til);
}

function meetingTasks({committees, delivered, conflicts, wheel, year, language}: StatusFacts): Draft[] {
  const missing = committees
    .filter(({id}) => !delivered.has(id))
    .map(({id, type, name}): Draft => {
      const row = wheel.find(({kven}) => kven === type);
      const due = row ? dayIn(year + 1, row.til) : null;
      return {id: `moetefil-${year}-${id}`, kind: "moetefil", who: name[language], words: [`${year}`], due};
    });
  const disagreements = conflicts.map(({committee, about}, index): Draft => {
    return {
      id: `usemje-${index}-${idIn(about.nn)}`,
      kind: "usemje",
      who: committee[language],
      words: [about[language]],
    };
  });
  return [...missing, ...disagreements];
}

const idIn = (text: string): string => text.replace(/[^A-Za-z0-9_-]+/g, "-");

function decisionTasks({decisions, language, today}: StatusFacts): Draft[] {
  return decisions.flatMap(({id, committee, subject, year, due, untold, missingFrom}): Draft[] => {
    const who = committee[language];
    const about = subject[language];
    return [
      ...(due === null ? [] : [{id: `vedtak-${id}`, kind: "vedtak" as const, who, words: [about, `${year}`], due}]),
      ...(untold ? [{id: `proeve-${id}`, kind: "proeve" as const, who, words: [about], due: today}] : []),
      ...(missingFrom === null
        ? []
        : [
            {
              id: `maal-${id}`,
              kind: "maal" as const,
              who,
              words: [about, periodWord(missingFrom, language)],
              due: today,
            },
          ]),
    ];
  });
}

function routeTasks({routes, language}: StatusFacts): Draft[] {
  return routes.map(({id, subject, from, waitsFor, fsu, age}): Draft => {
    const words = [`${from[language]}, ${subject[language]}`, `${age}`, fsu[language]];
    const who = waitsFor === "ssu" ? "SSU" : fsu[language];
    return {id: `rute-${id}`, kind: waitsFor === "ssu" ? "rute_ssu" : "rute_fsu", who, words};
  });
}

function thankTasks({thanks, wheel, year, language}: StatusFacts): Draft[] {
  if (thanks === 0) return [];
  const row = wheel.find(({id}) => id.endsWith("takk"));
  const due = row ? dayIn(year + 1, row.til) : null;
  return [{id: `takk-${year}`, kind: "takk", who: statusTexts[language].secretariat, words: [`${thanks}`], due}];
}

/** The rows of the year that are going on or come within a year; the round and the missing files are tasks of their own. */
function wheelTasks({wheel, today, language, committees}: StatusFacts): Draft[] {
  const text = statusTexts[language];
  const names: Readonly<Record<string, string>> = {
    sekretariat: text.secretariat,
    avsendarane: text.senders,
    lsu: "LSU",
    ssu: committees.find(({type}) => type === "ssu")?.name[language] ?? "SSU",
  };
  const thisYear = Number(today.slice(0, 4));
  return wheel.map((row): Draft => {
    const year = dayIn(thisYear, row.til) < today ? thisYear + 1 : thisYear;
    const due = dayIn(year, row.til);
    return {
      id: `aarshjul-${row.id}-${year}`,
      kind: "aarshjul",
      who: names[row.kven] ?? row.kven,
      words: [row[language]],
      due,
    };
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
