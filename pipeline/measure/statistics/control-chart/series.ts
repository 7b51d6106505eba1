import {requireCount, requireThat} from "../argument.ts";

/** One value per period in date order, every period there: null is a missing period, 0 is nothing reported. */
export type PeriodSeries = readonly (number | null)[];

/** A re-based chart or a break in the series: everything, rules too, starts anew at the period with this index. */
export type Rebase = Readonly<{from: number; reason: string}>;
/** The periods from `from` up to and not including `to`; `reason` is why it begins, null for the first. */
export type Phase = Readonly<{from: number; to: number; reason: string | null}>;

/** Throws on anything that is neither a finite number nor null. */
export function requireSeries(values: PeriodSeries): void {
  for (const value of values) if (value !== null) requireThat(Number.isFinite(value), "value", value);
}

/** Throws on anything that is neither a count nor null. */
export function requireCounts(counts: PeriodSeries): void {
  for (const count of counts) if (count !== null) requireCount(count);
}

/** The phases of a series of this length. A rebase is within the series, in order, and says why. */
export function phasesOf(length: number, rebases: readonly Rebase[] = []): Phase[] {
  rebases.forEach(({from, reason}, i) => {
    requireThat(Number.isInteger(from) && from > (rebases[i - 1]?.from ?? 0) && from < length, "rebase", from);
    requireThat(reason.trim() !== "", "rebase without a reason at", from);
  });
  const starts = [{from: 0, reason: null}, ...rebases];
  return starts.map(({from, reason}, i) => ({from, reason, to: starts[i + 1]?.from ?? length}));
}

/**
 * Rebases at dated reasons (ISO dates, any order). `starts` are the first days of the periods in order. The first period
 * that begins on the date or after it is the first of the new phase: the period that a change falls in belongs to the
 * old one. A reason outside the series, or before its second period, makes no phase; two before the same period are one.
 */
export function rebasesAt(
  starts: readonly string[],
  register: readonly Readonly<{date: string; reason: string}>[],
): Rebase[] {
  const rebases = new Map<number, string[]>();
  for (const {date, reason} of register.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const from = starts.findIndex((start) => start >= date);
    if (from > 0) rebases.set(from, [...(rebases.get(from) ?? []), reason]);
  }
  return [...rebases].map(([from, reasons]) => ({from, reason: reasons.join("; ")}));
}
