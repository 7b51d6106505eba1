import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {registerNumberFunction, registerTextFunction} from "../../../pipeline/duckdb/functions.ts";
import {closeDatabase, openDatabase, openExisting, schemas} from "../../../pipeline/duckdb/open.ts";
import {readRows, writeTable} from "../../../pipeline/duckdb/rows.ts";

describe("the database", () => {
  it("has the schemas of the stages, one thread, and the clock of Oslo", async () => {
    const database = await openDatabase();
    const found = await readRows<{name: string}>(
      database,
      "select distinct schema_name as name from information_schema.schemata",
    );
    expect(found.map(({name}) => name)).toEqual(expect.arrayContaining([...schemas]));
    expect(
      await readRows(
        database,
        "select current_setting('threads')::integer as threads, current_setting('TimeZone') as zone",
      ),
    ).toEqual([{threads: 1, zone: "Europe/Oslo"}]);
  });

  it("reads and writes no file, reaches no network, takes in no other database and installs nothing", async () => {
    const database = await openDatabase();
    const folder = mkdtempSync(join(tmpdir(), "avvik-open-"));
    writeFileSync(join(folder, "x.csv"), "a,b\n1,2\n");
    try {
      for (const sql of [
        `select * from read_csv('${join(folder, "x.csv")}')`,
        `select * from '${join(folder, "x.csv")}'`,
        `select content from read_text('${join(folder, "x.csv")}')`,
        `copy (select 1) to '${join(folder, "y.csv")}'`,
        `attach '${join(folder, "z.duckdb")}' as z`,
        "install excel",
        "load httpfs",
        "select * from read_csv('https://example.org/x.csv')",
        "set enable_external_access = true",
      ]) {
        await expect(database.run(sql), sql).rejects.toThrow();
      }
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });

  it("cannot be set otherwise afterwards: the settings are locked", async () => {
    const database = await openDatabase();
    await expect(database.run("set threads = 4")).rejects.toThrow();
    await expect(database.run("set autoinstall_known_extensions = true")).rejects.toThrow();
  });

  it("is a file that can be opened again, to be read and not written", async () => {
    const folder = mkdtempSync(join(tmpdir(), "avvik-open-"));
    try {
      const file = join(folder, "a.duckdb");
      const database = await openDatabase(file);
      await writeTable(database, {schema: "linked", table: "t", columns: {x: "INTEGER"}}, [{x: 7}]);
      await closeDatabase(database);
      const again = await openExisting(file);
      expect(await readRows(again, "select x from linked.t")).toEqual([{x: 7}]);
      await expect(again.run("create table linked.u (x integer)")).rejects.toThrow(/read-only/i);
      again.closeSync();
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
});

describe("rows", () => {
  const columns = {s: "SMALLINT", i: "INTEGER", d: "DOUBLE", b: "BOOLEAN", v: "VARCHAR"};

  it("come out as they went in, with null where there is nothing", async () => {
    const database = await openDatabase();
    const rows = [
      {s: -32_768, i: 2_147_483_647, d: 0.1, b: true, v: "Ålesund «'\";--"},
      {s: null, i: null, d: null, b: null, v: null},
      {s: 0, i: 0, d: 0, b: false, v: ""},
    ];
    expect(await writeTable(database, {schema: "linked", table: "t", columns}, rows)).toBe(3);
    expect(await readRows(database, "select * from linked.t")).toEqual(rows);
  });

  it("take the place of an older table, and a column that is left out is null", async () => {
    const database = await openDatabase();
    await writeTable(database, {schema: "linked", table: "t", columns}, [{s: 1}]);
    await writeTable(database, {schema: "linked", table: "t", columns: {v: "VARCHAR", i: "INTEGER"}}, [{v: "a"}]);
    expect(await readRows(database, "select * from linked.t")).toEqual([{v: "a", i: null}]);
  });

  it("may be asked for with values, which are never SQL", async () => {
    const database = await openDatabase();
    expect(await readRows(database, "select $1::varchar as v", ["'; drop schema linked; --"])).toEqual([
      {v: "'; drop schema linked; --"},
    ]);
  });

  it("that break a rule of the table are refused", async () => {
    const database = await openDatabase();
    await expect(
      writeTable(database, {schema: "linked", table: "t", columns: {v: "VARCHAR not null"}}, [{v: null}]),
    ).rejects.toThrow();
  });
});

describe("a function of numbers", () => {
  it("is called from SQL for each row, gives null for null, and may give none", async () => {
    const database = await openDatabase();
    registerNumberFunction(database, "half", 1, (x) => (x < 0 ? null : x / 2));
    registerTextFunction(database, "larger", 2, (a, b) => (a > b ? "a" : a < b ? "b" : null));
    const sql = "select half(x) as half, larger(x, 3) as larger from (values (1), (5), (-2), (null), (3)) as t(x)";
    expect(await readRows(database, sql)).toEqual([
      {half: 0.5, larger: "b"},
      {half: 2.5, larger: "a"},
      {half: null, larger: "b"},
      {half: null, larger: null},
      {half: 1.5, larger: null},
    ]);
  });

  it("is called for every row of more rows than one chunk holds", async () => {
    const database = await openDatabase();
    registerNumberFunction(database, "plus_one", 1, (x) => x + 1);
    expect(await readRows(database, "select sum(plus_one(i))::integer as sum from range(10000) as t(i)")).toEqual([
      {sum: 50_005_000},
    ]);
  });
});
