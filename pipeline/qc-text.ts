import type {Field} from "./contract/delivery.ts";
import type {Language} from "./contract/edition.ts";
import {type ReasonKind, reasons} from "./contract/reasons.ts";

type Reason = Readonly<Record<"what" | "todo", string>>;

export interface QcText {
  readonly title: (name: string, year: number) => string;
  readonly intro: string;
  readonly made: (author: string, date: string) => string;
  readonly synthetic: string;
  readonly sheets: Readonly<
    Record<"files" | "counts" | "filled" | "lags" | "words" | "waiting", readonly [name: string, about: string]>
  >;
  readonly heads: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<"retning" | "kategori" | "kommune", string>>;
  readonly directions: Readonly<Record<string, string>>;
  readonly lags: Readonly<Record<"registrert" | "svart", string>>;
  readonly notShown: string;
  /** Where the fault is in no one column. */
  readonly wholeRow: string;
  readonly total: string;
  readonly none: string;
  readonly missing: string;
  readonly reason: (kind: ReasonKind) => Reason;
}

/** Words of the quality sheet that goes back to the one who sent, in both languages. */
export const qcTexts: Readonly<Record<Language, QcText>> = {
  nn: {
    title: (name, year) => `Kvalitetsark ${year}: ${name}`,
    intro: "Berre det de sjølve har levert. Ingen personopplysningar; rader er nemnde med nummer.",
    made: (author, date) => `Laga ${date} av ${author}. Send rettingar og spørsmål dit.`,
    synthetic: "SYNTETISK: alt i dette arket er oppdikta.",
    sheets: {
      files: ["Filer", "Kva som vart av kvar rad. Rader inn er summen av dei andre."],
      counts: ["Tal", "Meldingar som er talde, etter året dei er registrerte."],
      filled: ["Utfylling", "Kor mange av meldingane i året som har feltet utfylt. Berre felt fila har."],
      lags: ["Tid", "Dagar frå eitt steg til det neste, for meldingane i året."],
      words: ["Ukjende ord", "Ord vi ikkje har nokon kode for. Sei kva dei tyder, så slepp radene å vente."],
      waiting: ["Karantene", "Rader som ikkje er talde enno. Rett dei i kjelda og send fila på nytt."],
    },
    heads: {
      fil: "Fil",
      received: "Rader inn",
      accepted: "Godtekne",
      quarantined: "I karantene",
      duplicates: "Levert før",
      skipped: "Hoppa over",
      slag: "Fordelt på",
      namn: "Namn",
      felt: "Felt",
      fylte: "Utfylte",
      alle: "Av",
      del: "Del",
      steg: "Frå og til",
      n: "Meldingar",
      median: "Median i dagar",
      p90: "Ni av ti innan (dagar)",
      ord: "Ord",
      rader: "Rader",
      naermast: "Næraste vi kjenner",
      rad: "Rad",
      kolonne: "Kolonne",
      grunn: "Kva som er i vegen",
      gjer: "Kva de kan gjere",
    },
    kinds: {retning: "Retning", kategori: "Kategori", kommune: "Kommune"},
    directions: {K2H: "Frå kommune til helseføretak", H2K: "Frå helseføretak til kommune"},
    lags: {registrert: "Frå hendinga til registrering", svart: "Frå sending til svar"},
    notShown: "(kan vere eit namn og blir ikkje vist)",
    wholeRow: "heile rada",
    total: "I alt",
    none: "Ingen.",
    missing: "«..»: vi har ikkje fått rader frå dette året. Det er ikkje det same som null.",
    reason: (kind) => ({...reasons[kind], ...nynorsk[kind]}),
  },
  nb: {
    title: (name, year) => `Kvalitetsark ${year}: ${name}`,
    intro: "Bare det dere selv har levert. Ingen personopplysninger; rader er nevnt med nummer.",
    made: (author, date) => `Laget ${date} av ${author}. Send rettelser og spørsmål dit.`,
    synthetic: "SYNTETISK: alt i dette arket er oppdiktet.",
    sheets: {
      files: ["Filer", "Hva det ble av hver rad. Rader inn er summen av de andre."],
      counts: ["Tall", "Meldinger som er talt, etter året de er registrert."],
      filled: ["Utfylling", "Hvor mange av meldingene i året som har feltet utfylt. Bare felt filen har."],
      lags: ["Tid", "Dager fra ett steg til det neste, for meldingene i året."],
      words: ["Ukjente ord", "Ord vi ikke har noen kode for. Si hva de betyr, så slipper radene å vente."],
      waiting: ["Karantene", "Rader som ikke er talt ennå. Rett dem i kilden og send filen på nytt."],
    },
    heads: {
      fil: "Fil",
      received: "Rader inn",
      accepted: "Godtatt",
      quarantined: "I karantene",
      duplicates: "Levert før",
      skipped: "Hoppet over",
      slag: "Fordelt på",
      namn: "Navn",
      felt: "Felt",
      fylte: "Utfylt",
      alle: "Av",
      del: "Andel",
      steg: "Fra og til",
      n: "Meldinger",
      median: "Median i dager",
      p90: "Ni av ti innen (dager)",
      ord: "Ord",
      rader: "Rader",
      naermast: "Nærmeste vi kjenner",
      rad: "Rad",
      kolonne: "Kolonne",
      grunn: "Hva som er i veien",
      gjer: "Hva dere kan gjøre",
    },
    kinds: {retning: "Retning", kategori: "Kategori", kommune: "Kommune"},
    directions: {K2H: "Fra kommune til helseforetak", H2K: "Fra helseforetak til kommune"},
    lags: {registrert: "Fra hendelsen til registrering", svart: "Fra sending til svar"},
    notShown: "(kan være et navn og vises ikke)",
    wholeRow: "hele raden",
    total: "I alt",
    none: "Ingen.",
    missing: "«..»: vi har ikke fått rader fra dette året. Det er ikke det samme som null.",
    reason: (kind) => bokmaal[kind] ?? {what: "raden kan ikke leses", todo: "Ta kontakt med sekretariatet."},
  },
};

/** The fields a sheet tells of, where the sender's own header is not known. */
export const fieldNames: Readonly<Record<Language, Readonly<Partial<Record<Field, string>>>>> = {
  nn: {
    saksnr: "Saksnummer",
    kommune: "Kommune",
    kategori: "Kategori",
    fagomraade: "Fagområde",
    alvor: "Alvorsgrad",
    status: "Status",
    hendingsdato: "Hendingsdato",
    registrert: "Registrert",
    sendt: "Sendt",
    motteken: "Motteken",
    svart: "Svart",
    lukka: "Lukka",
    eining: "Eining",
    retning: "Retning",
    type: "Type",
  },
  nb: {
    saksnr: "Saksnummer",
    kommune: "Kommune",
    kategori: "Kategori",
    fagomraade: "Fagområde",
    alvor: "Alvorlighetsgrad",
    status: "Status",
    hendingsdato: "Hendelsesdato",
    registrert: "Registrert",
    sendt: "Sendt",
    motteken: "Mottatt",
    svart: "Besvart",
    lukka: "Lukket",
    eining: "Enhet",
    retning: "Retning",
    type: "Type",
  },
};

/** What the sender can do where the secretariat is told to change a register. */
const nynorsk: Readonly<Partial<Record<ReasonKind, Pick<Reason, "todo">>>> = {
  unknown_municipality: {todo: "Rett namnet i kjelda, eller sei frå kva kommune det er."},
  unknown_category: {todo: "Sei frå kva kategorien tyder, eller rett han i kjelda."},
  unknown_severity: {todo: "Sei frå kva verdien tyder, eller rett han i kjelda."},
  unknown_status: {todo: "Sei frå kva verdien tyder, eller rett han i kjelda."},
  unknown_direction: {todo: "Fyll ut retning."},
};

/** What can be wrong with one row, in bokmål. */
const bokmaal: Readonly<Partial<Record<ReasonKind, Reason>>> = {
  encoding: {what: "tegn som ikke kan leses", todo: "Lagre filen på nytt som UTF-8 eller CSV fra Excel."},
  control_chars: {what: "usynlige styretegn i teksten", todo: "Fjern tegnene i kilden og eksporter på nytt."},
  ragged_row: {
    what: "raden har feil antall kolonner",
    todo: "Se etter skilletegn eller linjeskift i en tekst uten anførselstegn.",
  },
  missing_required: {what: "en påkrevd verdi mangler", todo: "Fyll ut feltet i kilden."},
  bad_date: {what: "datoen kan ikke leses", todo: "Skriv datoen med dag, måned og år, for eksempel 31.12.2025."},
  ambiguous_date: {
    what: "datoen kan leses på flere måter",
    todo: "Skriv dagen først og året med fire sifre, som 31.12.2025.",
  },
  future_date: {what: "datoen ligger fram i tid", todo: "Rett datoen i kilden."},
  implausible_date: {what: "datoen er urimelig gammel", todo: "Rett datoen i kilden."},
  date_order: {what: "datoene kan ikke komme i denne rekkefølgen", todo: "Rett datoene i kilden."},
  duplicate_id: {
    what: "saksnummeret finnes fra før med annet innhold",
    todo: "Finn ut hvilken rad som gjelder, og ta bort den andre.",
  },
  bad_id: {what: "saksnummeret er ødelagt", todo: "Formater kolonnen som tekst før eksport."},
  unknown_municipality: {
    what: "kommunen er ikke kjent",
    todo: "Rett navnet i kilden, eller si fra hvilken kommune det er.",
  },
  invalid_municipality_for_date: {
    what: "kommunen fantes ikke på datoen",
    todo: "Bruk kommunen som gjaldt den dagen det skjedde.",
  },
  unknown_category: {
    what: "kategorien er ikke kjent på datoen",
    todo: "Si fra hva kategorien betyr, eller rett den i kilden.",
  },
  unknown_severity: {
    what: "alvorlighetsgraden er ikke kjent",
    todo: "Si fra hva verdien betyr, eller rett den i kilden.",
  },
  unknown_status: {what: "statusen er ikke kjent", todo: "Si fra hva verdien betyr, eller rett den i kilden."},
  unknown_direction: {what: "det går ikke fram hvem som melder til hvem", todo: "Fyll ut retning."},
  pii_in_structured_field: {
    what: "personopplysning i et felt som ikke skal ha det",
    todo: "Fjern personopplysningen i kilden og eksporter på nytt.",
  },
  oversize_cell: {what: "en celle er for lang", todo: "Kort ned teksten i kilden (høyst 32 767 tegn)."},
  formula_cell: {what: "en formel uten verdi", todo: "Lim inn verdiene i stedet for formlene."},
  error_cell: {what: "en celle med feilverdi", todo: "Rett cellen i Excel."},
  merged_cells: {what: "cellen er flettet sammen med en annen", todo: "Løs opp flettingen og fyll ut hver rad."},
  mojibake: {what: "teksten er kodet to ganger («Ã¥»)", todo: "Eksporter på nytt med rett tegnsett."},
};
