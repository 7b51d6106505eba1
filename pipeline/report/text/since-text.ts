import type {FileChange} from "../../contract/since.ts";

/** The words of what has changed since the edition of the year before. */
export interface SinceText {
  readonly heading: string;
  readonly first: string;
  readonly nothing: (year: number, run: string) => string;
  readonly sentence: (year: number, things: readonly string[]) => string;
  readonly title: (n: number, year: number) => string;
  readonly subtitle: (year: number, run: string, n: number) => string;
  readonly columns: readonly [string, string];
  readonly whats: Readonly<
    Record<"numbers" | "breaks" | "categories" | "kommunar" | "threshold" | "registers" | "layouts" | "program", string>
  >;
  readonly frozen: (years: string) => string;
  readonly same: string;
  readonly rows: (table: string, n: number) => string;
  readonly broken: (date: string, text: string) => string;
  readonly category: Readonly<Record<FileChange, (name: string) => string>>;
  readonly moved: (name: string, from: string | null, to: string | null) => string;
  readonly threshold: (from: number, to: number) => string;
  readonly file: Readonly<Record<FileChange, (name: string) => string>>;
  readonly program: string;
  readonly registers: Readonly<Record<string, string>>;
}
