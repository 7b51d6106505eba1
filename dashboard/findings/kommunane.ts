import type {Quiet} from "../../pipeline/contract/conclusions.ts";
import type {Row} from "../../pipeline/contract/tables.ts";
import {roughly} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {kommunar, type Retning, shown, type View} from "../view.ts";
import {differ} from "./spread.ts";

export type Spread = "none" | "few" | "same" | "differs";

const fewestToCompare = 3;
const mostNames = 2;

/** Rows of the report year for the area's municipalities, by name; a municipality without a row is missing. */
export function kommunerader(view: View, retning: Retning): (Row<"melding_per_kommune"> & {namn: string})[] {
  return kommunar(view).map(({id, namn}) => {
    const row = view.tables.melding_per_kommune.find(
      (row) => row.aar === view.facts.year && row.kommune === id && row.retning === retning,
    );
    return {...(row ?? missingRow(view, id, retning)), namn};
  });
}

function missingRow(view: View, kommune: string, retning: Retning): Row<"melding_per_kommune"> {
  const empty = {n: null, rate: null, nedre: null, oevre: null};
  return {aar: view.facts.year, kommune, retning, folketal: 0, ...empty, status: "missing"};
}

/** Whether the rates differ more than by chance; nothing is said of all when fewer than half are shown. */
export function spread(view: View, retning: Retning): Spread {
  const all = kommunerader(view, retning);
  const rows = all
    .map((row) => ({n: shown(row), folketal: row.folketal}))
    .filter((row): row is {n: number; folketal: number} => row.n !== null && (row.folketal ?? 0) > 0);
  if (rows.length === 0) return "none";
  if (rows.length < Math.max(fewestToCompare, all.length / 2)) return "few";
  return differ(rows) ? "differs" : "same";
}

export function kommunaneFinding(view: View): string {
  const {findings: t} = texts[view.language];
  return {
    none: t.spreadNone,
    few: t.spreadFew,
    same: t.spreadSame,
    differs: t.spreadDiffers,
  }[spread(view, "K2H")];
}

export function kommunaneLead(view: View): string {
  const {findings: t} = texts[view.language];
  const rows = kommunerader(view, "K2H");
  const missing = rows.filter((row) => row.status === "missing").length;
  const shown = rows.filter((row) => row.status === "published").length;
  return t.kommunaneLead(shown, rows.length, missing);
}

/** What may be said of those who reported little or nothing, given their size and how the others report; often nothing. */
export function silenceFinding(view: View): string[] {
  const {findings: t} = texts[view.language];
  const namesOf = (word: Quiet["word"]) =>
    kommunar(view).flatMap(({id, namn}) =>
      view.facts.conclusions.quiet.some((row) => row.kommune === id && row.word === word) ? [namn] : [],
    );
  const [unexpected, chance] = [namesOf("uventa_stille"), namesOf("kan_vere_tilfeldig")];
  const tests = view.facts.conclusions.quietTests.filter(({kommune}) => kommunar(view).some(({id}) => id === kommune));
  const expected = tests.reduce((sum, {falseAlarm}) => sum + falseAlarm, 0);
  return [
    ...sentence(unexpected, t.quietUnexpected, t.quietUnexpectedMany),
    ...(unexpected.length === 0 ? [] : [t.quietExpected(tests.length, roughly(expected))]),
    ...sentence(chance, t.quietChance, t.quietChanceMany),
  ];
}

function sentence(
  names: readonly string[],
  few: (names: readonly string[]) => string,
  many: (n: number) => string,
): string[] {
  if (names.length === 0) return [];
  return [names.length <= mostNames ? few(names) : many(names.length)];
}

export function panelTitle(view: View, retning: Retning): string {
  const {findings: t, retning: names} = texts[view.language];
  const name = names[retning](view.facts.trustShort);
  return {none: t.panelFew, few: t.panelFew, same: t.panelSame, differs: t.panelDiffers}[spread(view, retning)](name);
}
