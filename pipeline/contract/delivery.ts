import type {Reason, ReasonKind} from "./reasons.ts";

/** The fields a layout may fill. Identity columns have no field: they are dropped or become the pseudonym. */
export const fields = [
  "saksnr",
  "motpart_saksnr",
  "type",
  "meldar",
  "mottakar",
  "retning",
  "kommune",
  "sjukehus",
  "eining",
  "kategori",
  "fagomraade",
  "pasientgruppe",
  "alvor",
  "status",
  "hendingsdato",
  "registrert",
  "sendt",
  "motteken",
  "svart",
  "lukka",
  "beskriving",
  "strakstiltak",
  "forslag",
  "datagrunnlag",
] as const;
export type Field = (typeof fields)[number];

/** What the register of corrections may mend; the case number and running text are mended where they were written. */
export const correctable = fields.slice(fields.indexOf("motpart_saksnr"), fields.indexOf("lukka") + 1);

/** Where a record stands in its file: a row as in a spreadsheet, and the line (from 1) and byte (from 0) where it begins. */
export interface Place {
  readonly row: number;
  readonly line: number;
  /** Null in a workbook, whose rows have no place of their own in the file. */
  readonly byte: number | null;
}

/** One row of text in the project's fields; nothing is interpreted yet and persons are still in it. */
export interface TextRow extends Place {
  readonly values: ReadonlyMap<Field, string>;
  /** What identifies the patient, for linking; empty when the layout has no such column. */
  readonly identity: string;
  /** What stands in the columns that go no further: whom the row is about and who reported it. Never stored. */
  readonly persons: readonly string[];
}

/** A row that goes no further, and why. */
export interface Aside {
  readonly outcome: "quarantined" | "skipped" | "duplicate";
  readonly reason: Reason & {readonly row: number};
  readonly line: number;
  readonly byte: number | null;
}

/** Some records of a file: its rows, and those set aside with the reason. Persons are still in it. */
export interface Batch {
  readonly rows: readonly TextRow[];
  readonly aside: readonly Aside[];
  /** Rows between the others that are kept as numbers of their values. */
  readonly coded?: CodedRows;
}

/** In place of the number of a value where a row has none. */
export const NO_VALUE = -1;

/** A field of some rows: each has the number of its value among the values, or `NO_VALUE`. More values may follow these later. */
export interface CodedColumn {
  readonly field: Field;
  readonly values: readonly string[];
  readonly numbers: Int32Array;
}

/** Rows without identity and without anything in the columns of persons, in order; columns in the order of the file. */
export interface CodedRows {
  readonly count: number;
  readonly row: Int32Array;
  readonly line: Int32Array;
  readonly byte: Float64Array;
  /** Fields that have the same value in every row. */
  readonly fixed: ReadonlyMap<Field, string>;
  readonly columns: readonly CodedColumn[];
}

/** What a person should know of a row, or of the whole file, though it is read. */
export interface Note {
  readonly row: number | null;
  readonly kind: ReasonKind;
}

/** What is known of a file that can be read, before its rows are. */
export interface DeliveryFacts {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly layout: string;
  readonly sender: string;
  /** The fields this file has a column or a fixed value for; a layout may allow columns that a file leaves out. */
  readonly fields: readonly Field[];
  /** What the sender calls the column of a field. */
  readonly headers: ReadonlyMap<Field, string>;
  readonly notes: readonly Note[];
}

/** A file that could not be read at all. `columns` are header names, never values. */
export interface RefusedFile {
  readonly outcome: "refused";
  readonly name: string;
  readonly sha256: string;
  readonly kind: ReasonKind;
  readonly row: number | null;
  readonly line: number | null;
  readonly byte: number | null;
  readonly layout: string | null;
  readonly columns: readonly string[];
}
