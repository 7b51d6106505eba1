with rekneskap as (select utfall, rader from measured.rekneskap)
select 'rows in and rows accounted for differ' as message
where (select rader from rekneskap where utfall = 'rader_inn')
  <> (select sum(rader) from rekneskap where utfall in ('tomme_og_summar', 'testrader', 'karantene', 'utanfor', 'levert_foer', 'godteke'))
union all
select 'accepted and reports differ'
where (select rader from rekneskap where utfall = 'godteke')
  <> (select sum(rader) from rekneskap where utfall in ('avvik', 'forbetringsforslag'))
