-- One row per record and reason it cannot be counted as it stands; `naermast` is the nearest known code where there is one.
with
i_dag as (select max(i_dag)::date as i_dag from deidentified.koeyring),
mistenkt as (
  select rad_lesen.*,
    case when rad_retta.rad is null then rad.hendingsdato else rad_retta.hendingsdato end as hendingsdato,
    case when rad_retta.rad is null then rad.registrert else rad_retta.registrert end as registrert,
    case when rad_retta.rad is null then rad.sendt else rad_retta.sendt end as sendt,
    case when rad_retta.rad is null then rad.motteken else rad_retta.motteken end as motteken,
    case when rad_retta.rad is null then rad.svart else rad_retta.svart end as svart,
    case when rad_retta.rad is null then rad.lukka else rad_retta.lukka end as lukka
  from normalised.rad_lesen
  join deidentified.rad on rad.levering = rad_lesen.levering and rad.rad = rad_lesen.rad
  left join normalised.rad_retta on rad_retta.levering = rad_lesen.levering and rad_retta.rad = rad_lesen.rad, i_dag
  where rad_lesen.er_dato_uviss
    or greatest(hending_tid, registrert_tid, sendt_tid, motteken_tid, svart_tid, lukka_tid)::date > i_dag
    or least(hending_tid, registrert_tid, sendt_tid, motteken_tid, svart_tid, lukka_tid) < timestamp '2010-01-01'
),
dato as (
  unpivot (
    select levering, rad,
      coalesce(hendingsdato, '') as hendingsdato, coalesce(registrert, '') as registrert, coalesce(sendt, '') as sendt,
      coalesce(motteken, '') as motteken, coalesce(svart, '') as svart, coalesce(lukka, '') as lukka
    from mistenkt
  ) on hendingsdato, registrert, sendt, motteken, svart, lukka into name kolonne value tekst
),
tid as (
  unpivot (
    select levering, rad, hending_tid as hendingsdato, registrert_tid as registrert, sendt_tid as sendt,
      motteken_tid as motteken, svart_tid as svart, lukka_tid as lukka
    from mistenkt
  ) on hendingsdato, registrert, sendt, motteken, svart, lukka into name kolonne value tid
),
gjenteken as (
  select levering, saksnr from normalised.rad_lesen where saksnr is not null group by levering, saksnr having count(*) > 1
),
skriven as (
  select * from deidentified.rad
  where not exists (select 1 from normalised.rad_retta where rad_retta.levering = rad.levering and rad_retta.rad = rad.rad)
  union all
  select * from normalised.rad_retta
),
innhald as (
  select skriven.levering, skriven.rad, skriven.saksnr,
    md5(
      [
        motpart_saksnr, type, meldar, mottakar, retning, kommune, sjukehus, eining, kategori, fagomraade, pasientgruppe, alvor, status,
        hendingsdato, registrert, sendt, motteken, svart, lukka, beskriving, strakstiltak, forslag
      ]::varchar
    ) as avtrykk
  from skriven
  join gjenteken on gjenteken.levering = skriven.levering and gjenteken.saksnr = skriven.saksnr
),
grunn as (
  select levering, rad, 'saksnr' as kolonne, 'missing_required' as grunn, null as naermast from normalised.rad_lesen where saksnr is null
  union all
  select levering, rad, 'registrert', 'missing_required', null from normalised.rad_lesen where not har_registrert
  union all
  select levering, rad, 'kommune', 'missing_required', null from normalised.rad_lesen where kommune is null
  union all
  select levering, rad, 'saksnr', 'bad_id', null from normalised.rad_lesen where regexp_matches(saksnr, '^[0-9]([.,][0-9]+)?[Ee]\+?[0-9]+$|^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:]+)?$|^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$|^([0-9]{1,2}\.)?(jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)(\.[0-9]{2,4})?$')
  union all
  select dato.levering, dato.rad, dato.kolonne,
    case when regexp_matches(trim(dato.tekst), '^[0-9]{1,2}[./ -][0-9]{1,2}[./ -][0-9]{2}( .*)?$|^[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}( .*)?$') then 'ambiguous_date' else 'bad_date' end,
    null
  from dato left join tid on tid.levering = dato.levering and tid.rad = dato.rad and tid.kolonne = dato.kolonne
  where dato.tekst <> '' and tid.tid is null
  union all
  select dato.levering, dato.rad, dato.kolonne, 'ambiguous_date', null
  from dato join mistenkt on mistenkt.levering = dato.levering and mistenkt.rad = dato.rad
  where mistenkt.felles and regexp_matches(trim(dato.tekst), '^0?[1-9]/|^1[0-2]/')
    and regexp_matches(trim(dato.tekst), '^[0-9]{1,2}/(0?[1-9]|1[0-2])/[0-9]{4}')
    and split_part(trim(dato.tekst), '/', 1)::integer <> split_part(trim(dato.tekst), '/', 2)::integer
  union all
  select levering, rad, kolonne, 'future_date', null from tid, i_dag where tid::date > i_dag
  union all
  select levering, rad, kolonne, 'implausible_date', null from tid where tid < timestamp '2010-01-01'
  union all
  select levering, rad, 'registrert', 'date_order', null from normalised.rad_lesen where registrert_tid::date < hending_tid::date
  union all
  select levering, rad, 'lukka', 'date_order', null from normalised.rad_lesen where lukka_tid::date < registrert_tid::date
  union all
  select levering, rad, 'svart', 'date_order', null from normalised.rad_lesen where svart_tid::date < sendt_tid::date
  union all
  select levering, rad, 'kommune',
    case when kommune_skrivemaate in (select skrivemaate from normalised.kommune_oppslag) then 'invalid_municipality_for_date' else 'unknown_municipality' end,
    (
      select arg_max(kommune.namn || ' (' || kommune.kommunenr || ')', jaro_winkler_similarity(oppslag.skrivemaate, kommune_skrivemaate))
      from normalised.kommune_oppslag as oppslag
      join register.kommune on kommune.kommunenr = oppslag.kommunenr
      where gjeld_dato between oppslag.gyldig_fra and oppslag.gyldig_til
        and jaro_winkler_similarity(oppslag.skrivemaate, kommune_skrivemaate) > 0.8 and not regexp_matches(kommune_skrivemaate, '^[0-9]')
    )
  from normalised.rad_lesen, i_dag
  where kommune is not null and kommunenr is null and gjeld_dato between date '2010-01-01' and i_dag.i_dag
  union all
  select levering, rad, 'kommune', 'unknown_municipality', null from normalised.rad_lesen where kommunenr is not null and lsu is null
  union all
  select levering, rad, 'kategori', 'unknown_category',
    (
      select arg_max(original, jaro_winkler_similarity(skrivemaate, kategori_skrivemaate))
      from normalised.kategori_oppslag
      where kategori_oppslag.avsendar = rad_lesen.avsendar and jaro_winkler_similarity(skrivemaate, kategori_skrivemaate) > 0.8
    )
  from normalised.rad_lesen, i_dag
  where kategori_kode is null
    and (
      coalesce(registrert_tid, hending_tid) between date '2010-01-01' and i_dag.i_dag
      or not exists (select 1 from normalised.kategori_oppslag as k where k.avsendar = rad_lesen.avsendar and k.skrivemaate = kategori_skrivemaate)
    )
  union all
  select levering, rad, 'alvor', 'unknown_severity', null from normalised.rad_lesen, i_dag
  where alvor_kode is null
    and (
      coalesce(registrert_tid, hending_tid) between date '2010-01-01' and i_dag.i_dag
      or not exists (
        select 1 from normalised.alvor_oppslag as a
        where a.avsendar = rad_lesen.avsendar and a.skrivemaate = lower(trim(rad_lesen.alvor))
      )
    )
  union all
  select levering, rad, 'status', 'unknown_status', null from normalised.rad_lesen where status is not null and status_kode is null
  union all
  select levering, rad, 'retning', case when felles and retning is null then 'missing_required' else 'unknown_direction' end, null from normalised.rad_lesen
  where retning_lesen is null and not coalesce(er_same_part, false)
  union all
  select levering, rad, 'type', 'unknown_status', null from normalised.rad_lesen where type_kode is null
  union all
  select seinare.levering, seinare.rad, 'saksnr', 'duplicate_id', null
  from innhald as seinare
  join innhald as foerste on foerste.levering = seinare.levering and foerste.saksnr = seinare.saksnr and foerste.rad < seinare.rad
  where foerste.avtrykk <> seinare.avtrykk
),
final as (select distinct * from grunn)
from final order by all
