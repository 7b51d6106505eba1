-- One row per year, municipality, LSU and direction, for municipalities whose reports of a year lie under more than one LSU.
with
teljing as (
  select kube.aar, kube.kommune, kube.lsu, r.retning, sum(kube.n)::integer as n
  from measured.kube
  cross join unnest(['alle', kube.retning]) as r(retning)
  group by kube.aar, kube.kommune, kube.lsu, r.retning
),
rute as (
  select distinct omraade.aar, omraade.id as kommune, kube.lsu, r.retning
  from measured.omraade
  join measured.kube on kube.aar = omraade.aar and kube.kommune = omraade.id
  cross join unnest(['alle', 'K2H', 'H2K']) as r(retning)
  where omraade.delt
),
final as (
  select rute.aar, rute.kommune, rute.lsu, rute.retning, coalesce(teljing.n, 0)::integer as n
  from rute
  left join teljing
    on teljing.aar = rute.aar and teljing.kommune = rute.kommune and teljing.lsu = rute.lsu and teljing.retning = rute.retning
)
from final order by aar, kommune, lsu, retning
