import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {boundsOf, exactValues} from "../../pipeline/disclose/attack.ts";
import {type Count, keyOf} from "../../pipeline/disclose/coordinate.ts";
import {assertSums, type Equation, equationsOf, linkedCounts} from "../../pipeline/disclose/equations.ts";
import {hiding} from "../../pipeline/disclose/hiding.ts";
import {primaryCells} from "../../pipeline/disclose/primary.ts";
import {cellsOfSeries, weakSeries} from "../../pipeline/disclose/series.ts";
import {suppress} from "../../pipeline/disclose/suppress.ts";
import {closedBy, type Geography, type Place, type Seen} from "../support/suppression-reader.ts";

const aar = 2025;
const lsuOf: Readonly<Record<string, string>> = {
  1505: "lsu-kristiansund",
  1573: "lsu-kristiansund",
  1506: "lsu-molde",
  1535: "lsu-molde",
  1539: "lsu-molde",
};
const kommunar = Object.keys(lsuOf);
const kategoriar = ["EPI", "LEG", "UTS"];
const retningar = ["K2H", "H2K"];
const kvartal = [1, 2];

const parents = new Map(Object.entries({...lsuOf, "lsu-kristiansund": "fylke", "lsu-molde": "fylke"}));
const geography: Geography = {parentOf: (_, omraade) => parents.get(omraade), wholeOf: () => "alle"};

/** Reports at the finest grain nobody is shown: municipality, category, direction, quarter, and whether all is filled in. */
interface Report {
  readonly kommune: string;
  readonly kategori: string;
  readonly retning: string;
  readonly kvartal: number;
  readonly komplett: boolean;
}

/** Few reports or many, and most of them in few places: small cells are the rule, as in a small county. */
const reports: fc.Arbitrary<readonly Report[]> = fc
  .record({
    seed: fc.integer({min: 1, max: 2 ** 31 - 1}),
    size: fc.integer({min: 0, max: 120}),
    skew: fc.double({min: 1, max: 4, noNaN: true}),
  })
  .map(({seed, size, skew}) => {
    let state = seed;
    const next = (): number => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
      return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
    };
    const pick = <T>(from: readonly T[]): T => from[Math.floor(from.length * next() ** skew)] as T;
    return Array.from({length: size}, () => ({
      kommune: pick(kommunar),
      kategori: pick(kategoriar),
      retning: pick(retningar),
      kvartal: pick(kvartal),
      komplett: next() < 0.8,
    }));
  });

const whole = {aar, kvartal: 0, kategori: "alle", retning: "alle", fagomraade: "alle", del: "alle"} as const;

/** Every place the tables show: by category and direction, by quarter, by municipality, and the share that is complete. */
const shownPlaces: readonly Place[] = ["fylke", "lsu-kristiansund", "lsu-molde"]
  .flatMap((omraade): Place[] => [
    ...["alle", ...kategoriar].flatMap((kategori) =>
      ["alle", ...retningar].map((retning) => ({...whole, omraade, kategori, retning})),
    ),
    ...kvartal.flatMap((kv) => [
      ...["alle", ...kategoriar].map((kategori) => ({...whole, omraade, kvartal: kv, kategori})),
      ...retningar.map((retning) => ({...whole, omraade, kvartal: kv, retning})),
    ]),
    {...whole, omraade, del: "alle_felt_fylte"},
  ])
  .concat(kommunar.flatMap((omraade) => ["alle", ...retningar].map((retning) => ({...whole, omraade, retning}))));

function countAt(place: Place, all: readonly Report[]): number {
  return all.filter((report) => holds(place, report)).length;
}

function holds({omraade, kategori, retning, kvartal, del}: Place, report: Report): boolean {
  return (
    [report.kommune, lsuOf[report.kommune], "fylke"].includes(omraade) &&
    ["alle", report.kategori].includes(kategori) &&
    ["alle", report.retning].includes(retning) &&
    [0, report.kvartal].includes(kvartal) &&
    (del === "alle" || report.komplett === (del === "alle_felt_fylte"))
  );
}

interface Cube {
  readonly cells: ReadonlyMap<string, Count>;
  readonly equations: readonly Equation[];
  readonly primary: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
}

function cubeOf(
  all: readonly Report[],
  threshold: number,
  order: (places: readonly Place[]) => readonly Place[] = (places) => places,
): Cube {
  const cells = linkedCounts(order(shownPlaces).map((at) => ({at, value: countAt(at, all)})));
  const equations = equationsOf(cells, new Map([[aar, new Map([...parents].map(([area, up]) => [area, [up]]))]]));
  assertSums(cells, equations);
  return {
    cells,
    equations,
    primary: primaryCells(cells, threshold),
    series: cellsOfSeries(cells, weakSeries(cells.values(), threshold)),
  };
}

interface More {
  readonly before?: ReadonlySet<string>;
  /** Only these may be hidden. */
  readonly among?: ReadonlySet<string>;
}

async function hide(
  {cells, equations, primary, series}: Cube,
  threshold: number,
  {before = new Set(), among}: More = {},
): Promise<ReadonlySet<string>> {
  const {hidden} = await suppress({
    cells: cells,
    equations,
    threshold,
    sensitive: primary,
    hidden: new Set([...before, ...series]),
    shown: new Set([...cells.keys()].filter((key) => among !== undefined && !among.has(key))),
  });
  return hidden;
}

/** What a reader sees: zeros are shown, so a hidden number is at least one, except in a series that is hidden whole. */
function seenBy(cells: ReadonlyMap<string, Count>, hidden: ReadonlySet<string>, series: ReadonlySet<string>): Seen[] {
  return [...cells]
    .filter(([, {at}]) => !at.del.startsWith("ikkje_"))
    .map(([key, {at, value}]) => ({place: at, shown: hidden.has(key) ? null : value, least: series.has(key) ? 0 : 1}));
}

/** The sensitive cells whose value a reader can place within less than the threshold. */
async function found(
  {cells, primary, series}: Cube,
  hidden: ReadonlySet<string>,
  threshold: number,
): Promise<string[]> {
  const asked = [...primary].map((key) => cells.get(key)?.at as Place);
  return (await closedBy(seenBy(cells, hidden, series), asked, {...geography, width: threshold})).map(keyOf);
}

const thresholds = fc.constantFrom(3, 5);
const run = {numRuns: 100, seed: 20_251_123, endOnFailure: true};

/** Made once: the properties look at the same protected cubes. */
const examples: {cube: Cube; hidden: ReadonlySet<string>; threshold: number; all: readonly Report[]}[] = [];
beforeAll(async () => {
  for (const [all, threshold] of fc.sample(fc.tuple(reports, thresholds), run)) {
    const cube = cubeOf(all, threshold);
    examples.push({cube, hidden: await hide(cube, threshold), threshold, all});
  }
}, 240_000);

describe("suppression of linked tables", () => {
  it("is tried where there is something to hide, and something left to show", () => {
    const sensitive = examples.filter(({cube}) => cube.primary.size > 0);
    expect(sensitive.length).toBeGreaterThan(90);
    expect(
      sensitive.filter(({cube, hidden}) => hidden.size > new Set([...cube.primary, ...cube.series]).size).length,
    ).toBeGreaterThan(60);
    expect(
      sensitive.filter(({cube, hidden}) => [...cube.cells].some(([key, {value}]) => value > 0 && !hidden.has(key)))
        .length,
    ).toBeGreaterThan(60);
  });

  it("shows no number that is too small", () => {
    for (const {cube, hidden, threshold} of examples) {
      const small = [...cube.cells].filter(([key, {value}]) => !hidden.has(key) && value > 0 && value < threshold);
      expect(small).toEqual([]);
    }
  });

  it("[8] leaves every small number open by the threshold for a reader with a linear programme over all the tables", async () => {
    for (const {cube, hidden, threshold, all} of examples) {
      expect({solved: await found(cube, hidden, threshold), reports: all.length}).toEqual({
        solved: [],
        reports: all.length,
      });
    }
  });

  it("[9] is needed: with only the small numbers hidden the same reader finds some of them", async () => {
    let broken = 0;
    for (const {cube, threshold} of examples) {
      const solved = await found(cube, new Set([...cube.primary, ...cube.series]), threshold);
      if (solved.length > 0) broken += 1;
    }
    expect(broken).toBeGreaterThan(examples.length / 2);
  });

  it("is needed cell by cell: shown again one at a time, nearly every extra cell gives a small number away", async () => {
    let idle = 0;
    let extra = 0;
    for (const {cube, hidden, threshold} of examples.slice(0, 5)) {
      for (const key of hidden) {
        if (cube.primary.has(key) || cube.series.has(key) || cube.cells.get(key)?.at.del.startsWith("ikkje_")) continue;
        extra += 1;
        const fewer = new Set([...hidden].filter((other) => other !== key));
        if ((await found(cube, fewer, threshold)).length === 0) idle += 1;
      }
    }
    expect(extra).toBeGreaterThan(10);
    expect(idle / extra).toBeLessThan(0.25);
  });

  it("hides nothing more when what it has hidden is hidden already", async () => {
    for (const {cube, hidden, threshold} of examples.slice(0, 20)) {
      expect([...(await hide(cube, threshold, {before: hidden}))].sort()).toEqual([...hidden].sort());
    }
  });

  it("is the same each time", async () => {
    for (const {cube, hidden, threshold} of examples.slice(0, 20)) {
      expect([...(await hide(cube, threshold))].sort()).toEqual([...hidden].sort());
    }
  });

  it("is the same in whatever order the cells come", async () => {
    for (const {hidden, threshold, all} of examples.slice(0, 20)) {
      const turned = cubeOf(all, threshold, (places) => [...places].reverse());
      expect([...(await hide(turned, threshold))].sort()).toEqual([...hidden].sort());
    }
  });

  it("is nested: what the meeting edition hides, the open one hides too, and the reader of both finds nothing", async () => {
    for (const {all} of examples.slice(0, 12)) {
      const moete = cubeOf(all, 3);
      const open = cubeOf(all, 5);
      const outer = await hide(open, 5);
      const inner = await hide(moete, 3, {among: outer});
      expect([...inner].filter((key) => !outer.has(key))).toEqual([]);
      expect(await found(open, outer, 5)).toEqual([]);
      expect(await found({...moete, series: open.series}, outer, 3)).toEqual([]);
    }
  });
});

describe("what an edition hides", () => {
  it("can always be found, however few the reports are, and both editions hold", async () => {
    for (const {all} of examples.slice(0, 10)) {
      const few = all.slice(0, 8);
      const {cells, equations} = cubeOf(few, 5);
      const cube = {
        cells,
        equations,
        points: [...cells.values()],
        unseen: new Set<string>(),
        dominated: new Set<string>(),
      };
      const open = await hiding(cube, {threshold: 5, lowest: 3});
      const moete = await hiding(cube, {threshold: 3, lowest: 3, among: open.hidden});
      expect(await found(cubeOf(few, 5), open.hidden, 5)).toEqual([]);
      expect(await found({...cubeOf(few, 3), series: cubeOf(few, 5).series}, moete.hidden, 3)).toEqual([]);
    }
  });
});

describe("whoever knows some of the numbers from before", () => {
  interface Unit {
    readonly isOwn: (report: Report) => boolean;
    readonly knows: (at: Place) => boolean;
  }
  const units: Unit[] = [
    {isOwn: ({retning}) => retning === "H2K", knows: ({retning}) => retning === "H2K"},
    ...kommunar.map((own): Unit => ({isOwn: ({kommune}) => kommune === own, knows: ({omraade}) => omraade === own})),
  ];

  /** The hidden cells that hold none but these reports. */
  const ownOf = (own: readonly Report[], {cells}: Cube, hidden: ReadonlySet<string>): Set<string> =>
    new Set(
      [...hidden].filter((key) => {
        const cell = cells.get(key);
        return cell !== undefined && cell.value > 0 && countAt(cell.at, own) === cell.value;
      }),
    );

  it("[5] [6] finds no more: neither the trust, nor a municipality, nor the one behind a number that is 1", async () => {
    let tried = 0;
    for (const {all, threshold} of examples.slice(0, 6)) {
      const cube = cubeOf(all, threshold);
      const {cells, equations} = cube;
      const {hidden} = await hiding(
        {cells, equations, points: [...cells.values()], unseen: new Set(), dominated: new Set()},
        {threshold, lowest: threshold},
      );
      const single = all
        .map((report) => ownOf([report], cube, hidden))
        .filter(({size}) => size > 0)
        .map((own) => ({known: own, own}));
      const knowing = units.map(({isOwn, knows}) => ({
        known: new Set([...cells].flatMap(([key, {at}]) => (hidden.has(key) && knows(at) ? [key] : []))),
        own: ownOf(all.filter(isOwn), cube, hidden),
      }));
      for (const {known, own} of [...knowing, ...single.slice(0, 6)]) {
        const left = new Set([...hidden].filter((key) => !known.has(key)));
        const primary = new Set([...cube.primary].filter((key) => !known.has(key) && !own.has(key)));
        expect(await found({...cube, primary}, left, threshold)).toEqual([]);
        tried += known.size > 0 ? 1 : 0;
      }
    }
    expect(tried).toBeGreaterThan(15);
  });

  it("[5] finds some of them when only outsiders are kept out", async () => {
    let broken = 0;
    for (const {cube, hidden, threshold} of examples) {
      const known = new Set([...hidden].filter((key) => cube.cells.get(key)?.at.omraade === kommunar[0]));
      const left = new Set([...hidden].filter((key) => !known.has(key)));
      const primary = new Set([...cube.primary].filter((key) => !known.has(key)));
      broken += (await found({...cube, primary}, left, threshold)).length > 0 ? 1 : 0;
    }
    expect(broken).toBeGreaterThan(0);
  });
});

describe("the hidden numbers of one sum", () => {
  it("[4] are never one alone that is small, and never so few reports that all of them are small", async () => {
    for (const {cube, hidden, threshold} of examples) {
      for (const {total, parts} of cube.equations) {
        const gone = [total, ...parts].filter((key) => hidden.has(key));
        const isSmall = (key: string): boolean => cube.primary.has(key);
        if (gone.length === 1) expect(gone.filter(isSmall)).toEqual([]);
        if (hidden.has(total)) continue;
        const sum = gone.reduce((so, key) => so + (cube.cells.get(key)?.value ?? 0), 0);
        expect(sum === 0 || sum >= threshold, `${sum} of ${threshold}`).toBe(true);
      }
    }
  });
});

describe("the attack that guards the editions", () => {
  it("tells only what is true, and nothing the linear programme does not", async () => {
    for (const {cube} of examples.slice(0, 20)) {
      const hidden = new Set([...cube.primary, ...cube.series]);
      const shown = new Map([...cube.cells].filter(([key]) => !hidden.has(key)).map(([key, {value}]) => [key, value]));
      const least = new Map([...hidden].map((key) => [key, cube.series.has(key) ? 0 : 1]));
      const bounds = boundsOf(cube.equations, {shown, hidden: least});
      for (const [key, {lower, upper}] of bounds) {
        const value = cube.cells.get(key)?.value ?? Number.NaN;
        expect(lower, key).toBeLessThanOrEqual(value);
        expect(upper, key).toBeGreaterThanOrEqual(value);
      }
      for (const [key, value] of exactValues(cube.equations, {shown, hidden: least}))
        expect(value, key).toBe(cube.cells.get(key)?.value);
    }
  });

  it("finds every number that follows from the sums alone, whatever they are", async () => {
    let certainties = 0;
    for (const {cube} of examples.slice(0, 20)) {
      const hidden = new Set([...cube.primary].filter((key) => !cube.cells.get(key)?.at.del.startsWith("ikkje_")));
      const shown = new Map(
        [...cube.cells]
          .filter(([key, {at}]) => !hidden.has(key) && !at.del.startsWith("ikkje_"))
          .map(([key, {value}]) => [key, value]),
      );
      const equations = cube.equations.filter(({parts}) => !parts.some((part) => part.includes("ikkje_")));
      const exact = exactValues(equations, {shown, hidden: new Map([...hidden].map((key) => [key, -1e6]))});
      const keys = [...hidden];
      const seen = [...cube.cells]
        .filter(([, {at}]) => at.del === "alle")
        .map(([key, {at, value}]) => ({place: at, shown: hidden.has(key) ? null : value, least: -1e6}));
      const asked = keys.filter((key) => cube.cells.get(key)?.at.del === "alle");
      const places = asked.map((key) => cube.cells.get(key)?.at as Place);
      const certain = (await closedBy(seen, places, {...geography, width: 1e-3})).map(keyOf);
      expect(certain.filter((key) => !exact.has(key))).toEqual([]);
      certainties += certain.length;
    }
    expect(certainties).toBeGreaterThan(20);
  });

  it("names cells by where they stand, so that two tables that show the same number share it", () => {
    const at = {...whole, omraade: "fylke"};
    expect(keyOf(at)).toBe(keyOf({...at}));
    expect(() =>
      linkedCounts([
        {at, value: 1},
        {at, value: 2},
      ]),
    ).toThrow(/two values for one cell/);
  });
});
