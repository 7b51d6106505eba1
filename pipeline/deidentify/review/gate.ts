import {DeliveryError} from "../../contract/delivery-error.ts";
import type {Database} from "../../duckdb/open.ts";
import {readRows} from "../../duckdb/rows.ts";
import type {DecisionRegister} from "./decisions.ts";
import {type ProseField, proseFields, withoutCuts} from "./texts.ts";

/** One text of the warehouse: the delivery, the row in it and the field. */
export interface TextPlace {
  readonly levering: string;
  readonly row: number;
  readonly field: ProseField;
}

interface StoredText {
  readonly fil: string;
  readonly tekst: string | null;
  readonly ventar: boolean;
}

/**
 * The only way a text of a report may leave the warehouse: every text asked for, as a person has let it go, in the order
 * asked for. Throws a DeliveryError that tells of each one that nobody has decided on, that was turned down or that is
 * not there; then none of them goes.
 */
export async function textsToExport(
  database: Database,
  register: DecisionRegister,
  places: readonly TextPlace[],
): Promise<string[]> {
  const looked = [];
  for (const place of places) looked.push(await look(database, register, place));
  const faults = looked.flatMap((one) => ("fault" in one ? [one.fault] : []));
  if (faults.length > 0) throw new DeliveryError(faults);
  return looked.map((one) => ("text" in one ? one.text : ""));
}

async function look(
  database: Database,
  register: DecisionRegister,
  {levering, row, field}: TextPlace,
): Promise<{readonly text: string} | {readonly fault: string}> {
  const column = proseFields.find((known) => known === field);
  if (column === undefined) throw new Error(`not a text: ${field}`);
  const [stored] = await readRows<StoredText>(
    database,
    `select fil, rad.${column} as tekst, exists (
       from deidentified.vurdering as v
       where v.levering = rad.levering and v.rad = rad.rad and felt = '${column}' and not stroke
     ) as ventar
     from deidentified.rad join deidentified.levering using (levering) where levering = $1 and rad = $2`,
    [levering, row],
  );
  const where = `${stored?.fil ?? levering}, rad ${row}, ${field}`;
  if (stored === undefined || stored.tekst === null) return {fault: `${where}: her er ingen tekst.`};
  const decision = register.decisions.get(register.keyOf(stored.tekst));
  if (decision?.verdict === "reject")
    return {fault: `${where}: teksten er avvist i gjennomgangen og kan ikkje brukast.`};
  if (decision !== undefined) return {text: withoutCuts(stored.tekst, decision.cuts)};
  return stored.ventar
    ? {fault: `${where}: teksten ventar på gjennomgang. Køyr «avvik review» og avgjer han først.`}
    : {text: stored.tekst};
}
