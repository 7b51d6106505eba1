/** What can be left to do, from the first delivery to the last answer. */
const taskKinds = [
  "koeyring",
  "levering",
  "verifisering",
  "moetefil",
  "usemje",
  "vedtak",
  "proeve",
  "maal",
  "rute_ssu",
  "rute_fsu",
  "takk",
  "aarshjul",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** One thing somebody should do. */
export interface Task {
  /** Stable from day to day, so that a calendar moves an entry and makes no second one. */
  readonly id: string;
  readonly kind: TaskKind;
  readonly who: string;
  readonly what: string;
  readonly todo: string;
  /** ISO date; null where no day is set. */
  readonly due: string | null;
  readonly daysLate: number;
  readonly group: TaskGroup;
}

export type TaskGroup = "late" | "now" | "later" | "waiting";
