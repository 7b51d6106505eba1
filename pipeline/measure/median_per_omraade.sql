-- One row per year, area and measure; median in whole days.
with
dagar as (
  select aar, lsu, 'dagar_til_melding' as maal, datediff('day', hendingsdato, registrert) as dagar
  from linked.melding where type = 'avvik' and hendingsdato is not null
  union all
  select aar, lsu, 'dagar_til_svar', datediff('day', coalesce(sendt, registrert), svart)
  from linked.melding where type = 'avvik' and svart is not null and svar_foert
),
samla as (
  select dagar.aar, o.omraade, dagar.maal, count(*)::integer as n, round(median(dagar.dagar))::integer as median
  from dagar cross join unnest(['fylke', dagar.lsu]) as o(omraade)
  group by dagar.aar, o.omraade, dagar.maal
),
final as (
  select omraade.aar, omraade.id as omraade, m.maal, coalesce(samla.n, 0)::integer as n, samla.median,
    case when samla.n is null then 'ikkje_aktuell' else 'kjend' end as tilstand
  from measured.omraade
  cross join unnest(['dagar_til_melding', 'dagar_til_svar']) as m(maal)
  left join samla on samla.aar = omraade.aar and samla.omraade = omraade.id and samla.maal = m.maal
  where omraade.type in ('fylke', 'lsu')
)
from final order by aar, omraade, maal
