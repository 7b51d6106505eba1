-- One row per event, with how many reports tell of it.
with
final as (
  select hending, count(*)::integer as meldingar, count(distinct avsendar)::integer as avsendarar
  from linked.melding where type = 'avvik' group by hending
)
from final order by hending
