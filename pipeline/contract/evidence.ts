/** What a criterion can be: how many reports, how serious, how many municipalities. */
export const criteria = ["mengd", "alvor", "breidde"] as const;
export type Criterion = (typeof criteria)[number];

/** How much each criterion counts when candidates are weighed, as SSU has decided; whole numbers of any sum. */
export interface Weights {
  readonly of: Readonly<Record<Criterion, number>>;
  /** The year they hold from. */
  readonly from: number;
  /** True when nobody has decided them. */
  readonly assumed: boolean;
}

/** How a deviation of a category often goes, written by the secretariat without any real case. */
export interface TypicalCourse {
  readonly nn: string;
  readonly nb: string;
  readonly kategori: string;
  /** Null for all LSU. */
  readonly lsu: string | null;
}
