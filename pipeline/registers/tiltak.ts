import {DeliveryError} from "../contract/delivery-error.ts";
import type {Bilingual} from "../contract/edition.ts";
import {type Tiltak, type Verdict, verdicts} from "../contract/loop.ts";
import {type TiltakStatus, tiltakStatuses} from "../contract/meeting-fields.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows} from "../duckdb/rows.ts";

type TiltakRow = Readonly<Record<string, string | null>>;

/** The tiltak of the register as they hold on the day of the run. Throws a DeliveryError with every row that has an unknown word. */
export async function readTiltak(database: Database): Promise<Tiltak[]> {
  const rows = await readRows<TiltakRow>(
    database,
    `select tiltak.*, utval.nn as utval_nn, utval.nb as utval_nb from register.tiltak
     left join measured.utval_gjeldande as utval on utval.id = tiltak.utval
     where gyldig_fra <= (select max(i_dag) from deidentified.koeyring)
     qualify row_number() over (partition by tiltak.id order by gyldig_fra desc) = 1
     order by tiltak.id`,
  );
  const faults = rows.flatMap(rowFaults);
  if (faults.length > 0) throw new DeliveryError(faults);
  return rows.map(tiltakOf);
}

function rowFaults({id, status, effekt, utval_nn}: TiltakRow): string[] {
  const at = `Registeret tiltak.csv, tiltak ${id}`;
  return [
    ...(statusOf(status) === undefined ? [`${at}: status skal vere ${tiltakStatuses.join(", ")}.`] : []),
    ...(effekt && verdictOf(effekt) === undefined ? [`${at}: effekt skal vere tom eller ${verdicts.join(", ")}.`] : []),
    ...(utval_nn ? [] : [`${at}: utvalet finst ikkje i utval.csv.`]),
  ];
}

const statusOf = (text: string | null | undefined): TiltakStatus | undefined =>
  tiltakStatuses.find((status) => status === text);
const verdictOf = (text: string | null | undefined): Verdict | undefined =>
  verdicts.find((verdict) => verdict === text);

function tiltakOf(row: TiltakRow): Tiltak {
  const both = (name: string): Bilingual | null => {
    const [nn, nb] = name === "" ? [row.nn, row.nb] : [row[`${name}_nn`], row[`${name}_nb`]];
    return nn && nb ? {nn, nb} : null;
  };
  const none = {nn: "", nb: ""};
  return {
    id: row.id ?? "",
    utval: row.utval ?? "",
    utvalName: both("utval") ?? none,
    maal: both("maal") ?? none,
    delmaal: both("delmaal"),
    tiltak: both("") ?? none,
    eigarKommune: row.eigar_kommune ?? "",
    eigarSjukehus: row.eigar_sjukehus ?? "",
    indikator: both("indikator"),
    spaadom: both("spaadom"),
    fra: row.fraa ?? "",
    til: row.til ?? null,
    status: statusOf(row.status) ?? "ukjend",
    effekt: verdictOf(row.effekt) ?? null,
    kategoriar: (row.kategori ?? "").split(" ").filter(Boolean),
    antatt: row.kategori_sikkerheit === "antatt",
  };
}
