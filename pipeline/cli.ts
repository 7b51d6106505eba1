import {mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {createInterface} from "node:readline";
import {Command, CommanderError} from "commander";
import {generateDeliveries} from "../data/synthetic/generate.ts";
import {readTruths} from "../data/synthetic/truths.ts";
import {DeliveryError} from "./contract/delivery-error.ts";
import {type EditionName, editionNames} from "./contract/edition.ts";
import {cleanText} from "./deidentify/deidentify.ts";
import {openDatabase} from "./duckdb/open.ts";
import {takeIn} from "./intake.ts";
import {type Project, projectIn, root} from "./project.ts";
import {republish} from "./republish.ts";
import {run} from "./run.ts";
import {ingestJson, intakeReport, progressBar, runReport} from "./terminal.ts";
import {verifyFolder} from "./verify.ts";
import {buildWarehouse} from "./warehouse.ts";

const BUG = 1;
const PERSON_MUST_FIX = 2;

interface Options {
  readonly data: string;
  readonly year?: string;
  readonly deliveries?: string;
  readonly out?: string;
  readonly today?: string;
  readonly db?: string;
  readonly layout?: string;
  readonly json?: boolean;
  readonly edition?: string;
  readonly lsu?: string;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const tell = (text: string): void => void process.stderr.write(`${text}\n`);
const asJson = (value: unknown): void => say(JSON.stringify(value));

function projectOf(options: Options): Project {
  const {year, deliveries, out, today, db} = options;
  return projectIn(resolve(options.data), {
    ...(year === undefined ? {} : {year: wholeNumber(year, "--year")}),
    ...(deliveries === undefined ? {} : {deliveries: resolve(deliveries)}),
    ...(out === undefined ? {} : {out: resolve(out)}),
    ...(today === undefined ? {} : {today: isoDate(today)}),
    ...(db === undefined ? {} : {warehouse: resolve(db)}),
  });
}

function wholeNumber(text: string, option: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new DeliveryError([`${option} skal vere eit årstal med fire siffer, til dømes 2025.`]);
}

function isoDate(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new DeliveryError(["--today skal vere ein dato som 2026-01-31."]);
}

/** With nothing delivered the run is made on invented deliveries, and says so before anything else. */
async function withDeliveries(project: Project): Promise<Project> {
  mkdirSync(project.deliveries, {recursive: true});
  if (readdirSync(project.deliveries).some((name) => !name.startsWith("."))) return project;
  if (project.registers !== join(root, "data", "registers")) return project;
  const deliveries = join(root, "data", "synthetic", "deliveries");
  await generateDeliveries({
    registers: project.registers,
    truths: readTruths(join(root, "data", "synthetic", "truths.json")),
    out: deliveries,
  });
  tell("MAPPA MED LEVERINGAR ER TOM. DETTE ER EI KØYRING PÅ SYNTETISKE LEVERINGAR: ALLE TAL ER OPPDIKTA.\n");
  return {...project, deliveries};
}

async function runCommand(options: Options): Promise<void> {
  const project = await withDeliveries(projectOf(options));
  const result = await run(project, progressBar(process.stderr));
  if (options.json)
    asJson({
      year: result.year,
      folder: result.folder,
      account: result.account,
      disclosure: result.disclosure,
      ...ingestJson(result.intake),
      outputs: result.files,
    });
  else say(runReport(result));
}

async function ingestCommand(files: readonly string[], options: Options): Promise<void> {
  const project = projectOf(options);
  const paths = files.map((file) => resolve(file));
  const only = options.layout;
  const intake =
    options.db === undefined
      ? await takeIn(await openDatabase(), project, {paths, ...(only === undefined ? {} : {only})})
      : await buildWarehouse(project.warehouse, (database) =>
          takeIn(database, project, {paths, ...(only === undefined ? {} : {only})}),
        );
  if (options.json) asJson(ingestJson(intake));
  else say(intakeReport(intake));
  if (intake.refused.length + intake.waiting.length > 0) process.exitCode = PERSON_MUST_FIX;
}

/** JSONL {id,text} in, {id,text,spans,flags} out; offsets are in UTF-16 code units of the given text. */
async function deidentifyCommand(): Promise<void> {
  let line = 0;
  for await (const text of createInterface({input: process.stdin})) {
    line += 1;
    if (text.trim() === "") continue;
    const given = parseLine(text, line);
    const clean = cleanText(given.text, "prose", {isPlace: () => false});
    asJson({id: given.id, text: clean.text, spans: clean.spans, flags: []});
  }
}

function parseLine(text: string, line: number): {readonly id: unknown; readonly text: string} {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string") {
      return {id: "id" in value ? value.id : null, text: value.text};
    }
  } catch {
    // falls through to the one message for every kind of broken line
  }
  throw new DeliveryError([`Linje ${line} er ikkje eit JSON-objekt med feltet «text».`]);
}

function verifyCommand(folder: string, options: Options): void {
  const {faults, files} = verifyFolder(resolve(folder), readFileSync(projectOf(options).template, "utf8"));
  if (options.json) asJson({ok: faults.length === 0, files, faults});
  else say(faults.length === 0 ? `${files} filer er kontrollerte: ingen feil.` : faults.join("\n"));
  if (faults.length > 0) process.exitCode = PERSON_MUST_FIX;
}

async function republishCommand(what: "publish" | "report", options: Options): Promise<void> {
  const edition = editionNames.find((name) => name === options.edition);
  if (options.edition !== undefined && edition === undefined) {
    throw new DeliveryError([`--edition skal vere ${editionNames.join(" eller ")}.`]);
  }
  const selection = {
    what,
    ...(edition === undefined ? {} : {edition: edition as EditionName}),
    ...(options.lsu === undefined ? {} : {audience: options.lsu}),
  };
  const files = await republish(projectOf(options), selection);
  if (options.json) asJson({outputs: files});
  else say(["Skrivne på nytt:", ...files.map((file) => `  ${file}`)].join("\n"));
}

function commandLine(): Command {
  const program = new Command("avvik")
    .description("Frå meldingar om samhandlingsavvik til vedtak")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({writeErr: () => {}});
  const command = (name: string, description: string, example: string): Command =>
    program
      .command(name)
      .copyInheritedSettings(program)
      .description(description)
      .option("--data <mappe>", "mappe med registers, layouts og deliveries", join(root, "data"))
      .option("--json", "eitt JSON-objekt på stdout, alt anna på stderr")
      .addHelpText("after", `\nDøme:\n  npx avvik ${example}`);
  const flow = (made: Command): Command =>
    made
      .option("--year <år>", "rapportår (elles det nyaste i leveringane)")
      .option("--deliveries <mappe>", "mappe med eksportfiler")
      .option("--out <mappe>", "mappe for resultata")
      .option("--today <dato>", "dagens dato, for etterprøving")
      .option("--db <fil>", "fil for lageret");
  flow(command("run", "heile flyten: leveringar inn, sider og dokument ut", "run --year 2025")).action(runCommand);
  flow(command("ingest", "tek inn filer og viser rekneskapen for kvar fil", "ingest eksport.csv"))
    .argument("<fil...>")
    .option("--layout <id>", "bruk dette oppsettet")
    .action(ingestCommand);
  command("deidentify", "JSONL {id,text} inn, tekst utan personar ut", "deidentify < tekstar.jsonl").action(
    deidentifyCommand,
  );
  for (const what of ["publish", "report"] as const) {
    const description = what === "publish" ? "lagar sidene på nytt frå lageret" : "lagar dokumenta på nytt frå lageret";
    flow(command(what, description, `${what} --edition moete --lsu ssu`))
      .option("--edition <utgåve>", editionNames.join(" eller "))
      .option("--lsu <id>", "berre dette utvalet")
      .action((options: Options) => republishCommand(what, options));
  }
  command("verify", "kontrollerer ei utgåve på nytt", "verify out/2025").argument("<mappe>").action(verifyCommand);
  return program;
}

/** Commander's own words are English; what was typed stands in quotes in them and may be said back. */
function usageFault({code, message}: CommanderError): string {
  const typed = message.match(/'([^']+)'/)?.[1] ?? "";
  const faults: Readonly<Record<string, string>> = {
    "commander.unknownOption": `Valet «${typed}» finst ikkje.`,
    "commander.unknownCommand": `Kommandoen «${typed}» finst ikkje.`,
    "commander.missingArgument": `Kommandoen manglar «${typed}».`,
    "commander.optionMissingArgument": `Valet «${typed}» manglar ein verdi.`,
    "commander.excessArguments": "Kommandoen fekk for mange ord.",
    "commander.help": "Skriv kva avvik skal gjere.",
  };
  return `${faults[code] ?? "Kommandoen let seg ikkje tolke."} Sjå «avvik --help».`;
}

try {
  await commandLine().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) {
      tell(usageFault(error));
      process.exitCode = PERSON_MUST_FIX;
    }
  } else if (error instanceof DeliveryError) {
    for (const fault of error.faults) tell(fault);
    process.exitCode = PERSON_MUST_FIX;
  } else {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = BUG;
  }
}
