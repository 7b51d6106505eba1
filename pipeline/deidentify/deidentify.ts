import {createHmac} from "node:crypto";
import {findCertainIdentifiers, findIdentifiers, longest, type Span} from "./identifiers.ts";
import {mask} from "./mask.ts";
import {findNamePairs, findNames} from "./names.ts";

/** Why a person must look at a text: a word that may be a name, or facts that together may point one person out. */
export type FlagKind = "undecided" | "rare";

/** The stretch of the given text that a flag is about; offsets in UTF-16 code units. */
export interface Flag {
  readonly start: number;
  readonly end: number;
  readonly kind: FlagKind;
}

/** A text without persons: each span found is replaced by its type in brackets. */
export interface CleanText {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly flags: readonly Flag[];
}

/** What deidentify knows beforehand: words that are places, and the key of this run. */
export interface Knowledge {
  readonly isPlace: (word: string) => boolean;
  /** Made anew for each run and never stored, so that a pseudonym cannot be made again afterwards. */
  readonly key: Uint8Array;
}

/** A code is searched for identifiers and introduced names; running text also for names that stand alone. */
export type TextKind = "code" | "prose";

export function cleanText(text: string, kind: TextKind, {isPlace}: Pick<Knowledge, "isPlace">): CleanText {
  const named = findNames(text, isPlace);
  const spans = longest(
    kind === "code"
      ? [...findCertainIdentifiers(text), ...named]
      : [...findIdentifiers(text), ...named, ...findNamePairs(text, isPlace)],
  );
  return {text: mask(text, spans).text, spans, flags: []};
}

/** A keyed hash by which the same patient in two deliveries can be linked within one run; null without identity. */
export function pseudonym(identity: string, knowledge: Pick<Knowledge, "key">): string | null {
  if (identity === "") return null;
  return createHmac("sha256", knowledge.key).update(identity.toLocaleLowerCase("nb")).digest("hex").slice(0, 24);
}
