import type {Route} from "../../contract/loop.ts";
import type {FsuAnswer, SsuAnswer} from "../../contract/meeting-fields.ts";

interface Counts {
  readonly chosen: number;
  readonly tried: number;
  readonly better: number;
}

/** The words of the chapter on last year's decisions. */
export interface VedtakText {
  readonly openFinding: string;
  readonly openLead: string;
  readonly finding: (counts: Counts) => string;
  readonly lead: string;
  readonly tableTitle: (n: number) => string;
  readonly tableSubtitle: (year: number, n: number) => string;
  readonly columns: Readonly<Record<"committee" | "decision" | "owners" | "status" | "effect", string>>;
  readonly noOwner: string;
  readonly due: (date: string) => string;
  readonly late: (days: number) => string;
  readonly closed: string;
  readonly notJudged: string;
  readonly noTest: string;
  readonly statusKey: string;
  /** Where decisions and process measures come from: not from the systems the reports come from. */
  readonly source: string;
  readonly measureSource: string;
  readonly chartSubtitle: (measure: string, period: string, n: string) => string;
  readonly chartKey: (decided: string, tested: string) => string;
  readonly chartAlt: (name: string, points: string) => string;
  readonly brokenLine: string;
  readonly accounted: string;
  readonly accountedTitle: (counts: Counts) => string;
  readonly accountedSubtitle: (year: number, n: number) => string;
  readonly accountedColumns: readonly string[];
  readonly accountedNote: string;
  readonly routes: string;
  readonly routesTitle: (waiting: number) => string;
  readonly routesSubtitle: (n: number) => string;
  readonly routeColumns: readonly string[];
  readonly why: Readonly<Record<Route["why"], string>>;
  readonly answers: {
    readonly waiting: string;
    readonly ssu: Readonly<Record<SsuAnswer, string>>;
    readonly fsu: Readonly<Record<FsuAnswer, string>>;
  };
  readonly routesNote: string;
  readonly ask: {
    readonly spread: (ssu: string, from: string, name: string) => string;
    readonly decide: (lsu: string, names: readonly string[]) => string;
    readonly start: (lsu: string, names: readonly string[]) => string;
    readonly answer: (ssu: string, n: number) => string;
  };
}
