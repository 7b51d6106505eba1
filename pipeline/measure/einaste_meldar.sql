-- One row per year, quarter, LSU or county and category where one municipality has sent every report to the trust, though another there has reported too; quarter 0 is the year, category `alle` all of them.
with
melding as (
  select aar, kvartal, lsu, kommune, kategori, n from measured.kube where retning = 'K2H'
),
stad as (
  select aar, kvartal, kommune, kategori, n, lsu as omraade from melding
  union all
  select aar, kvartal, kommune, kategori, n, 'fylke' from melding
),
meldarar as (
  select aar, omraade, count(distinct kommune) as kommunar from stad group by aar, omraade
),
celle as (
  select aar, 0 as kvartal, omraade, kategori, kommune from stad
  union all
  select aar, kvartal, omraade, 'alle', kommune from stad
),
final as (
  select celle.aar, kvartal::smallint as kvartal, omraade, kategori from celle
  join meldarar using (aar, omraade)
  where kommunar > 1
  group by celle.aar, kvartal, omraade, kategori having count(distinct kommune) = 1
)
from final order by aar, kvartal, omraade, kategori
