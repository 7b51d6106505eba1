import {existsSync, writeFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import {type Inspected, inspectFiles} from "../inspect.ts";
import {inspectReport, todos} from "../inspect-messages.ts";
import {refusedMessage} from "../messages.ts";
import {type AddCommand, asJson, command, type Options, PERSON_MUST_FIX, projectOf, say, tell} from "./frame.ts";

interface InspectOptions extends Options {
  readonly out?: string;
}

export const addInspect: AddCommand = (program) => {
  const described = {
    name: "inspect",
    description: "foreslår eit oppsett for ei ukjend fil",
    example: "inspect eksport.csv --out utkast.json",
  };
  command(program, described)
    .argument("<fil...>")
    .option("--out <fil>", "skriv utkastet til denne fila")
    .action(inspectAll);
};

async function inspectAll(files: readonly string[], options: InspectOptions): Promise<void> {
  const target = options.out === undefined ? null : freshTarget(resolve(options.out), files.length);
  const found = await inspectFiles(
    files.map((file) => resolve(file)),
    projectOf({data: options.data}),
    idOf(target),
  );
  const refused = found.filter((file) => "outcome" in file);
  const proposed = found.filter((file): file is Inspected => !("outcome" in file));
  for (const file of refused) tell(refusedMessage(file));
  const [first] = proposed;
  if (target !== null && first !== undefined) writeFileSync(target, `${JSON.stringify(first.layout, null, 2)}\n`);
  if (options.json) {
    const told = (file: Inspected) => ({...file, outcome: "propose", todo: todos(file)});
    const notRead = (file: (typeof refused)[number]) => {
      return {file: file.name, outcome: "refuse", kind: file.kind, message: refusedMessage(file)};
    };
    asJson({files: found.map((file) => ("outcome" in file ? notRead(file) : told(file)))});
  } else {
    for (const file of proposed) say(inspectReport(file));
    if (target !== null && first !== undefined)
      say(`\nUtkastet ligg i ${basename(target)}. Bruk det med «avvik ingest FIL --layout ${basename(target)}».`);
    else if (first !== undefined) say("\nMed «--out utkast.json» blir utkastet skrive til ei fil.");
  }
  if (refused.length > 0) process.exitCode = PERSON_MUST_FIX;
}

function freshTarget(target: string, files: number): string {
  if (files > 1) throw new DeliveryError(["--out gjeld éi fil. Køyr «avvik inspect» éin gong for kvar fil."]);
  if (existsSync(target))
    throw new DeliveryError(["Fila under --out finst frå før. Vel eit anna namn, så ikkje noko går tapt."]);
  return target;
}

/** The draft is called after its file, in the letters a layout's name may have. */
function idOf(target: string | null): string {
  const id = basename(target ?? "utkast", ".json")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return id === "" ? "utkast" : id;
}
