-- One row per record and correction that is about it: whether the source still says what the correction expects, is mended, or says something else.
with
i_dag as (select max(i_dag) as i_dag from deidentified.koeyring),
retting as (
  select avsendar, saksnr, felt,
    arg_max(coalesce(expect, ''), (retting.gyldig_fra, retting.rowid)) as expect,
    arg_max(coalesce(verdi, ''), (retting.gyldig_fra, retting.rowid)) as verdi,
    arg_max(retting.rowid + 2, (retting.gyldig_fra, retting.rowid))::integer as nr
  from register.retting, i_dag
  where i_dag.i_dag between retting.gyldig_fra and coalesce(retting.gyldig_til, '9999-12-31')
  group by avsendar, saksnr, felt
),
sak as (
  select * from deidentified.rad where trim(saksnr) in (select saksnr from retting)
),
skrive as (
  unpivot (
    select levering, rad, trim(saksnr) as saksnr,
      coalesce(motpart_saksnr, '') as motpart_saksnr, coalesce(type, '') as type, coalesce(meldar, '') as meldar, coalesce(mottakar, '') as mottakar,
      coalesce(retning, '') as retning, coalesce(kommune, '') as kommune, coalesce(sjukehus, '') as sjukehus, coalesce(eining, '') as eining,
      coalesce(kategori, '') as kategori, coalesce(fagomraade, '') as fagomraade, coalesce(pasientgruppe, '') as pasientgruppe,
      coalesce(alvor, '') as alvor, coalesce(status, '') as status, coalesce(hendingsdato, '') as hendingsdato, coalesce(registrert, '') as registrert,
      coalesce(sendt, '') as sendt, coalesce(motteken, '') as motteken, coalesce(svart, '') as svart, coalesce(lukka, '') as lukka
    from sak
  ) on columns(* exclude (levering, rad, saksnr)) into name felt value skriven
),
final as (
  select skrive.levering, skrive.rad, retting.nr, skrive.felt, retting.verdi,
    case
      when trim(skrive.skriven) = trim(retting.expect) then 'brukt'
      when trim(skrive.skriven) = trim(retting.verdi) then 'retta_i_kjelda'
      else 'slaatt_av'
    end as utfall
  from skrive
  join deidentified.levering on levering.levering = skrive.levering
  join retting on retting.avsendar = levering.avsendar and retting.saksnr = skrive.saksnr and retting.felt = skrive.felt
)
from final order by levering, rad, felt
