import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {disclose} from "../../pipeline/disclose/disclose.ts";
import {type Database, openDatabase} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import type {LayoutSpec} from "../../pipeline/ingest/layout.ts";
import {readDeliveryFolder} from "../../pipeline/ingest/read-files.ts";
import {type Intake, takeIn} from "../../pipeline/intake.ts";
import {link} from "../../pipeline/link/link.ts";
import {measure} from "../../pipeline/measure/measure.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {asText, csvText, type TextTable} from "./table.ts";

/** The day every small flow is looked at from, unless the test says otherwise. */
const today = "2026-02-15";

const shared: LayoutSpec["columns"] = [
  {header: "type", role: "keep", field: "type"},
  {header: "meldar", role: "keep", field: "meldar"},
  {header: "mottakar", role: "keep", field: "mottakar"},
  {header: "retning", role: "keep", field: "retning"},
  {header: "kommune", role: "keep", field: "kommune"},
  {header: "eining", role: "keep", field: "eining"},
  {header: "kategori", role: "keep", field: "kategori"},
  {header: "fagområde", role: "keep", field: "fagomraade"},
  {header: "alvor", role: "keep", field: "alvor"},
  {header: "pasientgruppe", role: "keep", field: "pasientgruppe"},
  {header: "status", role: "keep", field: "status"},
  {header: "hending", role: "keep", field: "hendingsdato"},
  {header: "registrert", role: "keep", field: "registrert", required: true},
  {header: "sendt", role: "keep", field: "sendt"},
  {header: "motteken", role: "keep", field: "motteken"},
  {header: "svart", role: "keep", field: "svart"},
  {header: "lukka", role: "keep", field: "lukka"},
  {header: "tekst", role: "freetext", field: "beskriving"},
  {header: "fnr", role: "pseudonym"},
  {header: "namn", role: "drop"},
  {header: "motpart", role: "keep", field: "motpart_saksnr"},
];

function smallLayout(avsendar: string, idHeader: string): LayoutSpec {
  return {
    id: avsendar,
    versjon: "1",
    avsendar,
    sikkerheit: "antatt",
    kjelde: "prøve",
    format: "csv",
    delimiter: ";",
    columns: [{header: idHeader, role: "keep", field: "saksnr", required: true}, ...shared],
    dateFormats: ["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%Y %H:%M"],
    footers: ["Totalt"],
    testMarks: ["TEST,"],
  };
}

/** Three senders whose files differ only in what the case number is called. Their words are those of the registers. */
export const smallLayouts: readonly LayoutSpec[] = [
  smallLayout("hf", "hf-sak"),
  smallLayout("kommune-alesund", "kommunesak"),
  smallLayout("sekretariat", "listenr"),
];

export interface Given {
  /** Deliveries by file name: a table, or the text or bytes of the file itself. */
  readonly deliveries: Readonly<Record<string, TextTable | string | Uint8Array>>;
  /** Changes to the text of a register, by name. */
  readonly registers?: Readonly<Record<string, (text: string) => string>>;
  readonly layouts?: readonly LayoutSpec[];
  readonly today?: string;
  readonly year?: number;
}

export interface Flow {
  readonly database: Database;
  readonly intake: Intake;
  /** The rows of a query, as text in the columns asked for. */
  readonly read: (sql: string, heads: readonly string[]) => Promise<TextTable>;
}

/** Files to normalised rows, with the registers that are shipped, in memory. */
export async function takenIn(given: Given): Promise<Flow> {
  const folder = mkdtempSync(join(tmpdir(), "avvik-flow-"));
  try {
    const registers = join(folder, "registers");
    cpSync(join(root, "data", "registers"), registers, {recursive: true});
    for (const [name, change] of Object.entries(given.registers ?? {})) {
      const file = join(registers, `${name}.csv`);
      writeFileSync(file, change(readFileSync(file, "utf8")));
    }
    for (const part of ["layouts", "deliveries"]) mkdirSync(join(folder, part));
    for (const layout of given.layouts ?? smallLayouts) {
      writeFileSync(join(folder, "layouts", `${layout.id}.json`), JSON.stringify(layout));
    }
    for (const [name, content] of Object.entries(given.deliveries)) {
      writeFileSync(join(folder, "deliveries", name), bytesOf(content));
    }
    const project = projectIn(folder, {today: given.today ?? today, year: given.year ?? null});
    const database = await openDatabase();
    const intake = await takeIn(database, project, {paths: readDeliveryFolder(project.deliveries)});
    return {database, intake, read: async (sql, heads) => asText(await readRows<object>(database, sql), heads)};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function bytesOf(content: TextTable | string | Uint8Array): string | Uint8Array {
  return typeof content === "string" || content instanceof Uint8Array ? content : csvText(content);
}

/** As `takenIn`, and on to the events that reports tell of. */
export async function linked(given: Given): Promise<Flow> {
  const flow = await takenIn(given);
  await link(flow.database);
  return flow;
}

/** As `linked`, and on to the numbers before anything is hidden. */
export async function measured(given: Given): Promise<Flow> {
  const flow = await linked(given);
  await measure(flow.database);
  return flow;
}

/** As `measured`, and on to what may be shown. */
export async function disclosed(given: Given): Promise<Flow> {
  const flow = await measured(given);
  await disclose(flow.database);
  return flow;
}
