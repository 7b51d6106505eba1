import type {Command} from "commander";
import {DeliveryError} from "../contract/delivery-error.ts";
import {editionNames} from "../contract/edition.ts";
import {republish} from "../republish.ts";
import {progressBar} from "../terminal.ts";
import {type AddCommand, asJson, type FlowOptions, flowCommand, projectOf, say} from "./frame.ts";

const descriptions = {
  publish: "lagar sidene på nytt frå lageret",
  report: "lagar dokumenta på nytt frå lageret",
} as const;

type What = keyof typeof descriptions;

interface EditionOptions extends FlowOptions {
  readonly edition?: string;
  readonly lsu?: string;
}

export const addPublish: AddCommand = (program) => addRepublish(program, "publish");
export const addReport: AddCommand = (program) => addRepublish(program, "report");

function addRepublish(program: Command, what: What): void {
  flowCommand(program, {
    name: what,
    description: descriptions[what],
    example: `${what} --edition moete --lsu ssu`,
  })
    .option("--edition <utgåve>", editionNames.join(" eller "))
    .option("--lsu <id>", "berre dette utvalet")
    .action((options: EditionOptions) => republishPart(what, options));
}

async function republishPart(what: What, options: EditionOptions): Promise<void> {
  const edition = editionNames.find((name) => name === options.edition);
  if (options.edition !== undefined && edition === undefined) {
    throw new DeliveryError([`--edition skal vere ${editionNames.join(" eller ")}.`]);
  }
  const selection = {
    what,
    ...(edition === undefined ? {} : {edition}),
    ...(options.lsu === undefined ? {} : {audience: options.lsu}),
  };
  const files = await republish(projectOf(options), selection, progressBar(process.stderr));
  if (options.json) asJson({outputs: files});
  else say(["Skrivne på nytt:", ...files.map((file) => `  ${file}`)].join("\n"));
}
