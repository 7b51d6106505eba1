import type {DecisionType, FollowUp} from "./meeting-fields.ts";

/** A decision of last year's meeting, as the committee wrote it, with what has been said of it since. */
export interface EarlierDecision {
  /** `<year>-<candidate>`: what later meetings write about. */
  readonly id: string;
  readonly year: number;
  /** The category it is about; null for an input from the yearly meeting. */
  readonly kategori: string | null;
  /** What an input was called; null for a category. */
  readonly title: string | null;
  readonly type: DecisionType;
  readonly viaSsu: boolean;
  readonly reason: string;
  readonly who: string;
  /** ISO date by which somebody should have answered, or the card be judged; null when none was set. */
  readonly due: string | null;
  readonly ownerHospital: string;
  readonly ownerMunicipality: string;
  readonly test: string;
  readonly testDate: string | null;
  readonly measure: string;
  /** What a meeting after it chose to do; null while nobody has. */
  readonly followUp: FollowUp | null;
}
