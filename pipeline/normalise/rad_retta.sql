-- One row per record that a correction has changed: its values with the corrections in them.
with
ny as (
  select levering, rad, map_from_entries(list((felt, verdi) order by felt)) as verdi
  from normalised.rad_retting where utfall = 'brukt' group by levering, rad
),
final as (
  select rad.* replace (
    nullif(coalesce(ny.verdi['motpart_saksnr'], motpart_saksnr), '') as motpart_saksnr,
    nullif(coalesce(ny.verdi['type'], type), '') as type,
    nullif(coalesce(ny.verdi['meldar'], meldar), '') as meldar,
    nullif(coalesce(ny.verdi['mottakar'], mottakar), '') as mottakar,
    nullif(coalesce(ny.verdi['retning'], retning), '') as retning,
    nullif(coalesce(ny.verdi['kommune'], kommune), '') as kommune,
    nullif(coalesce(ny.verdi['sjukehus'], sjukehus), '') as sjukehus,
    nullif(coalesce(ny.verdi['eining'], eining), '') as eining,
    nullif(coalesce(ny.verdi['kategori'], kategori), '') as kategori,
    nullif(coalesce(ny.verdi['fagomraade'], fagomraade), '') as fagomraade,
    nullif(coalesce(ny.verdi['pasientgruppe'], pasientgruppe), '') as pasientgruppe,
    nullif(coalesce(ny.verdi['alvor'], alvor), '') as alvor,
    nullif(coalesce(ny.verdi['status'], status), '') as status,
    nullif(coalesce(ny.verdi['hendingsdato'], hendingsdato), '') as hendingsdato,
    nullif(coalesce(ny.verdi['registrert'], registrert), '') as registrert,
    nullif(coalesce(ny.verdi['sendt'], sendt), '') as sendt,
    nullif(coalesce(ny.verdi['motteken'], motteken), '') as motteken,
    nullif(coalesce(ny.verdi['svart'], svart), '') as svart,
    nullif(coalesce(ny.verdi['lukka'], lukka), '') as lukka
  )
  from deidentified.rad join ny on ny.levering = rad.levering and ny.rad = rad.rad
)
from final order by levering, rad
