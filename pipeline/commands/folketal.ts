import {resolve} from "node:path";
import {takePopulation} from "../folketal.ts";
import {needsLook, populationReport} from "../population-messages.ts";
import {type AddCommand, asJson, command, type Options, PERSON_MUST_FIX, projectOf, say} from "./frame.ts";

export const addFolketal: AddCommand = (program) => {
  const described = {
    name: "folketal",
    description: "fører folketal frå SSB (tabell 07459) inn i registeret",
    example: "folketal 07459.csv",
  };
  command(program, described).argument("<fil>").action(takeFile);
};

async function takeFile(file: string, options: Options): Promise<void> {
  const taken = await takePopulation(resolve(file), projectOf(options));
  if (options.json) asJson(taken);
  else say(populationReport(taken));
  if (needsLook(taken)) process.exitCode = PERSON_MUST_FIX;
}
