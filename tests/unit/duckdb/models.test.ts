import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {readModels, runModels, tablesRead} from "../../../pipeline/duckdb/models.ts";
import {openDatabase} from "../../../pipeline/duckdb/open.ts";
import {readRows} from "../../../pipeline/duckdb/rows.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "avvik-models-"));
  folders.push(folder);
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

describe("tablesRead", () => {
  it.each([
    ["a table", "select * from linked.melding", ["linked.melding"]],
    [
      "a join on a table that is not there yet",
      "select 1 from linked.b join linked.a using (k)",
      ["linked.a", "linked.b"],
    ],
    [
      "a table in a subquery and one in a condition",
      "select (select max(x) from measured.m) from linked.a where exists (select 1 from linked.b)",
      ["linked.a", "linked.b", "measured.m"],
    ],
    [
      "a table behind a name of its own, and not the name",
      "with a as (from linked.melding) from a",
      ["linked.melding"],
    ],
    ["both sides of a union", "select 1 from linked.a union all select 1 from linked.b", ["linked.a", "linked.b"]],
    ["the inside of an unpivot", "unpivot (select * from linked.a) on x into name n value v", ["linked.a"]],
    [
      "a recursive query",
      "with recursive r as (select 1 as x union select x + 1 from r join linked.a on true) from r",
      ["linked.a"],
    ],
    ["nothing", "select 1", []],
  ])("sees %s", async (_, sql, expected) => {
    expect(await tablesRead(await openDatabase(), sql)).toEqual(expected);
  });

  it("says what is wrong with what cannot be parsed, and refuses what is not a question", async () => {
    const database = await openDatabase();
    await expect(tablesRead(database, "selekt 1")).rejects.toThrow(/sql not parsed/);
    await expect(tablesRead(database, "drop table linked.a")).rejects.toThrow(/sql not parsed/);
  });
});

describe("the models of a folder", () => {
  it("run after those they read, whatever they are called", async () => {
    const folder = folderWith({
      "a_siste.sql": "select x + 1 as x from linked.m_midt",
      "m_midt.sql": "select x + 1 as x from linked.z_foerst",
      "z_foerst.sql": "select 1 as x",
    });
    const database = await openDatabase();
    expect(await runModels(database, folder, "linked")).toEqual(["z_foerst", "m_midt", "a_siste"]);
    expect(await readRows(database, "select x from linked.a_siste")).toEqual([{x: 3}]);
  });

  it("may be run again, and take the place of what was there", async () => {
    const database = await openDatabase();
    await runModels(database, folderWith({"a.sql": "select 1 as x"}), "linked");
    await runModels(database, folderWith({"a.sql": "select 2 as y"}), "linked");
    expect(await readRows(database, "select * from linked.a")).toEqual([{y: 2}]);
  });

  it("name the way round when they read each other", async () => {
    const folder = folderWith({"a.sql": "from linked.b", "b.sql": "from linked.c", "c.sql": "from linked.a"});
    await expect(readModels(await openDatabase(), folder, "linked")).rejects.toThrow("circular model: a → b → c → a");
  });

  it("stop at a promise that is broken, with the message of the promise", async () => {
    const folder = folderWith({
      "a.sql": "select 1 as x union all select 2",
      "a.check.sql": "select 'x is ' || x as message from linked.a where x > 1",
    });
    await expect(runModels(await openDatabase(), folder, "linked")).rejects.toThrow("broken promise: linked.a: x is 2");
  });

  it("find their macros, and are not stopped by a promise that holds", async () => {
    const folder = folderWith({
      "double.macro.sql": "create or replace macro linked.double(x) as x * 2",
      "a.sql": "select linked.double(4) as x",
      "a.check.sql": "select 'wrong' as message from linked.a where x <> 8",
      "notes.md": "not a model",
    });
    expect(await runModels(await openDatabase(), folder, "linked")).toEqual(["a"]);
  });
});
