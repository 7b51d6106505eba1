-- One row: the day the reports reach to, which is the last date of any kind in a counted report.
with
final as (
  select max(greatest(registrert, coalesce(sendt, registrert), coalesce(svart, registrert), coalesce(lukka, registrert))) as dato
  from linked.melding join measured.aar on aar.aar = melding.aar
)
from final order by dato
