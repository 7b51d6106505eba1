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
  tenth: "#,##0.0",
  decimal: "#,##0.00",
  share: "0.0 %",
};

/** The workbook as xlsx without a formula; the file's dates come from the run, so the same workbook gives the same bytes. */
export async function xlsxBytes({title, author, date, marks, foot, sheets}: Workbook): Promise<Uint8Array> {
  const day = new Date(`${date}T00:00:00Z`);
  return writeXlsx({
    properties: {title, creator: author, lastModifiedBy: author, created: day, modified: day},
    defaultFont: font,
    namedRanges: sheets.map((sheet) => printTitles(sheet, marks.length)),
    sheets: sheets.map((sheet) => ({
      ...writeSheet(sheet, marks),
      headerFooter: {oddFooter: printedFoot([...marks, foot].join(" · "), sheet.name)},
    })),
  });
}

/** By hand, because the library writes the name of the sheet without the quotes that Excel wants around a space. */
function printTitles({name, heading}: Sheet, marks: number): NamedRange {
  const head = marks + heading.length + 2;
  return {name: "_xlnm.Print_Titles", range: `'${name.replaceAll("'", "''")}'!$${head}:$${head}`, scope: name};
}

/** At the foot of every printed page, so that one that is taken out of the pile still says what it is. */
function printedFoot(foot: string, name: string): string {
  const plain = (text: string) => text.replaceAll("&", "&&");
  return `&L&8 ${plain(foot)}&R&8 ${plain(name)} · side &P av &N`;
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

/** How wide a letter of a text is beside the digit that widths are counted in. */
const letterWidth = 0.95;
/** The indent, the edges, and in a head the button of the filter. */
const [air, buttonAir] = [3, 4];

/** Wide enough for the longest text of the column, up to a limit where text wraps instead. */
function widthOf({rows}: Sheet, {title, kind}: SheetColumn, place: number): number {
  const word = Math.max(...title.split(" ").map((word) => word.length + buttonAir));
  const lengths = rows.map((row) => String(row[place] ?? "").length);
  const longest = Math.ceil(Math.max(0, ...lengths) * letterWidth) + air;
  if (kind !== "text") return Math.max(10, word);
  return Math.min(widest, Math.max(word, longest));
}

/** How many lines a text takes in a column; words are not broken, so that the last of a line leaves some of it empty. */
function linesIn(text: string, width: number): number {
  const room = (width - air) / letterWidth;
  return text.length <= room ? 1 : Math.ceil((text.length * 1.08) / room);
}

/** How many lines the words of a head take. */
function headLines(title: string, width: number): number {
  const room = width - air;
  const {lines} = title
    .split(" ")
    .reduce(
      ({lines, used}, {length}) =>
        used > 0 && used + 1 + length > room ? {lines: lines + 1, used: length} : {lines, used: used + 1 + length},
      {lines: 1, used: -1},
    );
  return lines;
}

const lineHeight = 13.5;
const rowAir = 3;
const [markHeight, titleHeight] = [20, 24];

interface Places {
  readonly marks: number;
  readonly head: number;
}

/** Heights are written, because not every program works them out for text that wraps. */
function heights({rows, columns}: Sheet, widths: readonly number[], {marks, head}: Places): Map<number, RowDef> {
  const widthAt = (place: number) => widths[place] ?? widest;
  const lines = (row: readonly (string | number)[]) =>
    Math.max(1, ...row.map((value, place) => (typeof value === "string" ? linesIn(value, widthAt(place)) : 1)));
  const heads = Math.max(2, ...columns.map(({title}, place) => headLines(title, widthAt(place))));
  const body = rows.map((row, index) => [head + 1 + index, {height: lines(row) * lineHeight + rowAir}] as const);
  const top = Array.from({length: marks}, (_, row) => [row, {height: markHeight}] as const);
  return new Map([...top, [marks, {height: titleHeight}], [head, {height: heads * lineHeight + rowAir}], ...body]);
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
      cells.set(`${head + 1 + index},${place}`, {style: bodyStyle(column.kindIn?.(row) ?? column.kind, row[place])});
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
function bodyStyle(kind: ColumnKind, value: string | number | undefined): CellStyle {
  if (kind === "text") return {font, alignment: {...sideOf(kind), vertical: "center", wrapText: true}};
  const alignment = {...sideOf(kind), vertical: "center"} as const;
  return typeof value === "number" ? {font, numFmt: formats[kind], alignment} : {font, numFmt: "@", alignment};
}
