-- One row per layout and spelling of a time in the deliveries: what it is read as. The same days stand in many rows.
with
skriven as (
  select distinct levering.layout, verdi
  from (
    unpivot (select levering, hendingsdato, registrert, sendt, motteken, svart, lukka from deidentified.rad)
    on hendingsdato, registrert, sendt, motteken, svart, lukka into name kolonne value verdi
  ) as skrivne
  join deidentified.levering on levering.levering = skrivne.levering
  union
  select levering.layout, rad_retting.verdi
  from normalised.rad_retting join deidentified.levering on levering.levering = rad_retting.levering
  where rad_retting.felt in ('hendingsdato', 'registrert', 'sendt', 'motteken', 'svart', 'lukka')
),
final as (
  select skriven.layout, skriven.verdi, normalised.read_time(skriven.verdi, string_split(layout.formatar, '|')) as tid
  from skriven join register.layout on layout.layout = skriven.layout
)
from final order by layout, verdi
