import type {DecisionType} from "../../contract/meeting-fields.ts";

/** The words of a thank-you to those who reported. */
export interface TakkText {
  readonly title: (subject: string) => string;
  readonly greeting: string;
  readonly decided: (date: string) => string;
  readonly looked: (committee: string, subject: string) => string;
  readonly types: Readonly<Record<DecisionType, (committee: string, to: string) => string>>;
  readonly goal: (goal: string) => string;
  readonly measure: (measure: string) => string;
  readonly firstTest: (date: string) => string;
  readonly checked: (date: string) => string;
  readonly checkedNext: string;
  readonly outcome: string;
  readonly status: (status: string) => string;
  readonly verdict: (verdict: string) => string;
  readonly closed: string;
  readonly goesOn: string;
  /** A decision that is no tiltak, and not closed. */
  readonly stillOpen: string;
  readonly more: string;
  readonly noCases: string;
  readonly sender: (secretariat: string, date: string) => string;
  readonly synthetic: string;
}
