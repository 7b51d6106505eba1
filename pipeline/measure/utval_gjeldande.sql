-- One row per committee, as it is called on the day of the run.
with
i_dag as (select max(i_dag) as i_dag from deidentified.koeyring),
delavtale as (
  select id, arg_max(nn, gyldig_fra) as nn from register.delavtale, i_dag
  where gyldig_fra <= i_dag.i_dag group by id
),
gjeldande as (
  select utval.*, row_number() over (partition by id order by gyldig_fra desc) as nyast
  from register.utval, i_dag where gyldig_fra <= i_dag.i_dag
),
final as (
  select gjeldande.id, gjeldande.type, gjeldande.kort, gjeldande.nn, gjeldande.nb, delavtale.nn as delavtale, gjeldande.sikkerheit
  from gjeldande left join delavtale on delavtale.id = gjeldande.delavtale
  where gjeldande.nyast = 1
)
from final order by type, id
