import {
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import {written} from "../cells.ts";
import type {Cell, KeyFigure, TableBlock, TableColumn} from "../document.ts";
import {columnGroups} from "./common.ts";
import {runs} from "./docx-cells.ts";
import {colour, mm, textWidthMm} from "./docx-styles.ts";

/** Tables up to this many rows stay on one page. */
const keptTogether = 16;
const gap = 160;
const cellGapMm = 1;
const none: IBorderOptions = {style: BorderStyle.NONE, size: 0, color: "auto"};
const thin: IBorderOptions = {style: BorderStyle.SINGLE, size: 4, color: colour.faint};
const closing: IBorderOptions = {...thin, color: colour.line};
const firm: IBorderOptions = {style: BorderStyle.SINGLE, size: 8, color: colour.text};

interface Place {
  readonly column: TableColumn;
  readonly width: number;
  /** Extra air before words that follow a column of numbers. */
  readonly indent: number;
  /** The first column of a group that follows another one has a line on its left. */
  readonly starts: boolean;
}

/** A table whose header repeats on every page it runs over. */
export function dataTable({columns, rows, total}: TableBlock, name: string, widthMm = textWidthMm): Table {
  const places = placesOf(columns, Math.min(widthMm, textWidthMm));
  const body = rows.map((row, index) => {
    const last = index === rows.length - 1;
    const style = {bold: total === true && index === 0, border: last ? closing : thin};
    return new TableRow({
      cantSplit: true,
      keepNext: rows.length <= keptTogether || index === 0 || index === rows.length - 2,
      children: row.map((cell, place) =>
        bodyCell(cell, places[place], {...style, name: `${name}-${index + 1}-${place + 1}`}),
      ),
    });
  });
  return new Table({...frame(places.map(({width}) => width)), rows: [...headRows(places), ...body]});
}

function frame(columnWidths: readonly number[]) {
  return {
    width: {size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA},
    columnWidths,
    layout: "fixed" as const,
    borders: {top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none},
    margins: {top: 30, bottom: 30, left: 0, right: 60},
  };
}

function placesOf(columns: readonly TableColumn[], widthMm: number): Place[] {
  const total = columns.reduce((sum, {widthMm}) => sum + widthMm, 0);
  const scale = Math.min(1, widthMm / total);
  return columns.map((column, index) => {
    const before = columns[index - 1];
    const afterNumbers = before?.align === "right" && column.align === "left";
    return {column, width: mm(column.widthMm * scale), indent: afterNumbers ? gap : 0, starts: isStart(columns, index)};
  });
}

function isStart(columns: readonly TableColumn[], index: number): boolean {
  const [before, own] = [columns[index - 1]?.group, columns[index]?.group];
  return before !== undefined && own !== undefined && before !== own;
}

function headRows(places: readonly Place[]): TableRow[] {
  const row = (children: TableCell[]) => new TableRow({tableHeader: true, cantSplit: true, children});
  const head = row(places.map((place) => headCell(place.column.title, {place, border: firm})));
  const groups = columnGroups(places.map(({column}) => column));
  if (groups.every(({title}) => title === "")) return [head];
  const over = groups.map(({title, span}, index) =>
    headCell(title, {span, border: none, ...(index > 0 && groups[index - 1]?.title ? {left: thin} : {})}),
  );
  return [row(over), head];
}

interface HeadCell {
  readonly place?: Place;
  readonly span?: number;
  readonly border: IBorderOptions;
  readonly left?: IBorderOptions;
}

function headCell(title: string, {place, span = 1, border, left = place?.starts ? thin : none}: HeadCell): TableCell {
  const alignment = place ? place.column.align : "center";
  return new TableCell({
    ...(place ? {width: {size: place.width, type: WidthType.DXA}, margins: {left: place.indent}} : {columnSpan: span}),
    verticalAlign: VerticalAlignTable.BOTTOM,
    borders: {bottom: border, left},
    children: [new Paragraph({style: "Tabellhovud", alignment, text: title})],
  });
}

interface BodyStyle {
  readonly bold: boolean;
  readonly border: IBorderOptions;
  readonly name: string;
}

function bodyCell(cell: Cell, place: Place | undefined, {border, ...style}: BodyStyle): TableCell {
  const alignment = place?.column.align ?? "left";
  return new TableCell({
    width: {size: place?.width ?? 0, type: WidthType.DXA},
    verticalAlign: VerticalAlignTable.CENTER,
    margins: {left: place?.indent ?? 0},
    borders: {bottom: border, left: place?.starts ? thin : none},
    children: [
      new Paragraph({
        style: "Tabelltekst",
        alignment,
        children: runs(cell, {...style, widthMm: (place?.width ?? 0) / mm(1) - cellGapMm}),
      }),
    ],
  });
}

/** Key figures as a table with their labels as header row. */
export function figureTable(figures: readonly KeyFigure[], widthMm = textWidthMm): Table {
  const width = mm(Math.min(widthMm, textWidthMm) / figures.length);
  const row = (paragraphs: readonly Paragraph[], tableHeader = false) =>
    new TableRow({tableHeader, cantSplit: true, children: paragraphs.map((paragraph) => panelCell(paragraph, width))});
  return new Table({
    ...frame(figures.map(() => width)),
    rows: [
      row(
        figures.map(({label}) => new Paragraph({style: "Tabellhovud", text: label})),
        true,
      ),
      row(figures.map((figure) => new Paragraph({style: "Nykeltal", keepNext: true, children: figureRuns(figure)}))),
      row(figures.map(({basis}) => new Paragraph({style: "Merknad", text: basis}))),
    ],
  });
}

function panelCell(paragraph: Paragraph, width: number): TableCell {
  return new TableCell({
    width: {size: width, type: WidthType.DXA},
    shading: {type: "clear", color: "auto", fill: colour.panel},
    margins: {top: 60, bottom: 40, left: 140, right: 80},
    children: [paragraph],
  });
}

function figureRuns({cell, unit}: KeyFigure): TextRun[] {
  if (cell.kind === "drawing") return [];
  const value = new TextRun({text: written(cell)});
  return unit === undefined ? [value] : [value, new TextRun({text: ` ${unit}`, size: 22, bold: false})];
}
