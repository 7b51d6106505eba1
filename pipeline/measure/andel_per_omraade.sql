-- One row per year, area and measure; share with a 95 % Wilson interval.
with
sum_kube as (
  select kube.aar, o.omraade,
    sum(n)::integer as n, sum(forfalle)::integer as forfalle, sum(innan_frist)::integer as innan_frist,
    sum(komplett)::integer as komplett, sum(dobbel)::integer as dobbel,
    coalesce(sum(n) filter (kategori in ('ANN', 'UKJ')), 0)::integer as anna
  from measured.kube cross join unnest(['fylke', kube.lsu]) as o(omraade)
  group by kube.aar, o.omraade
),
alle as (
  select omraade.aar, omraade.id as omraade, sum_kube.* exclude (aar, omraade)
  from measured.omraade left join sum_kube on sum_kube.aar = omraade.aar and sum_kube.omraade = omraade.id
  where omraade.type in ('fylke', 'lsu')
),
lang as (
  select aar, omraade, 'alle_felt_fylte' as maal, komplett as teljar, n as nemnar from alle
  union all
  select aar, omraade, 'anna_eller_ukjend', anna, n from alle
  union all
  select aar, omraade, 'meldt_av_begge', dobbel, n from alle
  union all
  select aar, omraade, 'svart_innan_frist', innan_frist, forfalle from alle
),
final as (
  select aar, omraade, maal, coalesce(teljar, 0)::integer as teljar, coalesce(nemnar, 0)::integer as nemnar,
    case when nemnar > 0 then teljar / nemnar::double end as andel,
    wilson_lower(teljar, nemnar) as nedre,
    wilson_upper(teljar, nemnar) as oevre,
    case when coalesce(nemnar, 0) = 0 then 'ikkje_aktuell' else 'kjend' end as tilstand
  from lang
)
from final order by aar, omraade, maal
