import type {Field} from "./contract/delivery.ts";
import type {ReasonKind} from "./contract/reasons.ts";
import type {Database} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";

/** One who sends: a sender with a layout of its own, or one file that is read by the shared layout. */
interface Source {
  readonly kjelde: string;
  readonly nn: string;
  readonly nb: string;
}

export interface SourceFacts extends Source {
  readonly files: readonly QcFile[];
  readonly counts: readonly QcCount[];
  readonly filled: readonly QcFilled[];
  readonly lags: readonly QcLag[];
  readonly words: readonly QcWord[];
  readonly waiting: readonly QcWaiting[];
}

interface QcFile {
  readonly fil: string;
  readonly received: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly duplicates: number;
  readonly skipped: number;
}

interface QcCount {
  readonly slag: "retning" | "kategori" | "kommune";
  readonly nn: string;
  readonly nb: string;
  readonly foer: number;
  readonly aar: number;
}

interface QcFilled {
  readonly felt: Field;
  readonly fylte: number;
  readonly alle: number;
}

interface QcLag {
  readonly steg: "registrert" | "svart";
  readonly n: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** A word no register knows; it is not to be shown unless it names nobody. */
export interface QcWord {
  readonly felt: "kommune" | "kategori" | "alvor" | "status";
  readonly ord: string;
  readonly rader: number;
  readonly naermast: string | null;
}

interface QcWaiting {
  readonly fil: string;
  readonly rad: number;
  readonly kolonne: string | null;
  readonly grunn: ReasonKind;
}

const SOURCES = `create or replace temp table kjelde as
  select levering.levering, levering.fil, levering.felt,
    case when layout.felles then 'felles-' || left(levering.levering, 8) else levering.avsendar end as kjelde,
    case when layout.felles then levering.fil else coalesce(avsendar.nn, levering.avsendar) end as nn,
    case when layout.felles then levering.fil else coalesce(avsendar.nb, levering.avsendar) end as nb
  from deidentified.levering
  join register.layout on layout.layout = levering.layout
  left join register.avsendar on avsendar.id = levering.avsendar`;

/** What each source is to know of its own deliveries; nothing of another's, and nothing that names a person. */
export async function readSourceFacts(database: Database, year: number): Promise<SourceFacts[]> {
  await database.run(SOURCES);
  const sources = await readRows<Source>(
    database,
    "select kjelde, min(nn) as nn, min(nb) as nb from kjelde group by kjelde order by kjelde",
  );
  const facts: SourceFacts[] = [];
  for (const source of sources) {
    const ask = <R>(sql: string): Promise<R[]> =>
      readRows<R>(database, sql, sql.includes("$2") ? [source.kjelde, year] : [source.kjelde]);
    facts.push({
      ...source,
      files: await ask<QcFile>(FILES),
      counts: await ask<QcCount>(COUNTS),
      filled: await ask<QcFilled>(FILLED),
      lags: await ask<QcLag>(LAGS),
      words: await ask<QcWord>(WORDS),
      waiting: await ask<QcWaiting>(WAITING),
    });
  }
  return facts;
}

const FILES = `select rekneskap.fil, received, accepted, quarantined, duplicates, skipped
  from normalised.rekneskap_per_levering as rekneskap join kjelde on kjelde.levering = rekneskap.levering
  where kjelde.kjelde = $1 order by rekneskap.fil, rekneskap.levering`;

const COUNTS = `with melding as (
    select melding.* from normalised.melding join kjelde on kjelde.levering = melding.levering
    where kjelde.kjelde = $1 and melding.aar between $2::integer - 1 and $2::integer
  ),
  linje as (
    select 1 as nr, 'retning' as slag, retning as nn, retning as nb, aar from melding
    union all
    select 2, 'kategori', coalesce(kategori.nn, melding.kategori), coalesce(kategori.nb, melding.kategori), aar
    from melding left join register.kategori on kategori.kode = melding.kategori and kategori.akse = 'feiltype'
    union all
    select 3, 'kommune', coalesce(kommune.namn, melding.kommune), coalesce(kommune.namn, melding.kommune), aar
    from melding left join register.kommune on kommune.kommunenr = melding.kommune
  )
  select slag, nn, nb, count(*) filter (aar = $2::integer - 1)::integer as foer, count(*) filter (aar = $2::integer)::integer as aar
  from linje group by nr, slag, nn, nb order by nr, nn`;

const TELLING = [
  "kommune",
  "kategori",
  "fagomraade",
  "alvor",
  "status",
  "hendingsdato",
  "sendt",
  "motteken",
  "svart",
  "lukka",
  "eining",
];

const FILLED = `with skriven as (
    select * from deidentified.rad
    where not exists (select 1 from normalised.rad_retta where rad_retta.levering = rad.levering and rad_retta.rad = rad.rad)
    union all
    select * from normalised.rad_retta
  ),
  rad as (
    select skriven.*, kjelde.felt as har from skriven join kjelde on kjelde.levering = skriven.levering
    join normalised.rad_lesen as lesen on lesen.levering = skriven.levering and lesen.rad = skriven.rad
    join normalised.rad_utfall as utfall on utfall.levering = skriven.levering and utfall.rad = skriven.rad and utfall.utfall in ('accepted', 'quarantined')
    where kjelde.kjelde = $1 and year(lesen.registrert_tid) = $2::integer
  ),
  felt as (
    ${TELLING.map((felt, at) => `select ${at} as nr, '${felt}' as felt, coalesce(trim(${felt}), '') <> '' as er_fylt from rad where list_contains(string_split(har, '|'), '${felt}')`).join(" union all ")}
  )
  select felt, count(*) filter (er_fylt)::integer as fylte, count(*)::integer as alle from felt group by nr, felt order by nr`;

const LAGS = `with melding as (
    select melding.* from normalised.melding join kjelde on kjelde.levering = melding.levering
    where kjelde.kjelde = $1 and melding.aar = $2::integer
  ),
  dagar as (
    select 1 as nr, 'registrert' as steg, registrert - hendingsdato as dagar from melding where hendingsdato is not null
    union all
    select 2, 'svart', svart - sendt from melding where sendt is not null and svart is not null
  )
  select steg, count(*)::integer as n, quantile_disc(dagar, 0.5)::integer as median, quantile_disc(dagar, 0.9)::integer as p90
  from dagar group by nr, steg order by nr`;

const WORDS = `with grunn as (
    select grunn.levering, grunn.rad, grunn.kolonne, grunn.naermast from normalised.rad_grunn as grunn
    where grunn.grunn in ('unknown_municipality', 'unknown_category', 'unknown_severity', 'unknown_status')
      and grunn.kolonne in ('kommune', 'kategori', 'alvor', 'status')
  )
  select grunn.kolonne as felt,
    case grunn.kolonne when 'kommune' then rad.kommune when 'kategori' then rad.kategori when 'alvor' then rad.alvor else rad.status end as ord,
    count(*)::integer as rader, min(grunn.naermast) as naermast
  from grunn
  join normalised.rad_lesen as rad on rad.levering = grunn.levering and rad.rad = grunn.rad
  join kjelde on kjelde.levering = grunn.levering
  where kjelde.kjelde = $1
  group by 1, 2 having ord is not null order by 1, 3 desc, 2 limit 200`;

const WAITING = `select ventar.fil, ventar.rad, coalesce(overskrift.overskrift, ventar.kolonne) as kolonne, ventar.grunn
  from normalised.ventar join kjelde on kjelde.levering = ventar.levering
  left join deidentified.overskrift on overskrift.levering = ventar.levering and overskrift.felt = ventar.kolonne
  where kjelde.kjelde = $1 order by ventar.fil, ventar.rad, kolonne, ventar.grunn limit 5000`;
