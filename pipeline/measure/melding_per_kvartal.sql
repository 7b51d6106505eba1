-- One row per year, quarter, area, category and direction; direction is split only for all categories together.
with
teljing as (
  select kube.aar, kube.kvartal, o.omraade, k.kategori, r.retning, sum(kube.n)::integer as n
  from measured.kube
  cross join unnest(['fylke', kube.lsu]) as o(omraade)
  cross join unnest(['alle', kube.kategori]) as k(kategori)
  cross join unnest(['alle', kube.retning]) as r(retning)
  group by kube.aar, kube.kvartal, o.omraade, k.kategori, r.retning
),
rute as (
  select omraade.aar, q.kvartal::smallint as kvartal, omraade.id as omraade, k.kategori, r.retning
  from measured.omraade
  cross join unnest([1, 2, 3, 4]) as q(kvartal)
  cross join (select kode as kategori from measured.kategori where akse = 'feiltype' union all select 'alle') as k
  cross join unnest(['alle', 'K2H', 'H2K']) as r(retning)
  where omraade.type in ('fylke', 'lsu') and (r.retning = 'alle' or k.kategori = 'alle')
),
final as (
  select rute.aar, rute.kvartal, rute.omraade, rute.kategori, rute.retning, coalesce(teljing.n, 0)::integer as n,
    case when make_date(rute.aar, rute.kvartal * 3 - 2, 1) > (select dato from measured.uttrekk) then 'ikkje_aktuell' else 'kjend' end as tilstand
  from rute
  left join teljing
    on teljing.aar = rute.aar and teljing.kvartal = rute.kvartal and teljing.omraade = rute.omraade
    and teljing.kategori = rute.kategori and teljing.retning = rute.retning
)
from final order by aar, kvartal, omraade, kategori, retning
