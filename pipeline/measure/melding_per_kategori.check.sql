select 'county is not the sum of its LSU: ' || aar as message
from measured.melding_per_kategori where kategori = 'alle' and retning = 'alle'
group by aar having sum(n) filter (omraade = 'fylke') <> sum(n) filter (omraade <> 'fylke')
union all
select 'total is not the sum of the categories: ' || aar || ' ' || omraade
from measured.melding_per_kategori where retning = 'alle'
group by aar, omraade having sum(n) filter (kategori = 'alle') <> sum(n) filter (kategori <> 'alle')
union all
select 'reports counted and reports kept differ' from (
  select (select coalesce(sum(n), 0) from measured.melding_per_kategori where omraade = 'fylke' and kategori = 'alle' and retning = 'alle') as talde,
    (select count(*) from linked.melding join measured.aar on aar.aar = melding.aar where type = 'avvik') as kjende
) where talde <> kjende
