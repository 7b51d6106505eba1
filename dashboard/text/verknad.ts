import type {Verdict, VerdictReason} from "../../pipeline/contract/loop.ts";
import type {TiltakStatus} from "../../pipeline/contract/meeting-fields.ts";

/** What is said of what came of a decision; `change` is «frå 55 % til 80 %», or empty when that is not shown. */
export interface VerknadText {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly statuses: Readonly<Record<TiltakStatus, string>>;
  readonly fromTo: (from: string, to: string) => string;
  readonly shown: Readonly<Record<Verdict, (change: string) => string>>;
  readonly reasons: Readonly<Record<VerdictReason, (change: string) => string>>;
  readonly breaks: (names: string) => string;
  readonly cut: string;
  readonly rebased: string;
  readonly reports: Readonly<Record<"endring" | "kan_ikkje_avgjerast" | "skjult", string>>;
  readonly untold: string;
  readonly months: readonly string[];
  readonly quarter: (number: number, year: string) => string;
  readonly week: (number: number, year: string) => string;
  readonly before: string;
  readonly after: string;
  readonly decided: string;
  readonly tested: string;
  readonly broken: string;
}
