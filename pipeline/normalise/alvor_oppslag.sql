-- One row per sender, spelling of a severity and period: what the sender's own list says, and what all senders' list says.
with
avsendar as (select distinct avsendar from register.layout),
final as (
  select distinct avsendar.avsendar, lower(trim(original)) as skrivemaate, alvor,
    gyldig_fra::date as gyldig_fra, coalesce(gyldig_til::date, date '9999-12-31') as gyldig_til
  from register.alvor_mapping join avsendar on alvor_mapping.avsendar in (avsendar.avsendar, '*')
)
from final order by all
