-- One row per record: its values read as dates, codes and lookup keys; null where a value could not be read.
with
retta as (
  select * from deidentified.rad
  where not exists (select 1 from normalised.rad_retta where rad_retta.levering = rad.levering and rad_retta.rad = rad.rad)
  union all
  select * from normalised.rad_retta
),
levering as (
  select levering, avsendar, layout, row_number() over (order by levering)::integer as levering_nr,
    list_contains(string_split(felt, '|'), 'svart') as svar_foert,
    list_contains(string_split(felt, '|'), 'retning') as retning_foert
  from deidentified.levering
),
rad as (
  select rad.* exclude (linje, byte, beskriving, strakstiltak, forslag, datagrunnlag),
    levering.levering_nr, levering.avsendar, levering.layout, layout.kategori_skilje, layout.felles, levering.svar_foert, levering.retning_foert
  from retta as rad
  join levering on levering.levering = rad.levering
  join register.layout on layout.layout = levering.layout
),
tid as (
  select rad.*,
    hending.tid as hending_tid,
    registrert.tid as registrert_tid,
    sendt.tid as sendt_tid,
    motteken.tid as motteken_tid,
    svart.tid as svart_tid,
    lukka.tid as lukka_tid,
    coalesce(hending_tid, registrert_tid)::date as gjeld_dato,
    coalesce(coalesce(registrert_tid, hending_tid)::date, date '9999-12-31') as kode_dato,
    kommune_skriven.skrivemaate as kommune_skrivemaate,
    lower(trim(case when kategori_skilje is null then kategori else split_part(kategori, kategori_skilje, 1) end)) as kategori_skrivemaate
  from rad
  left join normalised.kommune_skriven on kommune_skriven.kommune = rad.kommune
  left join normalised.tidspunkt as hending on hending.layout = rad.layout and hending.verdi = rad.hendingsdato
  left join normalised.tidspunkt as registrert on registrert.layout = rad.layout and registrert.verdi = rad.registrert
  left join normalised.tidspunkt as sendt on sendt.layout = rad.layout and sendt.verdi = rad.sendt
  left join normalised.tidspunkt as motteken on motteken.layout = rad.layout and motteken.verdi = rad.motteken
  left join normalised.tidspunkt as svart on svart.layout = rad.layout and svart.verdi = rad.svart
  left join normalised.tidspunkt as lukka on lukka.layout = rad.layout and lukka.verdi = rad.lukka
),
kode as (
  select tid.*,
    coalesce(type_kode.kode, case when type is null then 'avvik' when type in ('avvik', 'forbetringsforslag', 'internt') then type end) as type_kode,
    meldar_kode.kode as meldar_kode,
    mottakar_kode.kode as mottakar_kode,
    coalesce(retning_kode.kode, case when retning in ('K2H', 'H2K') then retning end) as retning_kode,
    coalesce(status_kode.kode, case when status in ('open', 'svart', 'lukka', 'avvist') then status end) as status_kode
  from tid
  left join register.layout_kode as type_kode
    on type_kode.layout = tid.layout and type_kode.felt = 'type' and type_kode.original = lower(trim(tid.type))
    and tid.kode_dato between type_kode.gyldig_fra::date and type_kode.gyldig_til::date
  left join register.layout_kode as meldar_kode
    on meldar_kode.layout = tid.layout and meldar_kode.felt = 'meldar' and meldar_kode.original = lower(trim(tid.meldar))
    and tid.kode_dato between meldar_kode.gyldig_fra::date and meldar_kode.gyldig_til::date
  left join register.layout_kode as mottakar_kode
    on mottakar_kode.layout = tid.layout and mottakar_kode.felt = 'mottakar' and mottakar_kode.original = lower(trim(tid.mottakar))
    and tid.kode_dato between mottakar_kode.gyldig_fra::date and mottakar_kode.gyldig_til::date
  left join register.layout_kode as retning_kode
    on retning_kode.layout = tid.layout and retning_kode.felt = 'retning' and retning_kode.original = lower(trim(tid.retning))
    and tid.kode_dato between retning_kode.gyldig_fra::date and retning_kode.gyldig_til::date
  left join register.layout_kode as status_kode
    on status_kode.layout = tid.layout and status_kode.felt = 'status' and status_kode.original = lower(trim(tid.status))
    and tid.kode_dato between status_kode.gyldig_fra::date and status_kode.gyldig_til::date
),
part as (
  select *,
    coalesce(meldar_kode, case when lower(meldar) in ('kommune', 'hf') then lower(meldar) end) as meldar_part,
    coalesce(mottakar_kode, case when lower(mottakar) in ('kommune', 'hf') then lower(mottakar) end) as mottakar_part,
    coalesce(
      retning_kode,
      case when felles and retning_foert then null when meldar_part = 'kommune' and mottakar_part = 'hf' then 'K2H' when meldar_part = 'hf' and mottakar_part = 'kommune' then 'H2K' end
    ) as retning_lesen
  from kode
),
final as (
  select part.* exclude (
      layout, kategori_skilje, retning_foert, kode_dato, meldar_kode, mottakar_kode, retning_kode, meldar_part, mottakar_part, type, meldar,
      mottakar, sjukehus, eining, fagomraade, pasientgruppe, hendingsdato, registrert, sendt, motteken, svart, lukka
    ),
    part.registrert is not null as har_registrert,
    part.meldar_part = part.mottakar_part as er_same_part,
    (part.hendingsdato is not null and part.hending_tid is null) or (part.registrert is not null and part.registrert_tid is null)
      or (part.sendt is not null and part.sendt_tid is null) or (part.motteken is not null and part.motteken_tid is null)
      or (part.svart is not null and part.svart_tid is null) or (part.lukka is not null and part.lukka_tid is null)
      or (part.felles and contains(concat(part.hendingsdato, part.registrert, part.sendt, part.motteken, part.svart, part.lukka), '/'))
      as er_dato_uviss,
    kommune_oppslag.kommunenr,
    lsu_medlem.lsu,
    case when part.kategori_skrivemaate is null or part.kategori_skrivemaate = '' then 'UKJ' else kategori_oppslag.kategori end as kategori_kode,
    coalesce(fagomraade.kode, kategori_oppslag.fagomraade, 'UKJ') as fagomraade_kode,
    case when part.alvor is null then 'ukjend' else alvor_oppslag.alvor end as alvor_kode,
    coalesce(pasientgruppe_oppslag.kode, 'ingen') as pasientgruppe_kode
  from part
  left join normalised.kommune_oppslag
    on kommune_oppslag.skrivemaate = part.kommune_skrivemaate
    and part.gjeld_dato between kommune_oppslag.gyldig_fra and kommune_oppslag.gyldig_til
  left join register.lsu_medlem
    on lsu_medlem.kommunenr = kommune_oppslag.kommunenr
    and part.gjeld_dato between lsu_medlem.gyldig_fra::date and coalesce(lsu_medlem.gyldig_til::date, date '9999-12-31')
  left join normalised.kategori_oppslag
    on kategori_oppslag.avsendar = part.avsendar
    and kategori_oppslag.skrivemaate = part.kategori_skrivemaate
    and coalesce(part.registrert_tid, part.hending_tid)::date between kategori_oppslag.gyldig_fra and kategori_oppslag.gyldig_til
  left join register.kategori as fagomraade
    on fagomraade.akse = 'fagomraade' and lower(trim(part.fagomraade)) in (lower(fagomraade.kode), lower(fagomraade.nn), lower(fagomraade.nb))
  left join normalised.alvor_oppslag
    on alvor_oppslag.avsendar = part.avsendar
    and alvor_oppslag.skrivemaate = lower(trim(part.alvor))
    and coalesce(part.registrert_tid, part.hending_tid)::date between alvor_oppslag.gyldig_fra and alvor_oppslag.gyldig_til
  left join normalised.pasientgruppe_oppslag on pasientgruppe_oppslag.skrivemaate = lower(trim(part.pasientgruppe))
)
from final order by levering_nr, rad
