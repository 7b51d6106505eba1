-- One row per category and axis (feiltype, fagomraade), in print order.
with
i_dag as (select max(i_dag) as i_dag from deidentified.koeyring),
rute as (
  select kategori, arg_max(utval, gyldig_fra) as utval from register.rute, i_dag
  where gyldig_fra <= i_dag.i_dag group by kategori
),
gjeldande as (
  select kategori.*, row_number() over (partition by akse, kode order by gyldig_fra desc) as nyast
  from register.kategori, i_dag where gyldig_fra <= i_dag.i_dag
),
final as (
  select gjeldande.nr, gjeldande.akse, gjeldande.kode, gjeldande.nn, gjeldande.nb, gjeldande.definisjon_nn, gjeldande.definisjon_nb,
    rute.utval as rute, gjeldande.sikkerheit
  from gjeldande left join rute on rute.kategori = gjeldande.kode
  where gjeldande.nyast = 1
)
from final order by akse, nr, kode
