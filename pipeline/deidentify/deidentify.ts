import {createHmac} from "node:crypto";
import {findBesideNames} from "./beside-names.ts";
import {findIdentifiers} from "./identifiers.ts";
import {mask, united} from "./mask.ts";
import {findNames} from "./names.ts";
import {findRare} from "./rare.ts";
import {type Reading, readingOf} from "./reading.ts";
import {type Recognizer, recognized} from "./recognizer.ts";
import type {Span} from "./span.ts";
import type {TextKind} from "./text-kind.ts";
import {type View, viewOf} from "./view.ts";

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

/** What deidentify knows beforehand: words that are places, recognisers of the hospital's own, and the key of this run. */
export interface Knowledge {
  readonly isPlace: (word: string) => boolean;
  readonly recognizers?: readonly Recognizer[];
  /** Made anew for each run and never stored, so that a pseudonym cannot be made again afterwards. */
  readonly key: Uint8Array;
}

/**
 * Takes persons out of a text in time that grows with its length. Numbers and codes are searched for identifiers and introduced
 * names; running text also for names that stand alone. Offsets are those of the given text.
 */
export function cleanText(
  text: string,
  kind: TextKind,
  {isPlace, recognizers = []}: Pick<Knowledge, "isPlace" | "recognizers">,
): CleanText {
  const view = viewOf(text);
  const found = foundIn(readingOf(view.text), kind, isPlace);
  const own = givenPlaces(view, found.spans);
  const all = recognizers.length === 0 ? own : [...own, ...recognizers.flatMap((one) => recognized(one, text))];
  const spans = all.length === 0 ? NONE : united(all);
  const flags = found.flags.map(({start, end, kind: why}) => ({...placed(view, {start, end}), kind: why}));
  return {text: spans.length === 0 ? text : mask(text, spans).text, spans, flags};
}

const NONE: readonly Span[] = [];

/** What the rules find in a text as they read it; spans may overlap. */
export function foundIn(
  reading: Reading,
  kind: TextKind,
  isPlace: Knowledge["isPlace"],
): Pick<CleanText, "spans" | "flags"> {
  const identifiers = findIdentifiers(reading, kind);
  const names = findNames(reading, kind === "prose" ? "prose" : "code", isPlace);
  if (kind !== "prose") return {spans: [...identifiers, ...names.spans], flags: []};
  const undecided = names.undecided.map(({start, end}) => ({start, end, kind: "undecided" as const}));
  const rare = findRare(reading).map(({start, end}) => ({start, end, kind: "rare" as const}));
  return {
    spans: [...identifiers, ...names.spans, ...findBesideNames(reading, names.spans)],
    flags: [...undecided, ...rare],
  };
}

/** The identifiers that no code or case number can be mistaken for. */
export function findCertainIdentifiers(text: string): readonly Span[] {
  const view = viewOf(text);
  return united(givenPlaces(view, findIdentifiers(readingOf(view.text), "certain")));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Spans of the view where the given text has them. */
const givenPlaces = (view: View, spans: readonly Span[]): readonly Span[] =>
  view.at === null ? spans : spans.map((span) => ({...placed(view, span), type: span.type}));

function placed({at}: View, {start, end}: Place): Place {
  return at === null ? {start, end} : {start: at[start] as number, end: at[end] as number};
}

/** A keyed hash by which the same patient in two deliveries can be linked within one run; null without identity. */
export function pseudonym(identity: string, knowledge: Pick<Knowledge, "key">): string | null {
  if (identity === "") return null;
  return createHmac("sha256", knowledge.key).update(identity.toLocaleLowerCase("nb")).digest("hex").slice(0, 24);
}
