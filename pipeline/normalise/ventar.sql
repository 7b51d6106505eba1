-- One row per quarantined row and reason, with the nearest known code where there is one.
with
ventar as (
  select levering, rad, kolonne, grunn, null as naermast from deidentified.til_side where utfall = 'quarantined'
  union all
  select rad_grunn.levering, rad_grunn.rad, rad_grunn.kolonne, rad_grunn.grunn, rad_grunn.naermast
  from normalised.rad_grunn
  join normalised.rad_utfall
    on rad_utfall.levering = rad_grunn.levering and rad_utfall.rad = rad_grunn.rad and rad_utfall.utfall = 'quarantined'
),
final as (
  select levering.fil, ventar.levering, levering.layout, ventar.rad, ventar.kolonne, ventar.grunn, ventar.naermast
  from ventar join deidentified.levering on levering.levering = ventar.levering
)
from final order by all
