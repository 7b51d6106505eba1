import {emptyMeeting, type Meeting, reduceMeeting} from "../../dashboard/meeting/meeting.ts";
import type {Value} from "../../pipeline/contract/meeting-fields.ts";

export const place = {audience: "lsu-molde", year: 2025, synthetic: true};

/** A meeting in which each line was written in turn, a minute apart. */
export function meetingWith(
  lines: readonly (readonly [subject: string, field: string, value: Value])[],
  by = "a",
): Meeting {
  return lines.reduce(
    (meeting, [subject, field, value], index) =>
      reduceMeeting(meeting, {kind: "write", subject, field, value, at: `2026-03-05T09:${String(10 + index)}:00.000Z`}),
    emptyMeeting(place, by),
  );
}

/** Everything a card needs, for a meeting on 5 March 2026. */
const fullCard = {
  maal: "Frå 55 til 80 % rett legemiddelliste same dag",
  eigar_sjukehus: "seksjonsleiar, medisinsk sengepost",
  eigar_kommune: "fagleiar, heimetenesta",
  proeve: "Ti pasientar, telefon før heimreise",
  proeve_dato: "2026-03-19",
  spaadom: "åtte av ti lister stemmer",
  spaadom_tal: 80,
  teljar: "rette lister",
  nemnar: "utskrivne",
  kjelde: "eiga teljing",
  ofte: "maanad",
  vurdering: "2026-06-04",
} as const;

export function cardLines(id: string, changes: Readonly<Record<string, Value>> = {}) {
  return Object.entries({...fullCard, ...changes}).map(([field, value]) => [`pdsa/${id}`, field, value] as const);
}
