/**
 * Why a file is refused, a row waits in quarantine or a row is skipped: `what` completes "rad 12: …", `todo` is what
 * the secretariat does about it.
 */
export const reasons = {
  encoding: {what: "teikn som ikkje let seg lese", todo: "Lagre fila på nytt som UTF-8 eller CSV frå Excel."},
  nul_byte: {what: "fila har nullteikn i teksten", todo: "Eksporter på nytt; fila er truleg skadd."},
  control_chars: {what: "usynlege styreteikn i teksten", todo: "Fjern teikna i kjelda og eksporter på nytt."},
  not_tabular: {what: "fila er ikkje ein tabell", todo: "Send CSV eller Excel (.xlsx) med overskrifter."},
  empty: {what: "fila er tom", todo: "Eksporter på nytt."},
  ragged_row: {
    what: "rada har feil tal på kolonnar",
    todo: "Sjå etter skiljeteikn eller linjeskift i ein tekst utan hermeteikn.",
  },
  unclosed_quote: {
    what: "eit hermeteikn er ikkje lukka",
    todo: "Finn rada i kjelda, lukk hermeteiknet og eksporter på nytt.",
  },
  truncated: {what: "fila er avkorta eller skadd", todo: "Eksporter på nytt og samanlikn storleiken."},
  header_missing: {
    what: "ei påkravd kolonne manglar",
    todo: "Samanlikn med oppsettet i data/layouts, eller lag eit nytt.",
  },
  header_duplicate: {what: "same kolonne står to gonger", todo: "Fjern den eine kolonna."},
  header_unknown: {
    what: "ei kolonne er ikkje kjend",
    todo: "Legg kolonna i oppsettet i data/layouts med ei rolle, eller ta henne bort.",
  },
  header_dangerous: {
    what: "ei kolonne har eit namn som kan lure program",
    todo: "Gje kolonna eit vanleg namn eller ta henne bort.",
  },
  missing_required: {what: "ein påkravd verdi manglar", todo: "Fyll ut feltet i kjelda."},
  bad_date: {what: "datoen let seg ikkje lese", todo: "Skriv datoen med dag, månad og år, til dømes 31.12.2025."},
  ambiguous_date: {
    what: "datoen kan lesast på fleire måtar",
    todo: "Skriv året med fire siffer og dagen først, til dømes 31.12.2025.",
  },
  future_date: {what: "datoen ligg fram i tid", todo: "Rett datoen i kjelda."},
  implausible_date: {what: "datoen er urimeleg gammal", todo: "Rett datoen i kjelda."},
  date_order: {what: "datoane kan ikkje kome i denne rekkjefølgja", todo: "Rett datoane i kjelda."},
  suspected_column_swap: {
    what: "to kolonnar ser ut til å vere bytte om",
    todo: "Sjå om overskriftene står over rett kolonne, og eksporter på nytt.",
  },
  duplicate_id: {
    what: "saksnummeret finst frå før med anna innhald",
    todo: "Finn ut kva rad som gjeld, og ta bort den andre.",
  },
  bad_id: {what: "saksnummeret er øydelagt", todo: "Formater kolonna som tekst før eksport."},
  unknown_municipality: {
    what: "kommunen er ikkje kjend",
    todo: "Rett namnet i kjelda, eller legg skrivemåten i data/registers/kommune_alias.csv.",
  },
  invalid_municipality_for_date: {
    what: "kommunen fanst ikkje på datoen",
    todo: "Bruk kommunen som gjaldt den dagen det skjedde.",
  },
  unknown_category: {
    what: "kategorien er ikkje kjend på datoen",
    todo: "Legg kategorien i data/registers/kategori_mapping.csv, eller rett han i kjelda.",
  },
  unknown_severity: {what: "alvorsgraden er ikkje kjend", todo: "Legg verdien i data/registers/alvor_mapping.csv."},
  unknown_status: {what: "statusen er ikkje kjend", todo: "Legg verdien under «codes» i oppsettet."},
  unknown_direction: {
    what: "det går ikkje fram kven som melder til kven",
    todo: "Fyll ut retning, eller legg verdien under «codes» i oppsettet.",
  },
  pii_in_structured_field: {
    what: "personopplysning i eit felt som ikkje skal ha det",
    todo: "Fjern personopplysninga i kjelda og eksporter på nytt.",
  },
  oversize_cell: {what: "ei celle er for lang", todo: "Kort ned teksten i kjelda (høgst 32 767 teikn)."},
  too_large: {what: "fila er for stor", todo: "Del eksporten i fleire filer."},
  too_many_rows: {what: "fila har for mange rader", todo: "Del eksporten i fleire filer."},
  too_many_columns: {
    what: "fila har for mange kolonnar",
    todo: "Eksporter berre kolonnane i oppsettet, og sjå etter feil skiljeteikn.",
  },
  wrong_type: {what: "filtypen er feil", todo: "Send CSV eller Excel (.xlsx)."},
  encrypted: {what: "fila er verna med passord", todo: "Lagre ein kopi utan passord."},
  macro: {what: "fila har makroar", todo: "Lagre som .xlsx utan makroar."},
  xml_doctype: {what: "fila har ei dokumenttype-erklæring som kan lure lesaren", todo: "Lagre fila på nytt i Excel."},
  zip_bomb: {what: "fila blir for stor når ho blir pakka ut", todo: "Eksporter på nytt med færre rader."},
  formula_cell: {what: "ein formel utan verdi", todo: "Lim inn verdiane i staden for formlane."},
  error_cell: {what: "ei celle med feilverdi", todo: "Rett cella i Excel."},
  sheet_choice_needed: {
    what: "fleire ark kan vere data",
    todo: "Lat berre dataarket stå, eller namngje arket i oppsettet.",
  },
  hidden_sheet: {
    what: "eit skjult ark har data",
    todo: "Vis arket dersom radene skal vere med, eller slett det.",
  },
  hidden_rows: {what: "rada er skjult i arket", todo: "Ingenting dersom ho skal vere med; slett henne elles."},
  merged_cells: {what: "cella er fletta saman med ei anna", todo: "Løys opp flettinga og fyll ut kvar rad."},
  zip_path_traversal: {what: "fila har deler med stiar som peikar ut av henne", todo: "Lagre fila på nytt i Excel."},
  xml_depth: {what: "fila er bygd på ein måte som ikkje let seg lese trygt", todo: "Lagre fila på nytt i Excel."},
  no_rows: {
    what: "fila har overskrift, men ingen rader",
    todo: "Send ei stadfesting på null meldingar dersom det er rett.",
  },
  mojibake: {what: "teksten er koda to gonger («Ã¥»)", todo: "Eksporter på nytt med rett teiknsett."},
  no_file: {what: "fila finst ikkje", todo: "Sjå etter skrivefeil i namnet."},
  file_name: {
    what: "namnet på fila har teikn som ikkje let seg lese",
    todo: "Gje fila eit nytt namn med vanlege bokstavar, og køyr på nytt.",
  },
  not_a_file: {what: "dette er ikkje ei vanleg fil", todo: "Kopier sjølve fila inn i mappa."},
  no_access: {
    what: "fila let seg ikkje opne",
    todo: "Sjå om ho er open i eit anna program, og om de har lov til å lese henne.",
  },
  same_file: {what: "fila er levert før under eit anna namn", todo: "Ingenting; ho er talt éin gong."},
  blank_rows: {what: "tom rad", todo: "Ingenting."},
  repeated_header: {what: "overskrifta er gjenteken", todo: "Ingenting."},
  footer_row: {what: "sum- eller fotrad", todo: "Ingenting."},
  test_row: {what: "testrad", todo: "Ingenting; slett henne gjerne i kjelda."},
  out_of_scope: {what: "internt avvik eller sak utanfor samhandlinga", todo: "Ingenting; slike blir ikkje talde."},
} as const;

export type ReasonKind = keyof typeof reasons;

export interface Reason {
  /** The row as a person sees it when the file is opened in a spreadsheet; null for the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly kind: ReasonKind;
}
