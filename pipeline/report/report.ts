import type {Audience, PageFacts} from "../contract/edition.ts";
import type {OutputFile} from "../contract/output.ts";
import type {Tables} from "../contract/tables.ts";
import {fylke, viewOf} from "./view.ts";

/** The documents of one edition: for each audience that sees the whole county, the report and the data book. */
export async function report(tables: Tables, facts: readonly PageFacts[]): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const own of facts.filter(({audience}) => audience.omraade === fylke)) {
    files.push(...(await countyFiles(tables, own)));
  }
  return files;
}

/** The libraries behind the writers are loaded here and not before, so that other commands start fast. */
async function countyFiles(tables: Tables, facts: PageFacts): Promise<OutputFile[]> {
  const [{countyReport}, {databok}, {docxBytes}, {xlsxBytes}] = await Promise.all([
    import("./county-report.ts"),
    import("./databok.ts"),
    import("./writers/docx.ts"),
    import("./writers/xlsx.ts"),
  ]);
  const folder = `${folderOf(facts.audience)}${facts.synthetic ? "SYNTETISK-" : ""}`;
  return [
    {path: `${folder}samhandlingsavvik-${facts.year}.docx`, bytes: await docxBytes(countyReport(tables, facts))},
    {path: `${folder}databok-${facts.year}.xlsx`, bytes: await xlsxBytes(databok(viewOf(tables, facts)))},
  ];
}

function folderOf({edition, id}: Audience): string {
  return edition === "open" ? "" : `${id}/`;
}
