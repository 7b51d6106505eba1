import type {Range, Weighing} from "../contract/conclusions.ts";
import {criteria} from "../contract/evidence.ts";
import type {Tables} from "../contract/tables.ts";
import {smaa, topProbability, topWord} from "../measure/statistics/index.ts";

const residual = ["ANN", "UKJ", "alle"];
const topPlaces = 3;
const fewestWeighed = 3;
/** A criterion that counts for less than this is not weighed, but left out. */
const leastWeight = 0.1;
const unknown: Range = {lower: 0, upper: 1};

/**
 * The categories of an LSU whose count is shown, when there are three or more, against each other under every weighting where each criterion counts for
 * at least a tenth (SMAA-2, 10 000 draws). A criterion that is not shown can be anything. From the shown tables alone.
 */
export function weighings(tables: Tables, year: number): Weighing[] {
  const areas = tables.omraade.filter(({aar, type}) => aar === year && type === "lsu").map(({id}) => id);
  return areas.flatMap((omraade) => weighingsIn(tables, year, omraade));
}

function weighingsIn(tables: Tables, year: number, omraade: string): Weighing[] {
  const scaled = scaledCriteria(measured(tables, year, omraade));
  if (scaled.length < fewestWeighed) return [];
  const top = Math.min(topPlaces, scaled.length - 1);
  const {acceptability} = smaa(
    (random) => scaled.map((row) => criteria.map((criterion) => drawn(row.criteria[criterion], random()))),
    {lowerBounds: criteria.map(() => leastWeight)},
  );
  return scaled.map((row, index) => {
    const ranks = acceptability[index] ?? [];
    return {omraade, ...row, first: round(topProbability(ranks, top)), word: topWord(ranks, top)};
  });
}

function drawn({lower, upper}: Range, uniform: number): number {
  return lower + (upper - lower) * uniform;
}

interface Measured {
  readonly kategori: string;
  readonly n: number;
  readonly harm: number | null;
  readonly breadth: number | null;
}

function measured(tables: Tables, year: number, omraade: string): Measured[] {
  const isHere = (row: {readonly aar: number; readonly omraade: string}): boolean =>
    row.aar === year && row.omraade === omraade;
  const counts = tables.melding_per_kategori.filter((row) => isHere(row) && row.retning === "alle");
  const harms = tables.andel_per_kategori.filter((row) => isHere(row) && row.maal === "alvorleg");
  const breadths = tables.breidde_per_kategori.filter(isHere);
  const all = tables.omraade.filter(({aar, lsu}) => aar === year && lsu === omraade).length;
  return counts.flatMap(({kategori, n}) => {
    if (n === null || n === 0 || residual.includes(kategori)) return [];
    const serious = harms.find((row) => row.kategori === kategori)?.teljar ?? null;
    const kommunar = breadths.find((row) => row.kategori === kategori)?.kommunar ?? null;
    const breadth = kommunar === null ? null : kommunar / Math.max(all, kommunar, 1);
    return [{kategori, n, harm: serious === null ? null : serious / n, breadth}];
  });
}

/** Amount against the largest; harm as a share of the reports, and breadth of the municipalities. */
function scaledCriteria(rows: readonly Measured[]): Pick<Weighing, "kategori" | "criteria">[] {
  const most = Math.max(...rows.map(({n}) => n));
  return rows.map(({kategori, n, harm, breadth}) => ({
    kategori,
    criteria: {mengd: range(n / most), alvor: range(harm), breidde: range(breadth)},
  }));
}

function range(value: number | null): Range {
  if (value === null) return unknown;
  const rounded = round(value);
  return {lower: rounded, upper: rounded};
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
