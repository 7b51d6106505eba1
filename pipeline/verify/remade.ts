import {conclusionsFor, conclusionsOf} from "../conclude/conclusions.ts";
import type {Tables} from "../contract/tables.ts";
import {publish} from "../publish/publish.ts";
import {isDocument, report} from "../report/report.ts";
import type {FinishedEdition} from "./edition.ts";
import type {PageParts} from "./pages.ts";

interface Made {
  readonly tables: Tables;
  readonly pages: readonly PageParts[];
  readonly template: string;
}

/** Files that are not, byte for byte, what this program makes of the edition's own tables. */
export async function remadeFaults({name, files}: FinishedEdition, {tables, pages, template}: Made): Promise<string[]> {
  const told = pages.flatMap((page) => page.facts ?? []);
  if (told.length !== pages.length) return [];
  const facts = told.map((own) => {
    const all = conclusionsOf(tables, own.year);
    return {...own, conclusions: conclusionsFor(all, tables, own.audience.omraade)};
  });
  const hasDocuments = files.some(({path}) => isDocument(path));
  const made = [...publish(tables, {template, facts}), ...(hasDocuments ? await report(tables, facts) : [])];
  return made
    .filter(({path, bytes}) => files.some((file) => file.path === path && !Buffer.from(file.bytes).equals(bytes)))
    .map(({path}) => `${name}/${path}: fila er ikkje slik programmet lagar henne av tabellane i utgåva.`);
}
