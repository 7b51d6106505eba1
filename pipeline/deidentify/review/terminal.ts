import type {Cut, Verdict} from "./decisions.ts";
import type {FlaggedText} from "./texts.ts";
import {reviewWords} from "./words.ts";

/** Asks one question and gives the line that was typed; null when there is no more to read. */
export type Ask = (question: string) => Promise<string | null>;

export interface Answer {
  readonly key: string;
  readonly verdict: Verdict;
  readonly cuts: readonly Cut[];
}

const MARK = ["\u001b[7m", "\u001b[27m"] as const;

/** Signs that steer a terminal or turn the reading direction are shown as a box: a text must not write outside itself. */
const visible = (text: string): string => text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\u25a1");

/** Goes through the texts one by one. What is answered before somebody leaves is kept. */
export async function askForEach(texts: readonly FlaggedText[], ask: Ask): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [index, text] of texts.entries()) {
    const answer = await askFor(text, `${index + 1}/${texts.length}`, ask);
    if (answer === "leave") break;
    if (answer !== "later") answers.push(answer);
  }
  return answers;
}

async function askFor(text: FlaggedText, count: string, ask: Ask): Promise<Answer | "later" | "leave"> {
  const reasons = [...new Set(text.marks.map(({reason}) => reviewWords.nn[`reason_${reason}`]))].join(" ");
  let question = `\n${count}  ${reasons}\n\n${marked(text)}\n\n`;
  for (;;) {
    const typed = await ask(`${question}g = godta, a = avvis, s ORD = stryk ordet, h = hopp over, q = slutt: `);
    const [command = "", ...words] = (typed ?? "q").trim().split(/\s+/);
    if (command === "q") return "leave";
    if (command === "h") return "later";
    if (command === "g") return {key: text.key, verdict: "accept", cuts: []};
    if (command === "a") return {key: text.key, verdict: "reject", cuts: []};
    const cuts = command === "s" ? cutsOf(text.text, words) : [];
    if (cuts.length > 0) return {key: text.key, verdict: "edit", cuts};
    question = command === "s" ? "Ordet står ikkje i teksten. " : "Skriv g, a, s, h eller q. ";
  }
}

function marked({text, marks}: FlaggedText): string {
  let shown = "";
  let at = 0;
  for (const {start, end} of marks.filter(({reason}) => reason !== "long")) {
    if (start < at) continue;
    shown += visible(text.slice(at, start)) + MARK[0] + visible(text.slice(start, end)) + MARK[1];
    at = end;
  }
  return shown + visible(text.slice(at));
}

/** Every place where one of the words stands by itself. */
function cutsOf(text: string, words: readonly string[]): Cut[] {
  const wanted = new Set(words.map((word) => word.toLocaleLowerCase("nb")));
  return [...text.matchAll(/[\p{L}\p{N}\p{M}@._'’-]+/gu)].flatMap((match): Cut[] => {
    const word = match[0].replace(/[.'’-]+$/, "");
    return wanted.has(word.toLocaleLowerCase("nb")) ? [[match.index, match.index + word.length]] : [];
  });
}
