import {relative, resolve} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import {type Status, status} from "../status.ts";
import {statusLines} from "../terminal.ts";
import {type AddCommand, asJson, command, type FlowOptions, projectOf, say} from "./frame.ts";

interface StatusOptions extends FlowOptions {
  readonly ics?: string;
  readonly page?: string;
  readonly templates?: string;
  readonly language?: string;
}

export const addStatus: AddCommand = (program) => {
  const described = {
    name: "status",
    description: "kva sekretariatet bør gjere no, som tabell, kalender og side",
    example: "status --templates tabellar",
  };
  command(program, described)
    .option("--year <år>", "rapportår (elles det nyaste)")
    .option("--out <mappe>", "mappe med resultata")
    .option("--today <dato>", "dagens dato, for etterprøving")
    .option("--ics <fil>", "kor kalenderen blir skriven (elles data/status)")
    .option("--page <fil>", "kor sida blir skriven (elles data/status)")
    .option("--templates <mappe>", "skriv òg tabellane som eigarane av tiltaka fyller ut")
    .option("--language <målform>", "nn eller nb (elles den i språkprofilen)")
    .action(tellStatus);
};

async function tellStatus(options: StatusOptions): Promise<void> {
  const {ics, page, templates, language} = options;
  const form = language === undefined ? null : (["nn", "nb"] as const).find((one) => one === language);
  if (form === undefined) throw new DeliveryError(["--language skal vere nn eller nb."]);
  const place = (path: string | undefined): string | null => (path === undefined ? null : resolve(path));
  const told = await status(projectOf(options), {
    ...{ics: place(ics), page: place(page), templates: place(templates), language: form},
  });
  if (options.json) asJson(statusJson(told));
  else say([...statusLines(told), "", ...told.files.map((file) => `  ${relative(process.cwd(), file)}`)].join("\n"));
}

function statusJson({facts: {today, year, synthetic}, tasks, files}: Status) {
  return {today, year, datagrunnlag: synthetic ? "SYNTETISK" : "leveringar", tasks, outputs: files};
}
