import {strFromU8, unzipSync} from "fflate";
import {parseHTML} from "linkedom";
import {exampleOpen, exampleSsu} from "../../../dashboard/examples/published.ts";
import type {Language} from "../../../pipeline/contract/edition.ts";
import {countyReport} from "../../../pipeline/report/county-report.ts";
import type {Block, Cell, Document} from "../../../pipeline/report/document.ts";
import {type View, viewOf} from "../../../pipeline/report/view.ts";
import {docxBytes} from "../../../pipeline/report/writers/docx.ts";

const examples = {open: exampleOpen, moete: exampleSsu};
export type Edition = keyof typeof examples;

/** An example county in a language of choice. */
export function exampleView(language: Language, edition: Edition = "moete"): View {
  const {tables, facts} = examples[edition]();
  return viewOf(tables, {...facts, audience: {...facts.audience, language}});
}

export function exampleReport(language: Language, edition: Edition = "moete"): Document {
  const {tables, facts} = exampleView(language, edition);
  return countyReport(tables, facts);
}

const written = new Map<Language, Promise<ReadonlyMap<string, string>>>();

/** The parts of the example's docx, written once for each language. */
export function exampleDocx(language: Language): Promise<ReadonlyMap<string, string>> {
  const parts = written.get(language) ?? docxBytes(exampleReport(language)).then(partsOf);
  written.set(language, parts);
  return parts;
}

export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

/** Every table of the document as rows of text, header rows first. */
export function grids(xml: string): string[][][] {
  const {document} = parseHTML(
    `<html><body>${xml.replace(/<\?xml[^>]*\?>/, "").replace(/<(\/?)w:/g, "<$1w-")}</body></html>`,
  );
  const all = (node: Element, name: string) => [...node.querySelectorAll(name)] as Element[];
  const text = (cell: Element) =>
    all(cell, "w-t")
      .map((run) => run.textContent ?? "")
      .join("")
      .trim();
  return all(document.body as unknown as Element, "w-tbl").map((table) =>
    all(table, "w-tr").map((row) => all(row, "w-tc").map(text)),
  );
}

export function cellsOf(blocks: readonly Block[]): Cell[] {
  return blocks.flatMap((block) => {
    if (block.kind === "table") return block.rows.flat();
    return block.kind === "keyfigures" ? block.figures.map(({cell}) => cell) : [];
  });
}

/** Every sentence of a document that a person reads, alternative texts too. */
export function sentences({title, subtitle, about, blocks, meta}: Document): string[] {
  return [title, subtitle, ...about, meta.source, meta.run, ...blocks.flatMap(said)];
}

function said(block: Block): string[] {
  switch (block.kind) {
    case "finding":
      return [block.text, block.lead];
    case "paragraph":
      return [block.text, block.footnote ?? ""];
    case "heading":
    case "note":
    case "talk":
      return [block.text];
    case "choice":
      return [block.title, block.about, ...block.options, ...block.fields].filter((text) => text !== "");
    case "list":
      return [...block.items];
    case "decision":
      return [block.title, ...block.items];
    case "definitions":
      return block.items.flatMap(({word, text}) => [word, text]);
    case "keyfigures":
      return [block.title, ...block.figures.flatMap(({label, basis, unit = ""}) => [label, basis, unit])];
    case "chart":
      return [block.title, block.subtitle, block.drawing.alt, ...block.notes];
    case "table":
      return [
        block.title,
        block.subtitle,
        ...block.columns.flatMap(({title, group = ""}) => [title, group]),
        ...block.rows.flat().map(words),
        ...block.notes,
      ];
    case "pagebreak":
      return [];
  }
}

/** A text with every space alike, so that two formats can be laid beside each other. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function words(cell: Cell): string {
  if (cell.kind === "drawing") return cell.drawing.alt;
  return cell.kind === "text" || cell.kind === "dom" ? cell.text : "";
}
