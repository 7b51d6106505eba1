import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {disclose} from "../../pipeline/disclose/disclose.ts";
import {type Database, openDatabase} from "../../pipeline/duckdb/open.ts";
import {readDeliveryFolder} from "../../pipeline/ingest/read-files.ts";
import {type Intake, takeIn} from "../../pipeline/intake.ts";
import {link} from "../../pipeline/link/link.ts";
import {measure} from "../../pipeline/measure/measure.ts";
import {projectIn, root} from "../../pipeline/project.ts";

/** A helsefellesskap that does not exist: registers, layouts and deliveries of its own. */
export const fjordland = join(root, "tests", "golden", "fjordland", "in");

/** After the last delivery of Fjordland and the last deadline in it. */
export const fjordlandToday = "2026-02-01";

export interface Disclosed {
  readonly database: Database;
  readonly intake: Intake;
}

/** As far as what may be shown, in memory: what the pages and documents are made from. */
export async function discloseFjordland(data = fjordland): Promise<Disclosed> {
  const project = projectIn(data, {today: fjordlandToday});
  const database = await openDatabase();
  const intake = await takeIn(database, project, {paths: readDeliveryFolder(project.deliveries)});
  await link(database);
  await measure(database);
  await disclose(database);
  return {database, intake};
}

/** A copy of Fjordland with some files rewritten, by path inside it. */
export function changedFjordland(scratch: string, changes: Readonly<Record<string, (text: string) => string>>): string {
  const data = mkdtempSync(join(scratch, "data-"));
  cpSync(fjordland, data, {recursive: true});
  for (const [path, change] of Object.entries(changes)) {
    const file = join(data, path);
    const encoding = path.includes("_fjordhelse_") ? "latin1" : "utf8";
    const before = readFileSync(file, encoding);
    const after = change(before);
    if (after === before) throw new Error(`nothing changed: ${path}`);
    writeFileSync(file, after, encoding);
  }
  return data;
}

export function scratchFolder(): {readonly folder: string; readonly remove: () => void} {
  const folder = mkdtempSync(join(tmpdir(), "avvik-fjordland-"));
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}
