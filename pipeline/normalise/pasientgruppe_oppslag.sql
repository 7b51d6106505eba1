-- One row per spelling of a priority patient group: its code and its names, whatever the date.
with
skrivemaate as (
  select lower(trim(unnest([kode, nn, nb]))) as skrivemaate, kode from register.pasientgruppe
),
final as (
  select skrivemaate, min(kode) as kode from skrivemaate group by skrivemaate
)
from final order by skrivemaate
