import type {Row} from "../../pipeline/contract/tables.ts";

type Kategori = Row<"kategori">;

export interface ExampleCategory {
  readonly kode: string;
  readonly nn: string;
  readonly nb: string;
  /** Share of all reports. */
  readonly weight: number;
  /** Share of them that the trust reports about a municipality. */
  readonly h2k: number;
  /** The report year's level against the years before. */
  readonly change: number;
}

const category = (
  kode: string,
  [nn, nb]: readonly [string, string],
  [weight, h2k, change]: readonly [number, number, number],
): ExampleCategory => ({kode, nn, nb, weight, h2k, change});

export const feiltypar: readonly ExampleCategory[] = [
  category("INN", ["Innlegging", "Innleggelse"], [0.13, 0.75, 1]),
  category("UTS", ["Utskriving: planlegging og tidspunkt", "Utskriving: planlegging og tidspunkt"], [0.17, 0.1, 1]),
  category("EPI", ["Epikrise og dokumentasjon", "Epikrise og dokumentasjon"], [0.16, 0.08, 0.45]),
  category("LEG", ["Legemiddel", "Legemidler"], [0.17, 0.12, 1.9]),
  category("MLD", ["E-meldingar og IKT", "E-meldinger og IKT"], [0.1, 0.45, 1]),
  category("INF", ["Informasjon til pasient og pårørande", "Informasjon til pasient og pårørende"], [0.05, 0.3, 1]),
  category("ANS", ["Ansvar og oppgåvefordeling", "Ansvar og oppgavefordeling"], [0.06, 0.4, 1]),
  category("HJM", ["Hjelpemiddel og utstyr", "Hjelpemidler og utstyr"], [0.06, 0.2, 1]),
  category("TRA", ["Transport", "Transport"], [0.03, 0.3, 1]),
  category("TIL", ["Tilvising og poliklinikk", "Henvisning og poliklinikk"], [0.03, 0.3, 1]),
  category("ANN", ["Anna", "Annet"], [0.03, 0.3, 1]),
  category("UKJ", ["Ikkje klassifisert", "Ikke klassifisert"], [0.01, 0.3, 1]),
];

export const fagomraade: readonly ExampleCategory[] = [
  category("SOM", ["Somatikk", "Somatikk"], [0.62, 0, 1]),
  category("PSY", ["Psykisk helse", "Psykisk helse"], [0.13, 0, 1]),
  category("RUS", ["Rus", "Rus"], [0.04, 0, 1]),
  category("BAR", ["Barn og unge", "Barn og unge"], [0.04, 0, 1]),
  category("FOD", ["Svangerskap og barsel", "Svangerskap og barsel"], [0.03, 0, 1]),
  category("REH", ["Rehabilitering", "Rehabilitering"], [0.06, 0, 1]),
  category("AKU", ["Legevakt og akutt", "Legevakt og akutt"], [0.08, 0, 1]),
];

const rows = (akse: string, all: readonly ExampleCategory[]): Kategori[] =>
  all.map(({kode, nn, nb}, index) => ({
    nr: index + 1,
    akse,
    kode,
    nn,
    nb,
    definisjon_nn: `Meldingar om ${nn.toLowerCase()}.`,
    definisjon_nb: `Meldinger om ${nb.toLowerCase()}.`,
    rute: null,
    sikkerheit: "antatt",
  }));

export const kategoriRows: readonly Kategori[] = [...rows("feiltype", feiltypar), ...rows("fagomraade", fagomraade)];
