import type {TermId} from "./terms.ts";

export type ColumnType = "SMALLINT" | "INTEGER" | "DOUBLE" | "VARCHAR" | "BOOLEAN";

export interface Column {
  readonly type: ColumnType;
  readonly term: TermId;
  /** A measure is empty unless the row's status is `published`. */
  readonly measure?: true;
  readonly nullable?: true;
}

export interface Table {
  readonly grain: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

const aar = {type: "SMALLINT", term: "aar"} as const;
const omraade = {type: "VARCHAR", term: "omraade"} as const;
const kategori = {type: "VARCHAR", term: "kategori"} as const;
const retning = {type: "VARCHAR", term: "retning"} as const;
const maal = {type: "VARCHAR", term: "maal"} as const;
const status = {type: "VARCHAR", term: "status"} as const;
const n = {type: "INTEGER", term: "melding", measure: true} as const;
const lower = {type: "DOUBLE", term: "nedre", measure: true} as const;
const upper = {type: "DOUBLE", term: "oevre", measure: true} as const;
const namn = {type: "VARCHAR", term: "namn"} as const;
const text = {type: "VARCHAR", term: "tekst"} as const;
const nullableText = {...text, nullable: true} as const;

/**
 * Every table that leaves the pipeline. `omraade` is `fylke`, `lsu-<name>` or a municipality number;
 * `kategori`, `retning` and `fagomraade` have the member `alle` for the total.
 */
export const tables = {
  melding_per_kategori: {
    grain: "One row per year, area, category and direction.",
    key: ["aar", "omraade", "kategori", "retning"],
    columns: {aar, omraade, kategori, retning, n, nedre: lower, oevre: upper, status},
  },
  melding_per_kvartal: {
    grain: "One row per year, quarter, area, category and direction.",
    key: ["aar", "kvartal", "omraade", "kategori", "retning"],
    columns: {aar, kvartal: {type: "SMALLINT", term: "kvartal"}, omraade, kategori, retning, n, status},
  },
  melding_per_fagomraade: {
    grain: "One row per year, area and field of service.",
    key: ["aar", "omraade", "fagomraade"],
    columns: {aar, omraade, fagomraade: {type: "VARCHAR", term: "fagomraade"}, n, status},
  },
  melding_per_kommune: {
    grain:
      "One row per year, municipality and direction; rate is reports per 1 000 inhabitants with a 95 % interval, and empty for a municipality that is gone.",
    key: ["aar", "kommune", "retning"],
    columns: {
      aar,
      kommune: {type: "VARCHAR", term: "kommune"},
      retning,
      folketal: {type: "INTEGER", term: "folketal", nullable: true},
      n,
      rate: {type: "DOUBLE", term: "rate", measure: true, nullable: true},
      nedre: {...lower, nullable: true},
      oevre: {...upper, nullable: true},
      status,
    },
  },
  endring_per_kategori: {
    grain: "One row per year, area and category: the year against the year before.",
    key: ["aar", "omraade", "kategori"],
    columns: {
      aar,
      omraade,
      kategori,
      n_foer: {type: "INTEGER", term: "melding", measure: true},
      n_no: {type: "INTEGER", term: "melding", measure: true},
      forhold: {type: "DOUBLE", term: "forhold", measure: true},
      nedre: lower,
      oevre: upper,
      dom: {type: "VARCHAR", term: "dom", measure: true},
      grunn: {type: "VARCHAR", term: "grunn", nullable: true},
      status,
    },
  },
  andel_per_omraade: {
    grain: "One row per year, area and measure; share with a 95 % Wilson interval.",
    key: ["aar", "omraade", "maal"],
    columns: {
      aar,
      omraade,
      maal,
      teljar: {type: "INTEGER", term: "teljar", measure: true},
      nemnar: {type: "INTEGER", term: "nemnar", measure: true},
      andel: {type: "DOUBLE", term: "andel", measure: true, nullable: true},
      nedre: {...lower, nullable: true},
      oevre: {...upper, nullable: true},
      status,
    },
  },
  andel_per_kategori: {
    grain:
      "One row per LSU, category and measure in the report year: reports moderate or worse, and of each priority patient group.",
    key: ["aar", "omraade", "kategori", "maal"],
    columns: {
      aar,
      omraade,
      kategori,
      maal,
      teljar: {type: "INTEGER", term: "teljar", measure: true},
      nemnar: {type: "INTEGER", term: "nemnar", measure: true},
      status,
    },
  },
  breidde_per_kategori: {
    grain: "One row per LSU and category in the report year: how many municipalities the reports are about.",
    key: ["aar", "omraade", "kategori"],
    columns: {aar, omraade, kategori, n, kommunar: {type: "SMALLINT", term: "breidde", measure: true}, status},
  },
  median_per_omraade: {
    grain: "One row per year, area and measure; median in whole days.",
    key: ["aar", "omraade", "maal"],
    columns: {
      aar,
      omraade,
      maal,
      n,
      median: {type: "INTEGER", term: "median", measure: true, nullable: true},
      status,
    },
  },
  levering_per_part: {
    grain: "One row per year and party (a municipality number or hf): did its reports arrive.",
    key: ["aar", "part"],
    columns: {
      aar,
      part: {type: "VARCHAR", term: "part"},
      kanal: {type: "VARCHAR", term: "kanal"},
      levering: {type: "VARCHAR", term: "levering"},
    },
  },
  rekneskap: {
    grain: "One row per stage and outcome: the account of the whole run.",
    key: ["steg", "utfall"],
    columns: {
      nr: {type: "SMALLINT", term: "nr"},
      steg: {type: "VARCHAR", term: "steg"},
      utfall: {type: "VARCHAR", term: "utfall"},
      rader: {type: "INTEGER", term: "rader"},
    },
  },
  omraade: {
    grain: "One row per year and area: county, LSU or municipality.",
    key: ["aar", "id"],
    columns: {
      aar,
      id: omraade,
      type: {type: "VARCHAR", term: "omraadetype"},
      namn,
      lsu: {type: "VARCHAR", term: "lsu", nullable: true},
      delt: {type: "BOOLEAN", term: "delt"},
      sikkerheit: {type: "VARCHAR", term: "sikkerheit"},
    },
  },
  kategori: {
    grain: "One row per category and axis (feiltype, fagomraade), in print order.",
    key: ["akse", "kode"],
    columns: {
      nr: {type: "SMALLINT", term: "nr"},
      akse: {type: "VARCHAR", term: "akse"},
      kode: kategori,
      nn: text,
      nb: text,
      definisjon_nn: text,
      definisjon_nb: text,
      rute: {type: "VARCHAR", term: "rute", nullable: true},
      sikkerheit: {type: "VARCHAR", term: "sikkerheit"},
    },
  },
  brot: {
    grain: "One row per series break.",
    key: ["id"],
    columns: {
      id: {type: "VARCHAR", term: "brot"},
      dato: {type: "VARCHAR", term: "dato"},
      kategori: {type: "VARCHAR", term: "kategori", nullable: true},
      kommune: {type: "VARCHAR", term: "kommune", nullable: true},
      verknad: {type: "VARCHAR", term: "verknad"},
      nn: text,
      nb: text,
    },
  },
  utval: {
    grain: "One row per committee that stands behind a route.",
    key: ["id"],
    columns: {
      id: {type: "VARCHAR", term: "utval"},
      type: {type: "VARCHAR", term: "utvalstype"},
      nn: text,
      nb: text,
      delavtale: nullableText,
    },
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;

type Scalar<T extends ColumnType> = T extends "VARCHAR" ? string : T extends "BOOLEAN" ? boolean : number;
type Value<C extends Column> = C extends {measure: true} | {nullable: true}
  ? Scalar<C["type"]> | null
  : Scalar<C["type"]>;
type ColumnsOf<N extends TableName> = (typeof tables)[N]["columns"];

/** One row of a published table. */
export type Row<N extends TableName> = {
  readonly [K in keyof ColumnsOf<N>]: ColumnsOf<N>[K] extends Column
    ? K extends "status"
      ? import("./cell.ts").CellStatus
      : Value<ColumnsOf<N>[K]>
    : never;
};

/** All published tables of one edition. */
export type Tables = {readonly [N in TableName]: readonly Row<N>[]};

export const tableNames = Object.keys(tables) as TableName[];
