import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {alle, areaShort, categories, categoryName, lsuIds, melding, shown, type View} from "../view.ts";
import {type Dom, verdict} from "./moenster.ts";

interface Signal {
  readonly kode: string;
  readonly dom: Dom;
  readonly omraade: string;
}

const mostSentences = 2;

/** Every category in every LSU that could be compared with the year before. */
export function comparisons(view: View): Signal[] {
  return categories(view).flatMap((kode) =>
    lsuIds(view).flatMap((omraade) => {
      const found = verdict({...view, omraade}, kode);
      return found.kind === "dom" ? [{kode, omraade, dom: found.dom}] : [];
    }),
  );
}

export function fylketFinding(view: View): string {
  const {findings: t} = texts[view.language];
  const all = comparisons(view);
  if (all.length === 0) return t.countyNotCompared;
  const signals = all.filter((signal) => signal.dom !== "uviss");
  if (signals.length === 0) return all.length === squares(view) ? t.countyNone : t.countyNoneAmong(all.length);
  const sentences = groups(signals).map((group) => sentence(view, group));
  if (sentences.length <= mostSentences) return sentences.join(" ");
  const of = (dom: Dom) => new Set(signals.filter((signal) => signal.dom === dom).map(({kode}) => kode)).size;
  const areas = new Set(signals.map((signal) => signal.omraade)).size;
  if (of("nedgang") === 0) return t.countyManyUp(of("auke"), areas);
  if (of("auke") === 0) return t.countyManyDown(of("nedgang"), areas);
  return t.countyMany(of("auke"), of("nedgang"), areas);
}

function squares(view: View): number {
  return lsuIds(view).length * categories(view).length;
}

function groups(signals: readonly Signal[]): Signal[][] {
  const byKey = new Map<string, Signal[]>();
  for (const signal of signals) {
    const key = `${signal.dom} ${signal.kode}`;
    byKey.set(key, [...(byKey.get(key) ?? []), signal]);
  }
  return [...byKey.values()];
}

function sentence(view: View, group: readonly Signal[]): string {
  const {findings: t} = texts[view.language];
  const areas = group.map((signal) => areaShort(view, signal.omraade));
  const [first] = group;
  if (!first) return "";
  const name = categoryName(view, first.kode);
  return first.dom === "auke" ? t.countyUp(name, areas) : t.countyDown(name, areas);
}

export function fylketLead(view: View): string {
  const {findings: t, messages} = texts[view.language];
  const total = shown(melding(view, alle, alle));
  if (total === null) return t.patternLeadHidden;
  return t.countyLead(messages(number(total), total), view.facts.year, lsuIds(view).length);
}

export function fylketTitle(view: View): string {
  const all = comparisons(view);
  return texts[view.language].findings.gridTitle(all.filter((signal) => signal.dom !== "uviss").length, all.length);
}
