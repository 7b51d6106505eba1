import type {EarlierDecision} from "../contract/decisions.ts";
import type {MeetingFile} from "../contract/meeting.ts";
import {
  type BetterWay,
  betterWays,
  type Frequency,
  type FsuAnswer,
  followUps,
  frequencies,
  fsuAnswers,
  type SsuAnswer,
  ssuAnswers,
  type TiltakStatus,
  tiltakStatuses,
  type Value,
} from "../contract/meeting-fields.ts";
import {type Entry, fieldKey, type Heads, headsOf, isConflict, mergeEntries} from "../contract/meeting-log.ts";
import {decisionsOf} from "./earlier-decisions.ts";
import {isPeriod} from "./period.ts";
import {settled, words} from "./settled.ts";

/** One period of a process measure as the committee counted it. */
export interface CountedPeriod {
  readonly period: string;
  readonly teljar: number;
  readonly nemnar: number | null;
  /** Why it was changed afterwards; empty when it was not. */
  readonly changed: string;
}

/** What was answered to a case sent from an LSU. */
interface Answers {
  readonly ssuAnswer: SsuAnswer | null;
  readonly ssuDate: string | null;
  readonly fsuAnswer: FsuAnswer | null;
  readonly fsuDate: string | null;
  readonly note: string;
}

/** A decision with all that later meetings and tables have said of it. */
export interface DecisionRecord extends EarlierDecision {
  readonly audience: string;
  readonly synthetic: boolean;
  readonly decided: string;
  readonly goal: string;
  readonly prediction: string;
  /** Goal and measure for those who reported; whoever shows them takes out what may point at somebody. */
  readonly told: {readonly goal: string; readonly measure: string};
  readonly better: BetterWay | null;
  readonly frequency: Frequency;
  readonly cost: string;
  /** Null while nobody has told. */
  readonly status: TiltakStatus | null;
  readonly note: string;
  readonly counted: readonly CountedPeriod[];
  readonly answers: Answers;
}

/** Every decision in the register, in the order of committee, year and candidate. */
export function decisionRecords(meetings: readonly MeetingFile[]): DecisionRecord[] {
  return meetings.flatMap((file) => {
    const others = meetings.filter(({synthetic}) => synthetic === file.synthetic);
    const own = others.filter(({audience}) => audience === file.audience);
    return decisionsOf(file).map((decision) => recordOf(decision, file, {own, others}));
  });
}

interface Around {
  /** The meetings of the same committee, all years. */
  readonly own: readonly MeetingFile[];
  readonly others: readonly MeetingFile[];
}

function recordOf(decision: EarlierDecision, file: MeetingFile, {own, others}: Around): DecisionRecord {
  const heads = headsOf(file.entries);
  const about = decision.id.slice(`${decision.year}-`.length);
  const card = (field: string): Value => settled(heads, `pdsa/${about}`, field);
  const last = (field: string): Value => lastSaid(own, `oppfoelging/${decision.id}`, field);
  return {
    ...decision,
    audience: file.audience,
    synthetic: file.synthetic,
    decided: decidedOn(file, heads, about),
    goal: words(card("maal")),
    prediction: words(card("spaadom")),
    told: {goal: words(card("maal")), measure: decision.measure},
    better: oneOf(betterWays, card("betre")),
    frequency: oneOf(frequencies, card("ofte")) ?? "maanad",
    cost: words(card("kostnad")),
    followUp: oneOf(followUps, last("val")),
    status: oneOf(tiltakStatuses, last("status")),
    note: words(last("merknad")),
    counted: countedPeriods(own, decision.id),
    answers: answersTo(others, `${file.audience}_${decision.id}`),
  };
}

/** The day of the meeting; where it was not written, the day the decision was. */
function decidedOn({entries}: MeetingFile, heads: Heads, about: string): string {
  const day = words(settled(heads, "moete", "dato"));
  if (day !== "") return day;
  const written = entries.filter(({subject, field}) => subject === `kandidat/${about}` && field === "vedtak");
  return (written.at(-1)?.at ?? "").slice(0, 10);
}

/**
 * What the meetings say of a field, each year's log by itself: a later meeting stands before an earlier one, while
 * machines that disagree within one log say nothing.
 */
function lastSaid(meetings: readonly MeetingFile[], subject: string, field: string): Value {
  const [last] = meetings
    .flatMap(({entries}) => {
      const held = standingIn(entries, subject, field);
      return held.length === 0 || isConflict(held) ? [] : held.slice(-1);
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
  return last?.value ?? null;
}

/** The entries of one log that stand for a field. */
export function standingIn(entries: readonly Entry[], subject: string, field: string): readonly Entry[] {
  const own = entries.filter((entry) => entry.subject === subject && entry.field === field);
  return headsOf(own).get(fieldKey(subject, field)) ?? [];
}

/** The periods both numbers of which nobody disagrees about, oldest first. */
function countedPeriods(meetings: readonly MeetingFile[], id: string): CountedPeriod[] {
  const prefix = `maaling/${id}_`;
  const entries = meetings
    .map((meeting) => meeting.entries.filter(({subject}) => subject.startsWith(prefix)))
    .reduce((all, own) => mergeEntries(all, own), [] as readonly Entry[]);
  const heads = headsOf(entries);
  const periods = [...new Set(entries.map(({subject}) => subject.slice(prefix.length)))].filter(isPeriod).sort();
  return periods.flatMap((period): CountedPeriod[] => {
    const read = (field: string): Value => settled(heads, `${prefix}${period}`, field);
    const isOpen = ["teljar", "nemnar"].some((field) =>
      isConflict(heads.get(fieldKey(`${prefix}${period}`, field)) ?? []),
    );
    const [teljar, nemnar] = [read("teljar"), read("nemnar")];
    if (isOpen || typeof teljar !== "number") return [];
    return [{period, teljar, nemnar: typeof nemnar === "number" ? nemnar : null, changed: words(read("merknad"))}];
  });
}

function answersTo(meetings: readonly MeetingFile[], about: string): Answers {
  const read = (field: string): Value => lastSaid(meetings, `rute/${about}`, field);
  return {
    ssuAnswer: oneOf(ssuAnswers, read("ssu_svar")),
    ssuDate: words(read("ssu_dato")) || null,
    fsuAnswer: oneOf(fsuAnswers, read("fsu_svar")),
    fsuDate: words(read("fsu_dato")) || null,
    note: words(read("merknad")),
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: Value): T | null {
  return allowed.find((one) => one === value) ?? null;
}
