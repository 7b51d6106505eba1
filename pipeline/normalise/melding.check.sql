select 'melding ' || melding || ' lacks a key' as message from normalised.melding
where retning is null or kommune is null or lsu is null or kategori is null or aar is null
union all
select 'same case twice: ' || avsendar from normalised.melding group by avsendar, saksnr, case when avsendar in (select avsendar from register.layout where felles) then kommune end having count(*) > 1
