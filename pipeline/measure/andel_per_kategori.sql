-- One row per LSU, category and measure in the report year: of the reports, those moderate or worse, and those of each patient group.
with
i_aar as (select max(aar)::smallint as aar from measured.aar),
grense as (
  -- In fewer reports than this a hidden part could be placed too closely, and the whole would have to be hidden with it.
  select 4 * max(terskel) as minst from measured.terskel
),
gruppe as (
  select kode from register.pasientgruppe, (select max(i_dag) as i_dag from deidentified.koeyring)
  where gyldig_fra <= i_dag group by kode
  union all
  select 'ingen'
),
teljing as (
  select lsu as omraade, kategori, pasientgruppe, sum(n)::integer as n, sum(alvorleg)::integer as alvorleg, sum(med_alvor)::integer as med_alvor
  from measured.kube join i_aar on kube.aar = i_aar.aar
  group by lsu, kategori, pasientgruppe
),
rute as (
  select omraade.aar, omraade.id as omraade, kategori.kode as kategori
  from measured.omraade join i_aar on i_aar.aar = omraade.aar
  cross join measured.kategori
  where omraade.type = 'lsu' and kategori.akse = 'feiltype' and kategori.kode not in ('ANN', 'UKJ')
),
heil as (
  select rute.aar, rute.omraade, rute.kategori, coalesce(sum(n), 0)::integer as n,
    coalesce(sum(alvorleg), 0)::integer as alvorleg, coalesce(sum(med_alvor), 0)::integer as med_alvor,
    coalesce(sum(n) filter (pasientgruppe <> 'ingen'), 0)::integer as med_gruppe
  from rute left join teljing on teljing.omraade = rute.omraade and teljing.kategori = rute.kategori
  group by rute.aar, rute.omraade, rute.kategori
),
final as (
  select aar, omraade, kategori, 'alvorleg' as maal, alvorleg as teljar, n as nemnar,
    case when n < minst or med_alvor = 0 then 'ikkje_aktuell' else 'kjend' end as tilstand
  from heil cross join grense
  union all
  select heil.aar, heil.omraade, heil.kategori, 'gruppe_' || gruppe.kode, coalesce(teljing.n, 0)::integer, heil.n,
    case when heil.n < minst or (med_gruppe = 0 and gruppe.kode <> 'ingen') then 'ikkje_aktuell' else 'kjend' end
  from heil cross join grense cross join gruppe
  left join teljing on teljing.omraade = heil.omraade and teljing.kategori = heil.kategori and teljing.pasientgruppe = gruppe.kode
)
from final order by aar, omraade, kategori, maal
