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
  const ends: {readonly end: number; readonly shift: number}[] = [];
  for (const {start, end, type} of spans) {
    masked += text.slice(at, start) + label[type];
    at = end;
    ends.push({end, shift: masked.length - end});
  }
  const shiftBefore = (offset: number): number => ends.findLast(({end}) => end <= offset)?.shift ?? 0;
  const placeOf = (offset: number): number => {
    const inside = spans.find(({start, end}) => start < offset && offset < end);
    const place = inside?.start ?? offset;
    return place + shiftBefore(place);
  };
  return {text: masked + text.slice(at), placeOf};
}

/** Spans that overlap become one, of the longest one's type: no character of either is left. In order of place. */
export function united(spans: readonly Span[]): Span[] {
  const joined: (Span & {longest: number})[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    const length = span.end - span.start;
    if (last === undefined || span.start >= last.end) joined.push({...span, longest: length});
    else {
      const type = length > last.longest ? span.type : last.type;
      const end = Math.max(last.end, span.end);
      joined[joined.length - 1] = {start: last.start, end, type, longest: Math.max(last.longest, length)};
    }
  }
  return joined.map(({start, end, type}) => ({start, end, type}));
}
