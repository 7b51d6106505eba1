-- One row per stage and outcome: the account of the whole run.
with
til_side as (select utfall, grunn, count(*)::integer as n from deidentified.til_side group by utfall, grunn),
rad as (select utfall, count(*)::integer as n from normalised.rad_utfall group by utfall),
melding as (
  select count(*) filter (type = 'avvik')::integer as avvik, count(*) filter (type <> 'avvik')::integer as forslag,
    count(distinct hending) filter (type = 'avvik')::integer as hending
  from linked.melding
),
linje as (
  select 1 as nr, 'ingest' as steg, 'rader_inn' as utfall, (select coalesce(sum(rader), 0) from deidentified.levering) as rader
  union all
  select 2, 'ingest', 'tomme_og_summar', (select coalesce(sum(n), 0) from til_side where utfall = 'skipped' and grunn <> 'test_row')
  union all
  select 3, 'ingest', 'testrader', (select coalesce(sum(n), 0) from til_side where utfall = 'skipped' and grunn = 'test_row')
  union all
  select 4, 'normalise', 'karantene',
    (select coalesce(sum(n), 0) from til_side where utfall = 'quarantined') + (select coalesce(sum(n), 0) from rad where utfall = 'quarantined')
  union all
  select 5, 'normalise', 'utanfor', (select coalesce(sum(n), 0) from rad where utfall = 'skipped')
  union all
  select 6, 'normalise', 'levert_foer', (select coalesce(sum(n), 0) from til_side where utfall = 'duplicate') + (select coalesce(sum(n), 0) from rad where utfall = 'duplicate')
  union all
  select 7, 'normalise', 'godteke', (select coalesce(sum(n), 0) from rad where utfall = 'accepted')
  union all
  select 8, 'link', 'forbetringsforslag', (select forslag from melding)
  union all
  select 9, 'link', 'avvik', (select avvik from melding)
  union all
  select 10, 'link', 'hendingar', (select hending from melding)
  union all
  select 11, 'normalise', 'retta', count(distinct (levering, rad)) from normalised.rad_retting where utfall = 'brukt' having count(*) > 0
),
final as (select nr::smallint as nr, steg, utfall, rader::integer as rader from linje)
from final order by nr
