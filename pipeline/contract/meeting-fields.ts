/** The three sides of a committee. Each side's dots count as much as another's, however many came. */
export const sides = ["kommune", "sjukehus", "brukar"] as const;
export type Side = (typeof sides)[number];

/** What a committee can decide about a candidate. There is no way to take something for information. */
export const decisionTypes = ["prioriter", "fsu", "ssu", "kunnskap", "ikkje_no"] as const;
export type DecisionType = (typeof decisionTypes)[number];

/** What becomes of a decision from last time. */
export const followUps = ["avslutt", "juster", "hald_fram"] as const;
export type FollowUp = (typeof followUps)[number];

/** The six questions that stop a project nobody can carry out, after CEC NSW, Improvement Science Step by Step (2021). */
export const gates = ["eigd", "viktig", "problem", "utanfor", "lite", "endring"] as const;
export type Gate = (typeof gates)[number];

export const frequencies = ["veke", "maanad", "kvartal"] as const;
export type Frequency = (typeof frequencies)[number];

/** How far a tiltak has come. `ukjend`: nobody has told, or the source has lost it. */
export const tiltakStatuses = ["ukjend", "ikkje", "planlagt", "under", "gjennomfoert"] as const;
export type TiltakStatus = (typeof tiltakStatuses)[number];

/** Which way a process measure is better, as the committee declared. */
export const betterWays = ["opp", "ned"] as const;
export type BetterWay = (typeof betterWays)[number];

/** What SSU does with a case from an LSU, and what an FSU answers when it gets one. */
export const ssuAnswers = ["fsu", "tek", "attende", "nei"] as const;
export type SsuAnswer = (typeof ssuAnswers)[number];
export const fsuAnswers = ["gjer", "attende", "nei"] as const;
export type FsuAnswer = (typeof fsuAnswers)[number];

export type Value = string | number | boolean | null;

type Rule =
  | {readonly kind: "text"; readonly longest: number}
  | {readonly kind: "whole"; readonly most: number}
  | {readonly kind: "number"}
  | {readonly kind: "date"}
  | {readonly kind: "flag"}
  | {readonly kind: "choice"; readonly of: readonly string[]};

const text = (longest: number): Rule => ({kind: "text", longest});
const whole = (most: number): Rule => ({kind: "whole", most});
const choice = (of: readonly string[]): Rule => ({kind: "choice", of});
const date: Rule = {kind: "date"};
const number: Rule = {kind: "number"};
const flag: Rule = {kind: "flag"};

const perSide = (field: string, rule: Rule) => Object.fromEntries(sides.map((side) => [`${field}_${side}`, rule]));
const perGate = Object.fromEntries(gates.map((gate) => [`port_${gate}`, choice(["ja", "nei"])]));

const LONG = 600;
const SHORT = 120;
/** More than any ward or municipality counts in a period. */
const MOST = 1_000_000;

/**
 * Everything a meeting can write down: by subject, then by field. A subject stands alone (`moete`) or is followed by what
 * it is about (`kandidat/EPI`, `maaling/2025-EPI_2026M03`, `rute/lsu-nord_2025-EPI`). No field asks for a person: owners are roles.
 */
const meetingFields = {
  moete: {
    dato: date,
    sak: text(24),
    neste: date,
    fraavaer: text(LONG),
    stadfesta: flag,
    ...perSide("til_stades", whole(60)),
  },
  oppfoelging: {val: choice(followUps), merknad: text(LONG), status: choice(tiltakStatuses)},
  maaling: {teljar: whole(MOST), nemnar: whole(MOST), merknad: text(LONG)},
  rute: {
    ssu_svar: choice(ssuAnswers),
    ssu_dato: date,
    fsu_svar: choice(fsuAnswers),
    fsu_dato: date,
    merknad: text(LONG),
  },
  melding: {tiltak: text(LONG), kven: text(SHORT), frist: date},
  kandidat: {
    ...perSide("prikkar", whole(180)),
    ...perGate,
    vedtak: choice(decisionTypes),
    via_ssu: flag,
    grunn: text(LONG),
    kven: text(SHORT),
    frist: date,
    usemje: text(LONG),
    vekter: text(SHORT),
  },
  spreiing: {tilraa: flag},
  vekt: {mengd: whole(100), alvor: whole(100), breidde: whole(100), grunn: text(LONG), vedteke: flag},
  innspel: {tittel: text(SHORT), skildring: text(LONG), borte: flag},
  pdsa: {
    maal: text(LONG),
    eigar_kommune: text(SHORT),
    eigar_sjukehus: text(SHORT),
    proeve: text(LONG),
    proeve_dato: date,
    spaadom: text(LONG),
    spaadom_tal: number,
    teljar: text(SHORT),
    nemnar: text(SHORT),
    betre: choice(betterWays),
    kjelde: text(SHORT),
    ofte: choice(frequencies),
    balanse: text(SHORT),
    vurdering: date,
    kostnad: text(SHORT),
    betalar: text(SHORT),
    klar: flag,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Rule>>>>;

export type SubjectKind = keyof typeof meetingFields;

const alone: ReadonlySet<string> = new Set<SubjectKind>(["moete", "melding", "vekt"]);
const ABOUT = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** True when a meeting can hold `value` in `field` of `subject`; null stands for emptied. */
export function isAllowed(subject: string, field: string, value: unknown): value is Value {
  const rule = ruleOf(subject, field);
  return rule !== null && (value === null || holds(rule, value));
}

function ruleOf(subject: string, field: string): Rule | null {
  const [kind = "", about, ...rest] = subject.split("/");
  if (!Object.hasOwn(meetingFields, kind) || rest.length > 0) return null;
  if (alone.has(kind) ? about !== undefined : about === undefined || !ABOUT.test(about)) return null;
  const fields: Readonly<Record<string, Rule>> = meetingFields[kind as SubjectKind];
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;
}

function holds(rule: Rule, value: unknown): boolean {
  switch (rule.kind) {
    case "text":
      return typeof value === "string" && value.length <= rule.longest;
    case "whole":
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= rule.most;
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "date":
      return typeof value === "string" && isIsoDate(value);
    case "flag":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && rule.of.includes(value);
  }
}

function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** The longest text of a field, for the form. */
export function longestOf(kind: SubjectKind, field: string): number {
  const rule: Rule | undefined = (meetingFields[kind] as Readonly<Record<string, Rule>>)[field];
  return rule?.kind === "text" ? rule.longest : 0;
}
