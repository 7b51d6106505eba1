import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import type {EditionName} from "./contract/edition.ts";
import type {OutputFile} from "./contract/output.ts";
import {noTraces} from "./deidentify/traces.ts";
import {makeEditions, type Progress} from "./editions.ts";
import type {Project} from "./project.ts";
import {type EditionFolder, writeBeside} from "./publish/write-edition.ts";
import {isDocument, templatePath} from "./report/report.ts";
import {readOwn} from "./verify/own.ts";
import {assertVerified} from "./verify/verify.ts";
import {readWarehouse, replaceBeside, type Together} from "./warehouse.ts";

/** What to make again: pages and tables, or documents; perhaps only one edition or one committee. */
export interface Selection {
  readonly what: "publish" | "report";
  readonly edition?: EditionName;
  readonly audience?: string;
}

/** Makes pages or documents again from the warehouse as it stands; every other file of the editions is kept. */
export async function republish(
  project: Project,
  selection: Selection,
  progress: Progress = () => {},
): Promise<string[]> {
  return replaceBeside(project.warehouse, (together) => republishAlone(project, selection, {together, progress}));
}

interface Alone {
  readonly together: Together;
  readonly progress: Progress;
}

async function republishAlone(project: Project, selection: Selection, {together, progress}: Alone): Promise<string[]> {
  const template = readFileSync(project.template, "utf8");
  const {year, editions} = await readWarehouse(project.warehouse, "disclosed", (database) =>
    makeEditions(database, project, progress),
  );
  const folder = join(project.out, String(year));
  const merged = editions.map((edition) => merge(edition, join(folder, edition.name), selection));
  await assertVerified(merged, {removed: noTraces, own: await readOwn(template, project.registers)});
  together(writeBeside(folder, merged));
  return merged.flatMap(({name, files}) =>
    files.filter((file) => isSelected(name, file, selection)).map(({path}) => join(folder, name, path)),
  );
}

function merge(edition: EditionFolder, folder: string, selection: Selection): EditionFolder {
  const made = edition.files.filter((file) => isSelected(edition.name, file, selection));
  const isGone = (path: string) => path === templatePath && selection.what === "report";
  const kept = existingFiles(folder).filter(({path}) => !isGone(path) && !made.some((file) => file.path === path));
  const needed = edition.files.filter(
    ({path}) => path.startsWith("tabellar/") && ![...made, ...kept].some((file) => file.path === path),
  );
  return {...edition, files: [...made, ...needed, ...kept]};
}

function isSelected(edition: string, {path}: OutputFile, {what, edition: only, audience}: Selection): boolean {
  if (isDocument(path) !== (what === "report")) return false;
  if (only !== undefined && only !== edition) return false;
  return audience === undefined || path === templatePath || path.startsWith(`${audience}/`);
}

function existingFiles(folder: string): OutputFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name !== "manifest.json")
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({path: relative(folder, file).replaceAll("\\", "/"), bytes: readFileSync(file)}));
}
