import type {Bilingual} from "./language.ts";

/** What an indicator is measured in: a count, a percentage, or per 1 000 inhabitants. */
export const indicatorUnits = ["tal", "prosent", "per_1000"] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/** A value that others have published; null where they hide it or have none. */
export interface IndicatorValue {
  readonly aar: number;
  readonly kommune: string;
  /** Null for all hospitals together. */
  readonly sjukehus: string | null;
  readonly verdi: number | null;
  /** Which of the indicator's `sources` it stands in. */
  readonly source: number;
}

/** Where values of a year come from, and the day they were fetched. */
export interface IndicatorSource {
  readonly aar: number;
  readonly kjelde: string;
  /** ISO date. */
  readonly henta: string;
}

/** A figure of the interplay that others have published, to stand beside the reports. None of it comes from a report. */
export interface Indicator extends Bilingual {
  readonly kode: string;
  readonly eining: IndicatorUnit;
  /** True for what reports may be held against: discharges. */
  readonly isNemnar: boolean;
  /** Every source of every year there are values for, by year. */
  readonly sources: readonly IndicatorSource[];
  readonly values: readonly IndicatorValue[];
}
