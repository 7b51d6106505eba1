-- One row per year, area, category and direction.
with
teljing as (
  select kube.aar, o.omraade, k.kategori, r.retning, sum(kube.n)::integer as n
  from measured.kube
  cross join unnest(['fylke', kube.lsu]) as o(omraade)
  cross join unnest(['alle', kube.kategori]) as k(kategori)
  cross join unnest(['alle', kube.retning]) as r(retning)
  group by kube.aar, o.omraade, k.kategori, r.retning
),
rute as (
  select omraade.aar, omraade.id as omraade, k.kategori, r.retning
  from measured.omraade
  cross join (select kode as kategori from measured.kategori where akse = 'feiltype' union all select 'alle') as k
  cross join unnest(['alle', 'K2H', 'H2K']) as r(retning)
  where omraade.type in ('fylke', 'lsu')
),
final as (
  select rute.aar, rute.omraade, rute.kategori, rute.retning,
    coalesce(teljing.n, 0)::integer as n,
    poisson_lower(coalesce(teljing.n, 0)) as nedre,
    poisson_upper(coalesce(teljing.n, 0)) as oevre,
    'kjend' as tilstand
  from rute
  left join teljing
    on teljing.aar = rute.aar and teljing.omraade = rute.omraade and teljing.kategori = rute.kategori and teljing.retning = rute.retning
)
from final order by aar, omraade, kategori, retning
