-- One row per year, area and category: the year against the year before; a change must hold among the parties who delivered both years too.
with
tal as (select aar, omraade, kategori, n from measured.melding_per_kategori where retning = 'alle'),
brot as (
  select aar.aar, brot.kategori
  from measured.aar
  join measured.brot on brot.dato::date between make_date(aar.aar - 1, 1, 1) and make_date(aar.aar, 12, 31)
  where brot.verknad = 'stopp' and brot.kommune is null
),
bortfall as (
  select manglar.aar as manglar_aar, manglar.part
  from measured.levering_per_part as manglar where manglar.levering = 'manglar'
),
ulik as (
  select kube.aar, bortfall.manglar_aar, o.omraade, k.kategori, sum(kube.n)::integer as n
  from measured.kube
  join bortfall
    on abs(bortfall.manglar_aar - kube.aar) = 1
    and ((bortfall.part = kube.kommune and kube.retning = 'K2H') or (bortfall.part = 'hf' and kube.retning = 'H2K'))
  cross join unnest(['fylke', kube.lsu]) as o(omraade)
  cross join unnest(['alle', kube.kategori]) as k(kategori)
  group by kube.aar, bortfall.manglar_aar, o.omraade, k.kategori
),
par as (
  select no.aar, no.omraade, no.kategori, foer.n as n_foer, no.n as n_no,
    exists (
      select 1 from brot
      where brot.aar = no.aar and (brot.kategori is null or list_contains(string_split(brot.kategori, ' '), no.kategori))
    ) as har_brot,
    foer.n - coalesce(berre_foer.n, 0) as like_foer,
    no.n - coalesce(berre_no.n, 0) as like_no
  from tal as no
  left join tal as foer on foer.aar = no.aar - 1 and foer.omraade = no.omraade and foer.kategori = no.kategori
  left join ulik as berre_foer
    on berre_foer.aar = no.aar - 1 and berre_foer.manglar_aar = no.aar
    and berre_foer.omraade = no.omraade and berre_foer.kategori = no.kategori
  left join ulik as berre_no
    on berre_no.aar = no.aar and berre_no.manglar_aar = no.aar - 1
    and berre_no.omraade = no.omraade and berre_no.kategori = no.kategori
),
final as (
  select aar, omraade, kategori, n_foer, n_no,
    ratio_median(n_foer, n_no) as forhold,
    ratio_lower(n_foer, n_no) as nedre,
    ratio_upper(n_foer, n_no) as oevre,
    case
      when change_verdict(n_foer, n_no) in ('for_faa', change_verdict(like_foer, like_no)) then change_verdict(n_foer, n_no)
      else 'uviss'
    end as dom,
    case when n_foer is null then 'foerste_aar' when har_brot then 'brot' end as grunn,
    case when n_foer is null or har_brot then 'ikkje_aktuell' else 'kjend' end as tilstand
  from par
)
from final order by aar, omraade, kategori
