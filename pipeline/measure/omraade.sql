-- One row per year and area: county, LSU or municipality; one that is gone has a row only where reports of its time came late.
with
i_dag as (select max(i_dag) as i_dag from deidentified.koeyring),
medlem as (
  select aar.aar, kommune.kommunenr as id, kommune.namn, lsu_medlem.lsu, lsu_medlem.sikkerheit,
    row_number() over (partition by aar.aar, kommune.kommunenr order by lsu_medlem.gyldig_fra desc, kommune.gyldig_fra desc) as nyast
  from measured.aar
  join register.kommune
    on year(kommune.gyldig_fra::date) <= aar.aar and year(coalesce(kommune.gyldig_til::date, date '9999-12-31')) >= aar.aar
  join register.lsu_medlem
    on lsu_medlem.kommunenr = kommune.kommunenr
    and year(lsu_medlem.gyldig_fra::date) <= aar.aar and year(coalesce(lsu_medlem.gyldig_til::date, date '9999-12-31')) >= aar.aar
),
meldt as (
  select melding.aar, melding.kommune as id, melding.lsu
  from linked.melding join measured.aar on aar.aar = melding.aar
  where melding.type = 'avvik'
  group by melding.aar, melding.kommune, melding.lsu
),
tidlegare as (
  select meldt.aar, meldt.id, kommune.namn || ' (til ' || year(kommune.gyldig_til::date) || ')' as namn, max(meldt.lsu) as lsu, kommune.sikkerheit
  from meldt
  join register.kommune on kommune.kommunenr = meldt.id and year(kommune.gyldig_til::date) < meldt.aar
  where not exists (select 1 from medlem where medlem.aar = meldt.aar and medlem.id = meldt.id)
  group by meldt.aar, meldt.id, kommune.namn, kommune.gyldig_til, kommune.sikkerheit
),
kommune as (
  select aar, id, namn, lsu, sikkerheit from medlem where nyast = 1 and lsu <> 'utanfor'
  union all
  select aar, id, namn, lsu, sikkerheit from tidlegare
),
delt as (
  select kommune.aar, kommune.id
  from kommune join meldt on meldt.aar = kommune.aar and meldt.id = kommune.id
  group by kommune.aar, kommune.id, kommune.lsu
  having bool_or(meldt.lsu <> kommune.lsu)
),
lsu as (
  select aar, lsu as id from kommune
  union
  select aar, lsu from meldt
),
fylke as (
  select arg_max(namn_nn, gyldig_fra) as namn, arg_max(sikkerheit, gyldig_fra) as sikkerheit
  from register.helsefellesskap, i_dag where gyldig_fra <= i_dag.i_dag
),
final as (
  select aar.aar, 'fylke' as id, 'fylke' as type, fylke.namn, null as lsu, false as delt, fylke.sikkerheit
  from measured.aar cross join fylke
  union all
  select lsu.aar, lsu.id, 'lsu', utval.kort, null, false, utval.sikkerheit
  from lsu join measured.utval_gjeldande as utval on utval.id = lsu.id
  union all
  select kommune.aar, kommune.id, 'kommune', kommune.namn, kommune.lsu, delt.id is not null, kommune.sikkerheit
  from kommune left join delt on delt.aar = kommune.aar and delt.id = kommune.id
)
from final order by aar, type, id
