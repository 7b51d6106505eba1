import type {MeetingPlace} from "../../pipeline/contract/meeting.ts";
import {isAllowed, type Value} from "../../pipeline/contract/meeting-fields.ts";
import {
  type Entry,
  fieldKey,
  type Heads,
  headsOf,
  isConflict,
  mergeEntries,
} from "../../pipeline/contract/meeting-log.ts";

/** A meeting as one machine holds it: everything written, what it comes to, and what is saved in a file. */
export interface Meeting {
  readonly place: MeetingPlace;
  /** This window's random word; the first part of the ids of what is written here. */
  readonly by: string;
  readonly entries: readonly Entry[];
  readonly heads: Heads;
  /** What to write to take back each change made here since the page was opened, latest last. */
  readonly undo: readonly Change[];
  /** Ids of the entries that stand in a møtefil. */
  readonly inFile: ReadonlySet<string>;
}

interface Change {
  readonly subject: string;
  readonly field: string;
  readonly value: Value;
}

export type MeetingAction =
  | ({readonly kind: "write"; readonly at: string} & Change)
  /** As `write`, but no change that somebody can take back. */
  | ({readonly kind: "note"; readonly at: string} & Change)
  | {readonly kind: "undo"; readonly at: string}
  /** What another window wrote, or what stands in a file. */
  | {readonly kind: "merge"; readonly entries: readonly Entry[]; readonly inFile: readonly string[]}
  | {readonly kind: "saved"; readonly ids: readonly string[]};

export function emptyMeeting(place: MeetingPlace, by: string): Meeting {
  return {place, by, entries: [], heads: new Map(), undo: [], inFile: new Set()};
}

export function reduceMeeting(meeting: Meeting, action: MeetingAction): Meeting {
  switch (action.kind) {
    case "write": {
      const {subject, field} = action;
      const written = withEntry(meeting, action);
      const before = fieldValue(meeting, subject, field);
      return written === meeting ? meeting : {...written, undo: [...meeting.undo, {subject, field, value: before}]};
    }
    case "note":
      return withEntry(meeting, action);
    case "undo": {
      const last = meeting.undo.at(-1);
      return last ? {...withEntry(meeting, {...last, at: action.at}), undo: meeting.undo.slice(0, -1)} : meeting;
    }
    case "merge": {
      const entries = mergeEntries(meeting.entries, action.entries);
      return {...meeting, entries, heads: headsOf(entries), inFile: new Set([...meeting.inFile, ...action.inFile])};
    }
    case "saved":
      return {...meeting, inFile: new Set([...meeting.inFile, ...action.ids])};
  }
}

/** Nothing is written when the field already says the same and nobody disagrees, or that no møtefil could hold. */
function withEntry(meeting: Meeting, {subject, field, value, at}: Change & {readonly at: string}): Meeting {
  if (!isAllowed(subject, field, value)) return meeting;
  const held = meeting.heads.get(fieldKey(subject, field)) ?? [];
  if (!isConflict(held) && fieldValue(meeting, subject, field) === value) return meeting;
  const replaces = held.map(({id}) => id);
  const entry: Entry = {
    id: `${meeting.by}-${nextNumber(meeting)}`,
    at,
    by: meeting.by,
    subject,
    field,
    value,
    replaces,
  };
  const heads = new Map(meeting.heads).set(fieldKey(subject, field), [entry]);
  return {...meeting, entries: [...meeting.entries, entry], heads};
}

function nextNumber({by, entries}: Meeting): number {
  const own = entries.filter((entry) => entry.by === by).map(({id}) => Number(id.slice(by.length + 1)));
  return own.filter(Number.isInteger).reduce((most, number) => Math.max(most, number), 0) + 1;
}

/** What a field holds; the latest of several that disagree, and null for what is empty. */
export function fieldValue({heads}: Pick<Meeting, "heads">, subject: string, field: string): Value {
  return heads.get(fieldKey(subject, field))?.at(-1)?.value ?? null;
}

export function textOf(meeting: Pick<Meeting, "heads">, subject: string, field: string): string {
  const value = fieldValue(meeting, subject, field);
  return typeof value === "string" ? value.trim() : "";
}

export function numberOf(meeting: Pick<Meeting, "heads">, subject: string, field: string): number | null {
  const value = fieldValue(meeting, subject, field);
  return typeof value === "number" ? value : null;
}

/** The fields two machines wrote differently, with what each wrote. */
export function conflictsOf({heads}: Pick<Meeting, "heads">): (readonly Entry[])[] {
  return [...heads.values()].filter(isConflict);
}

/** How many entries stand in no møtefil. */
export function unsavedCount({entries, inFile}: Pick<Meeting, "entries" | "inFile">): number {
  return entries.filter(({id}) => !inFile.has(id)).length;
}

/** The ids behind `kind/` that something is written about, in the order they were first written. */
export function subjectsOf({heads}: Pick<Meeting, "heads">, kind: string): string[] {
  const subjects = [...heads.keys()]
    .map((key) => key.split(" ")[0] ?? "")
    .filter((subject) => subject.startsWith(`${kind}/`));
  return [...new Set(subjects)].map((subject) => subject.slice(kind.length + 1));
}
