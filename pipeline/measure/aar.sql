-- One row per year shown: the report year and up to four before it, without holes.
with
grense as (
  select min(melding.aar)::integer as foerste, least(max(melding.aar)::integer, max(koeyring.aar)) as siste
  from linked.melding cross join deidentified.koeyring
),
final as (select unnest(range(greatest(foerste, siste - 4), siste + 1))::smallint as aar from grense where foerste is not null)
from final order by aar
