import type {Place, Ranking} from "../../pipeline/contract/conclusions.ts";
import {number, percent} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {categoryName, lsuIds, type View} from "../view.ts";

const mostNames = 3;
const longestLine = 144;

/** The places of the categories of the view's area; undefined where too much is hidden to say anything. */
export function ranking(view: View): Ranking | undefined {
  return view.facts.conclusions.rankings.find(({omraade}) => omraade === view.omraade);
}

/** Undefined for a category that is hidden, residual, or cannot be told apart from the others. */
export function place(view: View, kategori: string): Place | undefined {
  const found = ranking(view);
  return found?.differ ? found.places.find((row) => row.kategori === kategori) : undefined;
}

/** `1–3`, or one place. */
export function placeRange({lower, upper}: Place): string {
  return lower === upper ? number(lower) : `${number(lower)}–${number(upper)}`;
}

/** `97 %`, but never certain: the ends are said as more and less than what is certain. */
export function topThreeChance({topThree}: Place): string {
  if (topThree > 0.99) return `>\u00a0${percent(0.99)}`;
  return topThree < 0.01 ? `<\u00a0${percent(0.01)}` : percent(topThree);
}

/** Which categories are surely among the three largest, which may be, and when nobody can tell. */
export function rangFinding(view: View): string {
  const {findings: t} = texts[view.language];
  const found = ranking(view);
  if (!found) return t.rankHidden;
  if (!found.differ) return t.rankNone;
  const [robust, open] = [named(view, found, "robust"), named(view, found, "open")];
  if (robust.length === 0) return `${t.rankUnsure} ${t.rankBetween(open.length)}`;
  if (open.length === 0) return t.rankSure(robust);
  return `${t.rankSure(robust)} ${open.length <= mostNames ? t.rankOpen(open) : t.rankOpenMany(open.length)}`;
}

/** `rangFinding`, with the chance of each category that is or may be among the three largest. */
export function rangWithChances(view: View): string {
  const {findings: t} = texts[view.language];
  const found = ranking(view);
  const near = surest(found?.differ ? found.places : []).filter(({word}) => word !== "utanfor");
  if (near.length === 0) return rangFinding(view);
  const chances = near.map((row) => `${categoryName(view, row.kategori)} ${topThreeChance(row)}`);
  return `${rangFinding(view)} ${t.rankChances(chances)}`;
}

/** The first of `rangFinding` alone: what is settled, or that nothing is. */
export function rangTitle(view: View): string {
  const {findings: t} = texts[view.language];
  const found = ranking(view);
  if (!found?.differ) return rangFinding(view);
  const robust = named(view, found, "robust");
  return robust.length === 0 ? t.rankUnsure : t.rankSure(robust);
}

/** As `rangFinding`, after other words on the one line there is room for above the categories. */
export function rangLine(view: View, words: string): string {
  const {findings: t} = texts[view.language];
  const found = ranking(view);
  if (!found?.differ) return `${words}. ${rangFinding(view)}`;
  const robust = named(view, found, "robust");
  const line = `${words}. ${rangTitle(view)}`;
  return line.length <= longestLine || robust.length === 0 ? line : `${words}. ${t.rankSureMany(robust.length)}`;
}

function named(view: View, {places}: Ranking, word: Place["word"]): string[] {
  return surest(places)
    .filter((row) => row.word === word)
    .map(({kategori}) => categoryName(view, kategori));
}

function surest(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => b.topThree - a.topThree || a.lower - b.lower);
}

/** How many false signals to expect among the comparisons of these areas, if nothing had changed anywhere. */
export function expectedFalse(view: View, areas: readonly string[] = [view.omraade]): number {
  return view.facts.conclusions.comparisons
    .filter(({omraade}) => areas.includes(omraade))
    .reduce((sum, {falseAlarm}) => sum + falseAlarm, 0);
}

/** How many of the signals in the local areas stand when at most one in ten of them may be false. */
export function standing(view: View): number {
  const areas = lsuIds(view);
  return view.facts.conclusions.comparisons.filter(({omraade, holds}) => holds && areas.includes(omraade)).length;
}
