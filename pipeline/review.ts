import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import {type Decision, type DecisionRegister, openDecisions, writeDecisions} from "./deidentify/review/decisions.ts";
import {reviewPage} from "./deidentify/review/page.ts";
import {decisionsFrom} from "./deidentify/review/take.ts";
import {type Ask, askForEach} from "./deidentify/review/terminal.ts";
import {type FlaggedText, readFlagged} from "./deidentify/review/texts.ts";
import type {Project} from "./project.ts";
import {aloneWith, readWarehouse} from "./warehouse.ts";

export interface ReviewResult {
  readonly flagged: number;
  /** Texts that nobody has decided on, after what was done now. */
  readonly open: number;
  readonly page: string | null;
  readonly taken: number;
  /** Answers to texts that are not in the warehouse. */
  readonly unknown: number;
}

const PAGE = "gjennomgang.html";

/** Writes the page with every open text, or takes the page away when nothing is open. */
export async function writeReview(project: Project): Promise<ReviewResult> {
  const {texts} = await readReview(project);
  return result(project, texts, {taken: 0, unknown: 0});
}

/** Takes in what the page gave back, and writes the page anew with what is still open. */
export async function takeReview(project: Project, file: string): Promise<ReviewResult> {
  if (!existsSync(file))
    throw new DeliveryError(["Fila med avgjerder finst ikkje. Ho ligg oftast i nedlastingsmappa."]);
  const {texts, register} = await readReview(project);
  const {decisions, unknown} = decisionsFrom(readFileSync(file, "utf8"), texts, project.today);
  return decided(project, {texts, register, decisions, unknown});
}

/** Goes through the open texts in the terminal. */
export async function askReview(project: Project, ask: Ask): Promise<ReviewResult> {
  const {texts, register} = await readReview(project);
  const open = texts.filter(({verdict}) => verdict === null);
  const answers = await askForEach(open, ask);
  const decisions = answers.map((answer) => ({...answer, date: project.today}));
  return decided(project, {texts, register, decisions, unknown: 0});
}

async function readReview({warehouse, review}: Project) {
  await aloneWith(warehouse, async () => {});
  return readWarehouse(warehouse, "deidentified", async (database) => {
    const register = openDecisions(review);
    return {register, texts: await readFlagged(database, register)};
  });
}

interface Decided {
  readonly texts: readonly FlaggedText[];
  readonly register: DecisionRegister;
  readonly decisions: readonly Decision[];
  readonly unknown: number;
}

function decided(project: Project, {texts, register, decisions, unknown}: Decided): ReviewResult {
  const all = new Map(register.decisions);
  for (const decision of decisions) all.set(decision.key, decision);
  writeDecisions(project.review, all.values());
  const now = texts.map((text) => ({...text, verdict: all.get(text.key)?.verdict ?? null}));
  return result(project, now, {taken: decisions.length, unknown});
}

function result(
  project: Project,
  texts: readonly FlaggedText[],
  counts: Pick<ReviewResult, "taken" | "unknown">,
): ReviewResult {
  const open = texts.filter(({verdict}) => verdict === null);
  const page = join(project.review, PAGE);
  if (open.length === 0) rmSync(page, {force: true});
  else writeFileSync(page, reviewPage(open), {mode: 0o600});
  return {flagged: texts.length, open: open.length, page: open.length === 0 ? null : page, ...counts};
}
