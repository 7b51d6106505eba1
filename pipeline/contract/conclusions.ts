import type {Criterion} from "./evidence.ts";

/** Which places a category can have among those of an area, largest first, and how surely it is among the three first. */
export interface Place {
  readonly kategori: string;
  /** First and last place of the 80 % interval. */
  readonly lower: number;
  readonly upper: number;
  readonly topThree: number;
  readonly word: "robust" | "open" | "utanfor";
}

export interface Ranking {
  readonly omraade: string;
  /** False when the counts vary no more than chance: nothing can be said of the order. */
  readonly differ: boolean;
  readonly places: readonly Place[];
}

/** A category compared with the year before. */
export interface Comparison {
  readonly omraade: string;
  readonly kategori: string;
  /** The chance that a change is signalled although there is none. */
  readonly falseAlarm: number;
  /** Whether a signal stands when at most one in ten of all signals in the local areas may be false. */
  readonly holds: boolean;
}

/** A municipality that reported little or nothing to the trust. */
export interface Quiet {
  readonly kommune: string;
  /** The chance of so few reports from a municipality of this size, if it reports as the others do. */
  readonly probability: number;
  readonly word: "kan_vere_tilfeldig" | "uventa_stille";
}

/** A municipality whose number is shown and was held against the others, and the chance that it is called quiet by chance. */
interface QuietTest {
  readonly kommune: string;
  readonly falseAlarm: number;
}

/** Whether a halving of a category would be seen on the count of its reports. */
export interface Visibility {
  readonly omraade: string;
  readonly kategori: string;
  /** The chance after 6, 12 and 24 months. */
  readonly chances: readonly {readonly after: number; readonly chance: number}[];
  /** The smallest reduction that would be seen after 24 months with a chance of 0.8; null when none would. */
  readonly smallest: number | null;
  readonly advice: "tel_meldingar" | "vel_prosessmaal";
}

export interface Range {
  readonly lower: number;
  readonly upper: number;
}

/** A candidate under every weighting there is, from what is shown of it. */
export interface Weighing {
  readonly omraade: string;
  readonly kategori: string;
  /** Amount against the largest, harm as a share of the reports, breadth of the municipalities; 0 to 1 where not shown. */
  readonly criteria: Readonly<Record<Criterion, Range>>;
  /** The share of all weightings where it is among the first places. */
  readonly first: number;
  readonly word: Place["word"];
}

/** Quarter of a year, 1-4. */
export interface Quarter {
  readonly aar: number;
  readonly kvartal: number;
}

/** Why a series has the chart it has, or none; the words for it are in the texts. */
export type CourseReason = "steady-exposure" | "few-events" | "overdispersed-count" | "rare-events" | "too-few-points";

/** What a control chart says of the quarters of an area since the last break; only of series that are wholly shown. */
export interface Course {
  readonly omraade: string;
  /** A category, or `alle`; then `retning` may be one of the two. */
  readonly kategori: string;
  readonly retning: string;
  readonly from: Quarter;
  readonly quarters: number;
  /** Null where no chart fits: nothing is judged. */
  readonly chart: "c" | "c-prime" | null;
  readonly reason: CourseReason;
  /** Quarters outside three sigma, or the exact limits where few are expected. */
  readonly outside: readonly (Quarter & {readonly side: "above" | "below"})[];
  /** A long run on one side of the median, or few crossings of it. */
  readonly moved: boolean;
  /** The chance that a series that has not changed gives a signal. */
  readonly falseAlarm: number;
  /** Whether somebody did not deliver in one of the years: that can look like a fall. */
  readonly incomplete: boolean;
}

/** What can be concluded about the report year from the numbers an edition shows, and from nothing else. */
export interface Conclusions {
  readonly rankings: readonly Ranking[];
  readonly comparisons: readonly Comparison[];
  readonly quiet: readonly Quiet[];
  readonly quietTests: readonly QuietTest[];
  readonly visibility: readonly Visibility[];
  readonly weighings: readonly Weighing[];
  readonly courses: readonly Course[];
}

export const noConclusions: Conclusions = {
  rankings: [],
  comparisons: [],
  quiet: [],
  quietTests: [],
  visibility: [],
  weighings: [],
  courses: [],
};
