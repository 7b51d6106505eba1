import type {Field} from "../../contract/delivery.ts";
import type {Database} from "../../duckdb/open.ts";
import {readRows} from "../../duckdb/rows.ts";
import {mask} from "../mask.ts";
import type {OpenReason} from "../row.ts";
import type {Cut, DecisionRegister, Verdict} from "./decisions.ts";

/** The fields that hold running text; the only ones a person can be asked about. */
export const proseFields = ["eining", "beskriving", "strakstiltak", "forslag"] as const satisfies readonly Field[];
export type ProseField = (typeof proseFields)[number];

/** A text a person must look at, once however many rows hold it. `place` is one of them, for finding it again. */
export interface FlaggedText {
  readonly key: string;
  readonly text: string;
  readonly marks: readonly {readonly start: number; readonly end: number; readonly reason: OpenReason}[];
  readonly verdict: Verdict | null;
  readonly rows: number;
}

interface StoredMark {
  readonly tekst: string;
  readonly grunn: OpenReason;
  readonly start: number;
  readonly slutt: number;
  readonly rader: number;
}

const asColumn = (field: ProseField): string => `when '${field}' then rad.${field}`;
const MARKED = `
  select case vurdering.felt ${proseFields.map(asColumn).join(" ")} end as tekst, grunn, start, slutt,
    count(distinct (levering, rad.rad))::integer as rader
  from deidentified.vurdering join deidentified.rad using (levering, rad)
  where not stroke
  group by all order by tekst, start, slutt, grunn`;

/** Every flagged text of the warehouse with what has been decided, the undecided first. */
export async function readFlagged(database: Database, register: DecisionRegister): Promise<FlaggedText[]> {
  const byText = new Map<string, StoredMark[]>();
  for (const mark of await readRows<StoredMark>(database, MARKED)) {
    byText.set(mark.tekst, [...(byText.get(mark.tekst) ?? []), mark]);
  }
  const texts = [...byText].map(([text, marks]) => {
    const key = register.keyOf(text);
    const verdict = register.decisions.get(key)?.verdict ?? null;
    const rows = Math.max(...marks.map(({rader}) => rader));
    return {
      key,
      text,
      marks: marks.map(({start, slutt, grunn}) => ({start, end: slutt, reason: grunn})),
      verdict,
      rows,
    };
  });
  return texts.sort((a, b) => Number(a.verdict !== null) - Number(b.verdict !== null));
}

/** A text without what a person has struck out. */
export function withoutCuts(text: string, cuts: readonly Cut[]): string {
  return mask(
    text,
    cuts.map(([start, end]) => ({start, end, type: "PERSON"})),
  ).text;
}
