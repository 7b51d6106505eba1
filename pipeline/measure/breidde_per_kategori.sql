-- One row per LSU and category in the report year: how many municipalities the reports are about.
with
i_aar as (select max(aar)::smallint as aar from measured.aar),
grense as (select max(terskel) as terskel from measured.terskel),
teljing as (
  select lsu as omraade, kategori, sum(n)::integer as n, count(distinct kommune)::smallint as kommunar
  from measured.kube join i_aar on kube.aar = i_aar.aar
  group by lsu, kategori
),
final as (
  select omraade.aar, omraade.id as omraade, kategori.kode as kategori, coalesce(n, 0)::integer as n, coalesce(kommunar, 0)::smallint as kommunar,
    -- With hardly more reports than municipalities the breadth would tell that each of them has one.
    case when coalesce(n, 0) < coalesce(kommunar, 0) + grense.terskel then 'ikkje_aktuell' else 'kjend' end as tilstand
  from measured.omraade join i_aar on i_aar.aar = omraade.aar
  cross join measured.kategori cross join grense
  left join teljing on teljing.omraade = omraade.id and teljing.kategori = kategori.kode
  where omraade.type = 'lsu' and kategori.akse = 'feiltype' and kategori.kode not in ('ANN', 'UKJ')
)
from final order by aar, omraade, kategori
