import type {Tables} from "../contract/tables.ts";
import {publish} from "../publish/publish.ts";
import {report} from "../report/report.ts";
import type {FinishedEdition} from "./edition.ts";
import type {PageParts} from "./pages.ts";

interface Made {
  readonly tables: Tables;
  readonly pages: readonly PageParts[];
  readonly template: string;
}

/** Files that are not, byte for byte, what this program makes of the edition's own tables. */
export async function remadeFaults({name, files}: FinishedEdition, {tables, pages, template}: Made): Promise<string[]> {
  const facts = pages.flatMap((page) => page.facts ?? []);
  if (facts.length !== pages.length) return [];
  const hasDocuments = files.some(({path}) => /\.(docx|xlsx)$/.test(path));
  const made = [...publish(tables, {template, facts}), ...(hasDocuments ? await report(tables, facts) : [])];
  return made
    .filter(({path, bytes}) => files.some((file) => file.path === path && !Buffer.from(file.bytes).equals(bytes)))
    .map(({path}) => `${name}/${path}: fila er ikkje slik programmet lagar henne av tabellane i utgåva.`);
}
