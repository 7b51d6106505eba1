import {writeFileSync} from "node:fs";
import {courseReading} from "../../pipeline/conclude/courses.ts";
import {
  averagedPrior,
  changeVerdict,
  countInterval,
  effectVerdict,
  expectedFalseSignals,
  falseChangeRate,
  periodRatio,
  type Random,
  rankDistribution,
  rankInterval,
  seededRandom,
  silences,
  topProbability,
  wilsonInterval,
} from "../../pipeline/measure/statistics/index.ts";
import type {Benchmark} from "./benchmark.ts";
import {type CountyShape, countyShape, drawnCount, drawnRates, scatteredCount, sum} from "./simulated-county.ts";

const counties = 1000;
/** What is seen less than once a county is looked for in more of them. */
const rareRuns = 8 * counties;
const seed = 20260153;
const truths = new URL("../../data/synthetic/truths.json", import.meta.url);
const results = new URL("../../dashboard/text/kalibrering.ts", import.meta.url);
const fewestForChange = 10;

type Print = (line: string) => void;

export const benchmark: Benchmark = {
  title: `dekning og falske signal i ${counties} simulerte fylke`,
  run(print) {
    const shape = countyShape(truths);
    const figures = {
      fylke: counties,
      ...intervals(shape, print),
      ...ranks(shape, print),
      ...yearlyList(shape, print),
      ...courseSignals(shape, print),
      ...effects(shape, print),
      ...quietMunicipalities(print),
    };
    writeFileSync(results, sourceOf(figures));
    print(`skrive til ${results.pathname.split("/").slice(-3).join("/")}`);
  },
};

/** The figures as the method chapter reads them, so that page and measurement are one. */
function sourceOf(figures: Readonly<Record<string, number>>): string {
  const lines = Object.entries(figures).map(([name, value]) => `  ${name}: ${value},`);
  return [
    "/** Measured and written by `npm run bench calibration`: shares, and signals per county. */",
    "export const kalibrering = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}

/** Counts, ratios of two years and shares: how often the truth lies in the 95 % interval. */
function intervals(shape: CountyShape, print: Print) {
  const random = seededRandom(seed);
  const hits = {tal: tally(), forhold: tally(), del: tally()};
  for (let county = 0; county < counties; county++) {
    for (const mean of drawnRates(shape, random).flat()) {
      const [before, now] = [drawnCount(mean, random), drawnCount(mean, random)];
      hits.tal.add(holds(countInterval(now), mean));
      if (before + now >= fewestForChange) hits.forhold.add(holds(periodRatio(before, now), 1));
      const share = 0.3 + 0.6 * random();
      const part = Array.from({length: now}, () => random() < share).filter(Boolean).length;
      if (now > 0) hits.del.add(holds(wilsonInterval(part, now), share));
    }
  }
  const figures = {tal95: hits.tal.share(), forhold95: hits.forhold.share(), del95: hits.del.share()};
  print(
    `95 %-intervall held sanninga: tal ${percent(figures.tal95)}, forhold ${percent(figures.forhold95)}, delar ${percent(figures.del95)}`,
  );
  return figures;
}

/** Categories in the county and in each area: rank intervals and the probability of being among the three first. */
function ranks(shape: CountyShape, print: Print) {
  const random = seededRandom(seed + 1);
  const [held80, said80, held95] = [tally(), tally(), tally()];
  const bins = Array.from({length: 10}, () => ({said: tally(), seen: tally()}));
  for (let county = 0; county < counties; county++) {
    const areas = drawnRates(shape, random);
    const whole = (areas[0] ?? []).map((_, k) => sum(areas.map((area) => area[k] ?? 0)));
    for (const means of [whole, ...areas]) {
      const counts = means.map((mean) => drawnCount(mean, random));
      if (sum(counts) === 0) continue;
      const all = rankDistribution(counts, {prior: averagedPrior(counts)});
      all.forEach((distribution, i) => {
        const rank = 1 + means.filter((mean) => mean > (means[i] ?? 0)).length;
        const printed = rankInterval(distribution, 0.8, "nearest");
        held80.add(holds(printed, rank));
        said80.add(sum(distribution.slice(printed.lower - 1, printed.upper)));
        held95.add(holds(rankInterval(distribution, 0.95, "nearest"), rank));
        const said = topProbability(distribution, 3);
        const bin = bins[Math.min(9, Math.floor(said * 10))];
        bin?.said.add(said);
        bin?.seen.add(rank <= 3 ? 1 : 0);
      });
    }
  }
  const figures = {rang80: held80.share(), rang80Sagt: said80.share(), rang95: held95.share()};
  print(
    `80 %-rangintervall slik dei står på trykk, held sanninga ${percent(figures.rang80)} (sagt ${percent(figures.rang80Sagt)}), 95 %-rangintervall ${percent(figures.rang95)}`,
  );
  bins.forEach(({said, seen}, k) => {
    const error = 2 * Math.sqrt((said.share() * (1 - said.share())) / seen.n());
    print(
      `P(topp 3) ${k * 10}–${k * 10 + 10} %: sagt ${percent(said.share())}, sett ${percent(seen.share())} ± ${percent(error)} (n = ${seen.n()})`,
    );
  });
  const worst = Math.max(...bins.map(({said, seen}) => Math.abs(said.share() - seen.share())));
  return {...figures, topp3Avvik: round(worst, 4)};
}

/** No rate has changed: every signal of the yearly list of areas and categories is false. */
function yearlyList(shape: CountyShape, print: Print) {
  const random = seededRandom(seed + 2);
  const [said, seen] = [tally(), tally()];
  for (let county = 0; county < rareRuns; county++) {
    const pairs = drawnRates(shape, random)
      .flat()
      .map((mean) => [drawnCount(mean, random), drawnCount(mean, random)] as const);
    const shown = pairs.filter(([before, now]) => before + now >= fewestForChange);
    said.add(expectedFalseSignals(shown.map(([before, now]) => falseChangeRate(before + now))));
    seen.add(shown.filter(([before, now]) => changeVerdict(before, now) !== "uviss").length);
  }
  const figures = {falskeSagt: round(said.share(), 3), falskeSett: round(seen.share(), 3)};
  print(
    `falske signal i årslista: ${figures.falskeSagt} venta, ${figures.falskeSett} ± ${countError(figures.falskeSett)} sette per fylke`,
  );
  return figures;
}

/** Twelve quarters that nothing happens in, of the county and each of its areas, with and without scatter. */
function courseSignals(shape: CountyShape, print: Print) {
  const random = seededRandom(seed + 5);
  const [said, seen] = [tally(), tally()];
  for (let county = 0; county < counties; county++) {
    const dispersion = 1 + (county % 2);
    for (const mean of [1, ...shape.areaShares].map((share) => (shape.reports * share) / 4)) {
      const reading = courseReading(Array.from({length: 12}, () => scatteredCount(mean, dispersion, random)));
      said.add(reading.falseAlarm);
      seen.add(reading.outside.length > 0 || reading.moved ? 1 : 0);
    }
  }
  const figures = {kvartalSagt: said.share(), kvartalSett: seen.share()};
  print(
    `kontrolldiagram med falskt signal: høgst ${percent(figures.kvartalSagt)} sagt, ${percent(figures.kvartalSett)} sett`,
  );
  return figures;
}

/** Months before and after, whether there is a season, and whether the verdict is told that there is none. */
const situations = [
  {before: 4, after: 4, seasonal: false},
  {before: 6, after: 6, seasonal: false},
  {before: 9, after: 9, seasonal: false},
  {before: 12, after: 12, seasonal: false},
  {before: 6, after: 6, seasonal: true},
  {before: 12, after: 6, seasonal: true},
  {before: 12, after: 12, seasonal: true},
  {before: 14, after: 12, seasonal: true},
  {before: 24, after: 12, seasonal: true},
  {before: 24, after: 24, seasonal: true},
] as const;

/** Process measures that nothing was done to, with and without the synthetic county's season, with and without scatter. */
function effects(shape: CountyShape, print: Print) {
  const random = seededRandom(seed + 3);
  const shares = situations.flatMap(({before, after, seasonal}) =>
    ([1, 2, 4] as const).map((dispersion) => {
      const wrong = tally();
      for (let run = 0; run < 4 * counties; run++) {
        const seasons = seasonal ? shape.seasons : [1];
        const counts = monthly(seasons, {periods: before + after, mean: 5 + 25 * random(), dispersion, random});
        const {verdict} = effectVerdict({counts, before, counted: "prosessmaal", better: "ned", seasonal});
        wrong.add(verdict === "betring_paavist" ? 1 : 0);
      }
      const words = `${before} + ${after} månader, ${seasonal ? "med" : "utan"} årstid, spreiing ${dispersion}`;
      print(`«betring påvist» utan betring, ${words}: ${percent(wrong.share())}`);
      return wrong.share();
    }),
  );
  return {feilBetring: round(sum(shares) / shares.length, 4), feilBetringVerst: Math.max(...shares)};
}

interface Monthly {
  readonly periods: number;
  readonly mean: number;
  readonly dispersion: number;
  readonly random: Random;
}

function monthly(seasons: readonly number[], {periods, mean, dispersion, random}: Monthly): number[] {
  const start = Math.floor(seasons.length * random());
  return Array.from({length: periods}, (_, t) =>
    scatteredCount(mean * (seasons[(start + t) % seasons.length] ?? 1), dispersion, random),
  );
}

/** Municipalities with one common distribution of rates: how many are called unexpectedly quiet. */
function quietMunicipalities(print: Print) {
  const random = seededRandom(seed + 4);
  const [said, seen] = [tally(), tally()];
  for (let county = 0; county < rareRuns; county++) {
    const units = Array.from({length: 27}, () => {
      const exposure = Math.exp(0.7 + 2.5 * random());
      return {exposure, count: scatteredCount(exposure * 1.3, 1 + exposure / 3, random)};
    });
    const judged = silences(units);
    said.add(sum(judged.map(({falseAlarm}) => falseAlarm)));
    seen.add(judged.filter(({word}) => word === "uventa_stille").length);
  }
  const figures = {stilleSagt: round(said.share(), 3), stilleSett: round(seen.share(), 3)};
  print(
    `kommunar kalla uventa stille utan grunn: høgst ${figures.stilleSagt} venta, ${figures.stilleSett} ± ${countError(figures.stilleSett)} sette per fylke`,
  );
  return figures;
}

function holds({lower, upper}: {lower: number; upper: number}, truth: number): number {
  return lower <= truth && truth <= upper ? 1 : 0;
}

function tally() {
  let [total, count] = [0, 0];
  return {
    add(value: number): void {
      total += value;
      count += 1;
    },
    n: () => count,
    share: () => round(count === 0 ? 0 : total / count, 4),
  };
}

/** Two standard errors of a mean number of rare events in each county. */
function countError(mean: number): string {
  return (2 * Math.sqrt(mean / rareRuns)).toFixed(3);
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace(".", ",")} %`;
}
