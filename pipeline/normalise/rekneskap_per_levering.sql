-- One row per delivery: received = accepted + quarantined + duplicates + skipped.
with
utfall as (
  select levering, utfall from normalised.rad_utfall
  union all
  select levering, utfall from deidentified.til_side
),
final as (
  select levering.levering, levering.fil, levering.avsendar, levering.layout,
    levering.rader::integer as received,
    count(*) filter (utfall = 'accepted')::integer as accepted,
    count(*) filter (utfall = 'quarantined')::integer as quarantined,
    count(*) filter (utfall = 'duplicate')::integer as duplicates,
    count(*) filter (utfall = 'skipped')::integer as skipped
  from deidentified.levering left join utfall on utfall.levering = levering.levering
  group by levering.levering, levering.fil, levering.avsendar, levering.layout, levering.rader
)
from final order by fil, levering
