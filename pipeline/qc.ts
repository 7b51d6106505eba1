import {mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import type {Language} from "./contract/edition.ts";
import {shownHeader} from "./deidentify/shown.ts";
import type {Database} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import {knownWords} from "./intake.ts";
import type {Project} from "./project.ts";
import {readSourceFacts, type SourceFacts} from "./qc-facts.ts";
import {type QcContext, qcWorkbook} from "./qc-sheets.ts";
import {readFacts} from "./registers/facts.ts";
import {xlsxBytes} from "./report/writers/xlsx.ts";
import {readWarehouse} from "./warehouse.ts";

/** A quality sheet that was written. */
export interface QcSheet {
  readonly kjelde: string;
  readonly path: string;
  readonly waiting: number;
}

/** One quality sheet for each source in the warehouse, in `kvalitet/<year>` under the output folder. */
export async function writeQualitySheets(project: Project, language: Language | null): Promise<QcSheet[]> {
  const {facts, context} = await readWarehouse(project.warehouse, "normalised", (database) =>
    factsIn(database, project, language),
  );
  const folder = join(project.out, "kvalitet", String(context.year));
  mkdirSync(folder, {recursive: true});
  const sheets: QcSheet[] = [];
  for (const source of facts) {
    const mark = context.synthetic ? "SYNTETISK-" : "";
    const path = join(folder, `${mark}kvalitetsark-${source.kjelde}-${context.year}.xlsx`);
    writeWhole(path, await xlsxBytes(qcWorkbook(source, context)));
    sheets.push({
      kjelde: source.kjelde,
      path,
      waiting: new Set(source.waiting.map(({fil, rad}) => `${fil}:${rad}`)).size,
    });
  }
  return sheets;
}

interface Facts {
  readonly facts: readonly SourceFacts[];
  readonly context: QcContext;
}

async function factsIn(database: Database, project: Project, language: Language | null): Promise<Facts> {
  const [run] = await readRows<{i_dag: string; syntetisk: boolean}>(
    database,
    "select i_dag, syntetisk from deidentified.koeyring",
  );
  const [newest] = await readRows<{aar: number | null}>(
    database,
    "select max(aar)::integer as aar from normalised.melding",
  );
  const year = project.year ?? newest?.aar ?? null;
  if (year === null) throw new DeliveryError(["Lageret har ingen meldingar. Køyr «avvik run» med leveringane først."]);
  const {audiences} = await readFacts(database);
  const words = await knownWords(database);
  const own = language ?? audiences[0]?.language ?? "nn";
  const [secretariat] = await readRows<{nn: string; nb: string}>(
    database,
    "select nn, nb from register.utval where type = 'sekretariat' order by id limit 1",
  );
  return {
    facts: await readSourceFacts(database, year),
    context: {
      year,
      language: own,
      author: secretariat?.[own] ?? "",
      date: run?.i_dag ?? project.today,
      synthetic: run?.syntetisk ?? false,
      isTellable: (text) => shownHeader(text, words) === text,
    },
  };
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const fresh = `${path}.ny`;
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, {force: true});
  }
}
