import {createContext} from "preact";
import {useContext} from "preact/hooks";
import type {Weights} from "../../pipeline/contract/evidence.ts";
import type {Value} from "../../pipeline/contract/meeting-fields.ts";
import type {texts} from "../text/text.ts";
import {emptyMeeting, type Meeting} from "./meeting.ts";

/** What there is to say, in the language that is shown. */
export type Notice = (t: (typeof texts)["nn"]["moete"]) => string;

/** What the screens of a meeting can see and do. */
export interface Desk {
  readonly meeting: Meeting;
  /** False when the browser cannot remember what is written. */
  readonly remembers: boolean;
  /** The last thing that was done with a file, in words; empty when there is nothing to say. */
  readonly notice: string;
  /** The candidate that is open on the screens. */
  readonly chosen: string | null;
  /** Weights somebody tries; null while those of SSU hold. They are never kept. */
  readonly trial: Weights["of"] | null;
  readonly tryWeights: (trial: Weights["of"] | null) => void;
  readonly write: (subject: string, field: string, value: Value) => void;
  /** Writes what follows from something else that was written, so that undo passes it by. */
  readonly note: (subject: string, field: string, value: Value) => void;
  readonly choose: (candidate: string) => void;
  readonly undo: () => void;
  readonly open: (file: Blob) => void;
  readonly save: () => void;
  readonly say: (notice: Notice) => void;
}

const nothing = (): void => undefined;

/** A desk where nothing is written and nothing can be: on paper, and for a page without a meeting. */
export const emptyDesk: Desk = {
  meeting: emptyMeeting({audience: "", year: 0, synthetic: true}, ""),
  remembers: true,
  notice: "",
  chosen: null,
  trial: null,
  tryWeights: nothing,
  write: nothing,
  note: nothing,
  choose: nothing,
  undo: nothing,
  open: nothing,
  save: nothing,
  say: nothing,
};

export const DeskContext = createContext<Desk>(emptyDesk);

export function useDesk(): Desk {
  return useContext(DeskContext);
}
