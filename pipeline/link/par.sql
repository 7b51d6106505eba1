-- One row per pair of reports that certainly tell of the same event, told by different senders.
with
referanse as (
  select a.melding as ein, b.melding as annan, 'referanse' as grunnlag
  from normalised.melding as a
  join normalised.melding as b
    on lower(trim(a.motpart_saksnr)) = lower(trim(b.saksnr)) and a.avsendar <> b.avsendar and a.kommune = b.kommune
),
pasient as (
  select a.melding as ein, b.melding as annan, 'pasient' as grunnlag
  from normalised.melding as a
  join normalised.melding as b
    on a.pasient_noekkel = b.pasient_noekkel and a.hendingsdato = b.hendingsdato and a.kommune = b.kommune
    and a.avsendar <> b.avsendar and a.melding < b.melding
),
begge as (
  select least(ein, annan) as ein, greatest(ein, annan) as annan, grunnlag from referanse
  union all
  select ein, annan, grunnlag from pasient
),
final as (
  select begge.ein, begge.annan, min(begge.grunnlag) as grunnlag
  from begge
  join normalised.melding as a on a.melding = begge.ein
  join normalised.melding as b on b.melding = begge.annan
  where a.type = 'avvik' and b.type = 'avvik'
  group by begge.ein, begge.annan
)
from final order by ein, annan
