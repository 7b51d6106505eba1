import {mkdirSync, readdirSync} from "node:fs";
import {join, relative} from "node:path";
import {generateDeliveries} from "../../data/synthetic/generate.ts";
import {readTruths} from "../../data/synthetic/truths.ts";
import {type Project, root} from "../project.ts";
import {writeQualitySheets} from "../qc.ts";
import {run} from "../run.ts";
import {disclosureJson, ingestJson, progressBar, runReport} from "../terminal.ts";
import {ACCEPT, type AddCommand, asJson, type FlowOptions, flowCommand, projectOf, say, tell} from "./frame.ts";

export const addRun: AddCommand = (program) => {
  const described = {
    name: "run",
    description: "heile flyten: leveringar inn, sider og dokument ut",
    example: "run --year 2025",
  };
  flowCommand(program, described).option("--accept <grunn>", ACCEPT).action(runFlow);
};

async function runFlow(options: FlowOptions): Promise<void> {
  const project = await withDeliveries(projectOf(options));
  const result = await run(project, progressBar(process.stderr));
  const sheets = await writeQualitySheets({...project, year: result.year}, null);
  if (options.json)
    asJson({
      year: result.year,
      folder: result.folder,
      account: result.account,
      disclosure: disclosureJson(result.disclosure),
      ...ingestJson(result.intake),
      review: result.intake.review,
      outputs: result.files,
      sheets,
    });
  else
    say(
      [
        runReport(result),
        "",
        "Kvalitetsark til avsendarane:",
        ...sheets.map(({path}) => `  ${relative(process.cwd(), path)}`),
      ].join("\n"),
    );
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
