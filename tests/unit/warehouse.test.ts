import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {closeDatabase, type Database, openDatabase, type Schema} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {buildWarehouse, readWarehouse} from "../../pipeline/warehouse.ts";

const scratch = mkdtempSync(join(tmpdir(), "avvik-lager-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

let files = 0;
const newFile = (): string => join(scratch, `${files++}.duckdb`);

async function built(sql: string): Promise<string> {
  const file = newFile();
  await buildWarehouse(file, (database) => database.run(sql));
  return file;
}

async function byHand(sql: string): Promise<string> {
  const file = newFile();
  const database = await openDatabase(file);
  await database.run(sql);
  await closeDatabase(database);
  return file;
}

const one = (database: Database) => readRows<{n: number}>(database, "select n from disclosed.a");
const faultOf = (file: string, stage: Schema = "disclosed"): Promise<unknown> =>
  readWarehouse(file, stage, one).then(
    () => null,
    (error: {faults: readonly string[]}) => error.faults,
  );

describe("a warehouse", () => {
  it("is read when this program has made it that far, and can then be replaced", async () => {
    const file = await built("create table disclosed.a as select 1 as n");
    expect(await readWarehouse(file, "disclosed", one)).toEqual([{n: 1}]);
    await buildWarehouse(file, (database) => database.run("create table disclosed.a as select 2 as n"));
    expect(await readWarehouse(file, "disclosed", one)).toEqual([{n: 2}]);
  });

  it.each([
    ["that is not there", async () => newFile(), /ikkje noko lager enno\. Køyr «avvik run»/],
    [
      "that is another kind of file",
      async () => {
        const file = newFile();
        writeFileSync(file, "dette er ikkje eit lager\n".repeat(1000));
        return file;
      },
      /let seg ikkje opne\. Køyr «avvik run»/,
    ],
    [
      "that is cut",
      async () => {
        const file = await built("create table disclosed.a as select 1 as n");
        writeFileSync(file, readFileSync(file).subarray(0, 5000));
        return file;
      },
      /let seg ikkje opne\. Køyr «avvik run»/,
    ],
    [
      "from before it was told who made it",
      () => byHand("create table disclosed.a as select 1 as n"),
      /annan versjon av programmet\. Køyr «avvik run»/,
    ],
    [
      "that another version made",
      () =>
        byHand(
          "create table disclosed.a as select 1 as n; create table register.program as select '0123456789abcdef' as id",
        ),
      /annan versjon av programmet\. Køyr «avvik run»/,
    ],
    [
      "that was only taken in",
      () => built("create table normalised.a as select 1 as n"),
      /leveringane, men ikkje tala\. Køyr «avvik run»/,
    ],
  ] as const)("%s is said in one sentence with what to do", async (_, make, words) => {
    expect(await faultOf(await make())).toEqual([expect.stringMatching(words)]);
  });

  it("lets a fault of what reads it through as it is", async () => {
    const file = await built("create table disclosed.b as select 1 as n");
    await expect(readWarehouse(file, "disclosed", one)).rejects.toThrow(/Catalog Error/);
  });
});
