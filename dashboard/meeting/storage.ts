import {type MeetingPlace, readMeeting, writeMeeting} from "../../pipeline/contract/meeting.ts";
import type {Entry} from "../../pipeline/contract/meeting-log.ts";
import type {Meeting} from "./meeting.ts";

type Store = Pick<Storage, "getItem" | "setItem">;

export interface Remembered {
  readonly entries: readonly Entry[];
  readonly inFile: readonly string[];
}

/** Under what name a browser remembers a meeting: committee, year, and whether its numbers are invented. */
export function storageKey({audience, year, synthetic}: MeetingPlace): string {
  return `avvik:${audience}:${year}${synthetic ? ":SYNTETISK" : ""}`;
}

const savedKey = (place: MeetingPlace): string => `${storageKey(place)}:lagra`;

/** False when the browser cannot remember: no room, or storage is turned off. */
export function remember(store: Store | null, {place, entries, inFile}: Meeting, runId: string): boolean {
  if (store === null) return false;
  try {
    store.setItem(savedKey(place), JSON.stringify([...inFile]));
    store.setItem(storageKey(place), writeMeeting({...place, runId, entries}));
    return true;
  } catch {
    return false;
  }
}

/** What the browser remembers of a meeting; null when there is nothing, or it cannot be read. */
export function recall(store: Store | null, place: MeetingPlace): Remembered | null {
  try {
    const text = store?.getItem(storageKey(place));
    const read = text ? readMeeting(text) : null;
    return read && "file" in read ? {entries: read.file.entries, inFile: idsIn(store?.getItem(savedKey(place)))} : null;
  } catch {
    return null;
  }
}

/** Which entries are in a file; none where that cannot be read, for what was written must not be lost with it. */
function idsIn(text: string | null | undefined): string[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** Puts what is remembered but cannot be read where nothing is written over it; true when there was such a thing. */
export function setAside(store: Store | null, place: MeetingPlace): boolean {
  try {
    const text = store?.getItem(storageKey(place));
    if (!text || "file" in readMeeting(text)) return false;
    store?.setItem(`${storageKey(place)}:ulesen`, text);
    return true;
  } catch {
    return false;
  }
}

/** The browser's own store, or null where it is turned off. */
export function ownStore(window: Window): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** A random word for this window, so that two windows never give two entries the same id. */
export function windowWord(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): string {
  return [...random(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join("");
}
