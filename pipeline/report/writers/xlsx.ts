import {
  type AlignmentStyle,
  type CellStyle,
  type CellValue,
  type NamedRange,
  type RowDef,
  type WriteSheet,
  writeXlsx,
} from "hucre";
import type {ColumnKind, Sheet, SheetColumn, Workbook} from "../workbook.ts";

const font = {name: "Arial", size: 10};
const formats: Readonly<Record<Exclude<ColumnKind, "text">, string>> = {
  plain: "0",
  count: "#,##0",
  decimal: "#,##0.00",
  share: "0.0 %",
};

/** The workbook as xlsx without a formula; the file's dates come from the run, so the same workbook gives the same bytes. */
export async function xlsxBytes({title, author, date, marks, sheets}: Workbook): Promise<Uint8Array> {
  const day = new Date(`${date}T00:00:00Z`);
  return writeXlsx({
    properties: {title, creator: author, lastModifiedBy: author, created: day, modified: day},
    defaultFont: font,
    namedRanges: sheets.map((sheet) => printTitles(sheet, marks.length)),
    sheets: sheets.map((sheet) => writeSheet(sheet, marks)),
  });
}

/** By hand, because the library writes the name of the sheet without the quotes that Excel wants around a space. */
function printTitles({name, heading}: Sheet, marks: number): NamedRange {
  const head = marks + heading.length + 2;
  return {name: "_xlnm.Print_Titles", range: `'${name.replaceAll("'", "''")}'!$${head}:$${head}`, scope: name};
}

function writeSheet(sheet: Sheet, marks: readonly string[]): WriteSheet {
  const top = [...marks, ...sheet.heading];
  const head = top.length + 1;
  const widths = sheet.columns.map((column, place) => widthOf(sheet, column, place));
  const rows: CellValue[][] = [
    ...top.map((line) => [line]),
    [],
    sheet.columns.map(({title}) => title),
    ...sheet.rows.map((row) => [...row]),
  ];
  return {
    name: sheet.name,
    columns: widths.map((width) => ({width})),
    rows,
    rowDefs: heights(sheet, widths, {marks: marks.length, head}),
    cells: styles(sheet, {marks: marks.length, head}),
    freezePane: {rows: head + 1, columns: 1},
    autoFilter: {range: `A${head + 1}:${letter(sheet.columns.length)}${head + 1 + sheet.rows.length}`},
    pageSetup: paper,
    view: {showGridLines: false},
  };
}

const paper = {paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0} as const;
const widest = 62;

/** Wide enough for the longest text of the column, up to a limit where text wraps instead. */
function widthOf({rows}: Sheet, {title, kind}: SheetColumn, place: number): number {
  if (kind !== "text") return Math.max(10, ...title.split(" ").map((word) => word.length + 4));
  const lengths = rows.map((row) => String(row[place] ?? "").length);
  return Math.min(widest, Math.max(title.length, ...lengths) + 5);
}

const lineHeight = 13.5;
const rowAir = 3;
const [markHeight, titleHeight] = [20, 24];

interface Places {
  readonly marks: number;
  readonly head: number;
}

/** Heights are written, because not every program works them out for text that wraps. */
function heights({rows}: Sheet, widths: readonly number[], {marks, head}: Places): Map<number, RowDef> {
  const lines = (row: readonly (string | number)[]) =>
    Math.max(
      1,
      ...row.map(
        (value, place) =>
          Math.ceil((String(value).length + 2) / (widths[place] ?? widest)) * Number(typeof value === "string"),
      ),
    );
  const body = rows.map((row, index) => [head + 1 + index, {height: lines(row) * lineHeight + rowAir}] as const);
  const top = Array.from({length: marks}, (_, row) => [row, {height: markHeight}] as const);
  return new Map([...top, [marks, {height: titleHeight}], [head, {height: 2 * lineHeight + rowAir}], ...body]);
}

function letter(column: number): string {
  return String.fromCharCode("A".charCodeAt(0) + column - 1);
}

type Styled = NonNullable<WriteSheet["cells"]>;

function styles(sheet: Sheet, {marks, head}: Places): Styled {
  const cells: Styled = new Map();
  const title: CellStyle = {font: {...font, size: 14, bold: true}, alignment: {vertical: "center"}};
  const mark: CellStyle = {
    font: {...font, bold: true},
    fill: {type: "pattern", pattern: "solid", fgColor: {rgb: "FFF7DB"}},
    alignment: {vertical: "center"},
  };
  for (let row = 0; row < marks; row++)
    sheet.columns.forEach((_column, place) => {
      cells.set(`${row},${place}`, {style: mark});
    });
  cells.set(`${marks},0`, {style: title});
  sheet.columns.forEach((column, place) => {
    cells.set(`${head},${place}`, {style: headStyle(column)});
    sheet.rows.forEach((row, index) => {
      cells.set(`${head + 1 + index},${place}`, {style: bodyStyle(column, row[place])});
    });
  });
  return cells;
}

function headStyle({kind}: SheetColumn): CellStyle {
  return {
    font: {...font, bold: true},
    alignment: {...sideOf(kind), vertical: "bottom", wrapText: true},
    border: {bottom: {style: "medium", color: {rgb: "1A1F26"}}},
  };
}

function sideOf(kind: ColumnKind): AlignmentStyle {
  if (kind === "text") return {horizontal: "left", indent: 1};
  return {horizontal: kind === "plain" ? "left" : "right"};
}

/** A sign in a column of numbers stands where the number would. */
function bodyStyle({kind}: SheetColumn, value: string | number | undefined): CellStyle {
  if (kind === "text") return {font, alignment: {...sideOf(kind), vertical: "center", wrapText: true}};
  const alignment = {...sideOf(kind), vertical: "center"} as const;
  return typeof value === "number" ? {font, numFmt: formats[kind], alignment} : {font, numFmt: "@", alignment};
}
