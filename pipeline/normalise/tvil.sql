-- One row per delivery and doubt about the whole of it: how many of how many rows speak for it.
with
dato as (
  select levering, 'datokolonnar' as tvil,
    count(*) filter (registrert_tid::date < hending_tid::date)::integer as teljar, count(*)::integer as nemnar
  from normalised.rad_lesen where registrert_tid is not null and hending_tid is not null and registrert_tid::date <> hending_tid::date
  group by levering
  having count(*) >= 3
),
kommune as (
  select rad_lesen.levering, 'kommunar',
    count(*) filter (
      exists (
        select 1 from normalised.rad_grunn
        where rad_grunn.levering = rad_lesen.levering and rad_grunn.rad = rad_lesen.rad and rad_grunn.grunn = 'unknown_municipality'
      )
    )::integer as teljar,
    count(*)::integer as nemnar
  from normalised.rad_lesen where kommune is not null
  group by rad_lesen.levering
  having count(*) >= 10
),
bytt as (
  select levering, 'kolonnar',
    count(*) filter (
      kommunenr is null
      and lower(trim(kommune)) in (select skrivemaate from normalised.kategori_oppslag where kategori_oppslag.avsendar = rad_lesen.avsendar)
      and lower(trim(kategori)) in (select skrivemaate from normalised.kommune_oppslag)
    )::integer as teljar,
    count(*)::integer as nemnar
  from normalised.rad_lesen where kommune is not null and kategori is not null
  group by levering
  having count(*) >= 3
),
final as (
  select * from (select * from dato union all select * from kommune union all select * from bytt) where teljar * 2 >= nemnar
)
from final order by levering, tvil
