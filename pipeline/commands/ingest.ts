import {resolve} from "node:path";
import {doubtMessage, WHAT_TO_DO} from "../doubt-messages.ts";
import {type Database, openDatabase} from "../duckdb/open.ts";
import {type Intake, takeIn, unaccepted} from "../intake.ts";
import {refusedMessage} from "../messages.ts";
import {ingestJson, intakeReport} from "../terminal.ts";
import {buildWarehouse} from "../warehouse.ts";
import {
  ACCEPT,
  type AddCommand,
  asJson,
  type FlowOptions,
  flowCommand,
  PERSON_MUST_FIX,
  projectOf,
  say,
  tell,
} from "./frame.ts";

export const addIngest: AddCommand = (program) => {
  const described = {
    name: "ingest",
    description: "tek inn filer og viser rekneskapen for kvar fil",
    example: "ingest eksport.csv",
  };
  flowCommand(program, described)
    .argument("<fil...>")
    .option("--layout <oppsett>", "bruk dette oppsettet: eit namn i data/layouts, eller ei JSON-fil")
    .option("--accept <grunn>", ACCEPT)
    .action(ingestFiles);
};

async function ingestFiles(files: readonly string[], options: FlowOptions & {readonly layout?: string}): Promise<void> {
  const given = projectOf(options);
  const isStored = options.db !== undefined;
  const project = {...given, comparesWith: isStored ? given.warehouse : null};
  const only = options.layout;
  const deliveries = {paths: files.map((file) => resolve(file)), ...(only === undefined ? {} : {only})};
  const take = (database: Database) => takeIn(database, project, deliveries);
  const intake =
    options.db === undefined ? await take(await openDatabase()) : await buildWarehouse(project.warehouse, take, isGood);
  const doubts = unaccepted(intake, isStored);
  if (doubts.length > 0) for (const line of [...doubts.map(doubtMessage), WHAT_TO_DO]) tell(line);
  for (const file of intake.refused) tell(refusedMessage(file));
  if (intake.refused.length > 0 && intake.accounts.length > 0 && isStored) tell(UNCHANGED);
  if (options.json) asJson(ingestJson(intake));
  else if (intake.accounts.length > 0) say(intakeReport(intake));
  const switchedOff = intake.corrections.filter(({slaattAv}) => slaattAv > 0).length;
  if (intake.refused.length + intake.waiting.length + switchedOff > 0 || doubts.length > 0)
    process.exitCode = PERSON_MUST_FIX;
}

/** Nothing is stored while a file cannot be read, or while nobody has accepted a doubt. */
const isGood = (intake: Intake): boolean => intake.refused.length === 0 && unaccepted(intake, true).length === 0;

const UNCHANGED = "Lageret er ikkje endra, sidan ei fil ikkje let seg lese.";
