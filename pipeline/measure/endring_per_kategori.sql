-- One row per year, area and category: the year against the year before.
with
tal as (select aar, omraade, kategori, n from measured.melding_per_kategori where retning = 'alle'),
brot as (
  select aar.aar, brot.kategori
  from measured.aar
  join measured.brot on brot.dato::date between make_date(aar.aar - 1, 1, 1) and make_date(aar.aar, 12, 31)
  where brot.verknad = 'stopp' and brot.kommune is null
),
par as (
  select no.aar, no.omraade, no.kategori, foer.n as n_foer, no.n as n_no,
    exists (
      select 1 from brot
      where brot.aar = no.aar and (brot.kategori is null or list_contains(string_split(brot.kategori, ' '), no.kategori))
    ) as har_brot
  from tal as no
  left join tal as foer on foer.aar = no.aar - 1 and foer.omraade = no.omraade and foer.kategori = no.kategori
),
final as (
  select aar, omraade, kategori, n_foer, n_no,
    ratio_median(n_foer, n_no) as forhold,
    ratio_lower(n_foer, n_no) as nedre,
    ratio_upper(n_foer, n_no) as oevre,
    change_verdict(n_foer, n_no) as dom,
    case when n_foer is null then 'foerste_aar' when har_brot then 'brot' end as grunn,
    case when n_foer is null or har_brot then 'ikkje_aktuell' else 'kjend' end as tilstand
  from par
)
from final order by aar, omraade, kategori
