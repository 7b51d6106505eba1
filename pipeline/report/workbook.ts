export type ColumnKind = "text" | "plain" | "count" | "decimal" | "share";

export interface SheetColumn {
  readonly title: string;
  readonly kind: ColumnKind;
}

/** A sheet with heading lines, one header row and the rows under it. */
export interface Sheet {
  readonly name: string;
  readonly heading: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A workbook, whatever library writes it. `marks` stand over every sheet. */
export interface Workbook {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly marks: readonly string[];
  readonly sheets: readonly Sheet[];
}
