import type {Language} from "../../pipeline/contract/edition.ts";
import type {Followed} from "../../pipeline/contract/loop.ts";
import type {Maalpunkt, MaalserieOptions} from "../charts/maalserie.ts";
import {percent} from "../text/numbers.ts";
import {periodWords} from "./verknad.ts";

/** A process measure ready to be drawn, and the same said in words. */
export interface Maalserie {
  readonly points: readonly Maalpunkt[];
  readonly lines: Pick<MaalserieOptions, "linjer" | "nivaa" | "merke">;
  readonly words: string;
  readonly period: string;
  /** Everyone it was counted among, in all periods. */
  readonly n: number;
}

/** Null where no period may be shown. The decision is line 1, the first test line 2. */
export function maalserieOf(followed: Followed, language: Language): Maalserie | null {
  const points = followed.series?.points ?? [];
  const [first, last] = [points[0]?.period, points.at(-1)?.period];
  if (!first || !last || points.every(({teljar}) => teljar === null)) return null;
  const start = placeOf(first);
  const length = placeOf(last) - start;
  const days = [followed.decided, ...(followed.testDate === null ? [] : [followed.testDate])].filter((day) => {
    const x = dayPlace(day) - start;
    return x >= -1 && x <= length + 1;
  });
  const ends = [first, last].map((period) => periodWords(period, language));
  const shown = points.map(({period, teljar, nemnar}) => ({
    period,
    x: placeOf(period) - start,
    andel: teljar !== null && nemnar ? teljar / nemnar : null,
  }));
  return {
    points: shown.map(({x, andel}) => ({x, andel})),
    lines: {
      linjer: days.map((day) => ({x: dayPlace(day) - start})),
      nivaa: levelsOf(followed, start),
      merke: [first, last].map((period, index) => ({x: placeOf(period) - start, tekst: ends[index] ?? ""})),
    },
    words: shown
      .flatMap(({period, andel}) => (andel === null ? [] : [`${periodWords(period, language)} ${percent(andel)}`]))
      .join(", "),
    period: ends.join("–"),
    n: points.reduce((sum, {nemnar}) => sum + (nemnar ?? 0), 0),
  };
}

/** The place of a period among months, so that every frequency shares one axis. */
function placeOf(period: string): number {
  const [year, kind, nr] = [Number(period.slice(0, 4)), period[4], Number(period.slice(5))];
  return year * 12 + (kind === "M" ? nr - 1 : kind === "K" ? (nr - 1) * 3 : ((nr - 1) * 12) / 52);
}

/** A day stands between the middles of the months beside it. */
function dayPlace(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return year * 12 + month - 1 + (date - 1) / 31 - 0.5;
}

function levelsOf({series, decided}: Followed, start: number): MaalserieOptions["nivaa"] {
  if (series === null) return [];
  const at = dayPlace(decided);
  const places = series.points.map(({period}) => placeOf(period));
  const sides = [
    {own: series.before, places: places.filter((x) => x + 0.5 <= at)},
    {own: series.after, places: places.filter((x) => x - 0.5 >= at)},
  ];
  return sides.flatMap(({own, places}) =>
    own === null || own.nemnar === 0 || places.length === 0
      ? []
      : [{fra: Math.min(...places) - start, til: Math.max(...places) - start, andel: own.teljar / own.nemnar}],
  );
}
