-- One row per committee that stands behind a route.
with
final as (select id, type, nn, nb, delavtale from measured.utval_gjeldande)
from final order by type, id
