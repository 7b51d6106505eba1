-- One row per spelling of a municipality in the deliveries: as it is looked up. The same few stand in all rows.
with
skriven as (
  select distinct kommune from deidentified.rad where kommune is not null
  union
  select kommune from normalised.rad_retta where kommune is not null
),
final as (
  select kommune,
    regexp_replace(
      regexp_replace(regexp_replace(lower(trim(kommune)), '\s+kommune$', ''), '^(k[- ]?)?([0-9]{4})(\.0)?$', '\2'),
      '^(k[- ]?)?([0-9]{4})[ -]+', '\2 '
    ) as skrivemaate
  from skriven
)
from final order by kommune
