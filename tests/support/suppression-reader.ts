import loadHighs from "highs";

/**
 * A reader with a linear programme, written apart from pipeline/disclose: what stands in the tables, which sums must
 * hold between them, and so the least and the most that any hidden number can be.
 */
export interface Place {
  readonly aar: number;
  readonly kvartal: number;
  readonly omraade: string;
  readonly kategori: string;
  readonly retning: string;
  readonly fagomraade: string;
  readonly del: string;
}

/** A number as the tables have it: shown, or hidden with the least it can be. */
export interface Seen {
  readonly place: Place;
  readonly shown: number | null;
  readonly least: number;
}

type Row = ReadonlyMap<number, number>;

const MOST = 100_000;
const totals = {kvartal: 0, kategori: "alle", retning: "alle", fagomraade: "alle"} as const;
const parts = Object.keys(totals) as (keyof typeof totals)[];

const nameOf = (place: Place): string =>
  JSON.stringify([place.aar, place.kvartal, place.omraade, place.kategori, place.retning, place.fagomraade, place.del]);

/** `parentOf` is the area that an area is part of in a year; `wholeOf` is what a part of the reports is a part of. */
export interface Geography {
  readonly parentOf: (aar: number, omraade: string) => string | undefined;
  readonly wholeOf: (del: string) => string;
}

/**
 * The places whose number a reader can set within less than `width`; a place with `del` «ikkje_x» is what is left when
 * x is taken from its whole. Every solution of a programme is one way the tables can be, and so are all between two of
 * them: a place that has been far enough apart in any two solutions is open, and needs no programme of its own.
 */
export async function closedBy(
  seen: readonly Seen[],
  asked: readonly Place[],
  {width, ...geography}: Geography & {readonly width: number},
): Promise<Place[]> {
  const numbers = new Map(seen.map((one) => [nameOf(one.place), one]));
  const hidden = [...numbers.values()].filter(({shown}) => shown === null);
  const column = new Map(hidden.map(({place}, index) => [nameOf(place), index]));
  const open = asked.map((place) => ({
    place,
    ...split(termsOf(place, geography), numbers, column),
    least: Number.POSITIVE_INFINITY,
    most: Number.NEGATIVE_INFINITY,
  }));
  const isOpen = ({least, most}: {readonly least: number; readonly most: number}): boolean =>
    most - least >= width - TOLERANCE;
  const solve = await programme(
    hidden,
    sums(numbers, geography).map((sum) => split(sum, numbers, column)),
  );
  const note = (objective: Row): void => {
    const values = solve.minimum(objective);
    for (const each of open) {
      const value = [...each.row].reduce((sum, [index, weight]) => sum + weight * (values[index] ?? 0), 0);
      each.least = Math.min(each.least, value);
      each.most = Math.max(each.most, value);
    }
  };
  try {
    const everything = new Map(hidden.map((_, index) => [index, 1]));
    for (const sign of [1, -1]) note(scaled(everything, sign));
    for (const each of open) {
      if (!isOpen(each)) note(scaled(each.row, -1));
      if (!isOpen(each)) note(each.row);
    }
  } finally {
    solve.dispose();
  }
  return open.filter((each) => !isOpen(each)).map(({place}) => place);
}

const TOLERANCE = 1e-6;
const scaled = (row: Row, by: number): Row => new Map([...row].map(([index, weight]) => [index, weight * by]));

let highs: ReturnType<typeof loadHighs> | undefined;

/** Numbers at least as large as they must be, and sums that hold; `minimum` gives the numbers that make an objective least. */
async function programme(hidden: readonly Seen[], rows: readonly ReturnType<typeof split>[]) {
  highs ??= loadHighs();
  const solver = await highs;
  const filled = rows.filter(({row}) => row.size > 0);
  const starts = [0];
  for (const {row} of filled) starts.push((starts.at(-1) ?? 0) + row.size);
  const model = solver.createModel({
    numCols: hidden.length,
    numRows: filled.length,
    colCost: hidden.map(() => 0),
    colLower: hidden.map(({least}) => least),
    colUpper: hidden.map(() => MOST),
    rowLower: filled.map(({known, exact}) => (exact ? -known : -solver.infinity)),
    rowUpper: filled.map(({known}) => -known),
    matrix: {
      format: "csr",
      numRows: filled.length,
      numCols: hidden.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(filled.flatMap(({row}) => [...row.keys()])),
      values: Float64Array.from(filled.flatMap(({row}) => [...row.values()])),
    },
  });
  model.options.set({output_flag: false});
  const minimum = (objective: Row): Float64Array | readonly number[] => {
    if (hidden.length === 0) return [];
    for (const [index, weight] of objective) model.changeColCost(index, weight);
    model.run();
    if (model.getModelStatus() !== solver.constants.modelStatus.optimal)
      throw new Error("the tables contradict each other");
    const {colValue} = model.getSolution();
    for (const index of objective.keys()) model.changeColCost(index, 0);
    return colValue;
  };
  return {minimum, dispose: () => model.dispose()};
}

interface Sum {
  readonly terms: readonly (readonly [string, number])[];
  readonly exact: boolean;
}

function termsOf(place: Place, {wholeOf}: Geography): Sum {
  if (!place.del.startsWith("ikkje_")) return {terms: [[nameOf(place), 1]], exact: true};
  const del = place.del.slice("ikkje_".length);
  return {
    terms: [
      [nameOf({...place, del: wholeOf(del)}), 1],
      [nameOf({...place, del}), -1],
    ],
    exact: true,
  };
}

function split({terms, exact}: Sum, numbers: ReadonlyMap<string, Seen>, column: ReadonlyMap<string, number>) {
  const row = new Map<number, number>();
  let known = 0;
  for (const [name, weight] of terms) {
    const index = column.get(name);
    if (index === undefined) known += weight * (numbers.get(name)?.shown ?? 0);
    else row.set(index, (row.get(index) ?? 0) + weight);
  }
  return {row, known, exact};
}

/** A total less its parts is nothing; a part of the reports is no more than the whole. */
function sums(numbers: ReadonlyMap<string, Seen>, {parentOf, wholeOf}: Geography): Sum[] {
  const byTotal = new Map<string, string[]>();
  const add = (dimension: string, total: Place, part: Place): void => {
    if (!numbers.has(nameOf(total))) return;
    const id = `${dimension} ${nameOf(total)}`;
    byTotal.set(id, [...(byTotal.get(id) ?? []), nameOf(part)]);
  };
  const found: Sum[] = [];
  for (const {place} of numbers.values()) {
    const parent = parentOf(place.aar, place.omraade);
    if (parent !== undefined) add("omraade", {...place, omraade: parent}, place);
    for (const dimension of parts) {
      if (place[dimension] !== totals[dimension]) add(dimension, {...place, [dimension]: totals[dimension]}, place);
    }
    const whole = nameOf({...place, del: wholeOf(place.del)});
    if (place.del !== "alle" && numbers.has(whole))
      found.push({
        terms: [
          [nameOf(place), 1],
          [whole, -1],
        ],
        exact: false,
      });
    if (place.del === "anna_eller_ukjend") {
      const [other, unknown] = ["ANN", "UKJ"].map((kategori) => nameOf({...place, kategori, del: "alle"}));
      if (other && unknown && numbers.has(other) && numbers.has(unknown)) {
        found.push({
          terms: [
            [nameOf(place), -1],
            [other, 1],
            [unknown, 1],
          ],
          exact: true,
        });
      }
    }
  }
  for (const [id, names] of byTotal) {
    const total = id.slice(id.indexOf(" ") + 1);
    found.push({terms: [[total, -1], ...names.map((name) => [name, 1] as const)], exact: true});
  }
  return found;
}
