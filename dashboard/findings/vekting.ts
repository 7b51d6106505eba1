import type {Range, Weighing} from "../../pipeline/contract/conclusions.ts";
import {type Criterion, criteria, type Weights} from "../../pipeline/contract/evidence.ts";
import {number, percent} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";

type Of = Weights["of"];

function weighing(view: View, kategori: string): Weighing | undefined {
  return view.facts.conclusions.weighings.find((row) => row.omraade === view.omraade && row.kategori === kategori);
}

/** Whether there is anything to weigh: weights, and at least two candidates they can tell apart. */
export function canWeigh(view: View, ids: readonly string[]): boolean {
  return view.facts.weights !== null && ids.filter((id) => weighing(view, id)).length > 1;
}

/** What a candidate weighs: a range where a criterion is not shown. Null for one without numbers. */
function score(view: View, id: string, of: Of): Range | null {
  const row = weighing(view, id);
  const total = criteria.reduce((sum, criterion) => sum + of[criterion], 0);
  if (!row || total === 0) return null;
  const at = (end: keyof Range): number =>
    criteria.reduce((sum, criterion) => sum + (of[criterion] / total) * row.criteria[criterion][end], 0);
  return {lower: at("lower"), upper: at("upper")};
}

/** The places a candidate can have among these under the weights, whatever the hidden numbers are. */
export function weighedPlace(view: View, id: string, {ids, of}: {ids: readonly string[]; of: Of}): Range | null {
  const own = score(view, id, of);
  if (!own) return null;
  const others = ids.flatMap((other) => (other === id ? [] : (score(view, other, of) ?? [])));
  return {
    lower: 1 + others.filter(({lower}) => lower > own.upper + ALIKE).length,
    upper: 1 + others.filter(({upper}) => upper > own.lower + ALIKE).length,
  };
}

const ALIKE = 1e-9;

/** The candidates by what they weigh in the middle of their range; those without numbers last, in their order. */
export function inWeighedOrder(view: View, ids: readonly string[], of: Of | null): string[] {
  if (of === null) return [...ids];
  const middle = (id: string): number => {
    const found = score(view, id, of);
    return found ? (found.lower + found.upper) / 2 : -1;
  };
  return [...ids].sort((a, b) => middle(b) - middle(a));
}

/** Whether weights matter for a candidate, by SMAA over all reasonable weights; empty when that was not worked out. */
export function weighingWord(view: View, id: string): string {
  const t = texts[view.language].grunnlag;
  const words = {robust: t.robust, open: t.openWord, utanfor: t.outside};
  const word = weighing(view, id)?.word;
  return word ? words[word] : "";
}

/** `mengd 40 %`, `alvor 40 %`, `breidde 20 %`. */
export function weightParts(view: View, of: Of): string[] {
  const t = texts[view.language].grunnlag;
  const total = criteria.reduce((sum, criterion) => sum + of[criterion], 0);
  return criteria.map((criterion: Criterion) =>
    t.part(t.criteria[criterion], percent(total === 0 ? 0 : of[criterion] / total)),
  );
}

/** Which weights hold, and whose they are. */
export function weightsSentence(view: View): string {
  const t = texts[view.language].grunnlag;
  const {weights} = view.facts;
  if (weights === null) return t.none;
  const parts = weightParts(view, weights.of);
  return weights.assumed ? t.assumed(parts) : t.own(parts, weights.from);
}

/** A place, or the places it can be. */
export function placeWords({lower, upper}: Range): string {
  return lower === upper ? number(lower) : `${number(lower)}–${number(upper)}`;
}
