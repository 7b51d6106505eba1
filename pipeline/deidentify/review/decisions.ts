import {createHmac, randomBytes} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DeliveryError} from "../../contract/delivery-error.ts";

/** What a person said of a text: it may go as it is, it may go without the cuts, or it may not go. */
export type Verdict = "accept" | "edit" | "reject";

/** Half-open, in UTF-16 code units of the cleaned text. */
export type Cut = readonly [start: number, end: number];

export interface Decision {
  readonly key: string;
  readonly verdict: Verdict;
  /** In order, without overlap; none unless the verdict is `edit`. */
  readonly cuts: readonly Cut[];
  /** ISO date of the decision. */
  readonly date: string;
}

/** The decisions of one project. They are known by a keyed hash of the text: neither the file nor the key alone tells it. */
export interface DecisionRegister {
  readonly keyOf: (text: string) => string;
  readonly decisions: ReadonlyMap<string, Decision>;
}

const DECISIONS = "avgjerder.csv";
const KEY = "noekkel";
const HEADER = "noekkel;avgjerd;stroke;dato";
const words: Readonly<Record<Verdict, string>> = {accept: "godteken", edit: "stroken", reject: "avvist"};
const LINE = /^([0-9a-f]{32});(godteken|stroken|avvist);((?:\d+-\d+(?:\|\d+-\d+)*)?);(\d{4}-\d{2}-\d{2})$/;

/** The register in a folder. With no key there are no decisions, and the keys of texts hold for this run only. */
export function readDecisions(folder: string): DecisionRegister {
  const key = readKey(folder) ?? randomBytes(32);
  return {
    keyOf: (text) => keyedHash(key, text),
    decisions: existsSync(join(folder, KEY)) ? readLines(folder) : new Map(),
  };
}

/** As `readDecisions`, in a folder that only the owner can read; the key is made the first time. */
export function openDecisions(folder: string): DecisionRegister {
  mkdirSync(folder, {recursive: true, mode: 0o700});
  if (readKey(folder) === null) writeFileSync(join(folder, KEY), randomBytes(32).toString("hex"), {mode: 0o600});
  return readDecisions(folder);
}

/** Replaces the file whole: a run that is killed leaves the last good one. */
export function writeDecisions(folder: string, decisions: Iterable<Decision>): void {
  const lines = [...decisions]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({key, verdict, cuts, date}) =>
      [key, words[verdict], cuts.map((cut) => cut.join("-")).join("|"), date].join(";"),
    );
  const file = join(folder, DECISIONS);
  writeFileSync(`${file}.ny`, `${[HEADER, ...lines].join("\n")}\n`, {mode: 0o600});
  renameSync(`${file}.ny`, file);
}

function readKey(folder: string): Uint8Array | null {
  const file = join(folder, KEY);
  if (!existsSync(file)) return null;
  const key = readFileSync(file, "utf8").trim();
  if (!/^[0-9a-f]{64}$/.test(key)) {
    throw new DeliveryError([
      `${KEY}: nøkkelen til gjennomgangen er øydelagd. Hent han frå ein kopi. Utan han må alle tekstane sjåast på nytt: ta då bort ${KEY} og ${DECISIONS}.`,
    ]);
  }
  return Buffer.from(key, "hex");
}

function keyedHash(key: Uint8Array, text: string): string {
  return createHmac("sha256", key).update(text.normalize("NFC").trim()).digest("hex").slice(0, 32);
}

function readLines(folder: string): Map<string, Decision> {
  const file = join(folder, DECISIONS);
  if (!existsSync(file)) return new Map();
  const [header, ...lines] = readFileSync(file, "utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/);
  const read = lines.filter((line) => line !== "").map(decisionIn);
  const faults = read.flatMap((decision, index) => (decision === null ? [index + 2] : []));
  if (header !== HEADER || faults.length > 0) {
    const where = header === HEADER ? `linje ${faults.slice(0, 5).join(", ")}` : "overskrifta";
    throw new DeliveryError([
      `${DECISIONS}: ${where} let seg ikkje lese. Hent fila frå ein kopi, eller ta bort linja.`,
    ]);
  }
  return new Map(read.filter((decision) => decision !== null).map((decision) => [decision.key, decision]));
}

function decisionIn(line: string): Decision | null {
  const [, key = "", word = "", stroke = "", date = ""] = LINE.exec(line) ?? [];
  const verdict = (Object.keys(words) as Verdict[]).find((one) => words[one] === word);
  const cuts = stroke.split("|").flatMap((cut): Cut[] => {
    const [start, end] = cut.split("-").map(Number);
    return start === undefined || end === undefined ? [] : [[start, end]];
  });
  return verdict === undefined || (verdict === "edit") !== cuts.length > 0 ? null : {key, verdict, cuts, date};
}
