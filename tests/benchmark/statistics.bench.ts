import {
  averagedPrior,
  type Criteria,
  cChart,
  changeVerdict,
  chartSignals,
  countInterval,
  detectability,
  drawnGamma,
  effectVerdict,
  expectedRank,
  falseChangeRate,
  funnel,
  gammaLowerQuantile,
  pareto,
  periodRatio,
  rankDistribution,
  rankInterval,
  seededRandom,
  silences,
  smaa,
  topProbability,
} from "../../pipeline/measure/statistics/index.ts";
import type {Benchmark} from "./benchmark.ts";
import {drawnCount, sum} from "./simulated-county.ts";

const [municipalities, categories, years] = [30, 20, 10];
const smaaDraws = 2000;
const budget = 2;

/** Counts by year, municipality and category. */
type Cube = readonly (readonly (readonly number[])[])[];

export const benchmark: Benchmark = {
  title: `alle mål for ${municipalities} kommunar × ${categories} kategoriar × ${years} år, rang og SMAA med`,
  run(print) {
    const cube = drawnCube();
    const parts = {
      "tal med intervall": () => cube.flat(2).map((n) => countInterval(n)),
      "endring frå året før, dom og falske signal": () => changes(cube),
      "rang for kvar kommune og kvart år": () => cube.flatMap((year) => year.map(ranking)),
      "rang for fylket kvart år": () => cube.map((year) => ranking(countyOf(year))),
      "stille kommunar": () => cube.map(quiet),
      "SMAA for fylket kvart år": () => cube.map(priority),
      "kontrolldiagram, år for kvar kommune og kategori": () => courses(cube),
      "trakt og pareto kvart år": () => cube.map(spreadOf),
      "verknad og kva som kan sjåast, kvar kategori": () => effects(),
    };
    const floor = seconds(() => Array.from({length: 5_000_000}, (_, k) => Math.log(k + 1)));
    for (const run of Object.values(parts)) run();
    const times = Object.entries(parts).map(([name, run]) => ({name, time: seconds(run)}));
    for (const {name, time} of times) print(`${name}: ${time.toFixed(2)} s, ${(time / floor).toFixed(1)} × golvet`);
    const total = sum(times.map(({time}) => time));
    print(
      `i alt ${total.toFixed(2)} s av ${budget} s, ${(total / floor).toFixed(1)} × golvet (fem millionar logaritmar, ${floor.toFixed(2)} s)`,
    );
  },
};

function drawnCube(): Cube {
  const random = seededRandom(1);
  const shares = Array.from({length: categories}, () => gammaLowerQuantile(random(), 2));
  const sizes = Array.from({length: municipalities}, () => 1 + 5 * random());
  return Array.from({length: years}, () =>
    sizes.map((size) => shares.map((share) => drawnCount(size * share, random))),
  );
}

function changes(cube: Cube) {
  return cube.slice(1).flatMap((year, before) =>
    year.flatMap((row, i) =>
      row.map((now, k) => {
        const then = cube[before]?.[i]?.[k] ?? 0;
        return [periodRatio(then, now), changeVerdict(then, now), falseChangeRate(then + now)];
      }),
    ),
  );
}

function countyOf(year: readonly (readonly number[])[]): number[] {
  return Array.from({length: categories}, (_, k) => sum(year.map((row) => row[k] ?? 0)));
}

function ranking(counts: readonly number[]) {
  const ranks = rankDistribution(counts, {prior: averagedPrior(counts)});
  return ranks.map((row) => [
    expectedRank(row),
    topProbability(row, 3),
    rankInterval(row, 0.8, "nearest"),
    rankInterval(row),
  ]);
}

function quiet(year: readonly (readonly number[])[]) {
  return silences(year.map((row, index) => ({count: sum(row), exposure: 1 + index / 10})));
}

function courses(cube: Cube) {
  return (cube[0] ?? []).flatMap((row, i) =>
    row.map((_, k) =>
      chartSignals(
        cChart(
          cube.map((year) => year[i]?.[k] ?? 0),
          {prime: true},
        ),
      ),
    ),
  );
}

function spreadOf(year: readonly (readonly number[])[]) {
  const counts = year.map((row) => sum(row));
  const mean = sum(counts) / counts.length;
  return [
    funnel(
      counts.map((events) => ({events, outOf: mean})),
      {scale: "shmi"},
    ),
    pareto(countyOf(year)),
  ];
}

/** Two years of months before a decision and one after it. */
function effects() {
  const random = seededRandom(2);
  return Array.from({length: categories}, (_, k) => {
    const rate = 2 + k;
    const counts = Array.from({length: 36}, () => drawnCount(rate, random));
    return [
      effectVerdict({counts, before: 24, counted: "prosessmaal", better: "ned"}),
      detectability({rate, before: 12, reduction: 0.5, analysis: "betinga"}),
    ];
  });
}

/** Volume (uncertain), harm and reach, as shares of the largest. */
function priority(year: readonly (readonly number[])[]) {
  const counts = countyOf(year);
  return smaa(
    (random): Criteria => {
      const drawn = counts.map((count) => drawnGamma(count + 0.5, random));
      const most = Math.max(...drawn);
      return drawn.map((volume, k) => [volume / most, ((k * 7) % 20) / 20, ((k * 11) % 20) / 20]);
    },
    {draws: smaaDraws},
  );
}

function seconds(run: () => unknown): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}
