import {readFileSync} from "node:fs";
import {join} from "node:path";
import {dayOf} from "../../../dashboard/text/dates.ts";
import {formattedRange, glyph, written} from "../cells.ts";
import type {Block, Cell, ChartBlock, Document, Drawing, KeyFigure, TableBlock} from "../document.ts";
import {reportTexts} from "../text/text.ts";
import {columnGroups, headingOf, isLargeFinding, noteText, signKey, sourceLine} from "./common.ts";
import {type TypstFile, typeset} from "./typst.ts";

const textWidthMm = {report: 166, brief: 170, slides: 166} as const;
const briefPages = 2;
/** A brief fills its two pages: it is set as large as fits, and no smaller than the last of these. */
const scales = [1.14, 1.1, 1.05, 1, 0.96, 0.92, 0.88, 0.84, 0.8];

/** The document as PDF: tagged, with bookmarks, language, alternative text and embedded fonts; the same bytes each time. */
export async function pdfBytes(document: Document): Promise<Uint8Array> {
  return (await fitted(document)).pdf;
}

/** How large the letters of a brief can be when it stays on its two pages; 1 is as they are drawn up. */
export async function briefScale(document: Document): Promise<number> {
  return (await fitted(document)).scale;
}

interface Fitted {
  readonly pdf: Uint8Array;
  readonly scale: number;
}

/** A document is typeset once, whether it is wanted as a PDF or only measured. */
const known = new WeakMap<Document, Promise<Fitted>>();

function fitted(document: Document): Promise<Fitted> {
  const found = known.get(document) ?? typesetToFit(document);
  known.set(document, found);
  return found;
}

async function typesetToFit(document: Document): Promise<Fitted> {
  const source = readFileSync(join(import.meta.dirname, "document.typ"), "utf8");
  const {json, pictures} = pdfDocument(document);
  for (const scale of document.form === "brief" ? scales : [1]) {
    const data = {path: "/document.json", bytes: Buffer.from(JSON.stringify({...json, scale}))};
    const {pdf, pages} = await typeset(source, [data, ...pictures]);
    if (document.form !== "brief" || pages <= briefPages) return {pdf, scale};
  }
  throw new Error("brief: more than two pages");
}

function pdfDocument(document: Document) {
  const {title, subtitle, language, form, marks, about, meta, blocks} = document;
  const t = reportTexts[language];
  const album = new Album();
  const json = {
    ...{title, subtitle, language, form, marks, about},
    heading: headingOf(document),
    author: meta.author,
    day: dayOf(meta.runDate),
    foot: `${meta.source} · ${meta.run}`,
    words: {contents: t.contents, figure: t.figure, table: t.table, page: t.page("|", "|").split("|")},
    blocks: blocks.map((block, index) => pdfBlock(document, {block, index, album})),
  };
  return {json, pictures: album.files};
}

/** The drawings of a document as files beside it. */
class Album {
  readonly files: TypstFile[] = [];

  add({svg, alt, widthMm}: Drawing) {
    const path = `/figurar/${this.files.length + 1}.svg`;
    this.files.push({path, bytes: Buffer.from(svg)});
    return {path, alt, width: widthMm};
  }
}

type Paragraph = Extract<Block, {kind: "paragraph"}>;

interface Placed {
  readonly block: Block;
  readonly index: number;
  readonly album: Album;
}

function pdfBlock(document: Document, {block, index, album}: Placed): object {
  switch (block.kind) {
    case "finding":
      return {...block, large: isLargeFinding(document, index)};
    case "paragraph":
      return pdfParagraph(document, block, index);
    case "keyfigures":
      return {...block, figures: block.figures.map(keyFigure)};
    case "table":
      return {
        ...pdfTable(withFootnote(document, block, index), document, album),
        sticky: isBeforeDecision(document, index),
      };
    case "chart":
      return pdfChart(block, document, album);
    default:
      return block;
  }
}

function pdfChart(block: ChartBlock, document: Document, album: Album) {
  const foot = sourceLine(document, block.source);
  return {...block, foot, notes: noteText(block.notes), picture: album.add(block.drawing)};
}

/** The footnote of a text that is kept with a table stands under the table: Typst leaves it on the page they are moved from. */
function pdfParagraph(document: Document, block: Paragraph, index: number) {
  const footnote = document.blocks[index + 1]?.kind === "table" ? "" : (block.footnote ?? "");
  return {...block, footnote, sticky: isBeforeFigure(document, index)};
}

function withFootnote({blocks}: Document, table: TableBlock, index: number): TableBlock {
  const before = blocks[index - 1];
  const footnote = before?.kind === "paragraph" ? before.footnote : undefined;
  return footnote === undefined ? table : {...table, notes: [...table.notes, footnote]};
}

function isBeforeFigure({blocks}: Document, index: number): boolean {
  return ["table", "chart", "decision"].includes(blocks[index + 1]?.kind ?? "");
}

function isBeforeDecision({blocks}: Document, index: number): boolean {
  return blocks[index + 1]?.kind === "decision";
}

function keyFigure({cell, label, unit = "", basis}: KeyFigure) {
  return {label, unit, basis, value: cell.kind === "drawing" ? "" : written(cell)};
}

function pdfTable(block: TableBlock, document: Document, album: Album) {
  const {form, language} = document;
  const {columns, rows, title, subtitle, notes, total = false} = block;
  const width = columns.reduce((sum, column) => sum + column.widthMm, 0);
  const groups = columnGroups(columns);
  return {
    ...{kind: "table", title, subtitle, total, notes: noteText(notes, signKey(block, language))},
    foot: sourceLine(document, block.source),
    shrink: Math.min(1, textWidthMm[form] / width),
    columns: columns.map(({title, align, widthMm}, index) => ({
      ...{title, align, width: widthMm},
      gap: align === "left" && columns[index - 1]?.align === "right",
    })),
    groups: groups.some((group) => group.title !== "") ? groups : [],
    rows: rows.map((row) => row.map((cell) => pdfCell(cell, album))),
  };
}

function pdfCell(cell: Cell, album: Album) {
  const plain = {text: "", below: "", glyph: "", strong: false, picture: null};
  if (cell.kind === "drawing") return {...plain, picture: album.add(cell.drawing)};
  const text = written(cell);
  if (cell.kind === "dom") return {...plain, text, glyph: glyph[cell.dom], strong: cell.dom !== "uviss"};
  if (cell.kind !== "number") return {...plain, text};
  const below = cell.range ? formattedRange(cell.range, cell.form) : "";
  return {...plain, text, below, glyph: cell.dom ? glyph[cell.dom] : "", strong: cell.dom !== undefined};
}
