-- One row per sender, spelling of a severity and period: what the layout says, then what the sender's own list says, and what all senders' list says.
with
kjelde as (
  select layout.avsendar, layout_kode.original as skrivemaate, layout_kode.kode as alvor, layout_kode.gyldig_fra::date as gyldig_fra, layout_kode.gyldig_til::date as gyldig_til, 0 as rang
  from register.layout_kode join register.layout on layout.layout = layout_kode.layout
  where layout_kode.felt = 'alvor'
  union all
  select layout.avsendar, lower(trim(original)), alvor, gyldig_fra::date, coalesce(gyldig_til::date, date '9999-12-31'), 1
  from register.alvor_mapping join register.layout on alvor_mapping.avsendar in (layout.avsendar, '*')
),
final as (
  select distinct avsendar, skrivemaate, alvor, gyldig_fra, gyldig_til
  from kjelde
  where not exists (
    select 1 from kjelde as foer
    where foer.avsendar = kjelde.avsendar and foer.skrivemaate = kjelde.skrivemaate and foer.rang < kjelde.rang
      and foer.gyldig_fra <= kjelde.gyldig_til and kjelde.gyldig_fra <= foer.gyldig_til
  )
)
from final order by all
