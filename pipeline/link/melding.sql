-- One row per report with the event it tells of; `hending` is the lowest report number among those that tell of it.
with recursive
sameleis as (
  select ein as fraa, annan as til from linked.par
  union all
  select annan, ein from linked.par
),
naadd as (
  select melding as start, melding as her from normalised.melding
  union
  select naadd.start, sameleis.til from naadd join sameleis on sameleis.fraa = naadd.her
),
hending as (
  select start as melding, min(her)::integer as hending from naadd group by start
),
final as (
  select melding.*, hending.hending, hending.hending < melding.melding as er_dobbel
  from normalised.melding join hending on hending.melding = melding.melding
)
from final order by melding
