import type {Bilingual} from "./language.ts";

export type FileChange = "ny" | "endra" | "borte";

/** A register or a layout that is not the file it was. */
export interface ChangedFile {
  readonly file: string;
  readonly change: FileChange;
}

/** What is not as it was in the same edition of the year before. */
export interface Since {
  readonly year: number;
  readonly runId: string;
  /** The smallest number shown then. */
  readonly threshold: number;
  readonly registers: readonly ChangedFile[];
  readonly layouts: readonly ChangedFile[];
  readonly isOtherProgram: boolean;
  /** How many published rows of years in both editions say something else now, by table; none is left out silently. */
  readonly revised: readonly {readonly table: string; readonly rows: number}[];
  /** Breaks that were not known then, by id. */
  readonly breaks: readonly string[];
  readonly categories: readonly (Bilingual & {readonly change: FileChange})[];
  /** Municipalities in another LSU than in the last year of that edition; null on a side where it did not exist. */
  readonly moved: readonly {readonly namn: string; readonly from: string | null; readonly to: string | null}[];
}
