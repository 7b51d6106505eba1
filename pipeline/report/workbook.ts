export type ColumnKind = "text" | "plain" | "count" | "tenth" | "decimal" | "share";

type SheetRow = readonly (string | number)[];

export interface SheetColumn {
  readonly title: string;
  readonly kind: ColumnKind;
  /** The kind of its number in one row, where the unit is not the same in all. */
  readonly kindIn?: (row: SheetRow) => ColumnKind;
}

/** A sheet with heading lines, one header row and the rows under it. */
export interface Sheet {
  readonly name: string;
  readonly heading: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

/** A workbook, whatever library writes it. `marks` stand over every sheet. */
export interface Workbook {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly marks: readonly string[];
  /** What stands at the foot of every printed page, before the name of the sheet and the number of the page. */
  readonly foot: string;
  readonly sheets: readonly Sheet[];
}
