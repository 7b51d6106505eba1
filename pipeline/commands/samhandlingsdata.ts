import {resolve} from "node:path";
import {indicatorReport, needsLook} from "../indicator-messages.ts";
import {takeIndicator} from "../samhandlingsdata.ts";
import {type AddCommand, asJson, command, type Options, PERSON_MUST_FIX, projectOf, say} from "./frame.ts";

interface Given extends Options {
  readonly indikator: string;
  readonly kjelde: string;
  readonly kolonne?: string;
}

export const addSamhandlingsdata: AddCommand = (program) => {
  const described = {
    name: "samhandlingsdata",
    description: "fører publiserte samhandlingstal inn i registeret",
    example: 'samhandlingsdata utskrivingar.xlsx --indikator utskrivingar --kjelde "Norsk pasientregister"',
  };
  command(program, described)
    .argument("<fil>")
    .requiredOption("--indikator <kode>", "kva tala er: ein kode i data/registers/indikator.csv")
    .requiredOption("--kjelde <namn>", "kven som har gjeve ut tala, og kva tabell det er")
    .option("--kolonne <overskrift>", "kolonna med tala, når fila har fleire")
    .action(takeFile);
};

async function takeFile(file: string, options: Given): Promise<void> {
  const {indikator: indicator, kjelde: source, kolonne: column = null} = options;
  const taken = await takeIndicator({path: resolve(file), indicator, source, column}, projectOf(options));
  if (options.json) asJson(taken);
  else say(indicatorReport(taken));
  if (needsLook(taken)) process.exitCode = PERSON_MUST_FIX;
}
