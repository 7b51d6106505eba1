import {beforeAll, describe, expect, it} from "vitest";
import {type Column, type Row, tableNames, tables} from "../../../pipeline/contract/tables.ts";
import {type Count, keyOf} from "../../../pipeline/disclose/coordinate.ts";
import {disclose} from "../../../pipeline/disclose/disclose.ts";
import {assertSums, equationsOf, linkedCounts} from "../../../pipeline/disclose/equations.ts";
import {primaryCells} from "../../../pipeline/disclose/primary.ts";
import {cellsOfSeries, weakSeries} from "../../../pipeline/disclose/series.ts";
import {readRows} from "../../../pipeline/duckdb/rows.ts";
import {disclosed, type Flow, measured} from "../../support/flow.ts";

const whole = {
  aar: 2025,
  kvartal: 0,
  omraade: "fylke",
  kategori: "alle",
  retning: "alle",
  fagomraade: "alle",
  del: "alle",
};
const cellsOf = (counts: readonly Count[]): Map<string, Count> =>
  new Map(counts.map((count) => [keyOf(count.at), count]));

describe("a cell that is too small", () => {
  it("is at least one and below the threshold: zero says nothing about a person", () => {
    const cells = cellsOf([0, 1, 2, 3, 4, 5, 6].map((value) => ({at: {...whole, kategori: String(value)}, value})));
    const small = (threshold: number) => [...primaryCells(cells, threshold)].map((key) => cells.get(key)?.value);
    expect(small(5)).toEqual([1, 2, 3, 4]);
    expect(small(3)).toEqual([1, 2]);
    expect(small(1)).toEqual([]);
  });
});

describe("a series of quarters", () => {
  const series = (values: readonly number[]): Map<string, Count> =>
    cellsOf(
      values.map((value, index) => ({
        at: {...whole, aar: 2024 + Math.floor(index / 4), kvartal: 1 + (index % 4), kategori: "EPI"},
        value,
      })),
    );

  it("is hidden whole, zeros too, when more than half of it is too small", () => {
    const cells = series([9, 9, 4, 0, 3]);
    expect(cellsOfSeries(cells, weakSeries(cells.values(), 5))).toEqual(new Set(cells.keys()));
  });

  it("is kept when half of it is large enough", () => {
    expect(weakSeries(series([9, 9, 4, 0]).values(), 5).size).toBe(0);
  });

  it("is never that of all categories together, nor a year", () => {
    const cells = cellsOf([
      {at: {...whole, kvartal: 1}, value: 1},
      {at: {...whole, kategori: "EPI"}, value: 1},
    ]);
    expect(weakSeries(cells.values(), 5).size).toBe(0);
  });
});

describe("what is counted", () => {
  it("[17] [18] has no other time in it than whole years and quarters: nothing rolls, and nothing is so far this year", () => {
    const times = tableNames.flatMap((name) =>
      Object.entries<Column>(tables[name].columns).flatMap(([column, {type}]) => (type === "SMALLINT" ? [column] : [])),
    );
    expect(new Set(times)).toEqual(new Set(["aar", "kvartal", "nr", "kommunar"]));
  });
});

describe("the sums a reader can do", () => {
  it("are those over areas, quarters, categories, directions, fields and parts, each once", () => {
    const at = (changes: Partial<typeof whole>) => ({at: {...whole, ...changes}, value: 0});
    const cells = linkedCounts([
      at({}),
      at({omraade: "lsu-a"}),
      at({omraade: "lsu-b"}),
      at({omraade: "1505"}),
      at({kategori: "EPI"}),
      at({kategori: "LEG"}),
      at({retning: "K2H"}),
      at({retning: "H2K"}),
      at({kvartal: 1}),
      at({kvartal: 2}),
      at({fagomraade: "RUS"}),
      at({del: "komplett"}),
    ]);
    const parents = new Map([
      [
        2025,
        new Map([
          ["lsu-a", ["fylke"]],
          ["lsu-b", ["fylke"]],
          ["1505", ["lsu-a"]],
        ]),
      ],
    ]);
    const sums = equationsOf(cells, parents).map(({total, parts}) => `${total.split("|")[2]} = ${parts.length}`);
    expect(sums.sort()).toEqual([
      "fylke = 1",
      "fylke = 2",
      "fylke = 2",
      "fylke = 2",
      "fylke = 2",
      "fylke = 2",
      "lsu-a = 1",
    ]);
  });

  it("hold, or nothing goes out", () => {
    const cells = cellsOf([
      {at: whole, value: 5},
      {at: {...whole, kategori: "EPI"}, value: 3},
      {at: {...whole, kategori: "LEG"}, value: 1},
    ]);
    expect(() => assertSums(cells, equationsOf(cells, new Map()))).toThrow(/sum does not hold/);
  });
});

describe("what is written to disclosed", () => {
  let flow: Flow;
  const rows = (n: number, prefix: string, line: Readonly<Record<string, string>>) =>
    Array.from({length: n}, (_, index) => ({"hf-sak": `${prefix}${index}`, ...line}));
  const line = {
    retning: "H2K",
    kommune: "1508",
    kategori: "Anna",
    hending: "01.03.2025",
    registrert: "02.03.2025",
    sendt: "02.03.2025",
    svart: "10.03.2025",
  };

  beforeAll(async () => {
    flow = await disclosed({
      deliveries: {
        "hf.csv": [
          ...rows(30, "a", line),
          ...rows(4, "b", {...line, kategori: "Epikrise manglar"}),
          ...rows(2, "c", {...line, kommune: "1573", kategori: "Tilvising avvist", svart: ""}),
          ...rows(9, "d", {
            ...line,
            kommune: "1506",
            kategori: "Legemiddel - resept manglar",
            registrert: "02.10.2025",
            sendt: "02.10.2025",
            svart: "",
          }),
        ],
      },
    });
  });

  it("is each measured row, once for each edition, with the columns of the contract", async () => {
    for (const name of tableNames) {
      const [count] = await readRows<{inn: number; ut: number}>(
        flow.database,
        `select (select count(*) from measured.${name})::integer as inn, (select count(*) from disclosed.${name})::integer as ut`,
      );
      expect({name, ut: count?.ut}).toEqual({name, ut: (count?.inn ?? 0) * 2});
      const columns = await readRows<{column_name: string}>(flow.database, `describe disclosed.${name}`);
      expect(columns.map(({column_name}) => column_name)).toEqual(["utgaave", ...Object.keys(tables[name].columns)]);
    }
  });

  it("has a number exactly where the status is published, and no measure anywhere else", async () => {
    for (const name of tableNames.filter((each) => "status" in tables[each].columns)) {
      const read = await readRows<Row<"melding_per_kategori">>(flow.database, `select * from disclosed.${name}`);
      const measures = Object.entries(
        tables[name].columns as Readonly<Record<string, {measure?: true; nullable?: true}>>,
      ).filter(([, {measure}]) => measure);
      for (const row of read) {
        for (const [column, {nullable}] of measures) {
          const value = (row as unknown as Record<string, unknown>)[column];
          if (row.status !== "published") expect(value).toBeNull();
          else if (!nullable) expect(value).not.toBeNull();
        }
      }
    }
  });

  it("cannot hold a number in a hidden cell: the database refuses it", async () => {
    const hidden = await readRows(
      flow.database,
      "select 1 from disclosed.melding_per_kategori where status = 'hidden' limit 1",
    );
    expect(hidden).toHaveLength(1);
    await expect(
      flow.database.run("update disclosed.melding_per_kategori set n = 3 where status = 'hidden'"),
    ).rejects.toThrow(/constraint/i);
    await expect(
      flow.database.run("update disclosed.melding_per_kategori set n = null where status = 'published'"),
    ).rejects.toThrow(/constraint/i);
  });

  it("hides the interval, the rate, the ratio and the median with the number they are made of", async () => {
    const derived = await readRows<{n: number}>(
      flow.database,
      `select (select count(*) from disclosed.melding_per_kommune where status = 'hidden' and (rate is not null or nedre is not null or oevre is not null))
         + (select count(*) from disclosed.endring_per_kategori where status = 'hidden' and (forhold is not null or dom is not null))
         + (select count(*) from disclosed.median_per_omraade where status = 'hidden' and median is not null) as n`,
    );
    expect(Number(derived[0]?.n)).toBe(0);
  });

  it("has no median and no share of fewer than the threshold", async () => {
    const shares = await readRows<{teljar: number; nemnar: number; utgaave: string}>(
      flow.database,
      "select utgaave, teljar, nemnar from disclosed.andel_per_omraade where status = 'published'",
    );
    expect(shares.length).toBeGreaterThan(0);
    for (const {utgaave, teljar, nemnar} of shares) {
      const threshold = utgaave === "open" ? 5 : 3;
      for (const count of [teljar, nemnar, nemnar - teljar])
        expect(count === 0 || count >= threshold, `${teljar} of ${nemnar}`).toBe(true);
    }
    const medians = await readRows<{n: number; utgaave: string}>(
      flow.database,
      "select utgaave, n from disclosed.median_per_omraade where status = 'published'",
    );
    for (const {utgaave, n} of medians) expect(n).toBeGreaterThanOrEqual(utgaave === "open" ? 5 : 3);
  });

  it("is not written at all when the tables contradict each other", async () => {
    const broken = await measured({deliveries: {"hf.csv": rows(9, "a", line)}});
    await broken.database.run(
      "update measured.melding_per_kategori set n = n + 1 where omraade = 'fylke' and kategori = 'alle' and retning = 'alle'",
    );
    await expect(disclose(broken.database)).rejects.toThrow(/sum does not hold|two values for one cell/);
    expect(
      await readRows(
        broken.database,
        "select table_name from information_schema.tables where table_schema = 'disclosed'",
      ),
    ).toEqual([]);
  });
});
