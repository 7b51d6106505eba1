import type {EarlierDecision} from "./decisions.ts";
import type {Bilingual} from "./language.ts";
import type {BetterWay, FsuAnswer, SsuAnswer, TiltakStatus} from "./meeting-fields.ts";

/** A status as a shape, so that it is read in greyscale and does not rest on colour. */
export const statusShape: Readonly<Record<TiltakStatus, string>> = {
  ukjend: "◌",
  ikkje: "○",
  planlagt: "◔",
  under: "◑",
  gjennomfoert: "●",
};

/** Did it work? Four words, and `endring` where nobody has declared which way is better. */
export const verdicts = ["betring_paavist", "truleg_betring", "kan_ikkje_avgjerast", "forverring", "endring"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Why a verdict is no stronger. `ingen_tal`: nothing was measured on one of the sides. `for_kort`: too few periods.
 * `brot`: a break in the series at the decision. `aarstid`: less than a year before it. `skjult`: the numbers are too small
 * to be shown, and so is what they say. `ikkje_proevd`: nobody tried.
 * `liten_skilnad`: nothing shown, and a halving and a doubling are ruled out (95 %).
 */
const verdictReasons = ["ingen_tal", "for_kort", "brot", "aarstid", "skjult", "ikkje_proevd", "liten_skilnad"] as const;
export type VerdictReason = (typeof verdictReasons)[number];

/** The level before and after a decision: so many out of so many, over so many periods. */
export interface Level {
  readonly teljar: number;
  readonly nemnar: number;
  readonly periods: number;
}

/** What came of a decision, counted from its date. */
export interface DecisionEffect {
  readonly verdict: Verdict;
  readonly reason: VerdictReason | null;
  /** The rate after divided by what it would have been without the decision, 95 %; null when nothing can be said. */
  readonly ratio: {readonly ratio: number; readonly lower: number; readonly upper: number} | null;
  /** The rarer outcome is the one counted: what the measure counts, or the rest of those it is counted among. */
  readonly counts: "teljar" | "rest";
  /** Periods left out because they lie beyond a break. */
  readonly cutByBreak: number;
  /** Breaks in the time looked at, named: a reader must know of them even where the series was not cut. */
  readonly breaks: readonly Bilingual[];
}

/** One period of a process measure; the numbers are null where they are too small to be shown. */
interface MeasurePoint {
  /** As Statistics Norway names it: `2026M03`, `2026K1` or `2026U07`. */
  readonly period: string;
  readonly teljar: number | null;
  readonly nemnar: number | null;
}

/** A process measure as it was counted, and the locked level before the decision. */
export interface MeasureSeries {
  readonly points: readonly MeasurePoint[];
  /** Null on a side where nothing was counted, or where the sum is too small to be shown. */
  readonly before: Level | null;
  readonly after: Level | null;
  /** Why numbers before the decision were changed after it, in the committee's words. */
  readonly rebased: readonly string[];
}

/** A decision followed until it is closed. */
export interface Followed extends EarlierDecision {
  readonly audience: string;
  readonly committee: Bilingual;
  /** ISO date of the meeting that decided. */
  readonly decided: string;
  readonly goal: string;
  readonly prediction: string;
  /** Goal and measure as they may be told to those who reported; empty where a text may point at somebody. */
  readonly told: {readonly goal: string; readonly measure: string};
  readonly better: BetterWay | null;
  readonly status: TiltakStatus;
  readonly note: string;
  readonly closed: boolean;
  /** Days past the date it should have been judged, on the day of the run; 0 when there is time left or it is closed. */
  readonly daysLate: number;
  readonly series: MeasureSeries | null;
  /** On the process measure; null for a decision that tries nothing. */
  readonly effect: DecisionEffect | null;
  /** On the count of reports, which alone is never an improvement; null where no category is counted. */
  readonly reports: DecisionEffect | null;
}

/** A case on its way from an LSU by SSU to an FSU, and back with an answer. */
export interface Route {
  readonly id: string;
  readonly from: string;
  readonly fromName: Bilingual;
  readonly kategori: string | null;
  readonly title: string | null;
  readonly why: "ssu" | "fsu" | "eigar" | "oekonomi";
  /** The committee it ends in. */
  readonly to: string;
  readonly toName: Bilingual;
  readonly sent: string;
  readonly waitsFor: "ssu" | "fsu" | null;
  /** Days since it was sent, or from then to the last answer. */
  readonly age: number;
  readonly ssuAnswer: SsuAnswer | null;
  readonly ssuDate: string | null;
  readonly fsuAnswer: FsuAnswer | null;
  readonly fsuDate: string | null;
  readonly note: string;
}

/** A tiltak in the one form LSU and FSU share (felles mal). */
export interface Tiltak {
  readonly id: string;
  readonly utval: string;
  readonly utvalName: Bilingual;
  readonly maal: Bilingual;
  readonly delmaal: Bilingual | null;
  readonly tiltak: Bilingual;
  readonly eigarKommune: string;
  readonly eigarSjukehus: string;
  readonly indikator: Bilingual | null;
  readonly spaadom: Bilingual | null;
  readonly fra: string;
  readonly til: string | null;
  readonly status: TiltakStatus;
  readonly effekt: Verdict | null;
  /** Categories it may bear on; assumed until somebody confirms. */
  readonly kategoriar: readonly string[];
  readonly antatt: boolean;
}

/** A tiltak that worked in another LSU, for whoever has the same candidate. */
export interface Elsewhere {
  readonly id: string;
  readonly from: string;
  readonly fromName: Bilingual;
  readonly kategori: string;
  readonly test: string;
  readonly measure: string;
  readonly verdict: "betring_paavist" | "truleg_betring";
  readonly ratio: DecisionEffect["ratio"];
}

/** What one committee did with last year's decisions. Committees stand in the order of the register and are never ranked. */
export interface Accounted {
  readonly audience: string;
  readonly committee: Bilingual;
  /** False when no møtefil from it was taken in, which is not the same as no decision. */
  readonly delivered: boolean;
  readonly decisions: number;
  readonly chosen: number;
  readonly tried: number;
  readonly measured: number;
  readonly closed: number;
  readonly unknown: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** The loop as a page or a document shows it: what was decided, and what came of it. */
export interface Loop {
  /** Last year's decisions, and older ones that are not closed. */
  readonly followed: readonly Followed[];
  /** What was decided on this year's edition. */
  readonly fresh: readonly Followed[];
  readonly routes: readonly Route[];
  readonly tiltak: readonly Tiltak[];
  readonly elsewhere: readonly Elsewhere[];
  readonly accounted: readonly Accounted[];
}

export const noLoop: Loop = {followed: [], fresh: [], routes: [], tiltak: [], elsewhere: [], accounted: []};
