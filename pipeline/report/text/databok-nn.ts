import type {TableName} from "../../contract/tables.ts";

interface SheetText {
  /** At most 31 characters, as Excel allows. */
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
}

export interface DatabokText {
  readonly title: string;
  readonly about: string;
  readonly what: string;
  readonly content: string;
  readonly period: string;
  readonly source: string;
  readonly unit: string;
  readonly sheet: string;
  readonly rows: (n: string) => string;
  /** The channel of a party that uses it alone. */
  readonly ownSystem: string;
  readonly tables: Readonly<Record<TableName, SheetText>>;
  /** Heads where the word of the glossary does not tell two columns apart. */
  readonly heads: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

/** The words of the data book, in nynorsk. */
export const databokNn: DatabokText = {
  title: "Databok",
  about: "Om",
  what: "Kva",
  content: "Innhald",
  period: "Periode",
  source: "Kjelde",
  unit: "Eining",
  sheet: "Ark",
  rows: (n) => (n === "1" ? "1 rad." : `${n} rader.`),
  ownSystem: "eige system",
  tables: {
    melding_per_kategori: {
      name: "Meldingar per kategori",
      definition: "Éi rad per år, område, kategori og retning, med 95 %-intervall for talet på meldingar.",
      unit: "talet på meldingar",
    },
    melding_per_kvartal: {
      name: "Meldingar per kvartal",
      definition: "Éi rad per år, kvartal, område, kategori og retning.",
      unit: "talet på meldingar",
    },
    melding_per_fagomraade: {
      name: "Meldingar per fagområde",
      definition: "Éi rad per år, område og fagområde.",
      unit: "talet på meldingar",
    },
    melding_per_kommune: {
      name: "Meldingar per kommune",
      definition:
        "Éi rad per år, kommune og retning. Raten er meldingar per 1 000 innbyggjarar, med 95 %-intervall. Ein kommune som ikkje finst lenger, har ingen rate.",
      unit: "talet på meldingar, og meldingar per 1 000 innbyggjarar",
    },
    endring_per_kategori: {
      name: "Endring frå året før",
      definition:
        "Éi rad per år, område og kategori: året mot året før. Forholdet står med 95 %-intervall. «Fleire» og «Færre» står berre der 99 %-intervallet ikkje inneheld 1.",
      unit: "talet på meldingar, og forholdet mellom åra",
    },
    andel_per_omraade: {
      name: "Delar per område",
      definition: "Éi rad per år, område og mål: teljar, nemnar og del med 95 %-intervall etter Wilson.",
      unit: "del av meldingane",
    },
    andel_per_kategori: {
      name: "Alvor og pasientgruppe",
      definition:
        "Éi rad per LSU, kategori og mål i rapportåret: kor mange av meldingane som er moderate eller meir alvorlege, og kor mange som gjeld kvar pasientgruppe.",
      unit: "talet på meldingar",
    },
    breidde_per_kategori: {
      name: "Breidde per kategori",
      definition:
        "Éi rad per LSU og kategori i rapportåret: kor mange kommunar meldingane gjeld. Talet står berre der det ikkje fortel kor mange meldingar éin kommune har.",
      unit: "talet på kommunar",
    },
    median_per_omraade: {
      name: "Medianar per område",
      definition: "Éi rad per år, område og mål: medianen i heile dagar, og talet på meldingar bak han.",
      unit: "dagar",
    },
    levering_per_part: {
      name: "Levering per part",
      definition: "Éi rad per år og part: om meldingane er komne inn. Manglande levering er ikkje null meldingar.",
      unit: "levering",
    },
    rekneskap: {
      name: "Rekneskap",
      definition: "Éi rad per steg og utfall: kvar det vart av alle rader i filene.",
      unit: "talet på rader",
    },
    omraade: {
      name: "Område",
      definition: "Éi rad per år og område: fylket, LSU og kommunane, og kva LSU kommunen høyrde til.",
      unit: "område",
    },
    kategori: {
      name: "Kategoriar",
      definition: "Éi rad per kategori og akse, i den rekkjefølgja dei blir trykte, med definisjon og utval.",
      unit: "kategori",
    },
    brot: {
      name: "Brot i seriane",
      definition: "Éi rad per brot: kva som skjedde, og om tal før og etter kan samanliknast.",
      unit: "brot",
    },
    utval: {
      name: "Utval",
      definition: "Éi rad per samarbeidsutval, med delavtalen fagutvalet har ansvar for.",
      unit: "utval",
    },
  },
  heads: {
    n: "Meldingar",
    n_foer: "Meldingar året før",
    n_no: "Meldingar i året",
    nn: "Namn",
    definisjon_nn: "Definisjon",
    "kategori.kode": "Kode",
    "omraade.id": "Kode",
    "utval.id": "Kode",
    "utval.delavtale": "Delavtale",
    "brot.id": "Kode",
    "brot.nn": "Kva",
    "median_per_omraade.median": "Median i dagar",
    "median_per_omraade.n": "Meldingar bak medianen",
  },
  words: {
    "maal.alle_felt_fylte": "Alle felt fylte",
    "maal.anna_eller_ukjend": "«Anna» eller utan kategori",
    "maal.meldt_av_begge": "Melde frå begge sider",
    "maal.svart_innan_frist": "Svar innan fristen",
    "maal.alvorleg": "Moderate eller meir alvorlege",
    "maal.gruppe_ingen": "Utan pasientgruppe",
    "maal.dagar_til_melding": "Dagar frå hending til melding",
    "maal.dagar_til_svar": "Dagar frå melding til svar",
    "status.published": "vist",
    "status.hidden": "skjult",
    "status.missing": "manglar",
    "status.not_applicable": "ikkje aktuelt",
    "steg.ingest": "innlesing",
    "steg.normalise": "tilpassing",
    "steg.link": "kopling",
    "type.fylke": "fylke",
    "type.lsu": "LSU",
    "type.kommune": "kommune",
    "type.ssu": "SSU",
    "type.fsu": "FSU",
    "type.sekretariat": "sekretariat",
    "sikkerheit.hoeg": "høg",
    "sikkerheit.middels": "middels",
    "sikkerheit.laag": "låg",
    "sikkerheit.antatt": "teken for gitt, ikkje stadfesta",
    "delt.true": "ja",
    "delt.false": "nei",
    "akse.feiltype": "kva svikta",
    "akse.fagomraade": "fagområde",
    "verknad.stopp": "blir ikkje samanlikna over brotet",
    "verknad.merk": "blir merkt, men samanlikna",
  },
};
