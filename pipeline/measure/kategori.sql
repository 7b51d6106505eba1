-- One row per category and axis (feiltype, fagomraade), in print order.
with
rute as (select kategori, min(utval) as utval from register.rute group by kategori),
final as (
  select kategori.nr, kategori.akse, kategori.kode, kategori.nn, kategori.nb, kategori.definisjon_nn, kategori.definisjon_nb,
    rute.utval as rute, kategori.sikkerheit
  from register.kategori left join rute on rute.kategori = kategori.kode
)
from final order by akse, nr, kode
