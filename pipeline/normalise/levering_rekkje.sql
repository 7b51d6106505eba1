-- One row per delivery: its place in time by the last date of registration in it; a later delivery corrects an earlier one.
with
siste as (
  select rad_lesen.levering, levering.fil, levering.avsendar,
    max(registrert_tid) filter (registrert_tid <= (select max(i_dag)::date from deidentified.koeyring)) as siste_registrert
  from normalised.rad_lesen join deidentified.levering on levering.levering = rad_lesen.levering
  group by rad_lesen.levering, levering.fil, levering.avsendar
),
final as (
  select levering, fil, avsendar, row_number() over (order by siste_registrert, fil, levering)::integer as nr from siste
)
from final order by nr
