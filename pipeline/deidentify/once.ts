import {type CleanText, cleanText, type Knowledge, type TextKind} from "./deidentify.ts";
import type {Span} from "./identifiers.ts";
import {bareNames, type Words} from "./memory.ts";

/** What is found in a text by itself, whatever row it stands in. `bare` are names that stand in place of a code. */
export interface Read extends CleanText {
  readonly bare: readonly Span[];
}

interface Known {
  readonly texts: Map<string, Read>;
  signs: number;
}

type Knowing = Knowledge & Words;

/** Exports repeat themselves: the same codes in every row, and the same phrases in many. */
const MOST_SIGNS = 4_000_000;
const known: Readonly<Record<TextKind, WeakMap<Knowing, Known>>> = {code: new WeakMap(), prose: new WeakMap()};

/** Reads a text, and only once for as long as it is remembered; what is remembered goes with the knowledge. */
export function readOnce(text: string, kind: TextKind, knowledge: Knowing): Read {
  const remembered = rememberedBy(knowledge, kind);
  const before = remembered.texts.get(text);
  if (before !== undefined) return before;
  const bare = kind === "code" ? bareNames(text, knowledge) : [];
  const read = {...cleanText(text, kind, knowledge), bare};
  remembered.signs += text.length;
  if (remembered.signs > MOST_SIGNS) {
    remembered.texts.clear();
    remembered.signs = text.length;
  }
  remembered.texts.set(ownCopy(text), read);
  return read;
}

function rememberedBy(knowledge: Knowing, kind: TextKind): Known {
  const found = known[kind].get(knowledge) ?? {texts: new Map<string, Read>(), signs: 0};
  known[kind].set(knowledge, found);
  return found;
}

/** A slice of a text keeps the whole text in memory for as long as it is kept itself. */
function ownCopy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
