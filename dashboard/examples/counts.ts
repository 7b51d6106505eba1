import {feiltypar} from "./categories.ts";
import {places, withoutDelivery} from "./places.ts";
import {poisson, seeded} from "./random.ts";

/** One invented count: the cells of the published tables are sums of these. */
export interface Count {
  readonly aar: number;
  readonly kvartal: number;
  readonly kommune: string;
  readonly lsu: string;
  readonly kategori: string;
  readonly retning: "K2H" | "H2K";
  readonly n: number;
}

export const years = [2023, 2024, 2025];
export const year = 2025;
const perInhabitant = 0.0021;

export function counts(): Count[] {
  const random = seeded(20260302);
  return years.flatMap((aar) =>
    [1, 2, 3, 4].flatMap((kvartal) => places.flatMap((place) => quarterOf({aar, kvartal}, place, random))),
  );
}

type When = Pick<Count, "aar" | "kvartal">;

function quarterOf(when: When, place: (typeof places)[number], random: () => number): Count[] {
  const base = (place.folketal * perInhabitant) / 4;
  return feiltypar.flatMap((category) => {
    const level = base * category.weight * (when.aar === year ? category.change : 1);
    const k2h = {...when, kommune: place.id, lsu: place.lsu, kategori: category.kode, retning: "K2H" as const};
    const reports = delivered(when.aar, place.id) ? level * (1 - category.h2k) * place.iver : 0;
    return [
      {...k2h, n: poisson(reports, random)},
      {...k2h, retning: "H2K" as const, n: poisson(level * category.h2k, random)},
    ];
  });
}

export function delivered(aar: number, kommune: string): boolean {
  return aar !== year || !withoutDelivery.includes(kommune);
}
