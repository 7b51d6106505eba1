import {kommunerader} from "../../dashboard/findings/kommunane.ts";
import {differ} from "../../dashboard/findings/spread.ts";
import type {Indicator, IndicatorSource, IndicatorValue} from "../contract/samhandling.ts";
import type {Row} from "../contract/tables.ts";
import {type Retning, retningar, type View} from "./view.ts";

/** What is published of one place: the value, null where it is not shown, undefined where nothing is said. */
export type Published = number | null | undefined;

/** The newest year up to that of the report that the indicator has values for; undefined where all are later. */
export function newestYear({values}: Indicator, reportYear: number): number | undefined {
  const years = values.map(({aar}) => aar).filter((aar) => aar <= reportYear);
  return years.length === 0 ? undefined : Math.max(...years);
}

/** Where the values of a year come from. */
export function sourcesIn({sources}: Indicator, year: number): readonly IndicatorSource[] {
  return sources.filter(({aar}) => aar === year);
}

/** Hospitals the values of a year are split between, by name; none where they are not. */
export function hospitalsIn({values}: Indicator, year: number): string[] {
  const named = values.flatMap(({aar, sjukehus}) => (aar === year && sjukehus !== null ? [sjukehus] : []));
  return [...new Set(named)].sort((a, b) => a.localeCompare(b, "nb"));
}

/** The value of one municipality in a year: its own, or the sum over hospitals of a count that all of them show. */
export function valueFor(indicator: Indicator, year: number, kommune: string): Published {
  const own = indicator.values.filter((value) => value.aar === year && value.kommune === kommune);
  const whole = own.find(({sjukehus}) => sjukehus === null);
  if (whole !== undefined) return whole.verdi;
  if (own.length === 0) return undefined;
  return indicator.eining === "tal" ? sumShown(own) : null;
}

function sumShown(values: readonly IndicatorValue[]): number | null {
  return values.reduce<number | null>((sum, {verdi}) => (sum === null || verdi === null ? null : sum + verdi), 0);
}

/** Discharges, the only thing reports are held against, where they are loaded. */
export function denominator({facts}: View): Indicator | undefined {
  return facts.samhandling?.find(({isNemnar, eining}) => isNemnar && eining === "tal");
}

export type DischargeRow = Row<"melding_per_kommune"> & {
  readonly namn: string;
  readonly utskrivingar: Published;
};

/**
 * The reports of each municipality per 1 000 discharges: the interval of the rate per 1 000 inhabitants is the interval
 * of the count over the inhabitants, so that both move by inhabitants / discharges. A count that is not published gives
 * no rate, and neither does a number of discharges that is not.
 */
export function perDischarges(view: View, retning: Retning): DischargeRow[] {
  const nemnar = denominator(view);
  return kommunerader(view, retning).map((row) => {
    const utskrivingar = nemnar === undefined ? undefined : valueFor(nemnar, view.facts.year, row.kommune);
    const times = utskrivingar && row.folketal ? row.folketal / utskrivingar : null;
    const moved = (value: number | null) => (value === null || times === null ? null : value * times);
    return {...row, utskrivingar, rate: moved(row.rate), nedre: moved(row.nedre), oevre: moved(row.oevre)};
  });
}

const fewestToCompare = 3;

/** Whether the reports differ more than by chance when they are held against discharges. */
export function dischargeSpread(view: View): "differs" | "same" | "few" | "none" {
  if (denominator(view) === undefined) return "none";
  const both = retningar.map((retning) => {
    const all = perDischarges(view, retning);
    const rows = all.flatMap(({status, n, utskrivingar}) =>
      status === "published" && n !== null && utskrivingar ? [{n, folketal: utskrivingar}] : [],
    );
    return rows.length < Math.max(fewestToCompare, all.length / 2) ? null : differ(rows);
  });
  if (both.every((found) => found === null)) return "few";
  return both.some((found) => found === true) ? "differs" : "same";
}
