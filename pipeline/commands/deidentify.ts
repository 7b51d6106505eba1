import {createInterface} from "node:readline";
import {DeliveryError} from "../contract/delivery-error.ts";
import {cleanText} from "../deidentify/deidentify.ts";
import {type AddCommand, asJson, command} from "./frame.ts";

export const addDeidentify: AddCommand = (program) => {
  const described = {
    name: "deidentify",
    description: "JSONL {id,text} inn, tekst utan personar ut",
    example: "deidentify < tekstar.jsonl",
  };
  command(program, described).action(deidentifyLines);
};

/** JSONL {id,text} in, {id,text,spans,flags} out; offsets are in UTF-16 code units of the given text. */
async function deidentifyLines(): Promise<void> {
  let line = 0;
  for await (const text of createInterface({input: process.stdin})) {
    line += 1;
    if (text.trim() === "") continue;
    const given = parseLine(text, line);
    const clean = cleanText(given.text, "prose", {isPlace: () => false});
    asJson({id: given.id, text: clean.text, spans: clean.spans, flags: clean.flags});
  }
}

function parseLine(text: string, line: number): {readonly id: unknown; readonly text: string} {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string") {
      return {id: "id" in value ? value.id : null, text: value.text};
    }
  } catch {
    // falls through to the one message for every kind of broken line
  }
  throw new DeliveryError([`Linje ${line} er ikkje eit JSON-objekt med feltet «text».`]);
}
