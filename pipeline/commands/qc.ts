import {relative} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import type {Language} from "../contract/edition.ts";
import {writeQualitySheets} from "../qc.ts";
import {type AddCommand, asJson, type FlowOptions, flowCommand, projectOf, say} from "./frame.ts";

interface QcOptions extends FlowOptions {
  readonly language?: string;
}

export const addQc: AddCommand = (program) => {
  const described = {
    name: "qc",
    description: "lagar eitt kvalitetsark (Excel) for kvar avsendar, til å sende tilbake",
    example: "qc --year 2025",
  };
  flowCommand(program, described)
    .option("--language <målform>", "nn eller nb (elles målforma til fylket)")
    .action(writeSheets);
};

async function writeSheets(options: QcOptions): Promise<void> {
  const sheets = await writeQualitySheets(projectOf(options), languageOf(options.language));
  if (options.json) asJson({sheets});
  else
    for (const {path, waiting} of sheets)
      say(`${relative(process.cwd(), path)}: ${waiting} ${waiting === 1 ? "rad ventar" : "rader ventar"}.`);
}

function languageOf(text: string | undefined): Language | null {
  if (text === undefined) return null;
  if (text === "nn" || text === "nb") return text;
  throw new DeliveryError(["--language skal vere nn eller nb."]);
}
