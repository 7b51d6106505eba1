/** A stretch of a text that names or may name somebody; offsets in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: SpanType;
}

export const spanTypes = [
  "FNR",
  "DNR",
  "PERSON",
  "PHONE",
  "EMAIL",
  "ADDRESS",
  "DATE_OF_BIRTH",
  "AGE_OVER_89",
  "HPR",
  "URL",
  "VEHICLE",
  "OTHER_ID",
] as const;
export type SpanType = (typeof spanTypes)[number];
