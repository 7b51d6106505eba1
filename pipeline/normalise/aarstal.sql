-- One row per sender, year and municipality: reports that are counted or wait, and the months they are from as bits.
with
final as (
  select rad_lesen.avsendar, year(registrert_tid)::smallint as aar, rad_lesen.kommunenr as kommune,
    count(*)::integer as n, bit_or((1 << month(registrert_tid)::integer))::integer as maanader
  from normalised.rad_lesen
  join normalised.rad_utfall on rad_utfall.levering = rad_lesen.levering and rad_utfall.rad = rad_lesen.rad and rad_utfall.utfall in ('accepted', 'quarantined')
  where registrert_tid is not null
  group by rad_lesen.avsendar, aar, rad_lesen.kommunenr
)
from final order by avsendar, aar, kommune
