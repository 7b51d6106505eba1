import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {OutputFile} from "../contract/output.ts";
import {root} from "../project.ts";
import type {Document} from "../report/document.ts";
import {templatePath} from "../report/report.ts";
import {docxBytes} from "../report/writers/docx.ts";
import {htmlBytes} from "../report/writers/html.ts";
import {pdfBytes} from "../report/writers/pdf.ts";
import {pptxBytes} from "../report/writers/pptx.ts";
import {xlsxBytes} from "../report/writers/xlsx.ts";
import {contentsOf} from "./carriers/carriers.ts";
import {possibleIn} from "./possible.ts";

/** What the program says by itself and not of any delivery. */
export interface Own {
  /** Long stretches of the page before any data, as they stand in every page. */
  readonly stretches: readonly string[];
  /** Texts whose words and numbers say nothing about anybody: the page, the registers, the words of the documents. */
  readonly texts: readonly string[];
  /** What looks like an identifier in these texts. */
  readonly numbers: ReadonlySet<string>;
}

/** Where the words of pages, documents and tables are written. */
const sources = ["pipeline/contract", "pipeline/publish", "pipeline/report", "dashboard/findings", "dashboard/text"];
const MARKS = /<!--avvik:[a-z]+-->|<title>[^<]*<\/title>/;
const SHORTEST_STRETCH = 200;

/** `registers` is a folder of registers, or null when there is none to look in. */
export async function readOwn(template: string, registers: string | null): Promise<Own> {
  program ??= readProgram();
  const {texts, numbers} = await program;
  const local = [template, ...(registers === null ? [] : readTexts(registers, /\.csv$/))];
  return {
    stretches: template.split(MARKS).filter(({length}) => length >= SHORTEST_STRETCH),
    texts: [...local, ...texts],
    numbers: new Set([...numbers, ...numbersIn(local)]),
  };
}

const shown = /<w:t(?: [^>]*)?>[^<]*<\/w:t>/g;
const publicKinds: readonly string[] = ["phone", "email", "address", "plate"];

/**
 * The organisation's own phone, address and e-mail stand on its letterhead, and the names of styles and fonts in it are
 * nobody's. Its words that are read count as words of the document, and are looked through like the rest.
 */
export function withLetterhead(own: Own, files: readonly OutputFile[]): Own {
  const letterhead = files.find(({path}) => path === templatePath);
  if (letterhead === undefined) return own;
  const texts = contentsOf(letterhead.path, letterhead.bytes).carried.map(({text}) => text);
  const numbers = texts.flatMap(possibleIn).filter(({kind}) => publicKinds.includes(kind));
  return {
    ...own,
    texts: [...own.texts, ...texts.map((text) => text.replace(shown, ""))],
    numbers: new Set([...own.numbers, ...numbers.map(({found}) => found)]),
  };
}

/** The program is the same as long as it runs. */
let program: ReturnType<typeof readProgram> | undefined;

async function readProgram() {
  const written = sources.flatMap((folder) => readTexts(join(root, folder), /\.(tsx?|typ|css)$/));
  const texts = [...written, ...(await wordsOfEmptyDocuments())];
  return {texts, numbers: numbersIn(texts)};
}

const numbersIn = (texts: readonly string[]): string[] => texts.flatMap(possibleIn).map(({found}) => found);

/** What the writers put into a document that says nothing: names of parts, styles, fonts, schemas and scripts. */
async function wordsOfEmptyDocuments(): Promise<string[]> {
  const word = await docxBytes(emptyDocument);
  const book = await xlsxBytes({
    title: "",
    author: "",
    date: "2025-01-01",
    marks: ["a"],
    foot: "",
    sheets: [emptySheet],
  });
  const empty = [
    {path: "a.docx", bytes: word},
    {path: "a.xlsx", bytes: book},
    {path: "a.pdf", bytes: await pdfBytes(emptyDocument)},
    {path: "a.html", bytes: htmlBytes(emptyDocument)},
    {path: "a.pptx", bytes: pptxBytes(emptyDocument)},
  ];
  return empty.flatMap(({path, bytes}) => contentsOf(path, bytes).carried.map(({text}) => text));
}

const drawing = {svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', alt: "", widthMm: 9};
const column = {title: "", align: "left", widthMm: 9} as const;
const table = {
  kind: "table",
  title: "",
  subtitle: "",
  notes: [""],
  columns: [column, {...column, group: "a"}],
} as const;
const cells = [
  {kind: "text", text: ""},
  {kind: "drawing", drawing},
] as const;

const emptyDocument: Document = {
  form: "report",
  title: "",
  subtitle: "",
  language: "nn",
  marks: [""],
  about: [""],
  meta: {source: "", run: "", runDate: "2025-01-01", author: ""},
  blocks: [
    ...([1, 2, 3] as const).map((level) => ({kind: "heading", level, text: "a"}) as const),
    {kind: "finding", text: "", lead: ""},
    {kind: "paragraph", text: "", footnote: "a"},
    {kind: "choice", title: "", about: "", options: [""], fields: [""]},
    {kind: "list", items: [""]},
    {kind: "definitions", items: [{word: "", text: ""}]},
    {kind: "note", text: ""},
    {kind: "keyfigures", title: "", figures: [{label: "", cell: cells[0], basis: ""}]},
    {kind: "decision", title: "", items: [""]},
    {kind: "pagebreak"},
    {...table, rows: [cells], total: true},
    {kind: "chart", title: "", subtitle: "", drawing, notes: [""]},
  ],
};
const emptySheet = {name: "a", heading: [""], columns: [{title: "", kind: "decimal"}], rows: [[1]]} as const;

function readTexts(folder: string, name: RegExp): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((path) => name.test(path))
    .sort()
    .flatMap((path) => [path, readFileSync(join(folder, path), "utf8")]);
}
