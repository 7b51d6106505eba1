import {
  AlignmentType,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  SequentialIdentifier,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
  Document as WordDocument,
} from "docx";
import {estimatePageNumbers} from "docx/layout";
import type {Block, ChartBlock, ChoiceBlock, Document, DocumentForm, TableBlock} from "../document.ts";
import {onTemplate} from "../template/on-template.ts";
import type {Template} from "../template/read-template.ts";
import {reportTexts} from "../text/text.ts";
import {headingOf, isLargeFinding, noteText, signKey, sourceLine} from "./common.ts";
import {fitted, image} from "./docx-cells.ts";
import {colour, mm, styles, textWidthMm} from "./docx-styles.ts";
import {dataTable, figureTable} from "./docx-table.ts";
import {repack} from "./repack.ts";

const margin = 22;
const bullets = "punkt";

/**
 * The document as docx: real headings, a filled table of contents, captions, repeated header rows, the same bytes each
 * time. A report stands on the letterhead when there is one; a brief keeps its own form, so that it stays on two pages.
 */
export async function docxBytes(document: Document, letterhead: Template | null = null): Promise<Uint8Array> {
  const {meta, language} = document;
  const template = document.form === "report" ? letterhead : null;
  const widthMm = template?.textWidthMm ?? textWidthMm;
  const scale = document.form === "brief" ? Math.min(1, await roomIn(document)) : 1;
  const word = new WordDocument({
    title: headingOf(document),
    subject: document.subtitle,
    description: meta.run,
    creator: meta.author,
    lastModifiedBy: meta.author,
    styles: styles(language, document.form, scale),
    numbering: {config: [{reference: bullets, levels: [bulletLevel]}]},
    compatibility: {version: 15},
    footnotes: footnotes(document),
    // Not the estimator itself: it would look for the numbers of headings too, which have none, for as long again.
    ...(document.form === "report" ? {pageNumbers: (body, context) => estimatePageNumbers(body, context)} : {}),
    sections: [
      {
        properties: {page: template ? pageOf(template) : {size: a4, margin: margins[document.form]}},
        headers: {default: header(document, widthMm)},
        footers: {default: footer(document, widthMm)},
        children: [
          ...(document.form === "report" ? front(document) : []),
          ...document.blocks.flatMap((block, index) => children(document, block, {index, widthMm})),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(word);
  return repack(template ? onTemplate(bytes, template, language) : bytes, meta.runDate);
}

/** Word and LibreOffice take a little more room for the same words than the PDF. */
async function roomIn(document: Document): Promise<number> {
  const {briefScale} = await import("./pdf.ts");
  return (await briefScale(document)) - slack;
}

const slack = 0.05;
const a4 = {width: mm(210), height: mm(297)};

/** The page of the letterhead, in twips, for the numbers in the table of contents. */
function pageOf({page: own}: Template) {
  const twips = (name: string, side: string) => Number(own.find((one) => one.name === name)?.attributes[side] ?? 0);
  const sides = ["top", "right", "bottom", "left", "header", "footer"] as const;
  const margin = Object.fromEntries(sides.map((side) => [side, twips("w:pgMar", `w:${side}`)]));
  return {size: {width: twips("w:pgSz", "w:w"), height: twips("w:pgSz", "w:h")}, margin};
}

const page = {top: mm(26), bottom: mm(22), left: mm(margin), right: mm(margin), header: mm(11), footer: mm(10)};
const margins = {
  report: page,
  brief: {...page, top: mm(21), bottom: mm(16), header: mm(9), footer: mm(7)},
  slides: page,
};
const bulletLevel = {
  level: 0,
  format: "bullet",
  text: "•",
  style: {paragraph: {indent: {left: 340, hanging: 240}}},
} as const;

const rightTab = (widthMm: number) => [{type: TabStopType.RIGHT, position: mm(widthMm)}];

function header({title, subtitle, marks}: Document, widthMm: number): Header {
  const mark = marks.map(
    (text) =>
      new TextRun({
        text: ` ${text} `,
        bold: true,
        color: colour.text,
        shading: {type: "clear", color: "auto", fill: colour.note},
      }),
  );
  const children = [new TextRun({text: title, bold: true, color: colour.text}), new TextRun(` · ${subtitle}`)];
  const line = {bottom: {style: "single", size: 4, color: colour.faint, space: 6}} as const;
  return new Header({
    children: [
      new Paragraph({
        style: "Topptekst",
        tabStops: rightTab(widthMm),
        border: line,
        children: [...children, new TextRun({children: [new Tab()]}), ...mark],
      }),
    ],
  });
}

function footer({meta, language}: Document, widthMm: number): Footer {
  const [before = "", between = "", after = ""] = reportTexts[language].page("|", "|").split("|");
  const number = new TextRun({
    children: [new Tab(), before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
  });
  const line = {top: {style: "single", size: 4, color: colour.faint, space: 6}} as const;
  return new Footer({
    children: [
      new Paragraph({
        style: "Topptekst",
        tabStops: rightTab(widthMm),
        border: line,
        children: [new TextRun(`${meta.source} · ${meta.run}`), number],
      }),
    ],
  });
}

function front({title, subtitle, about, marks, language}: Document): FileChild[] {
  const [first = "", ...rest] = about;
  return [
    new Paragraph({style: "Title", text: title}),
    new Paragraph({style: "Undertittel", text: subtitle}),
    ...(marks.length > 0
      ? [new Paragraph({style: "Obs", text: `${marks.join(". ")}. ${first}`})]
      : [new Paragraph({style: "Om", text: first})]),
    ...rest.map((text) => new Paragraph({style: "Om", text})),
    new Paragraph({style: "Innhaldstittel", text: reportTexts[language].contents}),
    new TableOfContents(reportTexts[language].contents, {hyperlink: true, headingStyleRange: "1-2"}),
  ];
}

type Captioned = Pick<TableBlock, "title" | "subtitle">;
type ParagraphBlock = Extract<Block, {kind: "paragraph"}>;

const levels = {1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3} as const;

interface Spot {
  readonly index: number;
  readonly widthMm: number;
}

function children(document: Document, block: Block, spot: Spot): FileChild[] {
  const {index, widthMm} = spot;
  switch (block.kind) {
    case "heading":
      return [heading(document, block, index)];
    case "finding":
      return finding(document, block, index);
    case "paragraph":
      return [paragraph(document, block, index)];
    case "list":
      return block.items.map(
        (text) => new Paragraph({style: "Punkt", text, numbering: {reference: bullets, level: 0, custom: true}}),
      );
    case "definitions":
      return block.items.map(({word, text}) => definition(word, text));
    case "note":
      return [new Paragraph({style: "Obs", text: block.text})];
    case "keyfigures":
      return [new Paragraph({style: "Undertekst", text: block.title}), figureTable(block.figures, widthMm)];
    case "decision":
      return decision(block.title, block.items);
    case "choice":
      return choice(block, widthMm);
    case "pagebreak":
    case "talk":
      return [];
    case "table":
      return table(document, block, spot);
    case "chart":
      return chart(document, block, spot);
  }
}

function paragraph(document: Document, block: ParagraphBlock, index: number): Paragraph {
  const number = footnotesOf(document.blocks.slice(0, index + 1)).length;
  const reference = block.footnote === undefined ? [] : [new FootnoteReferenceRun(number)];
  return new Paragraph({
    children: [new TextRun(block.text), ...reference],
    keepNext: isBeforeTable(document, index),
  });
}

function footnotesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" && block.footnote ? [block.footnote] : []));
}

function footnotes({blocks}: Document) {
  return Object.fromEntries(
    footnotesOf(blocks).map((text, index) => [index + 1, {children: [new Paragraph({style: "Fotnote", text})]}]),
  );
}

function isBeforeTable({blocks}: Document, index: number): boolean {
  return ["table", "chart", "decision"].includes(blocks[index + 1]?.kind ?? "");
}

/** A page break belongs to the heading after it, so that no empty paragraph stands at the top of a page. */
function heading({blocks}: Document, {level, text}: {level: 1 | 2 | 3; text: string}, index: number): Paragraph {
  const before = blocks[index - 1];
  const onTop = before?.kind === "pagebreak" && before.flows !== true;
  return new Paragraph({
    heading: levels[level],
    text,
    keepNext: true,
    ...(onTop ? {pageBreakBefore: true, spacing: {before: 0}} : {}),
  });
}

function finding(document: Document, {text, lead}: {text: string; lead: string}, index: number): Paragraph[] {
  return [
    new Paragraph({style: isLargeFinding(document, index) ? "Funn" : "FunnLite", text}),
    new Paragraph({style: "Ingress", text: lead, keepNext: true}),
  ];
}

function definition(word: string, text: string): Paragraph {
  return new Paragraph({
    style: "Ord",
    children: [new TextRun({text: word, bold: true}), new TextRun({children: [new Tab(), text]})],
  });
}

function decision(title: string, items: readonly string[]): Paragraph[] {
  const numbered = items.length > 1;
  return [
    new Paragraph({style: "Vedtakstittel", text: title}),
    ...items.map(
      (text, index) =>
        new Paragraph({
          style: "Vedtak",
          text: numbered ? `${index + 1}. ${text}` : text,
          keepNext: index < items.length - 1,
          spacing: {after: index < items.length - 1 ? 60 : 200},
        }),
    ),
  ];
}

const box = "\u2610\u00a0";

/** Boxes to tick on one line, and under them lines to write on, beside each other, with what to write below each. */
function choice({title, about, options, fields}: ChoiceBlock, widthMm: number): Paragraph[] {
  const width = (widthMm - 8) / fields.length;
  const ends = fields.map((_field, index) => mm(width * (index + 1) - (index < fields.length - 1 ? 5 : 0)));
  const starts = fields.slice(1).map((_field, index) => mm(width * (index + 1)));
  const left = (position: number) => ({type: TabStopType.LEFT, position}) as const;
  const lines = ends.flatMap((end, index) => [
    ...(index > 0 ? [left(starts[index - 1] ?? 0)] : []),
    {...left(end), leader: "underscore" as const},
  ]);
  const tabs = (count: number) => Array.from({length: count}, () => new Tab());
  const label = (text: string, index: number) => new TextRun({children: [...tabs(Math.min(index, 1)), text]});
  return [
    new Paragraph({style: "Vedtakstittel", text: title}),
    ...(about === "" ? [] : [new Paragraph({style: "Vedtaksnote", keepNext: true, text: about})]),
    new Paragraph({
      style: "Vedtak",
      keepNext: true,
      children: options.map((option, index) => new TextRun(`${index > 0 ? "   " : ""}${box}${option}`)),
    }),
    new Paragraph({
      style: "Vedtak",
      keepNext: true,
      spacing: {before: 160, after: 0},
      tabStops: lines,
      children: [new TextRun({children: tabs(lines.length)})],
    }),
    new Paragraph({style: "Vedtaksnote", tabStops: starts.map(left), children: fields.map(label)}),
  ];
}

/** A report counts its figures and tables; a brief of two pages has no use for it. */
function caption(form: DocumentForm, label: string, {title, subtitle}: Captioned): Paragraph[] {
  const counted = [new TextRun(`${label} `), new SequentialIdentifier(label), new TextRun(`. ${title}`)];
  return [
    new Paragraph({style: "Caption", keepNext: true, children: form === "report" ? counted : [new TextRun(title)]}),
    new Paragraph({style: "Undertekst", text: subtitle}),
  ];
}

type Noted = Pick<TableBlock, "notes" | "source">;

/** The source stands under every table of a report; in a brief the foot of the page says it. A proposal does not stand alone on a page. */
function notes(
  document: Document,
  {notes: texts, source}: Noted,
  {key, index}: {key: string; index: number},
): Paragraph[] {
  const lines = noteText(texts, key);
  const last = document.form === "report" ? sourceLine(document, source) : (lines.pop() ?? "");
  return [
    ...lines.map((text) => new Paragraph({style: "Merknad", text, keepNext: true})),
    new Paragraph({style: "Kjelde", text: last, keepNext: document.blocks[index + 1]?.kind === "decision"}),
  ];
}

function table(document: Document, block: TableBlock, {index, widthMm}: Spot): FileChild[] {
  const label = reportTexts[document.language].table;
  return [
    ...caption(document.form, label, block),
    dataTable(block, `tabell-${index}`, widthMm),
    ...notes(document, block, {key: signKey(block, document.language), index}),
  ];
}

function chart(document: Document, block: ChartBlock, {index, widthMm}: Spot): FileChild[] {
  return [
    ...caption(document.form, reportTexts[document.language].figure, block),
    new Paragraph({
      style: "Figur",
      alignment: AlignmentType.LEFT,
      children: [image(fitted(block.drawing, widthMm), `figur-${index}`)],
    }),
    ...notes(document, block, {key: "", index}),
  ];
}
