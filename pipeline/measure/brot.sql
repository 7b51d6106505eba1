-- One row per series break.
with
final as (select id, dato, kategori, kommune, verknad, nn, nb from register.brot)
from final order by dato, id
