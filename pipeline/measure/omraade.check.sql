select 'area twice in one year: ' || id as message from measured.omraade group by aar, id having count(*) > 1
