import {readFileSync} from "node:fs";
import {join} from "node:path";
import {texts} from "../../../dashboard/text/text.ts";
import {formattedRange, glyph, written} from "../cells.ts";
import type {Block, Cell, ChartBlock, Document, Drawing, KeyFigure, TableBlock} from "../document.ts";
import {reportTexts} from "../text/text.ts";
import {columnGroups, headingOf, isLargeFinding, signKey, sourceLine} from "./common.ts";

/** Nothing may be fetched and nothing run: the page is text, style and drawings. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const pixelsPerMm = 96 / 25.4;

/** The document as one HTML file with the same drawings as SVG, and a style for paper. */
export function htmlBytes(document: Document): Uint8Array {
  const {language, title, subtitle, marks, about, meta} = document;
  const style = readFileSync(join(import.meta.dirname, "document.css"), "utf8");
  const foot = `${meta.source} · ${meta.run}`;
  const page = [
    `<!doctype html>\n<html lang="${language}">`,
    `<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(headingOf(document))}</title>`,
    `<style>\n${style}\n@page { @top-right { content: "${quotable(marks.join(" "))}"; } @bottom-left { content: "${quotable(foot)}"; } }\n</style>\n</head>`,
    `<body>\n<a class="hopp" href="#innhald">${escaped(texts[language].skip)}</a>`,
    ...marks.map((mark) => `<p class="merke">${escaped(mark)}</p>`),
    `<header>\n<p class="tittel">${escaped(title)}</p>\n<p class="undertittel">${escaped(subtitle)}</p>`,
    ...about.map((line) => `<p class="om">${escaped(line)}</p>`),
    "</header>",
    contents(document),
    '<main id="innhald">',
    ...new Body(document).parts(),
    `</main>\n<footer><p>${escaped(foot)}</p></footer>\n</body>\n</html>\n`,
  ];
  return Buffer.from(page.join("\n"), "utf8");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What stands in a style is no markup: a quote or a backslash ends the text, and nothing else may. */
function quotable(text: string): string {
  return text.replace(/["\\<>\n]/g, "");
}

function contents({blocks, language}: Document): string {
  const links = blocks.flatMap((block, index) =>
    block.kind === "heading" && block.level < 3
      ? [`<li class="nivaa${block.level}"><a href="#d${index}">${escaped(block.text)}</a></li>`]
      : [],
  );
  const title = escaped(reportTexts[language].contents);
  return `<nav aria-labelledby="innhaldstittel">\n<p id="innhaldstittel">${title}</p>\n<ul>\n${links.join("\n")}\n</ul>\n</nav>`;
}

/** The blocks as HTML. Tables, figures and footnotes are counted on the way. */
class Body {
  private readonly document: Document;
  private readonly footnotes: string[] = [];
  private figures = 0;
  private tables = 0;

  constructor(document: Document) {
    this.document = document;
  }

  parts(): string[] {
    const parts = this.document.blocks.map((block, index) => this.part(block, index));
    const notes = this.footnotes.map((text, index) => `<li id="note${index + 1}">${escaped(text)}</li>`);
    return notes.length === 0 ? parts : [...parts, `<ol class="fotnotar">\n${notes.join("\n")}\n</ol>`];
  }

  private part(block: Block, index: number): string {
    switch (block.kind) {
      case "heading":
        return `<h${block.level} id="d${index}">${escaped(block.text)}</h${block.level}>`;
      case "finding":
        return `<p class="funn${isLargeFinding(this.document, index) ? " stort" : ""}">${escaped(block.text)}</p>\n<p class="ingress">${escaped(block.lead)}</p>`;
      case "paragraph":
        return `<p>${escaped(block.text)}${this.footnote(block.footnote)}</p>`;
      case "list":
        return `<ul>\n${items(block.items)}\n</ul>`;
      case "definitions":
        return `<dl>\n${block.items.map(({word, text}) => `<dt>${escaped(word)}</dt><dd>${escaped(text)}</dd>`).join("\n")}\n</dl>`;
      case "note":
        return `<p class="obs">${escaped(block.text)}</p>`;
      case "keyfigures":
        return keyFigures(block.title, block.figures);
      case "decision":
        return `<section class="vedtak"><p class="vedtakstittel">${escaped(block.title)}</p>\n${proposals(block.items)}</section>`;
      case "choice":
        return `<section class="vedtak"><p class="vedtakstittel">${escaped(block.title)}</p>\n<p class="merknad">${escaped(block.about)}</p>\n<ul>\n${items([...block.options, ...block.fields])}\n</ul></section>`;
      case "table":
        return this.table(block);
      case "chart":
        return this.chart(block, index);
      case "pagebreak":
      case "talk":
        return "";
    }
  }

  private footnote(text: string | undefined): string {
    if (text === undefined) return "";
    const number = this.footnotes.push(text);
    return `<sup><a href="#note${number}">${number}</a></sup>`;
  }

  private table(block: TableBlock): string {
    const {language} = this.document;
    const t = reportTexts[language];
    this.tables += 1;
    const key = signKey(block, language);
    const notes = [...block.notes, ...(key === "" ? [] : [key]), sourceLine(this.document, block.source)];
    const caption = `<caption><b>${t.table} ${this.tables}. ${escaped(block.title)}</b><br>${escaped(block.subtitle)}</caption>`;
    const body = block.rows.map((row, index) => bodyRow(block, row, block.total === true && index === 0));
    return `<div class="rull" tabindex="0" role="region" aria-label="${escaped(block.title)}">\n<table>\n${caption}\n<thead>\n${headRows(block)}\n</thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>\n</div>\n${small(notes)}`;
  }

  private chart({title, subtitle, drawing, notes, source}: ChartBlock, index: number): string {
    const {language} = this.document;
    this.figures += 1;
    const caption = `<figcaption id="f${index}"><b>${reportTexts[language].figure} ${this.figures}. ${escaped(title)}</b><br>${escaped(subtitle)}</figcaption>`;
    return `<figure aria-labelledby="f${index}">\n${caption}\n${picture(drawing)}\n${small([...notes, sourceLine(this.document, source)])}\n</figure>`;
  }
}

const items = (lines: readonly string[]): string => lines.map((line) => `<li>${escaped(line)}</li>`).join("\n");
const proposals = (lines: readonly string[]): string =>
  lines.length === 1 ? `<p>${escaped(lines[0] ?? "")}</p>` : `<ol>\n${items(lines)}\n</ol>`;
const small = (lines: readonly string[]): string =>
  lines.map((line) => `<p class="merknad">${escaped(line)}</p>`).join("\n");

/** The drawing is one picture to a screen reader: its words are in the name of it, and its parts are silent. */
function picture({svg, alt, widthMm}: Drawing): string {
  const width = Math.round(widthMm * pixelsPerMm);
  return `<div role="img" aria-label="${escaped(alt)}" style="width:${width}px">${svg.replace("<svg", '<svg aria-hidden="true"')}</div>`;
}

function keyFigures(title: string, figures: readonly KeyFigure[]): string {
  const rows = figures.map(({label, cell, unit, basis}) => {
    const value = cell.kind === "drawing" ? "" : written(cell);
    return `<div><dt>${escaped(label)}</dt><dd><b>${escaped(value)}</b>${unit === undefined ? "" : ` ${escaped(unit)}`}<br><small>${escaped(basis)}</small></dd></div>`;
  });
  return `<p class="merknad">${escaped(title)}</p>\n<dl class="nykeltal">\n${rows.join("\n")}\n</dl>`;
}

function headRows({columns}: TableBlock): string {
  const head = columns.map(({title, align}) => `<th scope="col" class="${align}">${escaped(title)}</th>`).join("");
  const groups = columnGroups(columns);
  if (groups.every(({title}) => title === "")) return `<tr>${head}</tr>`;
  const over = groups.map(({title, span}) =>
    title === "" ? `<td colspan="${span}"></td>` : `<th scope="colgroup" colspan="${span}">${escaped(title)}</th>`,
  );
  return `<tr>${over.join("")}</tr>\n<tr>${head}</tr>`;
}

function bodyRow({columns}: TableBlock, row: readonly Cell[], total: boolean): string {
  const cells = row.map((cell, place) => {
    const align = columns[place]?.align ?? "left";
    return place === 0 && cell.kind === "text"
      ? `<th scope="row" class="${align}">${inside(cell)}</th>`
      : `<td class="${align}">${inside(cell)}</td>`;
  });
  return `<tr${total ? ' class="sum"' : ""}>${cells.join("")}</tr>`;
}

function inside(cell: Cell): string {
  if (cell.kind === "drawing") return picture(cell.drawing);
  const text = escaped(written(cell));
  if (cell.kind === "dom") return `${shape(cell.dom)} ${cell.dom === "uviss" ? text : `<b>${text}</b>`}`;
  if (cell.kind !== "number") return text;
  const range = cell.range ? `<br><small>${escaped(formattedRange(cell.range, cell.form))}</small>` : "";
  return cell.dom ? `${shape(cell.dom)} <b>${text}</b>` : `${text}${range}`;
}

function shape(dom: keyof typeof glyph): string {
  return `<span class="teikn ${dom}" aria-hidden="true">${glyph[dom]}</span>`;
}
