import type {ColumnType} from "../contract/tables.ts";

/** The columns every register row ends with: when it holds, where it comes from, and how sure it is. */
export const provenance = ["gyldig_fra", "gyldig_til", "kjelde", "sikkerheit"] as const;

/** How sure a fact is; `antatt` is an assumption made here that nobody has confirmed. */
export const certainties = ["hoeg", "middels", "laag", "antatt"] as const;

type RegisterColumns = Readonly<Record<string, ColumnType>>;

/** Every register: file stem, and its own columns in order. A trailing `?` allows an empty value. */
export const registers = {
  helsefellesskap: {
    id: "VARCHAR",
    namn_nn: "VARCHAR",
    namn_nb: "VARCHAR",
    foretak_nn: "VARCHAR",
    foretak_nb: "VARCHAR",
    foretak_kort: "VARCHAR",
  },
  kommune: {kommunenr: "VARCHAR", namn: "VARCHAR"},
  kommune_endring: {fraa_nr: "VARCHAR", til_nr: "VARCHAR", type: "VARCHAR", "merknad?": "VARCHAR"},
  kommune_alias: {alias: "VARCHAR", kommunenr: "VARCHAR"},
  lsu_medlem: {kommunenr: "VARCHAR", lsu: "VARCHAR"},
  folketal: {aar: "SMALLINT", kommunenr: "VARCHAR", folketal: "INTEGER"},
  kategori: {
    nr: "SMALLINT",
    akse: "VARCHAR",
    kode: "VARCHAR",
    nn: "VARCHAR",
    nb: "VARCHAR",
    definisjon_nn: "VARCHAR",
    definisjon_nb: "VARCHAR",
  },
  kategori_mapping: {avsendar: "VARCHAR", original: "VARCHAR", kategori: "VARCHAR", "fagomraade?": "VARCHAR"},
  alvor_mapping: {avsendar: "VARCHAR", original: "VARCHAR", alvor: "VARCHAR"},
  avsendar: {id: "VARCHAR", nn: "VARCHAR", nb: "VARCHAR"},
  delavtale: {id: "VARCHAR", versjon: "VARCHAR", nn: "VARCHAR", nb: "VARCHAR"},
  utval: {id: "VARCHAR", type: "VARCHAR", kort: "VARCHAR", nn: "VARCHAR", nb: "VARCHAR", "delavtale?": "VARCHAR"},
  rute: {kategori: "VARCHAR", utval: "VARCHAR"},
  frist: {gjeld: "VARCHAR", dagar: "INTEGER"},
  forventa_levering: {part: "VARCHAR", kanal: "VARCHAR"},
  stadfesta_null: {part: "VARCHAR", aar: "SMALLINT"},
  brot: {
    id: "VARCHAR",
    dato: "VARCHAR",
    "kategori?": "VARCHAR",
    "kommune?": "VARCHAR",
    verknad: "VARCHAR",
    nn: "VARCHAR",
    nb: "VARCHAR",
  },
  typisk_forloep: {kategori: "VARCHAR", "lsu?": "VARCHAR", nn: "VARCHAR", nb: "VARCHAR", datagrunnlag: "VARCHAR"},
  vekt: {kriterium: "VARCHAR", vekt: "INTEGER"},
  pasientgruppe: {kode: "VARCHAR", nn: "VARCHAR", nb: "VARCHAR"},
  spraakprofil: {gjeld: "VARCHAR", maalform: "VARCHAR", laast: "VARCHAR"},
  antaking: {id: "VARCHAR", nn: "VARCHAR", nb: "VARCHAR"},
  terskel: {utgaave: "VARCHAR", terskel: "INTEGER"},
  tiltak: {
    id: "VARCHAR",
    utval: "VARCHAR",
    maal_nn: "VARCHAR",
    maal_nb: "VARCHAR",
    "delmaal_nn?": "VARCHAR",
    "delmaal_nb?": "VARCHAR",
    nn: "VARCHAR",
    nb: "VARCHAR",
    "eigar_kommune?": "VARCHAR",
    "eigar_sjukehus?": "VARCHAR",
    "indikator_nn?": "VARCHAR",
    "indikator_nb?": "VARCHAR",
    "spaadom_nn?": "VARCHAR",
    "spaadom_nb?": "VARCHAR",
    fraa: "VARCHAR",
    "til?": "VARCHAR",
    status: "VARCHAR",
    "effekt?": "VARCHAR",
    "kategori?": "VARCHAR",
    "kategori_sikkerheit?": "VARCHAR",
    "gruppe?": "VARCHAR",
  },
  aarshjul: {id: "VARCHAR", fraa: "VARCHAR", til: "VARCHAR", kven: "VARCHAR", nn: "VARCHAR", nb: "VARCHAR"},
  indikator: {kode: "VARCHAR", nn: "VARCHAR", nb: "VARCHAR", eining: "VARCHAR", "nemnar?": "VARCHAR"},
  samhandlingsdata: {
    indikator: "VARCHAR",
    aar: "SMALLINT",
    kommunenr: "VARCHAR",
    "sjukehus?": "VARCHAR",
    "verdi?": "DOUBLE",
    henta: "VARCHAR",
  },
  retting: {avsendar: "VARCHAR", saksnr: "VARCHAR", felt: "VARCHAR", "expect?": "VARCHAR", "verdi?": "VARCHAR"},
} as const satisfies Record<string, RegisterColumns>;

/** Registers that a county may do without: a file that is not there has no rows. */
export const optionalRegisters: ReadonlySet<string> = new Set<keyof typeof registers>([
  "indikator",
  "samhandlingsdata",
  "retting",
]);

export type RegisterName = keyof typeof registers;
