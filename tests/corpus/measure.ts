import type {CleanText} from "../../pipeline/deidentify/deidentify.ts";
import type {SpanType} from "../../pipeline/deidentify/span.ts";
import type {MarkedText} from "./corpus.ts";

/** How many of something, out of how many. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

export interface Figures {
  readonly recall: ReadonlyMap<SpanType, Share>;
  readonly overRedaction: Share;
  /** Of the texts a person must look at. */
  readonly rareFlagged: Share;
  /** Of the texts nobody needs to look at. */
  readonly othersFlagged: Share;
  readonly withoutLeak: Share;
}

export interface Fault {
  readonly id: string;
  readonly kind: "leak" | "over" | "unflagged" | "flagged";
  readonly about: string;
  readonly text: string;
}

/** Strict: a span counts as caught only when none of its letters and digits survive; a kept one is lost when any is touched. */
export function measure(
  texts: readonly MarkedText[],
  clean: (text: string) => CleanText,
): Figures & {readonly faults: readonly Fault[]} {
  const recall = new Map<SpanType, {hits: number; of: number}>();
  const over = {hits: 0, of: 0};
  const rare = {hits: 0, of: 0};
  const others = {hits: 0, of: 0};
  const safe = {hits: 0, of: 0};
  const faults: Fault[] = [];
  for (const {id, text, gold, kept, isRare} of texts) {
    const {spans, flags, text: masked} = clean(text);
    const isGone = (at: number): boolean => spans.some(({start, end}) => start <= at && at < end);
    const fault = (kind: Fault["kind"], about: string): void => void faults.push({id, kind, about, text: masked});
    let leaks = 0;
    for (const {start, end, type} of gold) {
      const share = recall.get(type) ?? {hits: 0, of: 0};
      recall.set(type, share);
      share.of += 1;
      const survives = signs(text, start, end).some((at) => !isGone(at));
      if (!survives) share.hits += 1;
      else {
        leaks += 1;
        fault("leak", `${type} ${text.slice(start, end)}`);
      }
    }
    if (gold.length > 0) {
      safe.of += 1;
      if (leaks === 0) safe.hits += 1;
    }
    for (const {start, end} of kept) {
      over.of += 1;
      if (!signs(text, start, end).some(isGone)) continue;
      over.hits += 1;
      fault("over", text.slice(start, end));
    }
    const share = isRare ? rare : others;
    share.of += 1;
    if (flags.length > 0) share.hits += 1;
    if (isRare !== flags.length > 0)
      fault(isRare ? "unflagged" : "flagged", flags.map(({start, end}) => text.slice(start, end)).join("|"));
  }
  return {recall, overRedaction: over, rareFlagged: rare, othersFlagged: others, withoutLeak: safe, faults};
}

const signs = (text: string, start: number, end: number): number[] =>
  Array.from({length: end - start}, (_, ahead) => start + ahead).filter((at) => /[\p{L}\p{N}]/u.test(text.charAt(at)));
