import type {Audience, PageFacts} from "../contract/edition.ts";
import type {OutputFile} from "../contract/output.ts";
import type {Tables} from "../contract/tables.ts";
import {letterText, takkLetters} from "./takk.ts";
import type {Template} from "./template/read-template.ts";
import {templateBytes} from "./template/write-template.ts";
import {fylke, viewOf} from "./view.ts";

/** A document that can be written, and where it belongs in its edition. */
export interface PlannedFile {
  readonly path: string;
  readonly write: () => Promise<Uint8Array> | Uint8Array;
}

/** True for what `report` writes; everything else of an edition is a page, a table or the manifest. */
export function isDocument(path: string): boolean {
  return /\.(docx|xlsx|pptx|pdf|txt)$/.test(path) || (path.endsWith(".html") && !/(^|\/)index\.html$/.test(path));
}

/** Where the letterhead lies in an edition, without anything that tells who made it. */
export const templatePath = "mal.docx";

interface Making {
  /** The organisation's letterhead. */
  readonly template?: Template | null;
  /** Told before each document, with how many there are. */
  readonly progress?: (path: string, number: number, of: number) => void;
  /** Which documents to write; all where nothing is said. */
  readonly wanted?: (path: string) => boolean;
}

/** The documents of one edition, written. */
export async function report(
  tables: Tables,
  facts: readonly PageFacts[],
  {template = null, progress = () => {}, wanted = () => true}: Making = {},
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  const planned = (await plannedFiles(tables, facts, template)).filter(({path}) => wanted(path));
  for (const [index, {path, write}] of planned.entries()) {
    progress(path, index + 1, planned.length);
    files.push({path, bytes: await write()});
  }
  return files;
}

/** What there is to write: report and data book for who sees the whole county, slides for SSU, two pages for each LSU, and the thank-yous. */
export async function plannedFiles(
  tables: Tables,
  facts: readonly PageFacts[],
  template: Template | null = null,
): Promise<PlannedFile[]> {
  const planned: PlannedFile[] = template === null ? [] : [{path: templatePath, write: () => templateBytes(template)}];
  for (const one of facts) {
    const own =
      one.audience.omraade === fylke ? await countyFiles(tables, one, template) : await briefFiles(tables, one);
    planned.push(...own, ...(await takkFiles(tables, one, template)));
  }
  return planned;
}

/** The thank-yous of a committee, as text to paste and as a document, in its folder. */
async function takkFiles(tables: Tables, facts: PageFacts, template: Template | null): Promise<PlannedFile[]> {
  const letters = takkLetters(tables, facts);
  if (letters.length === 0) return [];
  const {letterDocx} = await import("./writers/letter-docx.ts");
  const folder = `${folderOf(facts.audience)}takk/${facts.synthetic ? "SYNTETISK-" : ""}`;
  return letters.flatMap((letter): PlannedFile[] => [
    {path: `${folder}${letter.name}.txt`, write: () => letterText(letter)},
    {path: `${folder}${letter.name}.docx`, write: () => letterDocx(letter, facts.runDate, template)},
  ]);
}

/** The libraries behind the writers are loaded here and not before, so that other commands start fast. */
async function countyFiles(tables: Tables, facts: PageFacts, template: Template | null): Promise<PlannedFile[]> {
  const [{countyReport}, {databok}, {docxBytes}, {xlsxBytes}, {pdfBytes}, {htmlBytes}] = await Promise.all([
    import("./county-report.ts"),
    import("./databok.ts"),
    import("./writers/docx.ts"),
    import("./writers/xlsx.ts"),
    import("./writers/pdf.ts"),
    import("./writers/html.ts"),
  ]);
  const document = countyReport(tables, facts);
  const name = `${stem(facts)}samhandlingsavvik-${facts.year}`;
  return [
    {path: `${name}.docx`, write: () => docxBytes(document, template)},
    {path: `${name}.pdf`, write: () => pdfBytes(document)},
    {path: `${name}.html`, write: () => htmlBytes(document)},
    ...(facts.audience.edition === "moete" ? [await slidesFile(tables, facts)] : []),
    {path: `${stem(facts)}databok-${facts.year}.xlsx`, write: () => xlsxBytes(databok(viewOf(tables, facts)))},
  ];
}

async function slidesFile(tables: Tables, facts: PageFacts): Promise<PlannedFile> {
  const [{ssuSlides}, {pptxBytes}] = await Promise.all([import("./ssu-slides.ts"), import("./writers/pptx.ts")]);
  const document = ssuSlides(tables, facts);
  return {path: `${stem(facts)}lysark-${facts.audience.id}-${facts.year}.pptx`, write: () => pptxBytes(document)};
}

async function briefFiles(tables: Tables, facts: PageFacts): Promise<PlannedFile[]> {
  const [{lsuBrief}, {docxBytes}, {pdfBytes}] = await Promise.all([
    import("./lsu-brief.ts"),
    import("./writers/docx.ts"),
    import("./writers/pdf.ts"),
  ]);
  const document = lsuBrief(tables, facts);
  const name = `${stem(facts)}moetegrunnlag-${facts.audience.id}-${facts.year}`;
  return [
    {path: `${name}.docx`, write: () => docxBytes(document)},
    {path: `${name}.pdf`, write: () => pdfBytes(document)},
  ];
}

/** The folder of the audience and, on invented numbers, the mark that goes first in every name. */
function stem({audience, synthetic}: PageFacts): string {
  return `${folderOf(audience)}${synthetic ? "SYNTETISK-" : ""}`;
}

function folderOf({edition, id}: Audience): string {
  return edition === "open" ? "" : `${id}/`;
}
