import {isAllowed} from "./meeting-fields.ts";
import {type Entry, inOrder} from "./meeting-log.ts";

const FORMAT = "avvik-moetefil";
const VERSION = 1;

/** More than any meeting can write; a file beyond these is refused before it is read. */
export const mostBytes = 8 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

/** Which meeting a file belongs to. */
export interface MeetingPlace {
  /** `lsu-<name>` or `ssu`. */
  readonly audience: string;
  readonly year: number;
  readonly synthetic: boolean;
}

/** The møtefil: all a committee wrote, and which edition it was looking at. */
export interface MeetingFile extends MeetingPlace {
  /** The run of the edition that was on the screen when the file was saved. */
  readonly runId: string;
  readonly entries: readonly Entry[];
}

const meetingFaults = [
  "too_large",
  "not_json",
  "not_meeting",
  "too_new",
  "damaged",
  "edited",
  "other_committee",
  "other_year",
  "other_data",
] as const;
export type MeetingFault = (typeof meetingFaults)[number];

export type ReadMeeting = {readonly file: MeetingFile} | {readonly fault: MeetingFault};

/** The file as text: sorted, so that the same meeting gives the same bytes. */
export function writeMeeting({audience, year, synthetic, runId, entries}: MeetingFile): string {
  const own = inOrder(entries).map(plain);
  const head = {format: FORMAT, version: VERSION, datagrunnlag: synthetic ? "SYNTETISK" : "leveringar"};
  return `${JSON.stringify({...head, audience, year, runId, sum: sumOf(own), entries: own}, null, 1)}\n`;
}

/** Reads a møtefil from anywhere. Never throws; nothing that is not a field of a meeting gets through. */
export function readMeeting(text: string): ReadMeeting {
  if (text.length > mostBytes) return {fault: "too_large"};
  const value = parsed(text);
  if (value === undefined) return {fault: "not_json"};
  if (!isRecord(value) || value.format !== FORMAT) return {fault: "not_meeting"};
  if (!Number.isInteger(value.version)) return {fault: "damaged"};
  if ((value.version as number) > VERSION) return {fault: "too_new"};
  const file = fileOf(value);
  if (file === null) return {fault: "damaged"};
  return sumOf(file.entries) === value.sum ? {file} : {fault: "edited"};
}

/** Why a file that could be read does not belong in this meeting; null when it does. */
export function misplaced(file: MeetingPlace, here: MeetingPlace): MeetingFault | null {
  if (file.synthetic !== here.synthetic) return "other_data";
  if (file.audience !== here.audience) return "other_committee";
  return file.year === here.year ? null : "other_year";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fileOf(value: Readonly<Record<string, unknown>>): MeetingFile | null {
  const {audience, year, datagrunnlag, runId, entries} = value;
  if (!isId(audience) || !isId(runId) || !Number.isInteger(year)) return null;
  if (datagrunnlag !== "SYNTETISK" && datagrunnlag !== "leveringar") return null;
  if (!Array.isArray(entries) || entries.length > MOST_ENTRIES || !entries.every(isEntry)) return null;
  if (new Set(entries.map(({id}) => id)).size !== entries.length) return null;
  return {
    audience,
    year: year as number,
    synthetic: datagrunnlag === "SYNTETISK",
    runId,
    entries: inOrder(entries.map(plain)),
  };
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const MOST_REPLACED = 64;

function isId(value: unknown): value is string {
  return typeof value === "string" && ID.test(value);
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const {id, at, by, subject, field, replaces} = value;
  return (
    isId(id) &&
    isId(by) &&
    typeof at === "string" &&
    TIME.test(at) &&
    Array.isArray(replaces) &&
    replaces.length <= MOST_REPLACED &&
    replaces.every(isId) &&
    typeof subject === "string" &&
    typeof field === "string" &&
    isAllowed(subject, field, value.value)
  );
}

/** The entry with its own fields in their order, and nothing else that a file may carry. */
function plain({id, at, by, subject, field, value, replaces}: Entry): Entry {
  return {id, at, by, subject, field, value, replaces: [...replaces]};
}

/** FNV-1a, 32 bits, over the entries as written. It finds accidents and edits by hand; it is no protection against intent. */
function sumOf(entries: readonly Entry[]): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(entries))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
