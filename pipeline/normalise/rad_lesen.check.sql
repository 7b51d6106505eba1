select 'record read twice: ' || levering || ' row ' || rad as message from normalised.rad_lesen group by levering, rad having count(*) > 1
union all
select 'records lost on the way to rad_lesen' from (select (select count(*) from normalised.rad_lesen) as ut, (select count(*) from deidentified.rad) as inn) where ut < inn
