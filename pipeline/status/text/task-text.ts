import type {TaskKind} from "../task.ts";

export interface TaskText {
  readonly title: (year: number) => string;
  readonly asOf: (day: string) => string;
  readonly synthetic: string;
  readonly groups: Readonly<Record<"late" | "now" | "later" | "waiting", string>>;
  readonly heads: Readonly<Record<"due" | "who" | "what" | "todo", string>>;
  readonly none: string;
  readonly lateDays: (days: number) => string;
  readonly noDate: string;
  readonly secretariat: string;
  readonly senders: string;
  readonly quarter: (number: number, year: string) => string;
  readonly week: (number: number, year: string) => string;
  readonly tasks: Readonly<
    Record<TaskKind, {readonly what: (words: readonly string[]) => string; readonly todo: string}>
  >;
}
