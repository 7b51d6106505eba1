import {readFileSync} from "node:fs";
import {gammaLowerQuantile, poissonQuantile, type Random} from "../../pipeline/measure/statistics/index.ts";

interface Truths {
  readonly volum: Readonly<Record<string, number>>;
  readonly miks: {
    readonly delK2H: number;
    readonly kategori: Readonly<Record<"K2H" | "H2K", Readonly<Record<string, number>>>>;
    readonly eigenKanal: Readonly<Record<string, number>>;
    readonly maanad: readonly number[];
  };
}

/** What the simulated counties have from the synthetic one: volume, categories and how they vary, areas and seasons. */
export interface CountyShape {
  readonly reports: number;
  readonly categories: number;
  /** Shape of the gamma distribution that the shares of the categories look like. */
  readonly spread: number;
  readonly areaShares: readonly number[];
  readonly seasons: readonly number[];
}

/** Without the residual categories, which are never ranked. */
const residual = ["ANN", "UKJ"];

export function countyShape(file: URL): CountyShape {
  const {volum, miks} = JSON.parse(readFileSync(file, "utf8")) as Truths;
  const {K2H, H2K} = miks.kategori;
  const names = Object.keys(K2H).filter((name) => !residual.includes(name));
  const shares = names.map((name) => miks.delK2H * (K2H[name] ?? 0) + (1 - miks.delK2H) * (H2K[name] ?? 0));
  const mean = sum(shares) / shares.length;
  const variance = sum(shares.map((share) => (share - mean) ** 2)) / (shares.length - 1);
  const areas = Object.values(miks.eigenKanal);
  const months = miks.maanad.map((weight) => (12 * weight) / sum(miks.maanad));
  return {
    reports: Object.values(volum).at(-1) ?? 0,
    categories: names.length,
    spread: mean ** 2 / variance,
    areaShares: areas.map((area) => area / sum(areas)),
    seasons: months,
  };
}

/** Expected reports of a year by area and category: one county drawn like the synthetic one. */
export function drawnRates({reports, categories, spread, areaShares}: CountyShape, random: Random): number[][] {
  const shares = Array.from({length: categories}, () => gammaLowerQuantile(random(), spread) / spread / categories);
  return areaShares.map((area) => shares.map((share) => reports * area * share));
}

export function drawnCount(mean: number, random: Random): number {
  return poissonQuantile(random(), mean);
}

/** A count whose variance is `dispersion` times its mean: a Poisson count about a gamma mean. */
export function scatteredCount(mean: number, dispersion: number, random: Random): number {
  if (dispersion <= 1) return drawnCount(mean, random);
  const shape = mean / (dispersion - 1);
  return drawnCount((gammaLowerQuantile(random(), shape) * mean) / shape, random);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
