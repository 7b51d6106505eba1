import {resolve} from "node:path";
import {openDatabase} from "../duckdb/open.ts";
import {takeIn} from "../intake.ts";
import {ingestJson, intakeReport} from "../terminal.ts";
import {buildWarehouse} from "../warehouse.ts";
import {type AddCommand, asJson, type FlowOptions, flowCommand, PERSON_MUST_FIX, projectOf, say} from "./frame.ts";

export const addIngest: AddCommand = (program) => {
  const described = {
    name: "ingest",
    description: "tek inn filer og viser rekneskapen for kvar fil",
    example: "ingest eksport.csv",
  };
  flowCommand(program, described)
    .argument("<fil...>")
    .option("--layout <id>", "bruk dette oppsettet")
    .action(ingestFiles);
};

async function ingestFiles(files: readonly string[], options: FlowOptions & {readonly layout?: string}): Promise<void> {
  const project = projectOf(options);
  const only = options.layout;
  const deliveries = {paths: files.map((file) => resolve(file)), ...(only === undefined ? {} : {only})};
  const intake =
    options.db === undefined
      ? await takeIn(await openDatabase(), project, deliveries)
      : await buildWarehouse(project.warehouse, (database) => takeIn(database, project, deliveries));
  if (options.json) asJson(ingestJson(intake));
  else say(intakeReport(intake));
  if (intake.refused.length + intake.waiting.length > 0) process.exitCode = PERSON_MUST_FIX;
}
