-- One row per edition: the threshold that holds on the day of the run.
with
i_dag as (select max(i_dag) as i_dag from deidentified.koeyring),
final as (
  select utgaave, arg_max(terskel, gyldig_fra)::integer as terskel from register.terskel, i_dag
  where gyldig_fra <= i_dag.i_dag group by utgaave
)
from final order by utgaave
