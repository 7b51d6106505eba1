import loadHighs from "highs";
import {type CsvRow, numberIn} from "./outputs.ts";

/**
 * A reader who wants the hidden numbers: every sum that can be done over the published tables, as a linear programme.
 * Written from the tables alone. It shares no code and no cell names with the pipeline's own attack.
 */
export interface Secret {
  /** What the number is, in words that a person can look up. */
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
}

/** Published tables by name, as text; a hidden number is its sign. */
export type Published = Readonly<Record<string, readonly CsvRow[]>>;

interface Cell {
  readonly name: string;
  readonly value: number | null;
  /** What a reader knows of a hidden number before any sum: zeros are shown, so it is 1 or more, or 0 where they are not. */
  readonly least: number;
}

interface Sum {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly relation: "is zero" | "is zero or less" | "is";
  readonly constant: number;
}

export type Cells = Map<string, Cell>;

const ALL = "alle";
const YEAR = "0";

interface At {
  readonly aar: string;
  readonly kvartal?: string;
  readonly omraade: string;
  readonly kategori?: string;
  readonly retning?: string;
  readonly fagomraade?: string;
  readonly maal?: string;
}

function nameOf({
  aar,
  kvartal = YEAR,
  omraade,
  kategori = ALL,
  retning = ALL,
  fagomraade = ALL,
  maal = ALL,
}: At): string {
  return `år ${aar}; kv ${kvartal}; område ${omraade}; kat ${kategori}; retn ${retning}; fag ${fagomraade}; mål ${maal}`;
}

const cell = (row: CsvRow, column: string): string => row[column] ?? "";
const rows = (tables: Published, name: string): readonly CsvRow[] => tables[name] ?? [];

/** Every number of the tables, shown or not, by its name. */
export function cellsOf(tables: Published): Cells {
  const cells: Cells = new Map();
  const silent = new Set(
    rows(tables, "levering_per_part").flatMap(({aar, part, levering}) =>
      levering === "manglar" ? [`${aar} ${part}`] : [],
    ),
  );
  const add = (at: At, row: CsvRow, column: string, least = 1): void => {
    const name = nameOf(at);
    const status = cell(row, "status");
    const isSilent = status === "missing" && at.retning === "K2H" && silent.has(`${at.aar} ${at.omraade}`);
    const shown = status === "published" ? numberIn(cell(row, column)) : null;
    const value = status === "not_applicable" || isSilent ? 0 : shown;
    const before = cells.get(name);
    if (typeof before?.value === "number" && value !== null && before.value !== value)
      throw new Error(`two values: ${name}`);
    cells.set(name, {
      name,
      value: before?.value ?? value,
      least: Math.max(before?.least ?? 0, status === "missing" ? 0 : least),
    });
  };
  for (const row of rows(tables, "melding_per_kategori")) {
    const {aar = "", omraade = "", kategori = "", retning = ""} = row;
    add({aar, omraade, kategori, retning}, row, "n");
  }
  const open = seriesWithAPoint(rows(tables, "melding_per_kvartal"));
  for (const row of rows(tables, "melding_per_kvartal")) {
    const {aar = "", kvartal = "", omraade = "", kategori = "", retning = ""} = row;
    add({aar, kvartal, omraade, kategori, retning}, row, "n", open.has(seriesOf(row)) ? 1 : 0);
  }
  for (const row of rows(tables, "melding_per_fagomraade")) {
    const {aar = "", omraade = "", fagomraade = ""} = row;
    add({aar, omraade, fagomraade}, row, "n");
  }
  for (const row of rows(tables, "melding_per_kommune")) {
    const {aar = "", kommune = "", retning = ""} = row;
    add({aar, omraade: kommune, retning}, row, "n");
  }
  for (const row of rows(tables, "andel_per_omraade")) {
    const {aar = "", omraade = "", maal = ""} = row;
    add({aar, omraade, maal}, row, "teljar", 0);
    add({aar, omraade, maal: wholeOf(maal)}, row, "nemnar", 0);
  }
  for (const row of rows(tables, "andel_per_kategori")) {
    const {aar = "", omraade = "", kategori = "", maal = "", status} = row;
    if (status === "not_applicable") continue;
    const whole = cells.get(nameOf({aar, omraade, kategori}));
    add({aar, omraade, kategori, maal}, row, "teljar", typeof whole?.value === "number" ? 1 : 0);
  }
  for (const row of rows(tables, "median_per_omraade")) {
    const {aar = "", omraade = "", maal = ""} = row;
    add({aar, omraade, maal}, row, "n", 0);
  }
  for (const row of rows(tables, "endring_per_kategori")) {
    const {aar = "", omraade = "", kategori = "", status} = row;
    if (status !== "published") continue;
    add({aar: String(Number(aar) - 1), omraade, kategori}, row, "n_foer");
    add({aar, omraade, kategori}, row, "n_no");
  }
  addRests(cells, tables);
  return cells;
}

/** What is left of a whole when a part is taken away is a number too. */
function addRests(cells: Cells, tables: Published): void {
  for (const {aar = "", omraade = "", maal = ""} of [
    ...rows(tables, "andel_per_omraade"),
    ...rows(tables, "median_per_omraade"),
  ]) {
    const whole = cells.get(nameOf({aar, omraade, maal: wholeOf(maal)}));
    const part = cells.get(nameOf({aar, omraade, maal}));
    if (whole === undefined || part === undefined) continue;
    const name = nameOf({aar, omraade, maal: `ikkje ${maal}`});
    const value = whole.value !== null && part.value !== null ? whole.value - part.value : null;
    cells.set(name, {name, value, least: 0});
  }
  for (const {aar = "", omraade = "", kategori = "", maal = "", status} of rows(tables, "andel_per_kategori")) {
    if (maal !== "alvorleg" || status === "not_applicable") continue;
    const [whole, part] = [
      cells.get(nameOf({aar, omraade, kategori})),
      cells.get(nameOf({aar, omraade, kategori, maal})),
    ];
    const value = typeof whole?.value === "number" && typeof part?.value === "number" ? whole.value - part.value : null;
    const name = nameOf({aar, omraade, kategori, maal: `ikkje ${maal}`});
    cells.set(name, {name, value, least: 0});
  }
}

/** Of one category those less serious are what is left, and the patient groups make the whole. */
function categoryPartSums(cells: Cells, tables: Published): Sum[] {
  const parts = rows(tables, "andel_per_kategori").filter(({status}) => status !== "not_applicable");
  const wholes = new Map(
    parts.map(({aar = "", omraade = "", kategori = ""}) => [
      nameOf({aar, omraade, kategori}),
      {aar, omraade, kategori},
    ]),
  );
  return [...wholes].flatMap(([whole, at]): Sum[] => {
    const own = parts.filter((row) => row.aar === at.aar && row.omraade === at.omraade && row.kategori === at.kategori);
    const groups = own.flatMap(({maal = ""}) => (maal.startsWith("gruppe_") ? [nameOf({...at, maal})] : []));
    const [serious, less] = [nameOf({...at, maal: "alvorleg"}), nameOf({...at, maal: "ikkje alvorleg"})];
    return [
      ...(groups.length > 0 ? [{plus: groups, minus: [whole], relation: "is zero" as const, constant: 0}] : []),
      ...(cells.has(less) ? [{plus: [serious, less], minus: [whole], relation: "is zero" as const, constant: 0}] : []),
    ];
  });
}

/** A share of answers is taken of the reports that are due, and every other share of all reports. */
function wholeOf(maal: string): string {
  return maal === "svart_innan_frist" ? "forfalle" : ALL;
}

const seriesOf = ({omraade, kategori, retning}: CsvRow): string => `${omraade} ${kategori} ${retning}`;

/** Series that are not hidden whole: in these a zero is shown, so a hidden quarter is 1 or more. */
function seriesWithAPoint(quarters: readonly CsvRow[]): ReadonlySet<string> {
  return new Set(quarters.filter(({status, kategori}) => status === "published" || kategori === ALL).map(seriesOf));
}

/** Every sum and every «is part of» between the cells. */
function sumsOf(cells: Cells, tables: Published): Sum[] {
  return [
    ...areaSums(cells, tables),
    ...memberSums(cells, tables),
    ...partSums(cells, tables),
    ...categoryPartSums(cells, tables),
    ...accountSums(cells, tables),
  ];
}

interface Membership {
  readonly whole: string;
  readonly part: string;
}

function sumsBy(cells: Cells, memberships: readonly Membership[]): Sum[] {
  const sums = new Map<string, string[]>();
  for (const {whole, part} of memberships) if (cells.has(whole)) sums.set(whole, [...(sums.get(whole) ?? []), part]);
  return [...sums].map(([whole, parts]) => ({plus: parts, minus: [whole], relation: "is zero", constant: 0}));
}

function areaSums(cells: Cells, tables: Published): Sum[] {
  const above = new Map(
    rows(tables, "omraade").map(({aar, id, type, lsu}) => [
      `${aar} ${id}`,
      type === "lsu" ? "fylke" : type === "kommune" ? (lsu ?? "") : "",
    ]),
  );
  const memberships = [...cells.keys()].flatMap((part) => {
    const [, aar = "", omraade = ""] = /år (\d+).*; område ([^;]+)/.exec(part) ?? [];
    const up = above.get(`${aar} ${omraade}`);
    return up ? [{part, whole: part.replace(`; område ${omraade};`, `; område ${up};`)}] : [];
  });
  return sumsBy(cells, memberships);
}

/** Quarters make a year; categories, directions and fields make «alle». */
function memberSums(cells: Cells, tables: Published): Sum[] {
  const axis = (name: string): number => rows(tables, "kategori").filter(({akse}) => akse === name).length;
  const axes = [
    {pattern: /kv \d/, all: `kv ${YEAR}`, members: 4},
    {pattern: /kat \w+/, all: `kat ${ALL}`, members: axis("feiltype")},
    {pattern: /retn \w+/, all: `retn ${ALL}`, members: 2},
    {pattern: /fag \w+/, all: `fag ${ALL}`, members: axis("fagomraade")},
  ];
  return axes.flatMap(({pattern, all, members}) => {
    const parts = [...cells.keys()].filter((part) => !part.includes(all));
    const sums = sumsBy(
      cells,
      parts.map((part) => ({part, whole: part.replace(pattern, all)})),
    );
    return sums.filter(({plus}) => plus.length === members);
  });
}

const measures = [
  "alle_felt_fylte",
  "anna_eller_ukjend",
  "meldt_av_begge",
  "svart_innan_frist",
  "dagar_til_melding",
  "dagar_til_svar",
];

function partSums(cells: Cells, tables: Published): Sum[] {
  const areas = new Set(rows(tables, "andel_per_omraade").map(({aar, omraade}) => `${aar} ${omraade}`));
  const sums = [...areas].flatMap((area): Sum[] => {
    const [aar = "", omraade = ""] = area.split(" ");
    const part = (maal: string): string => nameOf({aar, omraade, maal});
    const kategori = (code: string): string => nameOf({aar, omraade, kategori: code});
    const within = [
      [part("forfalle"), part(ALL)],
      [part("svart_innan_frist"), part("dagar_til_svar")],
      [part("alle_felt_fylte"), part("dagar_til_melding")],
      [kategori("UKJ"), part("ikkje alle_felt_fylte")],
    ] as const;
    return [
      ...measures.map(
        (maal): Sum => ({
          plus: [part(maal), part(`ikkje ${maal}`)],
          minus: [part(wholeOf(maal))],
          relation: "is zero",
          constant: 0,
        }),
      ),
      {plus: [kategori("ANN"), kategori("UKJ")], minus: [part("anna_eller_ukjend")], relation: "is zero", constant: 0},
      ...within.map(
        ([inner, outer]): Sum => ({plus: [inner], minus: [outer], relation: "is zero or less", constant: 0}),
      ),
    ];
  });
  return sums.filter(({plus, minus}) => [...plus, ...minus].every((name) => cells.has(name)));
}

/** The account says how many reports and how many events there are in all, and so how many tell of an event told before. */
function accountSums(cells: Cells, tables: Published): Sum[] {
  const account = new Map(rows(tables, "rekneskap").map((row) => [cell(row, "utfall"), numberIn(cell(row, "rader"))]));
  const years = [...new Set(rows(tables, "omraade").map(({aar}) => aar ?? ""))];
  const all = account.get("avvik");
  const events = account.get("hendingar");
  const known = (maal: string, constant: number | undefined): Sum[] => {
    const names = years.map((aar) => nameOf({aar, omraade: "fylke", maal}));
    if (constant === undefined || names.some((name) => !cells.has(name))) return [];
    return [{plus: names, minus: [], relation: "is", constant}];
  };
  return [
    ...known(ALL, all),
    ...known("meldt_av_begge", all === undefined || events === undefined ? undefined : all - events),
  ];
}

/** Two readers who tell each other all they have. */
export function together(one: Cells, other: Cells): Cells {
  const merged: Cells = new Map(one);
  for (const [name, theirs] of other) {
    const own = merged.get(name);
    if (own === undefined || own.value === null)
      merged.set(name, {...theirs, least: Math.max(theirs.least, own?.least ?? 0)});
  }
  return merged;
}

/** The smallest and the largest that each of these hidden numbers can be for all that the reader can work out. */
export async function attack(cells: Cells, tables: Published, targets: readonly string[]): Promise<Secret[]> {
  const hidden = [...cells.values()].filter(({value}) => value === null);
  const column = new Map(hidden.map(({name}, index) => [name, index]));
  const solver = await loadHighs();
  const model = solver.createModel(programme(cells, {sums: sumsOf(cells, tables), column, infinity: solver.infinity}));
  model.options.set({output_flag: false, random_seed: 0});
  const {optimal, infeasible} = solver.constants.modelStatus;
  const extreme = (index: number, direction: 1 | -1): number => {
    model.changeColCost(index, direction);
    model.run();
    const status = model.getModelStatus();
    if (status === infeasible) throw new Error("the published numbers contradict each other");
    const unbounded = direction === 1 ? 0 : Number.POSITIVE_INFINITY;
    const value = status === optimal ? (model.getSolution().colValue[index] ?? 0) : unbounded;
    model.changeColCost(index, 0);
    return value;
  };
  try {
    return targets.map((name) => {
      const index = column.get(name);
      if (index === undefined) throw new Error(`not hidden: ${name}`);
      return {name, lower: extreme(index, 1), upper: extreme(index, -1)};
    });
  } finally {
    model.dispose();
  }
}

interface Structure {
  readonly sums: readonly Sum[];
  readonly column: ReadonlyMap<string, number>;
  readonly infinity: number;
}

function programme(cells: Cells, {sums, column, infinity}: Structure) {
  const lines = sums.map(({plus, minus, relation, constant}) => {
    let known = 0;
    const entries = new Map<number, number>();
    for (const [names, sign] of [
      [plus, 1],
      [minus, -1],
    ] as const) {
      for (const name of names) {
        const index = column.get(name);
        if (index === undefined) known += sign * (cells.get(name)?.value ?? 0);
        else entries.set(index, (entries.get(index) ?? 0) + sign);
      }
    }
    return {
      entries: [...entries],
      most: constant - known,
      least: relation === "is zero or less" ? -infinity : constant - known,
    };
  });
  const filled = lines.filter(({entries}) => entries.length > 0);
  const starts = [0];
  for (const {entries} of filled) starts.push((starts.at(-1) ?? 0) + entries.length);
  const leasts = [...column.keys()].map((name) => cells.get(name)?.least ?? 0);
  return {
    numCols: column.size,
    numRows: filled.length,
    colCost: leasts.map(() => 0),
    colLower: leasts,
    colUpper: leasts.map(() => infinity),
    rowLower: filled.map(({least}) => least),
    rowUpper: filled.map(({most}) => most),
    matrix: {
      format: "csr" as const,
      numRows: filled.length,
      numCols: column.size,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(filled.flatMap(({entries}) => entries.map(([index]) => index))),
      values: Float64Array.from(filled.flatMap(({entries}) => entries.map(([, value]) => value))),
    },
  };
}

/** Sums of wholly known numbers that do not come out: the tables contradict each other. */
export function contradictions(cells: Cells, tables: Published): string[] {
  const valueIn = (name: string): number => cells.get(name)?.value ?? Number.NaN;
  return sumsOf(cells, tables).flatMap(({plus, minus, relation, constant}) => {
    const rest = plus.reduce((so, name) => so + valueIn(name), 0) - minus.reduce((so, name) => so + valueIn(name), 0);
    const holds = Number.isNaN(rest) || (relation === "is zero or less" ? rest <= 0 : rest === constant);
    return holds ? [] : [`${plus.join(" + ")} − ${minus.join(" − ")} is ${rest}, not ${constant}`];
  });
}
