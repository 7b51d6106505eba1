import {conclusionsFor, conclusionsOf} from "../conclude/conclusions.ts";
import {DeliveryError} from "../contract/delivery-error.ts";
import type {Tables} from "../contract/tables.ts";
import {publish} from "../publish/publish.ts";
import {report, templatePath} from "../report/report.ts";
import {readTemplate, type Template} from "../report/template/read-template.ts";
import type {FinishedEdition} from "./edition.ts";
import type {PageParts} from "./pages.ts";

interface Made {
  readonly tables: Tables;
  readonly pages: readonly PageParts[];
  readonly template: string;
}

/** The letterhead that lies in the edition; null when there is none, undefined when it is no letterhead. */
function letterheadIn(files: FinishedEdition["files"]): Template | null | undefined {
  const own = files.find(({path}) => path === templatePath);
  try {
    return own === undefined ? null : readTemplate(own.bytes);
  } catch (error) {
    if (error instanceof DeliveryError) return undefined;
    throw error;
  }
}

/** Files that are not, byte for byte, what this program makes of the edition's own tables. */
export async function remadeFaults({name, files}: FinishedEdition, {tables, pages, template}: Made): Promise<string[]> {
  const told = pages.flatMap((page) => page.facts ?? []);
  if (told.length !== pages.length) return [];
  const facts = told.map((own) => {
    const all = conclusionsOf(tables, own.year);
    return {...own, conclusions: conclusionsFor(all, tables, own.audience.omraade)};
  });
  const letterhead = letterheadIn(files);
  if (letterhead === undefined) return [`${name}/${templatePath}: malen let seg ikkje lese.`];
  const there = new Map(files.map(({path, bytes}) => [path, bytes]));
  const wanted = (path: string): boolean => there.has(path);
  const made = [
    ...publish(tables, {template, facts}).filter(({path}) => wanted(path)),
    ...(await report(tables, facts, {template: letterhead, wanted})),
  ];
  return made
    .filter(({path, bytes}) => Buffer.compare(bytes, there.get(path) ?? new Uint8Array()) !== 0)
    .map(({path}) => `${name}/${path}: fila er ikkje slik programmet lagar henne av tabellane i utgåva.`);
}
