import type {Visibility} from "../../pipeline/contract/conclusions.ts";
import type {Row} from "../../pipeline/contract/tables.ts";
import {fieldValue, type Meeting, subjectsOf, textOf} from "../meeting/meeting.ts";
import {date} from "../text/dates.ts";
import {percent} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, breaks, categories, categoryName, isResidual, melding, shown, type View} from "../view.ts";
import {place, ranking} from "./rang.ts";
import {canWeigh, inWeighedOrder, weightsSentence} from "./vekting.ts";

const mostFromData = 5;
const mostInputs = 2;

/**
 * The ids of the candidates: up to five categories, those with most weight first where they can be weighed and else the
 * surest, then what the yearly meeting brought in.
 */
export function candidatesOf(view: View, meeting: Pick<Meeting, "heads">): string[] {
  const categories = categoriesToChoose(view);
  const weights = canWeigh(view, categories) ? (view.facts.weights?.of ?? null) : null;
  return [...inWeighedOrder(view, categories, weights), ...inputsOf(meeting)];
}

function categoriesToChoose(view: View): string[] {
  const withCount = categories(view).filter((kode) => !isResidual(kode) && (shown(melding(view, kode, alle)) ?? 0) > 0);
  const chance = (kode: string) => place(view, kode)?.topThree ?? 0;
  return withCount.sort((a, b) => chance(b) - chance(a)).slice(0, mostFromData);
}

/** Input from the yearly meeting: evidence of another kind, never mixed with the numbers. */
export function inputsOf(meeting: Pick<Meeting, "heads">): string[] {
  return subjectsOf(meeting, "innspel").filter(
    (id) => fieldValue(meeting, `innspel/${id}`, "borte") !== true && textOf(meeting, `innspel/${id}`, "tittel") !== "",
  );
}

/** The id of the next input; null when there are as many as a meeting has time for. */
export function nextInput(meeting: Pick<Meeting, "heads">): string | null {
  const numbers = subjectsOf(meeting, "innspel").map((id) => Number(id.replace(/^innspel-/, "")));
  const next = numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
  return inputsOf(meeting).length < mostInputs ? `innspel-${next}` : null;
}

export function isInput(id: string): boolean {
  return id.startsWith("innspel-");
}

export function candidateName(view: View, meeting: Pick<Meeting, "heads">, id: string): string {
  return isInput(id) ? textOf(meeting, `innspel/${id}`, "tittel") : categoryName(view, id);
}

/** What the numbers say of a candidate's place in one word. */
export function candidateWord(view: View, id: string): string {
  const {words} = texts[view.language].moete.kandidatane;
  return isInput(id) ? words.innspel : words[place(view, id)?.word ?? "none"];
}

/** The committee a category belongs to, by the register; null when the LSU can act itself. */
export function ownerOf(view: View, id: string): string | null {
  return committeeOf(view, id)?.[view.language] ?? null;
}

/** Who can act on a candidate, in words. */
export function whoActs(view: View, id: string): string {
  const t = texts[view.language].moete.kandidatane;
  const committee = committeeOf(view, id);
  if (!committee) return t.ownHands;
  return committee.type === "ssu" ? committee[view.language] : t.viaSsu(committee[view.language]);
}

function committeeOf(view: View, id: string): Row<"utval"> | undefined {
  const route = view.tables.kategori.find((row) => row.akse === "feiltype" && row.kode === id)?.rute;
  return view.tables.utval.find((row) => row.id === route && (row.type === "fsu" || row.type === "ssu"));
}

/** Breaks in the report year or later that touch a category: a process in transition. */
export function changing(view: View, id: string): string[] {
  return breaks(view, id)
    .filter((row) => row.kategori !== null && Number(row.dato.slice(0, 4)) >= view.facts.year)
    .map((row) => `${row[view.language]} ${date(row.dato)}`);
}

export function visibilityOf(view: View, id: string): Visibility | undefined {
  return view.facts.conclusions.visibility.find((row) => row.omraade === view.omraade && row.kategori === id);
}

/** A chance as it is said: never quite certain, never quite impossible. */
export function chanceWord(chance: number): string {
  if (chance > 0.99) return `over ${percent(0.99)}`;
  return chance < 0.01 ? `under ${percent(0.01)}` : percent(chance);
}

/** How many candidates the numbers make sure of, how many they leave open, and how many the yearly meeting brought in. */
export function kandidatFinding(view: View, meeting: Pick<Meeting, "heads">): string {
  const t = texts[view.language].moete.kandidatane;
  const ids = candidatesOf(view, meeting);
  const counted = (word: string) => ids.filter((id) => place(view, id)?.word === word).length;
  const inputs = inputsOf(meeting).length;
  if (ids.length === 0) return t.none;
  const ranked = ranking(view);
  if (!ranked) return `${t.findingHidden(ids.length - inputs)}${t.findingInputs(inputs)}`;
  if (!ranked.differ) return `${t.findingUnranked(ids.length - inputs)}${t.findingInputs(inputs)}`;
  return t.finding(counted("robust"), counted("open"), counted("utanfor"), inputs);
}

/** The lead of the screen: what the bands are, or that there are none, and whose weights give the order. */
export function kandidatLead(view: View, ids: readonly string[]): string {
  const t = texts[view.language].moete.kandidatane;
  const lead = ranking(view)?.differ ? t.lead(view.facts.year) : t.leadPlain(view.facts.year);
  return canWeigh(view, ids) ? `${lead} ${weightsSentence(view)}` : lead;
}
