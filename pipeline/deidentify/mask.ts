import type {Span, SpanType} from "./span.ts";

const label: Readonly<Record<SpanType, string>> = {
  FNR: "[FNR]",
  DNR: "[DNR]",
  PERSON: "[NAMN]",
  PHONE: "[TELEFON]",
  EMAIL: "[E-POST]",
  ADDRESS: "[ADRESSE]",
  DATE_OF_BIRTH: "[FØDD]",
  AGE_OVER_89: "90+",
  HPR: "[HPR]",
  URL: "[LENKE]",
  VEHICLE: "[BIL]",
  OTHER_ID: "[ID]",
};

/** A text with each span replaced by its type in brackets, and where a place in the given text is in the masked one. */
export interface Masked {
  readonly text: string;
  /** Offsets in UTF-16 code units; a place inside a span is where its label begins. */
  readonly placeOf: (offset: number) => number;
}

/** Spans must not overlap and must be in order. */
export function mask(text: string, spans: readonly Span[]): Masked {
  let masked = "";
  let at = 0;
  for (const {start, end, type} of spans) {
    masked += text.slice(at, start) + label[type];
    at = end;
  }
  return {text: masked + text.slice(at), placeOf: (offset) => placeAmong(spans, offset)};
}

function placeAmong(spans: readonly Span[], offset: number): number {
  let shift = 0;
  for (const {start, end, type} of spans) {
    if (start >= offset) break;
    if (offset < end) return start + shift;
    shift += label[type].length - (end - start);
  }
  return offset + shift;
}

/** Spans that overlap become one, of the longest one's type: no character of either is left. In order of place. */
export function united(spans: readonly Span[]): readonly Span[] {
  const ordered = isOrdered(spans) ? spans : [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Span[] = [];
  let last: Span | null = null;
  let longest = 0;
  for (const span of ordered) {
    const length = span.end - span.start;
    if (last === null || span.start >= last.end) {
      last = span;
      longest = length;
      joined.push(span);
      continue;
    }
    const type: SpanType = length > longest ? span.type : last.type;
    last = {start: last.start, end: Math.max(last.end, span.end), type};
    longest = Math.max(longest, length);
    joined[joined.length - 1] = last;
  }
  return joined;
}

function isOrdered(spans: readonly Span[]): boolean {
  for (let at = 1; at < spans.length; at += 1)
    if ((spans[at] as Span).start < (spans[at - 1] as Span).end) return false;
  return true;
}
