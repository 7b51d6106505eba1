-- One row per year, area and field of service.
with
teljing as (
  select kube.aar, o.omraade, f.fagomraade, sum(kube.n)::integer as n
  from measured.kube
  cross join unnest(['fylke', kube.lsu]) as o(omraade)
  cross join unnest(['alle', kube.fagomraade]) as f(fagomraade)
  group by kube.aar, o.omraade, f.fagomraade
),
rute as (
  select omraade.aar, omraade.id as omraade, f.fagomraade
  from measured.omraade
  cross join (select kode as fagomraade from measured.kategori where akse = 'fagomraade' union all select 'alle') as f
  where omraade.type in ('fylke', 'lsu')
),
final as (
  select rute.aar, rute.omraade, rute.fagomraade, coalesce(teljing.n, 0)::integer as n, 'kjend' as tilstand
  from rute
  left join teljing on teljing.aar = rute.aar and teljing.omraade = rute.omraade and teljing.fagomraade = rute.fagomraade
)
from final order by aar, omraade, fagomraade
