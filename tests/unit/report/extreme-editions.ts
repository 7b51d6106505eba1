import {exampleSsu} from "../../../dashboard/examples/published.ts";
import type {Language, PageFacts} from "../../../pipeline/contract/edition.ts";
import type {Tables} from "../../../pipeline/contract/tables.ts";

interface Made {
  readonly tables: Tables;
  readonly facts: PageFacts;
}

type Change = (made: Made) => Made;
type AnyRow = Readonly<Record<string, unknown>>;

const measures = [
  "n",
  "nedre",
  "oevre",
  "rate",
  "n_foer",
  "n_no",
  "forhold",
  "dom",
  "teljar",
  "nemnar",
  "andel",
  "kommunar",
  "median",
];

/** Every row of every table with a status, changed. */
function rowsChanged(tables: Tables, change: (row: AnyRow) => AnyRow): Tables {
  const entries = Object.entries(tables).map(([name, rows]) => [
    name,
    (rows as readonly AnyRow[]).map((row) => ("status" in row ? change(row) : row)),
  ]);
  return Object.fromEntries(entries) as Tables;
}

const withMeasures = (row: AnyRow, value: unknown): AnyRow =>
  Object.fromEntries(Object.entries(row).map(([name, own]) => [name, measures.includes(name) ? value : own]));

/** Nobody reported anything in any year: zeros are shown, and what is divided by them is not there. */
const nothing: Change = ({tables, facts}) => ({
  facts: {...facts, conclusions: {...facts.conclusions, comparisons: []}},
  tables: rowsChanged(tables, (row) => {
    const zero = Object.fromEntries(
      ["n", "n_foer", "n_no", "teljar", "nemnar"].filter((name) => name in row).map((name) => [name, 0]),
    );
    const isRatio = "forhold" in row || "andel" in row || "median" in row;
    return {
      ...withMeasures(row, null),
      ...(isRatio ? {} : zero),
      ...("nedre" in row && !isRatio ? {nedre: 0, oevre: 3.69} : {}),
      status: isRatio ? "not_applicable" : "published",
    };
  }),
});

const hidden: Change = ({tables, facts}) => ({
  facts,
  tables: rowsChanged(tables, (row) => ({...withMeasures(row, null), status: "hidden"})),
});

const oneLsu: Change = ({tables, facts}) => ({
  facts,
  tables: {
    ...tables,
    omraade: tables.omraade.filter(({id, type, lsu}) => type === "fylke" || id === "lsu-molde" || lsu === "lsu-molde"),
  },
});

const oneCategory: Change = ({tables, facts}) => ({
  facts,
  tables: {
    ...tables,
    kategori: tables.kategori.filter(({akse}, index, all) => all.findIndex((row) => row.akse === akse) === index),
  },
});

const long = "Øvre Sørfjorden og omkringliggjande dalføre samarbeidskommune";

const longNames: Change = ({tables, facts}) => ({
  facts: {...facts, county: {nn: `Helsefellesskapet ${long}`, nb: `Helsefellesskapet ${long}`}},
  tables: {
    ...tables,
    omraade: tables.omraade.map((row) => (row.type === "kommune" ? {...row, namn: `${row.namn} ${long}`} : row)),
    kategori: tables.kategori.map((row) => ({
      ...row,
      nn: `${row.nn} medrekna oppfølgingsansvar og dokumentasjonsplikt`,
      nb: `${row.nb} medregnet oppfølgingsansvar og dokumentasjonsplikt`,
    })),
  },
});

/** The three years of the example four times over. */
const twelveYears: Change = ({tables, facts}) => {
  const shifts = [0, 3, 6, 9];
  const repeated = Object.entries(tables).map(([name, rows]) => [
    name,
    (rows as readonly AnyRow[]).flatMap((row) =>
      "aar" in row ? shifts.map((by) => ({...row, aar: Number(row.aar) - by})) : [row],
    ),
  ]);
  const years = Array.from({length: 12}, (_, index) => facts.year - 11 + index);
  return {facts: {...facts, years}, tables: Object.fromEntries(repeated) as Tables};
};

const extremes = {
  "where nobody reported": nothing,
  "where everything is hidden": hidden,
  "with one LSU": oneLsu,
  "with one category": oneCategory,
  "with very long names": longNames,
  "with twelve years": twelveYears,
} as const;

export type Extreme = keyof typeof extremes;
export const extremeNames = Object.keys(extremes) as Extreme[];

/** An edition at the edge of what can be, for SSU or for one LSU. */
export function extremeEdition(name: Extreme, language: Language, area: "fylke" | "lsu-molde" = "fylke"): Made {
  const {tables, facts} = extremes[name](exampleSsu());
  const id = area === "fylke" ? "ssu" : area;
  return {tables, facts: {...facts, audience: {...facts.audience, id, omraade: area, language}}};
}
