import {resolve} from "node:path";
import {type TakenMeeting, takeMeetings} from "../decide/decision-files.ts";
import {readGiven} from "../decisions.ts";
import {cleanText, findCertainIdentifiers} from "../deidentify/deidentify.ts";
import {isKnownPlace} from "../deidentify/known-words.ts";
import {type AddCommand, asJson, command, type FlowOptions, PERSON_MUST_FIX, projectOf, say} from "./frame.ts";

export const addDecide: AddCommand = (program) => {
  const described = {
    name: "decide",
    description: "tek inn møtefiler og utfylte tabellar, og fører vedtaka i registeret",
    example: "decide moetefil.json maal-lsu-nord-2025-EPI.xlsx",
  };
  command(program, described)
    .argument("<fil...>", "møtefiler, og tabellar frå «avvik status --templates»")
    .option("--today <dato>", "dagens dato, for etterprøving")
    .action(decide);
};

async function decide(files: readonly string[], options: FlowOptions): Promise<void> {
  const {decisions, today} = projectOf(options);
  const given = [];
  for (const file of files) given.push(await readGiven(resolve(file)));
  const namesPerson = (text: string): boolean => findCertainIdentifiers(text).length > 0;
  const mayName = (text: string): boolean => cleanText(text, "prose", {isPlace: isKnownPlace}).spans.length > 0;
  const taken = takeMeetings(given, {folder: decisions, today, namesPerson, mayName});
  if (options.json) asJson({meetings: taken});
  else say(taken.map(line).join("\n"));
  if (taken.some(({conflicts}) => conflicts.length > 0)) process.exitCode = PERSON_MUST_FIX;
}

function line({file, entries, fresh, conflicts, named}: TakenMeeting): string {
  return [
    `${file}: ${entries} innslag, ${fresh} nye.`,
    ...(conflicts.length === 0
      ? []
      : [
          `  Usemje i ${conflicts.join(", ")}. Opne møtefila på sida til utvalet, vel det som gjeld, og send ho på nytt.`,
        ]),
    ...(named.length === 0
      ? []
      : [
          `  Kan nemne ein person: ${named.join(", ")}. Skriv rolla i staden. Fram til då står det [NAMN] der det blir vist.`,
        ]),
  ].join("\n");
}
