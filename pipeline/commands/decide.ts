import {resolve} from "node:path";
import {type TakenMeeting, takeMeetings} from "../decide/decision-files.ts";
import {findCertainIdentifiers} from "../deidentify/deidentify.ts";
import {type AddCommand, asJson, command, type Options, PERSON_MUST_FIX, projectOf, say} from "./frame.ts";

export const addDecide: AddCommand = (program) => {
  const described = {
    name: "decide",
    description: "tek inn møtefiler og fører vedtaka i registeret",
    example: "decide moetefil.json",
  };
  command(program, described).argument("<møtefil...>").action(decide);
};

function decide(files: readonly string[], options: Options): void {
  const taken = takeMeetings(
    files.map((file) => resolve(file)),
    {folder: projectOf(options).decisions, namesPerson: (text) => findCertainIdentifiers(text).length > 0},
  );
  if (options.json) asJson({meetings: taken});
  else say(taken.map(line).join("\n"));
  if (taken.some(({conflicts}) => conflicts.length > 0)) process.exitCode = PERSON_MUST_FIX;
}

function line({file, entries, fresh, conflicts}: TakenMeeting): string {
  const known = `${file}: ${entries} innslag, ${fresh} nye.`;
  if (conflicts.length === 0) return known;
  return `${known}\n  Usemje i ${conflicts.join(", ")}. Opne møtefila på sida til utvalet, vel det som gjeld, og send ho på nytt.`;
}
