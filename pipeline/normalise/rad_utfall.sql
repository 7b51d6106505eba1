-- One row per record that reached normalise: accepted, quarantined, duplicate or skipped.
with
vurdert as (
  select rad_lesen.levering, rad_lesen.rad, rad_lesen.avsendar, rad_lesen.saksnr, rad_lesen.felles, rad_lesen.kommunenr, levering_rekkje.nr,
    type_kode = 'internt' or er_same_part or coalesce(lsu = 'utanfor', false) as er_utanfor,
    exists (select 1 from normalised.rad_grunn where rad_grunn.levering = rad_lesen.levering and rad_grunn.rad = rad_lesen.rad) as har_grunn
  from normalised.rad_lesen
  join normalised.levering_rekkje on levering_rekkje.levering = rad_lesen.levering
),
rangert as (
  select *,
    row_number() over (
      partition by avsendar, saksnr, case when felles then kommunenr end, coalesce(er_utanfor, false) or har_grunn
      order by nr desc, rad
    ) as plass
  from vurdert
),
final as (
  select levering, rad,
    case
      when coalesce(er_utanfor, false) then 'skipped'
      when har_grunn then 'quarantined'
      when plass > 1 then 'duplicate'
      else 'accepted'
    end as utfall,
    case when coalesce(er_utanfor, false) then 'out_of_scope' end as grunn
  from rangert
)
from final order by levering, rad
