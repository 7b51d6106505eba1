-- One row per spelling of a municipality and period: number, name or alias, or the number and one of its own names together.
with
namn as (
  select namn, kommunenr, gyldig_fra, gyldig_til from register.kommune
  union all
  select alias, kommunenr, gyldig_fra, gyldig_til from register.kommune_alias
),
skrivemaate as (
  select kommunenr as skrivemaate, kommunenr, gyldig_fra, gyldig_til from register.kommune
  union all
  select unnest([namn, kommunenr || ' ' || namn, namn || ' (' || kommunenr || ')']), kommunenr, gyldig_fra, gyldig_til from namn
),
final as (
  select distinct
    lower(trim(nfc_normalize(skrivemaate))) as skrivemaate,
    kommunenr,
    gyldig_fra::date as gyldig_fra,
    coalesce(gyldig_til::date, date '9999-12-31') as gyldig_til
  from skrivemaate
)
from final order by all
