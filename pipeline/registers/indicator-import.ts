import type {NotFound} from "./region-match.ts";

/** What a published table has done to the register `samhandlingsdata`. */
export interface IndicatorImport {
  readonly file: string;
  readonly indicator: string;
  readonly years: readonly number[];
  readonly added: number;
  readonly changed: readonly ChangedValue[];
  readonly same: number;
  /** Values the source does not show. */
  readonly notShown: number;
  readonly unmatched: readonly {readonly region: string; readonly why: NotFound}[];
  /** Members of a committee that the source says nothing of, by year. */
  readonly missing: readonly {readonly namn: string; readonly aar: number}[];
}

/** A value that was in the register from before, as it was and as it is; empty where the source does not show it. */
interface ChangedValue {
  readonly aar: number;
  readonly kommunenr: string;
  readonly sjukehus: string | null;
  readonly before: string;
  readonly after: string;
}
