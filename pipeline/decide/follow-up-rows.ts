import type {FollowUp} from "../contract/meeting-fields.ts";
import type {Entry} from "../contract/meeting-log.ts";
import type {DecisionRecord} from "./decision-records.ts";
import {daysOf, periodsBetween} from "./period.ts";

/** The columns of the table a committee fills in between meetings. `noekkel` is written here and left as it is. */
export const followUpColumns = [
  "vedtak",
  "periode",
  "teljar",
  "nemnar",
  "status",
  "betre",
  "merknad",
  "datagrunnlag",
  "nøkkel",
] as const;
const routeFields = ["ssu_svar", "ssu_dato", "fsu_svar", "fsu_dato", "merknad"] as const;
export const routeColumns = ["rute", ...routeFields, "datagrunnlag", "nøkkel"] as const;
export const STATUS_ROW = "status";

export interface Template {
  /** `maal-lsu-nord-2025-EPI` or `ruter`, without ending. */
  readonly name: string;
  readonly heading: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const monthsBefore = 12;
/** A meeting with an odd date must not make a table without end. */
const mostPeriods = 160;
const closed: FollowUp = "avslutt";

export interface TemplateFacts {
  readonly today: string;
  /** What the decision is about, in words, and what its committee is called. */
  readonly titleOf: (record: DecisionRecord) => string;
  /** The entries that stand for a field of a subject, in the meetings of the record's committee. */
  readonly standing: (record: DecisionRecord, subject: string, field: string) => readonly Entry[];
}

/** One table for each decision that tries something and is not closed: a row for its status, and one for each period. */
export function measureTemplates(records: readonly DecisionRecord[], facts: TemplateFacts): Template[] {
  return records
    .filter(({type, followUp}) => type === "prioriter" && followUp !== closed)
    .map((record) => ({
      name: `maal-${record.audience}-${record.id}`,
      heading: headingOf(record, facts),
      columns: followUpColumns,
      rows: [
        statusRow(record, facts),
        ...periodsOf(record, facts.today).map((period) => periodRow(record, period, facts)),
      ],
    }));
}

function headingOf(record: DecisionRecord, {titleOf}: TemplateFacts): string[] {
  return [
    titleOf(record),
    `Prosessmål: ${record.measure || "ikkje skrive på kortet"}`,
    "Skriv teljar og nemnar for kvar periode. Lat perioden stå tom når ingenting er talt: tom er ikkje null.",
    "Rada «status» tek kor langt tiltaket er kome: ikkje, planlagt, under eller gjennomfoert. «betre» er opp eller ned.",
    "Tal frå før vedtaket er låste. Skal eit slikt tal rettast, må det stå kvifor i merknaden.",
    "Skriv ikkje namn eller andre personopplysningar. Send fila tilbake med «avvik decide».",
  ];
}

function periodsOf({decided, counted, frequency}: DecisionRecord, today: string): string[] {
  const from = new Date(`${decided}T00:00:00Z`);
  from.setUTCMonth(from.getUTCMonth() - monthsBefore);
  const asked = periodsBetween(from.toISOString().slice(0, 10), today, frequency);
  return [...new Set([...counted.map(({period}) => period), ...asked.slice(-mostPeriods)])].sort();
}

function statusRow(record: DecisionRecord, facts: TemplateFacts): string[] {
  const status = record.status ?? "";
  const better = record.better ?? "";
  const key = [
    ...token(facts.standing(record, `oppfoelging/${record.id}`, "status"), status),
    ...token(facts.standing(record, cardOf(record), "betre"), better),
  ];
  return [...idOf(record, STATUS_ROW), "", "", status, better, "", ...tail(record, facts, key)];
}

function periodRow(record: DecisionRecord, period: string, facts: TemplateFacts): string[] {
  const {teljar, nemnar} = record.counted.find((one) => one.period === period) ?? {teljar: null, nemnar: null};
  const [counted, of] = [teljar, nemnar].map((value) => (value === null ? "" : `${value}`)) as [string, string];
  const subject = `maaling/${record.id}_${period}`;
  const key = [
    ...token(facts.standing(record, subject, "teljar"), counted),
    ...token(facts.standing(record, subject, "nemnar"), of),
  ];
  return [...idOf(record, period), counted, of, "", "", "", ...tail(record, facts, key)];
}

/** The subject of the card a decision was written on. */
export function cardOf({id, year}: Pick<DecisionRecord, "id" | "year">): string {
  return `pdsa/${id.slice(`${year}-`.length)}`;
}

const idOf = ({audience, id}: DecisionRecord, period: string): string[] => [`${audience}/${id}`, period];

function tail({synthetic}: DecisionRecord, {today}: TemplateFacts, key: readonly string[]): string[] {
  return [synthetic ? "SYNTETISK" : "leveringar", [`dato=${today}`, ...key].join(" ")];
}

/** `field=id+id=value`: the entries a filled-in cell replaces, and what it said when the table was written. */
function token(standing: readonly Entry[], shown: string): string[] {
  const [first] = standing;
  return first === undefined ? [] : [`${first.field}=${standing.map(({id}) => id).join("+")}=${shown}`];
}

/** One table for every case that waits for an answer from SSU or an FSU. */
export function routeTemplate(
  routes: readonly {readonly record: DecisionRecord; readonly title: string}[],
  facts: TemplateFacts,
): Template[] {
  if (routes.length === 0) return [];
  return [
    {
      name: "ruter",
      heading: [
        "Saker som ventar på svar frå SSU eller eit FSU",
        "ssu_svar er fsu (sendt vidare), tek (SSU tek saka), attende (LSU gjer det sjølv) eller nei. fsu_svar er gjer, attende eller nei.",
        "Datoar skriv de som 2026-03-31. Send fila tilbake med «avvik decide».",
        ...routes.map(({record, title}) => `${record.audience}_${record.id}: ${title}`),
      ],
      columns: routeColumns,
      rows: routes.map(({record}) => routeRow(record, facts)),
    },
  ];
}

function routeRow(record: DecisionRecord, facts: TemplateFacts): string[] {
  const about = `${record.audience}_${record.id}`;
  const {ssuAnswer, ssuDate, fsuAnswer, fsuDate, note} = record.answers;
  const shown = [ssuAnswer, ssuDate, fsuAnswer, fsuDate, note].map((value) => value ?? "");
  const key = routeFields.flatMap((field, index) =>
    field === "merknad" ? [] : token(facts.standing(record, `rute/${about}`, field), shown[index] ?? ""),
  );
  return [about, ...shown, ...tail(record, facts, key)];
}

export function isBefore(period: string, decided: string): boolean {
  return daysOf(period).after <= decided;
}
