-- One row per year, municipality and direction; rate is reports per 1 000 inhabitants with a 95 % interval.
with
teljing as (
  select kube.aar, kube.kommune, r.retning, sum(kube.n)::integer as n
  from measured.kube
  cross join unnest(['alle', kube.retning]) as r(retning)
  group by kube.aar, kube.kommune, r.retning
),
hf as (select aar, levering from measured.levering_per_part where part = 'hf'),
rute as (
  select omraade.aar, omraade.id as kommune, r.retning,
    coalesce(part.levering = 'manglar', false) as kommune_manglar,
    coalesce(hf.levering, 'manglar') = 'manglar' as hf_manglar
  from measured.omraade
  cross join unnest(['alle', 'K2H', 'H2K']) as r(retning)
  left join measured.levering_per_part as part on part.aar = omraade.aar and part.part = omraade.id
  left join hf on hf.aar = omraade.aar
  where omraade.type = 'kommune'
),
final as (
  select rute.aar, rute.kommune, rute.retning, folketal.folketal::integer as folketal,
    coalesce(teljing.n, 0)::integer as n,
    coalesce(teljing.n, 0) * 1000.0::double / folketal.folketal as rate,
    poisson_lower(coalesce(teljing.n, 0)) * 1000.0::double / folketal.folketal as nedre,
    poisson_upper(coalesce(teljing.n, 0)) * 1000.0::double / folketal.folketal as oevre,
    case
      when rute.retning <> 'H2K' and rute.kommune_manglar then 'manglar'
      when rute.retning <> 'K2H' and rute.hf_manglar then 'manglar'
      else 'kjend'
    end as tilstand
  from rute
  left join register.folketal on folketal.kommunenr = rute.kommune and folketal.aar = rute.aar
  left join teljing on teljing.aar = rute.aar and teljing.kommune = rute.kommune and teljing.retning = rute.retning
)
from final order by aar, kommune, retning
