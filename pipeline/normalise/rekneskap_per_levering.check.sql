select 'rows unaccounted for in ' || fil as message from normalised.rekneskap_per_levering
where received <> accepted + quarantined + duplicates + skipped
