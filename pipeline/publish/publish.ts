import type {Audience, PageFacts} from "../contract/edition.ts";
import type {OutputFile} from "../contract/output.ts";
import type {Tables} from "../contract/tables.ts";
import {audienceTables} from "./audience-tables.ts";
import {fillPage} from "./page.ts";
import {tableFiles} from "./write-tables.ts";

/** The pages of one edition, one per audience, and its tables. Paths are inside the edition's folder. */
export function publish(
  tables: Tables,
  {template, facts}: {readonly template: string; readonly facts: readonly PageFacts[]},
): OutputFile[] {
  const pages = facts.map((own) => ({
    path: `${audienceFolder(own.audience)}index.html`,
    bytes: Buffer.from(fillPage(template, own, audienceTables(tables, own.audience)), "utf8"),
  }));
  return [...pages, ...tableFiles(tables, facts[0]?.synthetic ? "SYNTETISK" : "leveringar")];
}

/** The open edition has one page at the top of its folder; the meeting edition has a folder for each committee. */
function audienceFolder(audience: Audience): string {
  return audience.edition === "open" ? "" : `${audience.id}/`;
}
