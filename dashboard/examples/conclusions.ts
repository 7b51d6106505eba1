import type {
  Comparison,
  Conclusions,
  Course,
  Place,
  Ranking,
  Visibility,
  Weighing,
} from "../../pipeline/contract/conclusions.ts";
import type {Row, Tables} from "../../pipeline/contract/tables.ts";
import {year} from "./counts.ts";

const residual = ["ANN", "UKJ"];
/** About what the pipeline says of categories in this order of size. */
const chances = [0.99, 0.96, 0.62, 0.36, 0.05, 0.02];

/** Invented conclusions in the shape the pipeline gives them; the statistics live where the dashboard cannot reach. */
export function exampleConclusions(tables: Tables, areas: readonly string[]): Conclusions {
  return {
    rankings: areas.map((omraade) => ranking(tables, omraade)),
    comparisons: tables.endring_per_kategori.flatMap(comparison),
    quiet: [],
    quietTests: [],
    visibility: tables.melding_per_kategori.flatMap(visibility),
    weighings: areas.flatMap((omraade) => weighings(tables, omraade)),
    courses: areas.flatMap((omraade) => courses(tables, omraade)),
  };
}

function ranking(tables: Tables, omraade: string): Ranking {
  const rows = tables.melding_per_kategori.filter(
    ({aar, omraade: area, retning, kategori, n}) =>
      aar === year && area === omraade && retning === "alle" && n !== null && ![...residual, "alle"].includes(kategori),
  );
  const falling = rows.sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
  return {omraade, differ: true, places: falling.map(({kategori}, index) => place(kategori, index, falling.length))};
}

function place(kategori: string, index: number, last: number): Place {
  const topThree = chances[index] ?? 0;
  const word = topThree >= 0.9 ? "robust" : topThree > 0.1 ? "open" : "utanfor";
  return {kategori, lower: Math.max(1, index), upper: Math.min(last, index + 2), topThree, word};
}

function comparison({omraade, kategori, n_foer, n_no, dom}: Row<"endring_per_kategori">): Comparison[] {
  if (kategori === "alle" || (n_foer ?? 0) + (n_no ?? 0) < 10) return [];
  return [{omraade, kategori, falseAlarm: 0.0115, holds: dom === "auke" || dom === "nedgang"}];
}

function visibility({aar, omraade, kategori, retning, n}: Row<"melding_per_kategori">): Visibility[] {
  if (aar !== year || retning !== "alle" || n === null || [...residual, "alle"].includes(kategori)) return [];
  const chance = Math.min(0.95, n / 80);
  const chances = [6, 12, 24].map((after) => ({after, chance: Math.min(1, (chance * after) / 12)}));
  return [{omraade, kategori, chances, smallest: 0.4, advice: chance >= 0.8 ? "tel_meldingar" : "vel_prosessmaal"}];
}

/** The direction from the municipalities has one high quarter; every series that is wholly shown is charted. */
function courses(tables: Tables, omraade: string): Course[] {
  const own = tables.melding_per_kvartal.filter((row) => row.omraade === omraade);
  const kinds = new Set(own.map(({kategori, retning}) => `${kategori} ${retning}`));
  return [...kinds].flatMap((kind) => {
    const [kategori = "", retning = ""] = kind.split(" ");
    const rows = own.filter((row) => row.kategori === kategori && row.retning === retning);
    const [from] = rows;
    if (!from || rows.some(({status}) => status !== "published")) return [];
    return [
      {
        ...{omraade, kategori, retning, quarters: rows.length, moved: false, falseAlarm: 0.06, incomplete: false},
        from: {aar: from.aar, kvartal: from.kvartal},
        ...{chart: "c", reason: "steady-exposure"},
        outside: retning === "K2H" ? [{aar: year, kvartal: 2, side: "above"}] : [],
      } as const,
    ];
  });
}

function weighings(tables: Tables, omraade: string): Weighing[] {
  const rows = tables.breidde_per_kategori.filter((row) => row.omraade === omraade && row.kommunar !== null);
  return rows.slice(0, chances.length).map(({kategori}, index) => ({
    omraade,
    kategori,
    criteria: {
      mengd: exactly(1 - index * 0.15),
      alvor: index === 3 ? {lower: 0, upper: 1} : exactly(0.4 + index * 0.12),
      breidde: exactly(1),
    },
    first: chances[index] ?? 0,
    word: place(kategori, index, chances.length).word,
  }));
}

function exactly(value: number) {
  return {lower: value, upper: value};
}
