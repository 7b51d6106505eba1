import type {Comparison, Conclusions, Place, Quiet, Ranking, Visibility} from "../contract/conclusions.ts";
import type {Row, Tables} from "../contract/tables.ts";
import {
  averagedPrior,
  binomialCdf,
  detectability,
  discoveries,
  falseChangeRate,
  rankDistribution,
  rankInterval,
  silences,
  topProbability,
  topWord,
} from "../measure/statistics/index.ts";
import {courses} from "./courses.ts";
import {weighings} from "./weighings.ts";

const residual = ["ANN", "UKJ"];
const topPlaces = 3;
const rankLevel = 0.8;
const fewestRanked = topPlaces + 1;
/** As in `measure/functions.ts`: with fewer reports in the two years no change is signalled. */
const fewestForChange = 10;
const falseShare = 0.1;

/**
 * Ranks, false signals and silence in the report year, from the tables an edition shows: what is hidden in it cannot be
 * given away by what is concluded here, for a reader could conclude the same.
 */
export function conclusionsOf(tables: Tables, year: number): Conclusions {
  const areas = tables.omraade.filter(({aar, type}) => aar === year && type !== "kommune").map(({id}) => id);
  return {
    rankings: areas.flatMap((omraade) => ranking(tables, year, omraade)),
    comparisons: comparisons(tables, year),
    ...quiet(tables, year),
    visibility: visibility(tables, year),
    weighings: weighings(tables, year),
    courses: courses(tables),
  };
}

/** The conclusions of a page that shows one area and the county. */
export function conclusionsFor(conclusions: Conclusions, tables: Tables, omraade: string): Conclusions {
  if (omraade === "fylke") return conclusions;
  const {rankings, comparisons, quiet, quietTests, visibility, weighings, courses} = conclusions;
  const own = new Set(["fylke", omraade, ...tables.omraade.filter(({lsu}) => lsu === omraade).map(({id}) => id)]);
  return {
    rankings: rankings.filter((row) => own.has(row.omraade)),
    comparisons: comparisons.filter((row) => own.has(row.omraade)),
    quiet: quiet.filter(({kommune}) => own.has(kommune)),
    quietTests: quietTests.filter(({kommune}) => own.has(kommune)),
    visibility: visibility.filter((row) => own.has(row.omraade)),
    weighings: weighings.filter((row) => own.has(row.omraade)),
    courses: courses.filter((row) => own.has(row.omraade)),
  };
}

/**
 * Categories of one area, the residual ones left out. Hidden categories are ranked too, each with its even share of what
 * the total leaves for them; nothing is concluded where one of them could be among the three largest for all that is shown.
 */
function ranking(tables: Tables, year: number, omraade: string): Ranking[] {
  const rows = tables.melding_per_kategori.filter(
    (row) => row.aar === year && row.omraade === omraade && row.retning === "alle",
  );
  const categories = rows.filter(({kategori}) => kategori !== "alle");
  const hidden = categories.filter(({n}) => n === null).length;
  const share = hiddenShare(rows, hidden);
  const ranked = categories.filter(({kategori}) => !residual.includes(kategori));
  const shown = ranked.flatMap(({n}) => (n === null ? [] : [n])).sort((a, b) => b - a);
  const third = shown[topPlaces - 1] ?? 0;
  if (share === null || ranked.length < fewestRanked || (hidden > 0 && share.most > third) || third === 0) return [];
  const counts = ranked.map(({n}) => n ?? share.even);
  const prior = averagedPrior(counts);
  const places = rankDistribution(counts, {prior});
  return [
    {
      omraade,
      differ: prior.shape !== Infinity,
      places: ranked.flatMap(({kategori, n}, index) => (n === null ? [] : [placeOf(kategori, places[index] ?? [])])),
    },
  ];
}

/** What each hidden category has on average, and the most that any of them can have; null when that is not shown. */
function hiddenShare(
  rows: readonly Row<"melding_per_kategori">[],
  hidden: number,
): {even: number; most: number} | null {
  if (hidden === 0) return {even: 0, most: 0};
  const total = rows.find(({kategori}) => kategori === "alle")?.n ?? null;
  if (total === null) return null;
  const left = total - sum(rows.map(({kategori, n}) => (kategori === "alle" ? 0 : (n ?? 0))));
  return {even: Math.round(left / hidden), most: left - (hidden - 1)};
}

function placeOf(kategori: string, ranks: readonly number[]): Place {
  const {lower, upper} = rankInterval(ranks, rankLevel, "nearest");
  return {kategori, lower, upper, topThree: round(topProbability(ranks, topPlaces)), word: topWord(ranks, topPlaces)};
}

/** The false alarms of every comparison, and which signals in the local areas stand among so many (Benjamini-Hochberg). */
function comparisons(tables: Tables, year: number): Comparison[] {
  const rows = tables.endring_per_kategori.filter(
    ({aar, kategori, n_foer, n_no}) => aar === year && kategori !== "alle" && n_foer !== null && n_no !== null,
  );
  const compared = rows.filter(({n_foer, n_no}) => (n_foer ?? 0) + (n_no ?? 0) >= fewestForChange);
  const local = compared.filter(({omraade}) => omraade !== "fylke");
  const named = discoveries(
    local.map(({n_foer, n_no}) => changePValue(n_foer ?? 0, n_no ?? 0)),
    falseShare,
  );
  return compared.map((row) => ({
    omraade: row.omraade,
    kategori: row.kategori,
    falseAlarm: round(falseChangeRate((row.n_foer ?? 0) + (row.n_no ?? 0))),
    holds: ["auke", "nedgang"].includes(row.dom ?? "") && named[local.indexOf(row)] === true,
  }));
}

/** Exact conditional test of equal rates in two years of equal length, two-sided by doubling. */
function changePValue(before: number, now: number): number {
  return Math.min(1, 2 * binomialCdf(Math.min(before, now), before + now, 0.5));
}

/**
 * Municipalities whose number of reports to the trust is shown, against each other. Hidden municipalities are peers with
 * the share of what the county's total leaves for them that their size gives; those without delivery are no peers.
 */
function quiet(tables: Tables, year: number): Pick<Conclusions, "quiet" | "quietTests"> {
  const rows = tables.melding_per_kommune.filter(
    ({aar, retning, folketal, status}) => aar === year && retning === "K2H" && folketal && status !== "missing",
  );
  const left = hiddenReports(tables, year);
  const size = sum(rows.map(({n, folketal}) => (n === null ? (folketal ?? 0) : 0)));
  const count = ({n, folketal}: Row<"melding_per_kommune">): number | null =>
    n ?? (left === null ? null : Math.round((left * (folketal ?? 0)) / size));
  const judged = silences(rows.map((row) => ({count: count(row), exposure: (row.folketal ?? 0) / 1000})));
  const tested = rows.flatMap(({kommune, n}, index) => {
    const {probability = null, falseAlarm = 0, word} = judged[index] ?? {};
    return n === null || probability === null ? [] : [{kommune, n, probability: round(probability), falseAlarm, word}];
  });
  return {
    quiet: tested.flatMap(({kommune, n, probability, word}): Quiet[] =>
      word === "uventa_stille" || (word === "kan_vere_tilfeldig" && n === 0) ? [{kommune, probability, word}] : [],
    ),
    quietTests: tested.map(({kommune, falseAlarm}) => ({kommune, falseAlarm: round(falseAlarm)})),
  };
}

function hiddenReports(tables: Tables, year: number): number | null {
  const total = tables.melding_per_kategori.find(
    (row) => row.aar === year && row.omraade === "fylke" && row.kategori === "alle" && row.retning === "K2H",
  );
  if (total?.n == null) return null;
  const shown = tables.melding_per_kommune.filter(({aar, retning}) => aar === year && retning === "K2H");
  return Math.max(0, total.n - sum(shown.map(({n}) => n ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}

/** A halving of each category that is shown in a local area, by the exact conditional test on a year before and the time after. */
function visibility(tables: Tables, year: number): Visibility[] {
  const local = new Set(tables.omraade.filter(({aar, type}) => aar === year && type === "lsu").map(({id}) => id));
  return tables.melding_per_kategori.flatMap(({aar, omraade, kategori, retning, n}) => {
    const isAsked = aar === year && local.has(omraade) && retning === "alle" && !residual.includes(kategori);
    if (!isAsked || kategori === "alle" || n === null || n === 0) return [];
    const seen = detectability({rate: n / 12, before: 12, reduction: 0.5, analysis: "betinga"});
    const smallest = seen.smallestReduction === null ? null : round(seen.smallestReduction);
    return [{omraade, kategori, chances: seen.chances, smallest, advice: seen.advice}];
  });
}
