import type {CellStatus} from "../contract/cell.ts";
import type {Language} from "../contract/edition.ts";

/** How a number is written: a count, a rate with at most two significant digits, or a share as percent. */
export type Form = "count" | "rate" | "percent";
type Sign = Exclude<CellStatus, "published">;
export type Dom = "auke" | "nedgang" | "uviss";

export interface Range {
  readonly lower: number;
  readonly upper: number;
}

/** An SVG with its words; `widthMm` is its width on paper. */
export interface Drawing {
  readonly svg: string;
  readonly alt: string;
  readonly widthMm: number;
}

export type Cell =
  | {readonly kind: "text"; readonly text: string}
  | {readonly kind: "number"; readonly value: number; readonly form: Form; readonly range?: Range; readonly dom?: Dom}
  | ({readonly kind: "range"; readonly form: Form} & Range)
  | {readonly kind: "sign"; readonly status: Sign}
  | {readonly kind: "dom"; readonly dom: Dom; readonly text: string}
  | {readonly kind: "drawing"; readonly drawing: Drawing};

export interface TableColumn {
  readonly title: string;
  readonly align: "left" | "right";
  readonly widthMm: number;
  /** Columns that follow each other with the same group stand under one common head. */
  readonly group?: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
  /** Where the numbers come from, when that is not where those of the document do. */
  readonly source?: string;
  /** What is counted is not reports, so that 0 says nothing of them. */
  readonly notReports?: true;
  /** The first row is the total of the others. */
  readonly total?: true;
}

export interface ChartBlock {
  readonly kind: "chart";
  readonly title: string;
  readonly subtitle: string;
  readonly drawing: Drawing;
  readonly notes: readonly string[];
  readonly source?: string;
}

export interface KeyFigure {
  readonly label: string;
  readonly cell: Cell;
  readonly unit?: string;
  readonly basis: string;
}

/** A decision that is still to be made: boxes to tick, and lines to write on. */
export interface ChoiceBlock {
  readonly kind: "choice";
  readonly title: string;
  /** What the one who chooses should know; may be empty. */
  readonly about: string;
  readonly options: readonly string[];
  readonly fields: readonly string[];
}

/** Where a page begins. `flows`: only where too little is left of the page before. */
interface PageBreak {
  readonly kind: "pagebreak";
  readonly flows?: true;
}

/** What is said to a slide. It stands in the notes of the slide, and in no other format. */
interface TalkBlock {
  readonly kind: "talk";
  readonly text: string;
}

export type Block =
  | {readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string}
  | {readonly kind: "finding"; readonly text: string; readonly lead: string}
  | {readonly kind: "paragraph"; readonly text: string; readonly footnote?: string}
  | {readonly kind: "list"; readonly items: readonly string[]}
  | {readonly kind: "definitions"; readonly items: readonly {readonly word: string; readonly text: string}[]}
  | {readonly kind: "note"; readonly text: string}
  | {readonly kind: "keyfigures"; readonly title: string; readonly figures: readonly KeyFigure[]}
  | {readonly kind: "decision"; readonly title: string; readonly items: readonly string[]}
  | PageBreak
  | ChoiceBlock
  | TableBlock
  | ChartBlock
  | TalkBlock;

/** What every page of the document says about itself. */
interface Meta {
  readonly source: string;
  readonly run: string;
  readonly runDate: string;
  readonly author: string;
}

/** A report has a front page and contents; a brief is two pages that begin at the top; of slides each heading of the first level begins one. */
export type DocumentForm = "report" | "brief" | "slides";

/** One document, whatever it is written as. `marks` stand on every page. */
export interface Document {
  readonly form: DocumentForm;
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly marks: readonly string[];
  readonly about: readonly string[];
  readonly meta: Meta;
  readonly blocks: readonly Block[];
}
