import type {Field, TextRow} from "../contract/delivery.ts";
import type {Flag, FlagKind, Knowledge} from "./deidentify.ts";
import {mask, united} from "./mask.ts";
import {findRemembered, memoryOf, type Words} from "./memory.ts";
import {type Read, readAlone, textReader} from "./once.ts";
import type {Span} from "./span.ts";
import type {TextKind} from "./text-kind.ts";
import type {TraceBook} from "./traces.ts";

/** Fields where an identifier is a fault of the row: a code that holds a person cannot be trusted as a code. */
const CODES: ReadonlySet<Field> = new Set([
  "saksnr",
  "motpart_saksnr",
  "type",
  "meldar",
  "mottakar",
  "retning",
  "kommune",
  "sjukehus",
  "kategori",
  "fagomraade",
  "pasientgruppe",
  "alvor",
  "status",
  "hendingsdato",
  "registrert",
  "sendt",
  "motteken",
  "svart",
  "lukka",
  "datagrunnlag",
]);

/** Codes that tell one case from another: what is left of one after a name is taken out, tells nothing. */
const IDENTIFIERS: ReadonlySet<Field> = new Set(["saksnr", "motpart_saksnr"]);

/** A text a reader cannot take in at a glance is looked at by a person before it goes anywhere. */
export const LONG_TEXT = 2000;

const DAYS: ReadonlySet<Field> = new Set(["hendingsdato", "registrert", "sendt", "motteken", "svart", "lukka"]);

/** Why a text waits for a person: as a flag says, or because it is long. */
export type OpenReason = FlagKind | "long";

/** A place in a cleaned text that a person must decide on; the whole text when it is long. */
interface Mark {
  readonly field: Field;
  readonly reason: OpenReason;
  readonly start: number;
  readonly end: number;
}

export interface CleanRow {
  readonly values: ReadonlyMap<Field, string>;
  /** The first code that holds a person, or null. */
  readonly faulty: Field | null;
  readonly marks: readonly Mark[];
  /** What was taken out of the texts, by field, with offsets in the given texts. */
  readonly spans: ReadonlyMap<Field, readonly Span[]>;
}

/**
 * A row without persons. Who is named in one column, or in a column that goes no further, is looked for in all of them:
 * in the genitive, in part and as initials too. Everything taken out is entered in the book.
 */
export function cleanRow(row: TextRow, knowledge: Knowledge & Words, book: TraceBook): CleanRow {
  const read = fieldReader(knowledge);
  if (row.persons.length === 0 && isNobodys(row.values, read)) return nobodys(row.values);
  const alone = [...row.values].map(([field, value]) => ({field, value, read: read(field, value)}));
  const found = alone.flatMap(({value, read: {spans}}) =>
    spans.filter(({type}) => type === "PERSON").map(({start, end}) => value.slice(start, end)),
  );
  const memory = memoryOf([...row.persons, ...found], knowledge);
  for (const person of row.persons) book.add(person, "PERSON");
  const values = new Map<Field, string>();
  const spans = new Map<Field, readonly Span[]>();
  const marks: Mark[] = [];
  let faulty: Field | null = null;
  for (const {field, value, read} of alone) {
    const again = findRemembered(value, memory, kindOf(field) === "prose" ? "prose" : "code");
    const sure = [...read.spans, ...again.spans];
    const taken = united([...sure, ...read.bare]);
    if (CODES.has(field) && (sure.length > 0 || (IDENTIFIERS.has(field) && taken.length > 0))) faulty ??= field;
    const {text, placeOf} = mask(value, taken);
    const flags: Flag[] = [...read.flags, ...again.undecided.map(asFlag)];
    for (const {start, end, type} of taken) book.add(value.slice(start, end), type);
    values.set(field, text);
    spans.set(field, taken);
    if (kindOf(field) === "prose") marks.push(...marksOf({field, text}, flags, placeOf));
  }
  return {values, faulty, marks, spans};
}

/** Whether a value names nobody and leaves nothing to decide, whatever row it stands in. */
export function nobodysReader(knowledge: Knowledge & Words): (field: Field, value: string) => boolean {
  const read = fieldReader(knowledge);
  return (field, value) => isBlank(read(field, value), value);
}

type ReadField = (field: Field, value: string) => Read;

/** A case number is like no other, and not worth remembering. */
function fieldReader(knowledge: Knowledge & Words): ReadField {
  const read = textReader(knowledge);
  return (field, value) =>
    IDENTIFIERS.has(field) ? readAlone(value, "number", knowledge) : read(value, kindOf(field));
}

function isNobodys(values: ReadonlyMap<Field, string>, read: ReadField): boolean {
  let isBlankSoFar = true;
  values.forEach((value, field) => {
    isBlankSoFar &&= isBlank(read(field, value), value);
  });
  return isBlankSoFar;
}

const nobodys = (values: ReadonlyMap<Field, string>): CleanRow => ({
  values,
  faulty: null,
  marks: NO_MARKS,
  spans: NO_SPANS,
});

const NO_MARKS: readonly Mark[] = [];
const NO_SPANS: ReadonlyMap<Field, readonly Span[]> = new Map();

/** Nothing in the text has to be taken out or decided on. */
const isBlank = ({spans, bare, flags}: Read, text: string): boolean =>
  spans.length + bare.length + flags.length === 0 && text.length <= LONG_TEXT;

const KINDS: ReadonlyMap<Field, TextKind> = new Map(
  [...CODES].map((field) => [field, IDENTIFIERS.has(field) || DAYS.has(field) ? "number" : "code"]),
);

const kindOf = (field: Field): TextKind => KINDS.get(field) ?? "prose";

const asFlag = ({start, end}: {readonly start: number; readonly end: number}): Flag => ({
  start,
  end,
  kind: "undecided",
});

/** Marks where the cleaned text has them; a flagged stretch that was taken out has nothing left to decide. */
function marksOf(
  {field, text}: {readonly field: Field; readonly text: string},
  flags: readonly Flag[],
  placeOf: (offset: number) => number,
): Mark[] {
  const places = flags.map(({start, end, kind}) => ({field, reason: kind, start: placeOf(start), end: placeOf(end)}));
  const open: Mark[] = places.filter(({start, end}) => end > start);
  return text.length > LONG_TEXT ? [...open, {field, reason: "long", start: 0, end: text.length}] : open;
}
