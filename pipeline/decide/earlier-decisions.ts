import type {EarlierDecision} from "../contract/decisions.ts";
import type {MeetingFile} from "../contract/meeting.ts";
import {decisionTypes, followUps, type Value} from "../contract/meeting-fields.ts";
import {type Heads, headsOf} from "../contract/meeting-log.ts";
import {settled, words} from "./settled.ts";

/** The decisions of one meeting, by candidate. A field two machines wrote differently says nothing until it is settled. */
export function decisionsOf(file: MeetingFile): EarlierDecision[] {
  const heads = headsOf(file.entries);
  const ids = [...heads.keys()].flatMap((key) => key.match(/^kandidat\/(\S+) vedtak$/)?.[1] ?? []);
  return [...new Set(ids)].sort().flatMap((candidate) => decisionOf(file, heads, candidate));
}

function decisionOf({year}: MeetingFile, heads: Heads, candidate: string): EarlierDecision[] {
  const read = (subject: string, field: string): Value => settled(heads, `${subject}/${candidate}`, field);
  const text = (subject: string, field: string): string => words(read(subject, field));
  const type = decisionTypes.find((one) => one === read("kandidat", "vedtak"));
  if (type === undefined) return [];
  const isInput = candidate.startsWith("innspel-");
  const [numerator, denominator] = [text("pdsa", "teljar"), text("pdsa", "nemnar")];
  const id = `${year}-${candidate}`;
  return [
    {
      id,
      year,
      kategori: isInput ? null : candidate,
      title: isInput ? text("innspel", "tittel") : null,
      type,
      viaSsu: read("kandidat", "via_ssu") === true,
      reason: text("kandidat", "grunn"),
      who: text("kandidat", "kven"),
      due: (type === "prioriter" ? text("pdsa", "vurdering") : text("kandidat", "frist")) || null,
      ownerHospital: text("pdsa", "eigar_sjukehus"),
      ownerMunicipality: text("pdsa", "eigar_kommune"),
      test: text("pdsa", "proeve"),
      testDate: text("pdsa", "proeve_dato") || null,
      measure: numerator === "" || denominator === "" ? "" : `${numerator} / ${denominator}`,
      followUp: followUps.find((one) => one === settled(heads, `oppfoelging/${id}`, "val")) ?? null,
    },
  ];
}
