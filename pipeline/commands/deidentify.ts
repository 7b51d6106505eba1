import {resolve} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import {cleanText} from "../deidentify/deidentify.ts";
import {type Recognizer, readRecognizers} from "../deidentify/recognizer.ts";
import {type AddCommand, command, type Options, RECOGNIZER} from "./frame.ts";

interface DeidentifyOptions extends Options {
  readonly recognizer?: string;
}

export const addDeidentify: AddCommand = (program) => {
  const described = {
    name: "deidentify",
    description: "JSONL {id,text} inn, tekst utan personar ut",
    example: "deidentify < tekstar.jsonl",
  };
  command(program, described).option("--recognizer <fil>", RECOGNIZER).action(deidentifyInput);
};

async function deidentifyInput({recognizer}: DeidentifyOptions): Promise<void> {
  const recognizers = await readRecognizers(recognizer === undefined ? null : resolve(recognizer));
  let line = 0;
  for await (const lines of linesIn(process.stdin)) {
    const answers = lines.map((text) => {
      line += 1;
      return text.trim() === "" ? "" : `${answerTo(parseLine(text, line), recognizers)}\n`;
    });
    await written(answers.join(""));
  }
}

interface Given {
  readonly id: unknown;
  readonly text: string;
}

/** One line {id,text,spans,flags} for one {id,text}; offsets are in UTF-16 code units of the given text. */
function answerTo({id, text}: Given, recognizers: readonly Recognizer[]): string {
  const clean = cleanText(text, "prose", {isPlace: () => false, recognizers});
  return JSON.stringify({id, text: clean.text, spans: clean.spans, flags: clean.flags});
}

/** Lines as they come. Split at line feeds only: JSON may hold every other sign that ends a line. */
async function* linesIn(input: NodeJS.ReadStream): AsyncGenerator<readonly string[]> {
  let parts: string[] = [];
  const utf8 = new TextDecoder("utf-8", {fatal: true});
  for await (const chunk of input) {
    const pieces = decoded(utf8, chunk).split("\n");
    if (pieces.length > 1) {
      yield [[...parts, pieces[0]].join(""), ...pieces.slice(1, -1)];
      parts = [];
    }
    parts.push(pieces.at(-1) ?? "");
  }
  yield [[...parts, decoded(utf8)].join("")];
}

/** The text of the next bytes; at the end, without bytes, what a sign cut in two would leave. */
function decoded(utf8: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? utf8.decode() : utf8.decode(bytes, {stream: true});
  } catch {
    throw new DeliveryError(["Tekstane er ikkje i UTF-8. Lagre fila som UTF-8, og prøv på nytt."]);
  }
}

const written = (text: string): Promise<void> =>
  new Promise((done) => void (text === "" ? done() : process.stdout.write(text, () => done())));

function parseLine(text: string, line: number): Given {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string") {
      return {id: "id" in value ? value.id : null, text: value.text};
    }
  } catch {
    // falls through to the one message for every kind of broken line
  }
  throw new DeliveryError([
    `Linje ${line} er ikkje eit JSON-objekt med feltet «text». Kvar linje skal sjå slik ut: {"id": "1", "text": "…"}`,
  ]);
}
