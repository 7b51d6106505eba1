-- One row per delivery: its place in time by the last date of registration in it; a later delivery corrects an earlier one.
with
siste as (
  select levering, fil, avsendar, max(registrert_tid) filter (registrert_tid <= (select max(i_dag)::date from deidentified.koeyring)) as siste_registrert
  from normalised.rad_lesen group by levering, fil, avsendar
),
final as (
  select levering, fil, avsendar, row_number() over (order by siste_registrert, fil, levering)::integer as nr from siste
)
from final order by nr
