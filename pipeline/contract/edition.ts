import type {Conclusions} from "./conclusions.ts";
import type {EarlierDecision} from "./decisions.ts";
import type {TypicalCourse, Weights} from "./evidence.ts";
import type {Bilingual, Language} from "./language.ts";
import type {Loop} from "./loop.ts";
import type {Indicator} from "./samhandling.ts";
import type {Since} from "./since.ts";

export type {Bilingual, Language} from "./language.ts";

/** The two editions: `open` for the public, `moete` for the committees. Thresholds come from the register `terskel`. */
export const editionNames = ["moete", "open"] as const;
export type EditionName = (typeof editionNames)[number];

/** Who a page is for: the public, the strategic committee, or one LSU (`lsu-<name>`). */
export interface Audience {
  readonly id: string;
  readonly edition: EditionName;
  /** Null for the public edition, which carries the name of the whole. */
  readonly name: Bilingual | null;
  readonly omraade: string;
  readonly language: Language;
  /** True when the language profile allows only `language`. */
  readonly languageLocked: boolean;
}

/** What a page knows about itself besides its tables. */
export interface PageFacts {
  readonly audience: Audience;
  readonly year: number;
  readonly years: readonly number[];
  /** Years that stand as they were published the year before. */
  readonly frozenYears?: readonly number[];
  readonly threshold: number;
  readonly runId: string;
  readonly runDate: string;
  readonly cutOff: string;
  readonly synthetic: boolean;
  readonly county: Bilingual;
  readonly trust: Bilingual;
  readonly trustShort: string;
  readonly deadlineDays: number;
  /** Statements from the registers that are assumed and not confirmed, for the method page. */
  readonly assumptions: readonly Bilingual[];
  readonly patientGroups: readonly (Bilingual & {readonly kode: string})[];
  /** What others have published of the interplay; not there when nothing is loaded. */
  readonly samhandling?: readonly Indicator[];
  /** Null where the register has no weights. */
  readonly weights: Weights | null;
  /** Empty for the public. */
  readonly courses: readonly TypicalCourse[];
  readonly conclusions: Conclusions;
  /** What this committee decided the year before; empty for the public, and before the first meeting. */
  readonly earlier: readonly EarlierDecision[];
  /** What is not as it was the year before; null, or not there, when that edition is not at hand. */
  readonly since?: Since | null;
  /** What came of the decisions: effect, cases on their way, tiltak that exist already. */
  readonly loop: Loop;
}
