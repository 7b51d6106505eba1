select 'melding ' || melding || ' lacks a key' as message from normalised.melding
where retning is null or kommune is null or lsu is null or kategori is null or aar is null
union all
select 'same case twice: ' || avsendar from normalised.melding group by avsendar, saksnr having count(*) > 1
