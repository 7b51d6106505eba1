-- One row per year and party (a municipality number or hf): did its reports arrive.
with
part as (
  select aar.aar, forventa_levering.part, arg_max(forventa_levering.kanal, forventa_levering.gyldig_fra) as kanal
  from measured.aar
  join register.forventa_levering
    on year(forventa_levering.gyldig_fra::date) <= aar.aar
    and year(coalesce(forventa_levering.gyldig_til::date, date '9999-12-31')) >= aar.aar
  group by aar.aar, forventa_levering.part
),
meldt as (
  select aar, avsendar, retning, kommune, count(*) as n from linked.melding group by aar, avsendar, retning, kommune
),
final as (
  select part.aar, part.part, part.kanal,
    case
      when part.part = 'hf' and exists (
        select 1 from meldt where meldt.aar = part.aar and meldt.retning = 'H2K' and meldt.avsendar = part.kanal
      ) then 'levert'
      when exists (
        select 1 from meldt where meldt.aar = part.aar and meldt.retning = 'K2H' and meldt.kommune = part.part
      ) then 'levert'
      when exists (
        select 1 from register.stadfesta_null where stadfesta_null.part = part.part and stadfesta_null.aar = part.aar
      ) then 'stadfesta_null'
      else 'manglar'
    end as levering
  from part
)
from final order by aar, part
