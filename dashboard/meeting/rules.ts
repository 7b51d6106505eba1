import {
  type DecisionType,
  decisionTypes,
  type Gate,
  gates,
  type Side,
  sides,
} from "../../pipeline/contract/meeting-fields.ts";
import {fieldValue, type Meeting, numberOf, textOf} from "./meeting.ts";

const dotsEach = 3;
export const mostPrioritised = 2;

type Heads = Pick<Meeting, "heads">;

export const candidateSubject = (id: string): string => `kandidat/${id}`;

export function dotsOn(meeting: Heads, side: Side, id: string): number {
  return numberOf(meeting, candidateSubject(id), `prikkar_${side}`) ?? 0;
}

/** The dots a side has, three for each who is present, and how many of them are set. */
export function dotsOf(meeting: Heads, side: Side, candidates: readonly string[]) {
  const all = (numberOf(meeting, "moete", `til_stades_${side}`) ?? 0) * dotsEach;
  return {all, used: candidates.reduce((sum, id) => sum + dotsOn(meeting, side, id), 0)};
}

/** The share of a side's dots that a candidate got, so that ten members weigh as much as two; null before any are set. */
export function dotShare(meeting: Heads, side: Side, id: string, candidates: readonly string[]): number | null {
  const {used} = dotsOf(meeting, side, candidates);
  return used === 0 ? null : dotsOn(meeting, side, id) / used;
}

/** The one candidate that every side with dots put highest; null when they differ, or fewer than two sides have set any. */
export function agreedOn(meeting: Heads, candidates: readonly string[]): string | null {
  const tops = sides.map((side) => favourites(meeting, side, candidates)).filter((top) => top.length > 0);
  const first = tops[0]?.[0] ?? null;
  return tops.length > 1 && tops.every((top) => top.length === 1 && top[0] === first) ? first : null;
}

function favourites(meeting: Heads, side: Side, candidates: readonly string[]): string[] {
  const most = Math.max(0, ...candidates.map((id) => dotsOn(meeting, side, id)));
  return most === 0 ? [] : candidates.filter((id) => dotsOn(meeting, side, id) === most);
}

export function decisionOf(meeting: Heads, id: string): DecisionType | null {
  const value = fieldValue(meeting, candidateSubject(id), "vedtak");
  return decisionTypes.find((type) => type === value) ?? null;
}

export function prioritised(meeting: Heads, candidates: readonly string[]): string[] {
  return candidates.filter((id) => decisionOf(meeting, id) === "prioriter");
}

export function gateAnswer(meeting: Heads, id: string, gate: Gate): "ja" | "nei" | null {
  const value = fieldValue(meeting, candidateSubject(id), `port_${gate}`);
  return value === "ja" || value === "nei" ? value : null;
}

/** Two of the six questions speak for trying when the answer is no. */
const againstYes: ReadonlySet<Gate> = new Set(["utanfor", "endring"]);

/** The questions whose answer speaks against trying. */
export function warningsOf(meeting: Heads, id: string): Gate[] {
  return gates.filter((gate) => gateAnswer(meeting, id, gate) === (againstYes.has(gate) ? "ja" : "nei"));
}

export type DecisionField = "grunn" | "kven" | "frist" | "via_ssu";

const needed: Readonly<Record<Exclude<DecisionType, "prioriter">, readonly DecisionField[]>> = {
  fsu: ["grunn"],
  ssu: ["grunn"],
  kunnskap: ["grunn", "kven", "frist"],
  ikkje_no: ["grunn"],
};

/** What a decision of a type asks for; a category another committee owns is not prioritised without the way through SSU. */
export function fieldsOf(type: DecisionType, owned: boolean): readonly DecisionField[] {
  if (type === "prioriter") return owned ? [] : ["via_ssu"];
  return needed[type];
}

/** What is still missing before a decision stands. */
export function decisionMissing(meeting: Heads, id: string, owned: boolean): DecisionField[] {
  const type = decisionOf(meeting, id);
  return type === null ? [] : fieldsOf(type, owned).filter((field) => !isFilled(meeting, candidateSubject(id), field));
}

function isFilled(meeting: Heads, subject: string, field: string): boolean {
  const value = fieldValue(meeting, subject, field);
  return typeof value === "string" ? value.trim() !== "" : value !== null && value !== false;
}

export const pdsaSubject = (id: string): string => `pdsa/${id}`;

/** A first test later than this is a project, not a small test. */
const daysToFirstTest = 21;

/** What a PDSA card cannot do without, in the order it is filled in. */
const cardFields = [
  "maal",
  "eigar_sjukehus",
  "eigar_kommune",
  "proeve",
  "proeve_dato",
  "spaadom",
  "spaadom_tal",
  "teljar",
  "nemnar",
  "kjelde",
  "ofte",
  "vurdering",
] as const;
export type CardFault = (typeof cardFields)[number] | "proeve_for_sein" | "proeve_for_tidleg" | "vurdering_for_tidleg";

/** What is missing on a card or cannot be right; `from` is the day of the meeting (ISO). */
export function cardFaults(meeting: Heads, id: string, from: string): CardFault[] {
  const subject = pdsaSubject(id);
  const test = textOf(meeting, subject, "proeve_dato");
  const review = textOf(meeting, subject, "vurdering");
  const days = test === "" ? 0 : daysBetween(from, test);
  return [
    ...cardFields.filter((field) => !isFilled(meeting, subject, field)),
    ...(days > daysToFirstTest ? (["proeve_for_sein"] as const) : []),
    ...(days < 0 ? (["proeve_for_tidleg"] as const) : []),
    ...(test !== "" && review !== "" && daysBetween(test, review) <= 0 ? (["vurdering_for_tidleg"] as const) : []),
  ];
}

/** A card is saved when somebody said so and nothing has become missing since. */
export function isCardSaved(meeting: Heads, id: string, from: string): boolean {
  return fieldValue(meeting, pdsaSubject(id), "klar") === true && cardFaults(meeting, id, from).length === 0;
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
