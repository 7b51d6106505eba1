-- One row per committee that stands behind a route.
with
delavtale as (select id, arg_max(nn, gyldig_fra) as nn from register.delavtale group by id),
final as (
  select utval.id, utval.type, utval.nn, utval.nb, delavtale.nn as delavtale
  from register.utval left join delavtale on delavtale.id = utval.delavtale
)
from final order by type, id
