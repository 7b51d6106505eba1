import {mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import {
  type MeetingFault,
  type MeetingFile,
  type MeetingPlace,
  mostBytes,
  readMeeting,
  writeMeeting,
} from "../contract/meeting.ts";
import {clashes, type Entry, fieldKey, headsOf, isConflict, mergeEntries} from "../contract/meeting-log.ts";
import {decisionRecords} from "./decision-records.ts";
import {type FilledRow, readRows} from "./follow-up-entries.ts";

/** What became of the meeting of one committee and year when møtefiler were taken in. */
export interface TakenMeeting extends MeetingPlace {
  readonly file: string;
  readonly entries: number;
  readonly fresh: number;
  /** Fields two machines wrote differently, as `subject field`; the decision waits until the meeting has chosen. */
  readonly conflicts: readonly string[];
  /** Fields whose text may name somebody, as `subject field`; it is masked wherever it is shown. */
  readonly named: readonly string[];
}

const sentence: Readonly<Record<MeetingFault | "person" | "person_table" | "not_table" | "unreadable", string>> = {
  too_large: "fila er altfor stor til å vere ei møtefil.",
  not_json: "fila er kutta eller skadd. Be om ho på nytt frå den som lagra henne.",
  not_meeting: "dette er inga møtefil. Send fila som heiter «moetefil» og sluttar på .json.",
  too_new: "møtefila er laga med eit nyare program. Hent den nyaste utgåva av avvik.",
  damaged: "møtefila har innhald vi ikkje kjenner. Be om ho på nytt frå den som lagra henne.",
  edited: "møtefila er endra etter at ho vart lagra. Be om den opphavlege fila.",
  other_committee: "møtefila høyrer til eit anna utval.",
  other_year: "møtefila gjeld eit anna år.",
  other_data: "møtefila er laga på andre tal.",
  person:
    "møtefila har noko som kan vere eit fødselsnummer, eit telefonnummer eller ei e-postadresse. Ta det bort på sida, lagre møtefila og send ho på nytt.",
  person_table:
    "ein merknad har noko som kan vere eit fødselsnummer, eit telefonnummer eller ei e-postadresse. Ta det bort og send fila på nytt.",
  not_table:
    "dette er ingen tabell frå «avvik status --templates». Kolonnenamna manglar eller er endra. Hent tabellen på nytt.",
  unreadable: "fila finst ikkje eller let seg ikkje lese.",
};

/** A filled-in table, already read; `kind` null when no row of it is the header of such a table. */
export interface FilledTable {
  readonly kind: "maal" | "ruter" | null;
  readonly rows: readonly FilledRow[];
}

/** A møtefil by its path, or a table; `fault` is a sentence about a table that could not be read. */
export type Given = string | FilledTable | {readonly fault: string};

interface Intake {
  readonly folder: string;
  /** ISO date: no period that is not over is taken in. */
  readonly today?: string;
  /** True for a text that may hold what points at a person. */
  readonly namesPerson: (text: string) => boolean;
  /** True for a text with a word that is most likely a name; it is taken in, told of, and masked where it is shown. */
  readonly mayName?: (text: string) => boolean;
}

/**
 * Takes møtefiler and filled-in tables into the register of decisions, one file for each committee and year. All files
 * are checked before anything is written, and every fault is told. The order of the files does not matter, and a file
 * twice changes nothing.
 */
export function takeMeetings(given: readonly Given[], intake: Intake): TakenMeeting[] {
  const {folder, namesPerson, mayName = () => false} = intake;
  const named = given.map((one, index) => ({name: `Fil ${index + 1}`, given: one}));
  const read = named.flatMap(({name, given: path}) =>
    typeof path === "string" ? [{name, ...readFile(path, namesPerson)}] : [],
  );
  const files = read.flatMap((one) => ("file" in one ? [one.file] : []));
  const known = [...readMeetings(folder), ...files];
  const tables = named.map(({name, given: table}) => tableEntries(name, table, {...intake, known}));
  const merged = groups([...files, ...tables.flatMap(({meetings}) => meetings)]).map((group) =>
    mergedInto(folder, group),
  );
  const faults = [
    ...named.flatMap(({name}, index) => {
      const own = read.find((one) => one.name === name);
      return own && "fault" in own ? [`${name}: ${sentence[own.fault]}`] : (tables[index]?.faults ?? []);
    }),
    ...merged.flatMap(({clash, path}) => (clash ? [`${path}: ${sentence.edited}`] : [])),
  ];
  if (faults.length > 0) throw new DeliveryError(faults);
  mkdirSync(folder, {recursive: true});
  return merged.map(({meeting, path, fresh}) => {
    replace(join(folder, path), writeMeeting(meeting));
    const {audience, year, synthetic, entries} = meeting;
    const conflicts = conflictsIn(entries);
    const named = namedIn(entries, mayName);
    return {audience, year, synthetic, file: path, entries: entries.length, fresh, conflicts, named};
  });
}

function namedIn(entries: readonly Entry[], mayName: (text: string) => boolean): string[] {
  const standing = [...headsOf(entries).values()].flat();
  const fields = standing.filter(({value}) => typeof value === "string" && mayName(value));
  return [...new Set(fields.map(({subject, field}) => fieldKey(subject, field)))];
}

interface TableIntake extends Intake {
  readonly known: readonly MeetingFile[];
}

/** What a table says, as pieces of the logs of the decisions it is about. */
function tableEntries(name: string, given: Given, {known, namesPerson, today = "9999-12-31"}: TableIntake) {
  if (typeof given === "string") return {meetings: [], faults: []};
  if ("fault" in given) return {meetings: [], faults: [`${name}: ${given.fault}`]};
  if (given.kind === null) return {meetings: [], faults: [`${name}: ${sentence.not_table}`]};
  const {entries, faults} = readRows(given.kind, given.rows, {records: decisionRecords(known), today});
  const named = entries.some(({entry: {value}}) => typeof value === "string" && namesPerson(value));
  return {
    meetings: entries.map(({record: {audience, year, synthetic}, entry}): MeetingFile => {
      return {audience, year, synthetic, runId: `${year}-0`, entries: [entry]};
    }),
    faults: [...faults.map((text) => `${name}, ${text}`), ...(named ? [`${name}: ${sentence.person_table}`] : [])],
  };
}

/** The meetings in the register, by committee and year. A damaged file in it stops everything that builds on it. */
export function readMeetings(folder: string): MeetingFile[] {
  return decisionFiles(folder).map((name) => {
    const read = readMeeting(readFileSync(join(folder, name), "utf8"));
    if ("fault" in read) throw new DeliveryError([`data/decisions/${name}: ${sentence[read.fault]}`]);
    return read.file;
  });
}

function decisionFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch {
    return [];
  }
}

function readFile(path: string, namesPerson: Intake["namesPerson"]) {
  try {
    if (!statSync(path).isFile()) return {fault: "unreadable"} as const;
    if (statSync(path).size > mostBytes) return {fault: "too_large"} as const;
    const read = readMeeting(readFileSync(path, "utf8"));
    if ("fault" in read) return read;
    const texts = read.file.entries.flatMap(({value}) => (typeof value === "string" ? [value] : []));
    return texts.some(namesPerson) ? ({fault: "person"} as const) : read;
  } catch {
    return {fault: "unreadable"} as const;
  }
}

function groups(files: readonly MeetingFile[]): MeetingFile[][] {
  const names = [...new Set(files.map(fileName))].sort();
  return names.map((name) => files.filter((file) => fileName(file) === name));
}

function fileName({audience, year, synthetic}: MeetingPlace): string {
  return `${synthetic ? "SYNTETISK-" : ""}${audience}-${year}.json`;
}

function mergedInto(folder: string, group: readonly MeetingFile[]) {
  const path = fileName(group[0] as MeetingFile);
  const known = readMeetings(folder).find((meeting) => fileName(meeting) === path);
  const all = [...(known ? [known] : []), ...[...group].sort((a, b) => (a.runId < b.runId ? -1 : 1))];
  let entries: readonly Entry[] = [];
  let clash = false;
  for (const meeting of all) {
    clash ||= clashes(entries, meeting.entries).length > 0;
    entries = mergeEntries(entries, meeting.entries);
  }
  const runId =
    all
      .map((meeting) => meeting.runId)
      .sort()
      .at(-1) ?? "";
  return {
    meeting: {...(all[0] as MeetingFile), runId, entries},
    path,
    clash,
    fresh: entries.length - (known?.entries.length ?? 0),
  };
}

/** The fields that are written differently and wait for a person, as `subject field`. */
export function conflictsIn(entries: readonly Entry[]): string[] {
  return [...headsOf(entries).values()].flatMap((heads) =>
    isConflict(heads) && heads[0] ? [fieldKey(heads[0].subject, heads[0].field)] : [],
  );
}

function replace(path: string, text: string): void {
  writeFileSync(`${path}.ny`, text);
  renameSync(`${path}.ny`, path);
}
