import type {Row, Tables} from "../../pipeline/contract/tables.ts";
import {fagomraade, feiltypar, kategoriRows} from "./categories.ts";
import {type Count, counts, delivered, year, years} from "./counts.ts";
import {confirmedZero, lsuNames, places, withoutDelivery} from "./places.ts";
import {byar, wilson} from "./random.ts";

const empty = {n: null, nedre: null, oevre: null};
const directions = ["alle", "K2H", "H2K"] as const;
const codes = ["alle", ...feiltypar.map((category) => category.kode)];

interface Scope {
  readonly all: readonly Count[];
  readonly areas: readonly string[];
  readonly threshold: number;
}

function sum(rows: readonly Count[]): number {
  return rows.reduce((total, row) => total + row.n, 0);
}

function within(rows: readonly Count[], omraade: string): readonly Count[] {
  return omraade === "fylke" ? rows : rows.filter((row) => row.lsu === omraade);
}

function cell(n: number, threshold: number) {
  if (n > 0 && n < threshold) return {...empty, status: "hidden" as const};
  return {n, ...byar(n), status: "published" as const};
}

function select(rows: readonly Count[], kategori: string, retning: string): readonly Count[] {
  return rows.filter(
    (row) => (kategori === "alle" || row.kategori === kategori) && (retning === "alle" || row.retning === retning),
  );
}

function perKategori({all, areas, threshold}: Scope): Row<"melding_per_kategori">[] {
  return years.flatMap((aar) =>
    areas.flatMap((omraade) => {
      const rows = within(all, omraade).filter((row) => row.aar === aar);
      return codes.flatMap((kategori) =>
        directions.map((retning) => ({
          ...{aar, omraade, kategori, retning},
          ...cell(sum(select(rows, kategori, retning)), threshold),
        })),
      );
    }),
  );
}

function perKvartal({all, areas, threshold}: Scope): Row<"melding_per_kvartal">[] {
  return years.flatMap((aar) =>
    [1, 2, 3, 4].flatMap((kvartal) =>
      areas.flatMap((omraade) => {
        const rows = within(all, omraade).filter((row) => row.aar === aar && row.kvartal === kvartal);
        return codes.flatMap((kategori) =>
          directions.map((retning) => {
            const {n, status} = cell(sum(select(rows, kategori, retning)), threshold);
            return {aar, kvartal, omraade, kategori, retning, n, status};
          }),
        );
      }),
    ),
  );
}

function perKommune({all, areas, threshold}: Scope): Row<"melding_per_kommune">[] {
  return placesOf(areas).flatMap(({id, folketal}) =>
    (["K2H", "H2K"] as const).map((retning) => {
      const key = {aar: year, kommune: id, retning, folketal};
      if (retning === "K2H" && !delivered(year, id)) return {...key, ...empty, rate: null, status: "missing" as const};
      const rows = all.filter((row) => row.aar === year && row.kommune === id && row.retning === retning);
      const {n, nedre, oevre, status} = cell(sum(rows), threshold);
      const per = (value: number | null) => (value === null ? null : (value / folketal) * 1000);
      return {...key, n, rate: per(n), nedre: per(nedre), oevre: per(oevre), status};
    }),
  );
}

function placesOf(areas: readonly string[]) {
  return areas.length > 2 ? places : places.filter((place) => areas.includes(place.lsu));
}

function endring({all, areas, threshold}: Scope): Row<"endring_per_kategori">[] {
  return areas.flatMap((omraade) =>
    codes.map((kategori) => {
      const of = (aar: number) => sum(select(within(all, omraade), kategori, "alle").filter((row) => row.aar === aar));
      return {aar: year, omraade, kategori, ...change(of(year - 1), of(year), {kategori, threshold})};
    }),
  );
}

function change(n_foer: number, n_no: number, {kategori, threshold}: {kategori: string; threshold: number}) {
  const nothing = {n_foer: null, n_no: null, forhold: null, nedre: null, oevre: null, dom: null, grunn: null};
  if (kategori === "MLD") return {...nothing, grunn: "brot", status: "not_applicable" as const};
  if (n_foer < threshold || n_no < threshold) return {...nothing, status: "hidden" as const};
  const step = 2 * (Math.sqrt(n_no) - Math.sqrt(n_foer));
  const certain = Math.abs(step) / Math.SQRT2 > 2.576;
  const verdict = certain ? (step > 0 ? "auke" : "nedgang") : "uviss";
  const dom = n_foer + n_no < 10 ? "for_faa" : verdict;
  const spread = Math.exp(1.96 * Math.sqrt(1 / n_no + 1 / n_foer));
  const forhold = n_no / n_foer;
  const limits = {nedre: forhold / spread, oevre: forhold * spread};
  return {n_foer, n_no, forhold, ...limits, dom, grunn: null, status: "published" as const};
}

function andel({all, areas}: Scope): Row<"andel_per_omraade">[] {
  const shares = {svart_innan_frist: 0.54, alle_felt_fylte: 0.92, anna_eller_ukjend: 0.04, meldt_av_begge: 0.07};
  return areas.flatMap((omraade) => {
    const nemnar = sum(within(all, omraade).filter((row) => row.aar === year));
    return Object.entries(shares).map(([maal, share]) => {
      const teljar = Math.round(nemnar * share);
      const limits = wilson(teljar, nemnar);
      return {
        aar: year,
        omraade,
        maal,
        teljar,
        nemnar,
        andel: teljar / nemnar,
        ...limits,
        status: "published" as const,
      };
    });
  });
}

function andelPerKategori({all, areas, threshold}: Scope): Row<"andel_per_kategori">[] {
  const shares = {alvorleg: 0.35, gruppe_ELDRE: 0.6, gruppe_ingen: 0.4};
  return byCategory({all, areas, threshold}).flatMap(({n, ...key}) =>
    Object.entries(shares).map(([maal, share]) => {
      const teljar = Math.round(n * share);
      const isSmall = [teljar, n - teljar, n].some((value) => value > 0 && value < threshold);
      return {
        ...{...key, maal},
        ...(isSmall
          ? {teljar: null, nemnar: null, status: "hidden" as const}
          : {teljar, nemnar: n, status: "published" as const}),
      };
    }),
  );
}

function breidde(scope: Scope): Row<"breidde_per_kategori">[] {
  return byCategory(scope).map(({n, ...key}) =>
    n < 10 + scope.threshold
      ? {...key, n: null, kommunar: null, status: "not_applicable" as const}
      : {...key, n, kommunar: 7, status: "published" as const},
  );
}

function byCategory({all, areas}: Scope) {
  const local = areas.filter((omraade) => omraade !== "fylke");
  return local.flatMap((omraade) =>
    feiltypar
      .filter(({kode}) => kode !== "ANN" && kode !== "UKJ")
      .map(({kode}) => ({
        aar: year,
        omraade,
        kategori: kode,
        n: sum(select(within(all, omraade), kode, "alle").filter((row) => row.aar === year)),
      })),
  );
}

function medians({all, areas}: Scope): Row<"median_per_omraade">[] {
  return areas.flatMap((omraade) =>
    Object.entries({dagar_til_melding: 18, dagar_til_svar: 26}).map(([maal, median]) => {
      const n = sum(within(all, omraade).filter((row) => row.aar === year));
      return {aar: year, omraade, maal, n, median, status: "published" as const};
    }),
  );
}

function perFagomraade({all, areas, threshold}: Scope): Row<"melding_per_fagomraade">[] {
  return areas.flatMap((omraade) => {
    const total = sum(within(all, omraade).filter((row) => row.aar === year));
    return fagomraade.map(({kode, weight}) => {
      const {n, status} = cell(Math.round(total * weight * 0.96), threshold);
      return {aar: year, omraade, fagomraade: kode, n, status};
    });
  });
}

function leveringar({areas}: Scope): Row<"levering_per_part">[] {
  const levering = (id: string) => (confirmedZero.includes(id) ? "stadfesta_null" : "levert");
  return [
    {aar: year, part: "hf", kanal: "eige system", levering: "levert"},
    ...placesOf(areas).map(({id}) => ({
      ...{aar: year, part: id, kanal: "eige system"},
      levering: withoutDelivery.includes(id) ? "manglar" : levering(id),
    })),
  ];
}

function omraade({areas}: Scope): Row<"omraade">[] {
  const row = {aar: year, delt: false, sikkerheit: "antatt"};
  return [
    {...row, id: "fylke", type: "fylke", namn: "Møre og Romsdal", lsu: null},
    ...areas
      .filter((id) => id !== "fylke")
      .map((id) => ({...row, id, type: "lsu", namn: lsuNames[id] ?? id, lsu: null})),
    ...placesOf(areas).map(({id, namn, lsu}) => ({...row, id, type: "kommune", namn, lsu})),
  ];
}

const brot: readonly Row<"brot">[] = [
  {
    id: "helseplattformen",
    dato: "2024-04-27",
    kategori: "MLD",
    kommune: null,
    verknad: "stopp",
    nn: "Helseplattformen teken i bruk",
    nb: "Helseplattformen tatt i bruk",
  },
  {
    id: "avtale",
    dato: "2025-01-01",
    kategori: null,
    kommune: null,
    verknad: "merk",
    nn: "Ny samarbeidsavtale",
    nb: "Ny samarbeidsavtale",
  },
];

const outcomes = [
  ["ingest", "rader_inn", 2104],
  ["ingest", "tomme_og_summar", 12],
  ["ingest", "testrader", 4],
  ["normalise", "karantene", 21],
  ["normalise", "utanfor", 47],
  ["normalise", "levert_foer", 34],
  ["normalise", "godteke", 1986],
  ["link", "forbetringsforslag", 88],
  ["link", "avvik", 1898],
  ["link", "hendingar", 1790],
] as const;

const rekneskap: readonly Row<"rekneskap">[] = outcomes.map(([steg, utfall, rader], index) => ({
  nr: index + 1,
  steg,
  utfall,
  rader,
}));

export function exampleTables(areas: readonly string[], threshold: number): Tables {
  const scope = {all: counts(), areas, threshold};
  return {
    melding_per_kategori: perKategori(scope),
    melding_per_kvartal: perKvartal(scope),
    melding_per_fagomraade: perFagomraade(scope),
    melding_per_kommune: perKommune(scope),
    endring_per_kategori: endring(scope),
    andel_per_omraade: andel(scope),
    andel_per_kategori: andelPerKategori(scope),
    breidde_per_kategori: breidde(scope),
    median_per_omraade: medians(scope),
    levering_per_part: leveringar(scope),
    rekneskap,
    omraade: omraade(scope),
    kategori: kategoriRows,
    brot,
    utval: [],
  };
}
