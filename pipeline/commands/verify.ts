import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {verifyFolder} from "../verify/verify.ts";
import {type AddCommand, asJson, command, type Options, PERSON_MUST_FIX, projectOf, say} from "./frame.ts";

export const addVerify: AddCommand = (program) => {
  const described = {name: "verify", description: "kontrollerer ei utgåve på nytt", example: "verify out/2025"};
  command(program, described).argument("<mappe>").action(verifyEditions);
};

async function verifyEditions(folder: string, options: Options): Promise<void> {
  const {template, registers} = projectOf(options);
  const {faults, files, notes} = await verifyFolder(resolve(folder), readFileSync(template, "utf8"), registers);
  const found = faults.length === 0 ? [`${files} filer er kontrollerte: ingen feil.`] : faults;
  if (options.json) asJson({ok: faults.length === 0, files, faults, notes});
  else say([...found, ...notes].join("\n"));
  if (faults.length > 0) process.exitCode = PERSON_MUST_FIX;
}
