-- One row per case that a later delivery of the same sender leaves out, though it covers the day and has most of the other cases of that time.
with
sak as (
  select distinct rad_lesen.levering, rad_lesen.avsendar, levering_rekkje.nr, rad_lesen.saksnr,
    case when rad_lesen.felles then rad_lesen.kommunenr else '' end as omraade,
    rad_lesen.registrert_tid::date as registrert, min(rad_lesen.rad) over (partition by rad_lesen.levering, rad_lesen.saksnr) as rad
  from normalised.rad_lesen join normalised.levering_rekkje on levering_rekkje.levering = rad_lesen.levering
  where rad_lesen.saksnr is not null and rad_lesen.registrert_tid is not null
    and rad_lesen.avsendar in (select avsendar from normalised.levering_rekkje group by avsendar having count(*) > 1)
),
spenn as (
  select levering, avsendar, omraade, nr, min(registrert) as fraa, max(registrert) as til from sak group by levering, avsendar, omraade, nr
),
moett as (
  select sak.levering, sak.rad, sak.saksnr, spenn.levering as seinare, spenn.nr,
    exists (
      select 1 from sak as same where same.levering = spenn.levering and same.saksnr = sak.saksnr and same.omraade = sak.omraade
    ) as er_med
  from sak
  join spenn
    on spenn.avsendar = sak.avsendar and spenn.omraade = sak.omraade and spenn.nr > sak.nr and sak.registrert between spenn.fraa and spenn.til
),
final as (
  select levering, rad, arg_min(seinare, nr) as seinare
  from (select *, count(*) filter (er_med) over par * 2 > count(*) over par as er_same_uttrekk from moett window par as (partition by levering, seinare))
  where not er_med and er_same_uttrekk
  group by levering, rad
)
from final order by levering, rad
