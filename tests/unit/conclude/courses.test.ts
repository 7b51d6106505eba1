import {describe, expect, it} from "vitest";
import {conclusionsOf} from "../../../pipeline/conclude/conclusions.ts";
import {courseReading, courses} from "../../../pipeline/conclude/courses.ts";
import {type Row, type Tables, tableNames} from "../../../pipeline/contract/tables.ts";
import {seededRandom} from "../../../pipeline/measure/statistics/index.ts";
import {scatteredCount} from "../../benchmark/simulated-county.ts";

const years = [2022, 2023, 2024, 2025];
const steady = [20, 24, 18, 22, 19, 23, 21, 20, 25, 17, 22, 20, 18, 24, 21, 19];

function tablesOf(counts: readonly (number | null)[], more: Partial<Tables> = {}): Tables {
  const empty = Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Tables;
  const rows = counts.map((n, index): Row<"melding_per_kvartal"> => {
    const [aar, kvartal] = [years[Math.floor(index / 4)] ?? 0, 1 + (index % 4)];
    const status = n === null ? "hidden" : "published";
    return {aar, kvartal, omraade: "lsu-x", kategori: "A", retning: "alle", n, status};
  });
  return {...empty, melding_per_kvartal: rows, ...more};
}

const brot = (changes: Partial<Row<"brot">>): Row<"brot"> => ({
  ...{id: "b", dato: "2023-05-01", kategori: null, kommune: null, verknad: "stopp", nn: "Brot", nb: "Brudd"},
  ...changes,
});

describe("courses", () => {
  it("charts the quarters of a series that is wholly shown, and says why so", () => {
    expect(courses(tablesOf(steady))).toMatchObject([
      {
        ...{omraade: "lsu-x", kategori: "A", retning: "alle", quarters: 16, from: {aar: 2022, kvartal: 1}},
        ...{chart: "c", reason: "steady-exposure", outside: [], moved: false, incomplete: false},
      },
    ]);
  });

  it("says nothing of a series with a hidden quarter, whatever the others are", () => {
    for (const hole of [0, 7, 15]) {
      const counts = steady.map((n, index) => (index === hole ? null : 10 * n));
      expect(courses(tablesOf(counts))).toEqual([]);
    }
  });

  it("leaves out the quarters that had not come, but not one that is not applicable before them", () => {
    const tables = tablesOf(steady);
    const status = (from: number, to: number) =>
      tables.melding_per_kvartal.map((row, index) =>
        index >= from && index < to ? {...row, n: null, status: "not_applicable" as const} : row,
      );
    expect(courses({...tables, melding_per_kvartal: status(14, 16)})[0]?.quarters).toBe(14);
    expect(courses({...tables, melding_per_kvartal: status(3, 4)})).toEqual([]);
  });

  it("names the quarter outside the limits and its side", () => {
    const [high] = courses(tablesOf(steady.map((n, index) => (index === 13 ? 60 : n))));
    expect(high?.outside).toEqual([{aar: 2025, kvartal: 2, side: "above"}]);
    const [low] = courses(tablesOf(steady.map((n, index) => (index === 2 ? 1 : n))));
    expect(low?.outside).toEqual([{aar: 2022, kvartal: 3, side: "below"}]);
  });

  it("sees a level that has moved by its runs", () => {
    const moved = steady.map((n, index) => (index < 8 ? n : n + 9));
    expect(courses(tablesOf(moved))[0]?.moved).toBe(true);
  });

  it("starts anew at a break that stops comparison, of all categories or its own", () => {
    const counts = steady.map((n, index) => (index < 6 ? 3 * n : n));
    const at = (row: Row<"brot">) => courses(tablesOf(counts, {brot: [row]}))[0];
    expect(at(brot({}))).toMatchObject({from: {aar: 2023, kvartal: 3}, quarters: 10, moved: false, outside: []});
    expect(at(brot({kategori: "B A"}))?.quarters).toBe(10);
    for (const other of [{kategori: "B"}, {verknad: "merk"}, {kommune: "9901"}, {dato: "2030-01-01"}])
      expect(at(brot(other))?.quarters).toBe(16);
    expect(at(brot({dato: "2025-01-01"}))).toMatchObject({chart: null, reason: "too-few-points"});
  });

  it("does not judge what is rare", () => {
    expect(courses(tablesOf(steady.map((_, index) => index % 2)))[0]).toMatchObject({
      ...{chart: null, reason: "rare-events", falseAlarm: 0},
    });
  });

  it("tells of parties in the area that did not deliver in those years", () => {
    const place = (id: string, lsu: string): Row<"omraade"> => ({
      ...{aar: 2024, id, type: "kommune", namn: id, lsu, delt: false, sikkerheit: "stadfesta"},
    });
    const missing = (part: string, aar = 2024): Partial<Tables> => ({
      omraade: [place("9901", "lsu-x"), place("9902", "lsu-y")],
      levering_per_part: [{aar, part, kanal: "csv", levering: "manglar"}],
    });
    const incomplete = (more: Partial<Tables>) => courses(tablesOf(steady, more))[0]?.incomplete;
    expect(["9901", "hf", "9902"].map((part) => incomplete(missing(part)))).toEqual([true, true, false]);
    expect(incomplete(missing("9901", 2019))).toBe(false);
  });

  it("are part of what is concluded of an edition", () => {
    expect(conclusionsOf(tablesOf(steady), 2025).courses).toHaveLength(1);
  });
});

it("no more false signals are expected than said, for scattered and few reports too", () => {
  const random = seededRandom(9);
  for (const [mean, dispersion] of [
    [4, 1],
    [20, 1],
    [20, 2],
  ] as const) {
    let [said, seen] = [0, 0];
    for (let series = 0; series < 250; series++) {
      const counts = Array.from({length: 16}, () => scatteredCount(mean, dispersion, random));
      const {falseAlarm, outside, moved} = courseReading(counts);
      said += falseAlarm;
      seen += outside.length > 0 || moved ? 1 : 0;
    }
    expect(seen).toBeLessThanOrEqual(said + 2 * Math.sqrt(said));
  }
});
