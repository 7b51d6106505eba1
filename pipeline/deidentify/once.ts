import {type CleanText, cleanText, type Knowledge} from "./deidentify.ts";
import {bareNames, type Words} from "./memory.ts";
import type {TextKind} from "./text-kind.ts";

/** What is found in a text by itself, whatever row it stands in. `bare` are names that stand in place of a code. */
export interface Read extends CleanText {
  readonly bare: ReturnType<typeof bareNames>;
}

type Knowing = Knowledge & Words;
type ReadText = (text: string, kind: TextKind) => Read;

/** Exports repeat themselves: the same codes in every row, and the same phrases in many. */
const MOST_TEXTS = 20_000;
const MOST_SIGNS = 4_000_000;
const readers = new WeakMap<Knowing, ReadText>();

/** Reads texts, each only once for as long as it is remembered; what is remembered goes with the knowledge. */
export function textReader(knowledge: Knowing): ReadText {
  const before = readers.get(knowledge);
  if (before !== undefined) return before;
  const known = {
    number: remembering(knowledge, "number"),
    code: remembering(knowledge, "code"),
    prose: remembering(knowledge, "prose"),
  };
  const read: ReadText = (text, kind) => known[kind](text);
  readers.set(knowledge, read);
  return read;
}

/** Reads a text that stands in one row only. */
export function readAlone(text: string, kind: TextKind, knowledge: Knowing): Read {
  const bare = kind === "prose" ? [] : bareNames(text, knowledge);
  const {text: clean, spans, flags} = cleanText(text, kind, knowledge);
  return {text: clean, spans, flags, bare};
}

/** When there are too many texts, those that have not come again since the last time are forgotten. */
function remembering(knowledge: Knowing, kind: TextKind): (text: string) => Read {
  let texts = new Map<string, Read>();
  let earlier: ReadonlyMap<string, Read> = new Map();
  let signs = 0;
  return (text) => {
    const before = texts.get(text);
    if (before !== undefined) return before;
    const copy = ownCopy(text);
    const read = earlier.get(text) ?? readAlone(copy, kind, knowledge);
    signs += text.length;
    if (signs > MOST_SIGNS || texts.size >= MOST_TEXTS) {
      [earlier, texts] = [texts, new Map()];
      signs = text.length;
    }
    texts.set(copy, read);
    return read;
  };
}

/** A slice of a text keeps the whole text in memory for as long as it is kept itself; a slice of a new text keeps that. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
