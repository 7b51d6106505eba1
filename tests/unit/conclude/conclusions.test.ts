import {describe, expect, it} from "vitest";
import {conclusionsFor, conclusionsOf} from "../../../pipeline/conclude/conclusions.ts";
import type {Row, Tables} from "../../../pipeline/contract/tables.ts";
import {tableNames} from "../../../pipeline/contract/tables.ts";
import {falseChangeRate} from "../../../pipeline/measure/statistics/index.ts";

const aar = 2025;
const codes = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];

function tablesOf(some: Partial<Tables>): Tables {
  const omraade = (id: string, type: string, lsu: string | null = null): Row<"omraade"> => ({
    ...{aar, id, type, namn: id, lsu, delt: false, sikkerheit: "stadfesta"},
  });
  const areas = [omraade("fylke", "fylke"), omraade("lsu-x", "lsu"), omraade("lsu-y", "lsu")];
  const places = Array.from({length: 9}, (_, index) => omraade(`99${index}`, "kommune", index < 5 ? "lsu-x" : "lsu-y"));
  const empty = Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Tables;
  return {...empty, omraade: [...areas, ...places], ...some};
}

function category(kategori: string, n: number | null, omraade = "fylke"): Row<"melding_per_kategori"> {
  const status = n === null ? "hidden" : "published";
  return {aar, omraade, kategori, retning: "alle", n, nedre: n, oevre: n, status};
}

function categories(counts: readonly (number | null)[], total: number | null): Tables {
  const rows = counts.map((n, index) => category(codes[index] ?? "", n));
  return tablesOf({melding_per_kategori: [category("alle", total), ...rows]});
}

const rankingOf = (tables: Tables) => conclusionsOf(tables, aar).rankings[0];

describe("rankings", () => {
  const sixty = [14, 11, 9, 8, 6, 5, 3, 2, 1, 1];

  it("gives the second of ten categories place 1-3, and only the first a robust one", () => {
    const found = rankingOf(categories(sixty, 60));
    expect(found?.differ).toBe(true);
    expect(found?.places[1]).toMatchObject({kategori: "B", lower: 1, upper: 3, word: "open"});
    expect(found?.places.filter(({word}) => word === "robust").map(({kategori}) => kategori)).toEqual(["A"]);
  });

  it("says that categories that vary by chance cannot be told apart", () => {
    expect(rankingOf(categories([6, 7, 5, 6, 6, 7], 37))?.differ).toBe(false);
  });

  it("places hidden categories by what the total leaves for them, but does not show where", () => {
    const found = rankingOf(categories([14, 11, 9, 8, 6, null, null, null, null, null], 60));
    expect(found?.places.map(({kategori}) => kategori)).toEqual(["A", "B", "C", "D", "E"]);
    expect(found?.places[0]?.word).toBe("robust");
  });

  it("says nothing where a hidden category could be among the three largest, or the total is hidden", () => {
    expect(rankingOf(categories([14, 11, 9, 8, 6, null, null, null, null, null], 70))).toBeUndefined();
    expect(rankingOf(categories([14, 11, 9, 8, 6, null, null, null, null, null], null))).toBeUndefined();
    expect(rankingOf(categories([14, 11, 9], 34))).toBeUndefined();
    expect(rankingOf(categories([0, 0, 0, 0, 0], 0))).toBeUndefined();
  });

  it("leaves out the residual categories", () => {
    const rows = [
      ...sixty.map((n, index) => category(codes[index] ?? "", n)),
      category("ANN", 90),
      category("alle", 150),
    ];
    expect(rankingOf(tablesOf({melding_per_kategori: rows}))?.places.map(({kategori}) => kategori)).toEqual(codes);
  });
});

describe("comparisons", () => {
  const change = (omraade: string, kategori: string, [n_foer, n_no, dom]: readonly [number, number, string]) => ({
    ...{aar, omraade, kategori, n_foer, n_no, forhold: 1, nedre: 1, oevre: 1, dom},
    ...{grunn: null, status: "published" as const},
  });
  const rows = [
    change("lsu-x", "A", [20, 60, "auke"]),
    change("lsu-x", "B", [20, 24, "uviss"]),
    change("lsu-y", "A", [30, 12, "nedgang"]),
    change("lsu-y", "B", [2, 3, "for_faa"]),
    change("fylke", "A", [50, 72, "uviss"]),
  ];
  const {comparisons} = conclusionsOf(tablesOf({endring_per_kategori: rows}), aar);

  it("carry the exact false alarm of each, none for those with too few", () => {
    expect(comparisons).toHaveLength(4);
    for (const [index, total] of [80, 44, 42, 122].entries())
      expect(comparisons[index]?.falseAlarm).toBeCloseTo(falseChangeRate(total), 4);
  });

  it("say which local signals stand among so many", () => {
    expect(comparisons.map(({holds}) => holds)).toEqual([true, false, true, false]);
  });
});

describe("quiet", () => {
  const kommune = (index: number, n: number | null, folketal = 5000): Row<"melding_per_kommune"> => ({
    ...{aar, kommune: `99${index}`, retning: "K2H", folketal, n, rate: n, nedre: n, oevre: n},
    status: n === null ? "hidden" : "published",
  });
  const total = (n: number) => ({...category("alle", n), retning: "K2H"});

  it("names a large municipality without reports, and lets a small one be chance", () => {
    const rows = [
      ...[8, 9, 7, 8, 9, 10, 8].map((n, index) => kommune(index, n)),
      kommune(7, 0, 30_000),
      kommune(8, 0, 900),
    ];
    const {quiet, quietTests} = conclusionsOf(
      tablesOf({melding_per_kommune: rows, melding_per_kategori: [total(59)]}),
      aar,
    );
    expect(quietTests.map(({kommune}) => kommune)).toEqual(rows.map(({kommune}) => kommune));
    expect(quietTests.every(({falseAlarm}) => falseAlarm >= 0 && falseAlarm <= 0.01)).toBe(true);
    expect(quiet.map(({kommune, word}) => [kommune, word])).toEqual([
      ["997", "uventa_stille"],
      ["998", "kan_vere_tilfeldig"],
    ]);
  });

  it("never names one that is hidden or has not delivered", () => {
    const rows = [...[8, 9, 7, 8, 9, 10, 8].map((n, index) => kommune(index, n)), kommune(7, null, 30_000)];
    const missing: Row<"melding_per_kommune"> = {...kommune(8, null, 90_000), status: "missing"};
    const tables = tablesOf({melding_per_kommune: [...rows, missing], melding_per_kategori: [total(60)]});
    expect(conclusionsOf(tables, aar).quiet).toEqual([]);
  });
});

describe("conclusionsFor", () => {
  it("keeps what a page shows: its area, its municipalities and the county", () => {
    const tables = tablesOf({});
    const unknown = {lower: 0, upper: 1};
    const place = {omraade: "", differ: false, places: []};
    const all = {
      rankings: ["fylke", "lsu-x", "lsu-y"].map((omraade) => ({...place, omraade})),
      comparisons: [{omraade: "lsu-y", kategori: "A", falseAlarm: 0.01, holds: false}],
      quiet: ["990", "997"].map((kommune) => ({kommune, probability: 0.5, word: "kan_vere_tilfeldig" as const})),
      quietTests: ["990", "997"].map((kommune) => ({kommune, falseAlarm: 0.01})),
      visibility: ["lsu-x", "lsu-y"].map((omraade) => ({
        omraade,
        kategori: "A",
        chances: [],
        smallest: null,
        advice: "vel_prosessmaal" as const,
      })),
      weighings: ["lsu-x", "lsu-y"].map((omraade) => ({
        omraade,
        kategori: "A",
        criteria: {mengd: unknown, alvor: unknown, breidde: unknown},
        first: 0.5,
        word: "open" as const,
      })),
      courses: ["lsu-x", "lsu-y"].map((omraade) => ({
        ...{omraade, kategori: "A", retning: "alle", from: {aar, kvartal: 1}, quarters: 8, chart: null},
        ...{reason: "rare-events" as const, outside: [], moved: false, falseAlarm: 0, incomplete: false},
      })),
    };
    const own = conclusionsFor(all, tables, "lsu-x");
    expect(own.rankings.map(({omraade}) => omraade)).toEqual(["fylke", "lsu-x"]);
    expect([own.comparisons.length, own.quiet.map(({kommune}) => kommune)]).toEqual([0, ["990"]]);
    expect(own.visibility.map(({omraade}) => omraade)).toEqual(["lsu-x"]);
    expect(own.weighings.map(({omraade}) => omraade)).toEqual(["lsu-x"]);
    expect(own.courses.map(({omraade}) => omraade)).toEqual(["lsu-x"]);
    expect(conclusionsFor(all, tables, "fylke")).toEqual(all);
  });
});

it("tells whether a halving would be seen, as the product's own figures say", () => {
  const row = (kategori: string, n: number | null) => ({
    aar,
    omraade: "lsu-a",
    kategori,
    retning: "alle",
    n,
    nedre: null,
    oevre: null,
    status: n === null ? ("hidden" as const) : ("published" as const),
  });
  const area = {aar, id: "lsu-a", type: "lsu", namn: "A", lsu: null, delt: false, sikkerheit: "hoeg"};
  const {visibility} = conclusionsOf(
    tablesOf({
      omraade: [area],
      melding_per_kategori: [row("UTS", 14), row("EPI", 72), row("LEG", null), row("ANN", 50)],
    }),
    aar,
  );
  expect(visibility.map(({kategori, advice}) => [kategori, advice])).toEqual([
    ["UTS", "vel_prosessmaal"],
    ["EPI", "tel_meldingar"],
  ]);
  const rounded = visibility.map(({chances}) => chances.slice(0, 2).map(({chance}) => Math.round(chance * 100) / 100));
  expect(rounded[0]?.[0]).toBeCloseTo(0.18, 1);
  expect(rounded[1]?.[1]).toBeCloseTo(0.93, 1);
  const [few, many] = visibility.map(({smallest}) => smallest ?? 1);
  expect(many).toBeLessThan(few ?? 0);
});
