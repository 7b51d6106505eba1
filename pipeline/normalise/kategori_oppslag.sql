-- One row per sender, spelling of a category and period: what the layout says, then what the sender's own list says, then all senders' list, and for a shared layout the codes and names of the register.
with
kjelde as (
  select layout.avsendar, layout_kode.original, layout_kode.kode as kategori, null as fagomraade, layout_kode.gyldig_fra, layout_kode.gyldig_til, 0 as rang
  from register.layout_kode join register.layout on layout.layout = layout_kode.layout
  where layout_kode.felt = 'kategori'
  union all
  select avsendar.id, kategori_mapping.original, kategori_mapping.kategori, kategori_mapping.fagomraade,
    kategori_mapping.gyldig_fra, kategori_mapping.gyldig_til, case when kategori_mapping.avsendar = '*' then 2 else 1 end
  from register.kategori_mapping join register.avsendar on kategori_mapping.avsendar in (avsendar.id, '*')
  union all
  select layout.avsendar, unnest([kategori.kode, kategori.nn, kategori.nb]), kategori.kode, null, kategori.gyldig_fra, kategori.gyldig_til, 3
  from register.layout join register.kategori on kategori.akse = 'feiltype'
  where layout.felles
),
skrivemaate as (
  select distinct avsendar, lower(trim(nfc_normalize(original))) as skrivemaate, original, kategori, fagomraade, rang,
    gyldig_fra::date as gyldig_fra, coalesce(gyldig_til::date, date '9999-12-31') as gyldig_til
  from kjelde
),
final as (
  select avsendar, skrivemaate, min(original) as original, kategori, fagomraade, gyldig_fra, gyldig_til
  from skrivemaate
  where not exists (
    select 1 from skrivemaate as foer
    where foer.avsendar = skrivemaate.avsendar and foer.skrivemaate = skrivemaate.skrivemaate and foer.rang < skrivemaate.rang
      and foer.gyldig_fra <= skrivemaate.gyldig_til and skrivemaate.gyldig_fra <= foer.gyldig_til
  )
  group by all
)
from final order by all
