import {join, resolve} from "node:path";
import type {Command} from "commander";
import {DeliveryError} from "../contract/delivery-error.ts";
import {findCertainIdentifiers} from "../deidentify/deidentify.ts";
import {type Project, projectIn, root} from "../project.ts";

export const PERSON_MUST_FIX = 2;

/** What every command understands. */
export interface Options {
  readonly data: string;
  readonly json?: boolean;
}

/** What the commands of the flow understand besides. */
export interface FlowOptions extends Options {
  readonly year?: string;
  readonly deliveries?: string;
  readonly out?: string;
  readonly today?: string;
  readonly db?: string;
  readonly recognizer?: string;
  readonly accept?: string;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command) => void;

export const say = (text: string): void => void process.stdout.write(`${text}\n`);
export const tell = (text: string): void => void process.stderr.write(`${text}\n`);
export const asJson = (value: unknown): void => say(JSON.stringify(value));

export interface Described {
  readonly name: string;
  readonly description: string;
  /** What stands after `npx avvik` in the example of `--help`. */
  readonly example: string;
}

export function command(program: Command, {name, description, example}: Described): Command {
  return program
    .command(name)
    .copyInheritedSettings(program)
    .description(description)
    .option("--data <mappe>", "mappe med registers, layouts og deliveries", join(root, "data"))
    .option("--json", "eitt JSON-objekt på stdout, alt anna på stderr")
    .addHelpText("after", `\nDøme:\n  npx avvik ${example}`);
}

/** What `--recognizer` is for, in the help of every command that has it. */
export const RECOGNIZER = "ein gjenkjennar de har sjølve, som finn fleire personopplysningar (JavaScript-modul)";

export function flowCommand(program: Command, described: Described): Command {
  return command(program, described)
    .option("--year <år>", "rapportår (elles det nyaste i leveringane)")
    .option("--deliveries <mappe>", "mappe med eksportfiler")
    .option("--out <mappe>", "mappe for resultata")
    .option("--today <dato>", "dagens dato, for etterprøving")
    .option("--db <fil>", "fil for lageret")
    .option("--recognizer <fil>", RECOGNIZER);
}

/** What `--accept` is for. */
export const ACCEPT = "gå vidare trass i tvil om heile filer; grunnen blir ført i rekneskapen";

export function projectOf({data, year, deliveries, out, today, db, recognizer, accept}: FlowOptions): Project {
  return projectIn(resolve(data), {
    ...(year === undefined ? {} : {year: wholeNumber(year, "--year")}),
    ...(deliveries === undefined ? {} : {deliveries: resolve(deliveries)}),
    ...(out === undefined ? {} : {out: resolve(out)}),
    ...(today === undefined ? {} : {today: isoDate(today)}),
    ...(db === undefined ? {} : {warehouse: resolve(db)}),
    ...(accept === undefined ? {} : {accept: reasonOf(accept)}),
    ...(recognizer === undefined ? {} : {recognizer: resolve(recognizer)}),
  });
}

/** A reason is kept and shown, so it must be one, and name nobody. */
function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length < 5)
    throw new DeliveryError(["--accept skal ha ein grunn, til dømes «Kommunen har skift system i mars»."]);
  if (findCertainIdentifiers(reason).length > 0 || reason.length > 300)
    throw new DeliveryError(["Grunnen under --accept skal vere kort og ikkje ha personopplysningar."]);
  return reason;
}

function wholeNumber(text: string, option: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new DeliveryError([`${option} skal vere eit årstal med fire siffer, til dømes 2025.`]);
}

function isoDate(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new DeliveryError(["--today skal vere ein dato som 2026-01-31."]);
}
