-- One row per report that counts or may count: our codes, our dates, the municipality and LSU of the day it happened.
with
nummerert as (
  select rad_lesen.levering, rad_lesen.rad,
    row_number() over (order by rad_lesen.avsendar, rad_lesen.saksnr, rad_lesen.kommunenr)::integer as melding
  from normalised.rad_lesen
  join normalised.rad_utfall on rad_utfall.levering = rad_lesen.levering and rad_utfall.rad = rad_lesen.rad and rad_utfall.utfall = 'accepted'
),
final as (
  select
    nummerert.melding,
    rad_lesen.levering, rad_lesen.rad, rad_lesen.avsendar, rad_lesen.saksnr, rad_lesen.motpart_saksnr, rad_lesen.pasient_noekkel,
    rad_lesen.type_kode as type,
    rad_lesen.retning_lesen as retning,
    rad_lesen.kommunenr as kommune,
    rad_lesen.lsu,
    rad_lesen.kategori_kode as kategori,
    rad_lesen.kategori as kategori_original,
    rad_lesen.fagomraade_kode as fagomraade,
    rad_lesen.alvor_kode as alvor,
    rad_lesen.pasientgruppe_kode as pasientgruppe,
    rad_lesen.status_kode as status,
    rad_lesen.svar_foert,
    year(rad_lesen.registrert_tid)::smallint as aar,
    quarter(rad_lesen.registrert_tid)::smallint as kvartal,
    rad_lesen.hending_tid::date as hendingsdato,
    rad_lesen.registrert_tid::date as registrert,
    rad_lesen.sendt_tid::date as sendt,
    rad_lesen.motteken_tid::date as motteken,
    rad_lesen.svart_tid::date as svart,
    rad_lesen.lukka_tid::date as lukka
  from normalised.rad_lesen join nummerert on nummerert.levering = rad_lesen.levering and nummerert.rad = rad_lesen.rad
)
from final order by melding
