-- One row per year, quarter, LSU, municipality, category, field, direction and patient group that had a counted report; all counts stand on this.
with
frist as (
  select dagar, gyldig_fra::date as fraa, coalesce(gyldig_til::date, date '9999-12-31') as til
  from register.frist where gjeld = 'svar'
),
melding as (
  select melding.*,
    datediff('day', coalesce(sendt, registrert), (select dato from measured.uttrekk)) >= frist.dagar and svar_foert and frist.dagar is not null as er_forfalle,
    coalesce(datediff('day', coalesce(sendt, registrert), svart) <= frist.dagar, false) as er_innan_frist,
    alvor in ('2', '3', '4') as er_alvorleg,
    hendingsdato is not null and kategori <> 'UKJ' and alvor <> 'ukjend' as er_komplett
  from linked.melding join measured.aar on aar.aar = melding.aar 
  left join frist on coalesce(sendt, registrert) between frist.fraa and frist.til
  where type = 'avvik'
),
final as (
  select aar, kvartal, lsu, kommune, kategori, fagomraade, retning, pasientgruppe,
    count(*)::integer as n,
    count(*) filter (alvor <> 'ukjend')::integer as med_alvor,
    count(*) filter (er_alvorleg)::integer as alvorleg,
    count(*) filter (er_forfalle)::integer as forfalle,
    count(*) filter (er_forfalle and er_innan_frist)::integer as innan_frist,
    count(*) filter (er_komplett)::integer as komplett,
    count(*) filter (er_dobbel)::integer as dobbel,
    count(*) filter (hendingsdato is not null)::integer as med_hendingsdato,
    count(*) filter (svart is not null and svar_foert)::integer as svart
  from melding
  group by aar, kvartal, lsu, kommune, kategori, fagomraade, retning, pasientgruppe
)
from final order by aar, kvartal, lsu, kommune, kategori, fagomraade, retning, pasientgruppe
