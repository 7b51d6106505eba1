import type {Language, PageFacts} from "../../pipeline/contract/edition.ts";
import {type MeetingFile, misplaced, mostBytes, readMeeting, writeMeeting} from "../../pipeline/contract/meeting.ts";
import {clashes} from "../../pipeline/contract/meeting-log.ts";
import {texts} from "../text/text.ts";
import type {Desk, Notice} from "./desk.ts";
import {emptyMeeting, type Meeting, type MeetingAction, reduceMeeting} from "./meeting.ts";
import {ownStore, recall, remember, setAside, storageKey, windowWord} from "./storage.ts";

/** Keeps the meeting of this page: in memory, in the browser at once, and in a file when somebody asks for it. */
export function keepMeeting(window: Window & typeof globalThis, facts: PageFacts, changed: () => void) {
  const place = {audience: facts.audience.id, year: facts.year, synthetic: facts.synthetic};
  const store = ownStore(window);
  const word = windowWord((bytes) => window.crypto.getRandomValues(bytes));
  const kept = {meeting: recalled(emptyMeeting(place, word), store), remembers: store !== null};
  const shown = shownAtFirst(setAside(store, place));
  const changeTo = (change: () => void): void => {
    change();
    desks.forget();
    changed();
  };
  const act = (action: MeetingAction): void =>
    changeTo(() => {
      kept.meeting = reduceMeeting(kept.meeting, action);
      kept.remembers = remember(store, kept.meeting, facts.runId);
    });
  const show = (part: Partial<Shown>): void => changeTo(() => Object.assign(shown, part));
  const readAgain = (): void =>
    changeTo(() => {
      kept.meeting = recalled(kept.meeting, store);
    });
  window.addEventListener("storage", ({key}) => key === storageKey(place) && readAgain());
  const desks = onePerLanguage(
    (language): Desk => ({
      ...kept,
      ...shown,
      notice: shown.notice?.(texts[language].moete) ?? "",
      write: (subject, field, value) => act({kind: "write", subject, field, value, at: now()}),
      note: (subject, field, value) => act({kind: "note", subject, field, value, at: now()}),
      choose: (chosen) => show({chosen}),
      tryWeights: (trial) => show({trial}),
      undo: () => act({kind: "undo", at: now()}),
      open: (file) =>
        void takeFile(file, kept.meeting).then(({action, notice}) => {
          if (action) act(action);
          show({notice});
        }),
      save: () => {
        const {entries} = kept.meeting;
        saveFile(window.document, facts, {...place, runId: facts.runId, entries});
        act({kind: "saved", ids: entries.map(({id}) => id)});
        show({notice: (t) => t.savedNow});
      },
      say: (notice) => show({notice}),
    }),
  );
  return desks.of;
}

/** What is shown besides the meeting itself. */
interface Shown extends Pick<Desk, "chosen" | "trial"> {
  readonly notice: Notice | null;
}

function shownAtFirst(isSetAside: boolean): Shown {
  return {notice: isSetAside ? (t) => t.setAside : null, chosen: null, trial: null};
}

function now(): string {
  return new Date().toISOString();
}

function saveFile(document: Document, facts: PageFacts, file: MeetingFile): void {
  const json = new Blob([writeMeeting(file)], {type: "application/json"});
  download(document, json, `${fileStem(facts, "moetefil")}.json`);
}

/** What is made of a language, the same until it is forgotten. */
function onePerLanguage<T>(make: (language: Language) => T) {
  const made = new Map<Language, T>();
  return {
    forget: () => made.clear(),
    of: (language: Language): T => {
      const one = made.get(language) ?? make(language);
      made.set(language, one);
      return one;
    },
  };
}

/** The meeting with what the browser remembers of it. */
function recalled(meeting: Meeting, store: Storage | null): Meeting {
  const known = recall(store, meeting.place);
  return known ? reduceMeeting(meeting, {kind: "merge", ...known}) : meeting;
}

/** What to do with a file somebody opened, and what to say; nothing is done with one that does not belong here. */
async function takeFile(file: Blob, meeting: Meeting): Promise<{action: MeetingAction | null; notice: Notice}> {
  const read = file.size > mostBytes ? ({fault: "too_large"} as const) : readMeeting(await file.text());
  if ("fault" in read) return {action: null, notice: (t) => t.faults[read.fault]};
  const {entries} = read.file;
  const fault = misplaced(read.file, meeting.place) ?? (clashes(meeting.entries, entries).length > 0 ? "edited" : null);
  if (fault) return {action: null, notice: (t) => t.faults[fault]};
  const known = new Set(meeting.entries.map(({id}) => id));
  const inFile = entries.map(({id}) => id);
  const added = inFile.filter((id) => !known.has(id)).length;
  return {action: {kind: "merge", entries, inFile}, notice: (t) => t.opened(added)};
}

/** The name of a file that leaves the page: what it is, who it is from, the year, and whether it is invented. */
export function fileStem({audience, year, synthetic}: PageFacts, what: string): string {
  return `${synthetic ? "SYNTETISK-" : ""}${what}-${audience.id}-${year}`;
}

/** Hands a file to the browser's own download. */
export function download(document: Document, blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
