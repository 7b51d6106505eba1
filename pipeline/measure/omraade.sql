-- One row per year and area: county, LSU or municipality; one that is gone has a row only where reports of its time came late.
with
kommune as (
  select aar.aar, kommune.kommunenr as id, 'kommune' as type, kommune.namn, lsu_medlem.lsu, lsu_medlem.sikkerheit,
    row_number() over (partition by aar.aar, kommune.kommunenr order by lsu_medlem.gyldig_fra desc) as nyast
  from measured.aar
  join register.kommune
    on year(kommune.gyldig_fra::date) <= aar.aar and year(coalesce(kommune.gyldig_til::date, date '9999-12-31')) >= aar.aar
  join register.lsu_medlem
    on lsu_medlem.kommunenr = kommune.kommunenr
    and year(lsu_medlem.gyldig_fra::date) <= aar.aar and year(coalesce(lsu_medlem.gyldig_til::date, date '9999-12-31')) >= aar.aar
  where lsu_medlem.lsu <> 'utanfor'
),
tidlegare as (
  select distinct melding.aar, kommune.kommunenr as id, 'kommune' as type,
    kommune.namn || ' (til ' || year(kommune.gyldig_til::date) || ')' as namn, melding.lsu, kommune.sikkerheit
  from linked.melding
  join measured.aar on aar.aar = melding.aar
  join register.kommune on kommune.kommunenr = melding.kommune and year(kommune.gyldig_til::date) < melding.aar
  where melding.type = 'avvik'
),
lsu as (
  select distinct kommune.aar, kommune.lsu as id, 'lsu' as type, utval.kort as namn, null as lsu, utval.sikkerheit
  from kommune join register.utval on utval.id = kommune.lsu
),
fylke as (
  select aar.aar, 'fylke' as id, 'fylke' as type, helsefellesskap.namn_nn as namn, null as lsu, helsefellesskap.sikkerheit
  from measured.aar cross join register.helsefellesskap
),
final as (
  select aar, id, type, namn, lsu, sikkerheit from fylke
  union all
  select aar, id, type, namn, lsu, sikkerheit from lsu
  union all
  select aar, id, type, namn, lsu, sikkerheit from kommune where nyast = 1
  union all
  select aar, id, type, namn, lsu, sikkerheit from tidlegare
)
from final order by aar, type, id
