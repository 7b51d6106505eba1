import {relative, resolve} from "node:path";
import {createInterface} from "node:readline";
import {DeliveryError} from "../contract/delivery-error.ts";
import type {Ask} from "../deidentify/review/terminal.ts";
import {askReview, type ReviewResult, takeReview, writeReview} from "../review.ts";
import {type AddCommand, asJson, type FlowOptions, flowCommand, projectOf, say} from "./frame.ts";

interface ReviewOptions extends FlowOptions {
  readonly take?: string;
  readonly terminal?: boolean;
}

export const addReview: AddCommand = (program) => {
  const described = {
    name: "review",
    description: "tekstane ein person må sjå på før noko av dei går ut",
    example: "review --take avvik-avgjerder.json",
  };
  flowCommand(program, described)
    .option("--take <fil>", "ta inn avgjerdene som sida lagra")
    .option("--terminal", "gå gjennom tekstane her i staden for på ei side")
    .action(reviewTexts);
};

async function reviewTexts(options: ReviewOptions): Promise<void> {
  const project = projectOf(options);
  const result =
    options.take !== undefined
      ? await takeReview(project, resolve(options.take))
      : options.terminal
        ? await withQuestions((ask) => askReview(project, ask))
        : await writeReview(project);
  if (options.json) asJson(result);
  else say(told(result));
}

async function withQuestions<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY) {
    throw new DeliveryError(["--terminal treng eit vindauge å skrive i. Køyr «avvik review» utan, så får du ei side."]);
  }
  const lines = createInterface({input: process.stdin, output: process.stderr});
  const closed = new Promise<null>((done) => lines.once("close", () => done(null)));
  try {
    return await work((question) =>
      Promise.race([new Promise<string>((done) => lines.question(question, done)), closed]),
    );
  } finally {
    lines.close();
  }
}

function told({flagged, open, page, taken, unknown}: ReviewResult): string {
  return [
    ...(taken > 0
      ? [`${taken} avgjerder er tekne inn. Det som er stroke, blir stroke i lageret òg ved neste «avvik run».`]
      : []),
    ...(unknown > 0 ? [`${unknown} gjaldt tekstar som ikkje ligg i lageret no, og er ikkje tekne inn.`] : []),
    page === null
      ? `Ingen tekst ventar på gjennomgang (${flagged} er avgjorde).`
      : `${open} tekstar ventar. Opne sida i nettlesaren: ${relative(process.cwd(), page)}\nHo skal ikkje ut av maskina: namn kan stå att i tekstane.`,
  ].join("\n");
}
