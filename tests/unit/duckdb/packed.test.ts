import {expect, it} from "vitest";
import {openDatabase} from "../../../pipeline/duckdb/open.ts";
import {pack, packedTable} from "../../../pipeline/duckdb/packed.ts";
import {readRows} from "../../../pipeline/duckdb/rows.ts";

const table = {
  schema: "deidentified",
  table: "prove",
  columns: {levering: "VARCHAR", rad: "INTEGER", tekst: "VARCHAR", merke: "BOOLEAN"},
} as const;

it("takes packed columns apart in order: one value for all rows, empty as null, and null where a column is left out", async () => {
  const database = await openDatabase();
  const append = await packedTable(database, table);
  await append(pack(2, {levering: "a", rad: [3, 1], tekst: ["linje 1\nlinje 2; 'x'", ""]}));
  await append(pack(1, {levering: "b", rad: [null], tekst: [""], merke: [true]}));
  await append(pack(0, {levering: "c", rad: [], tekst: []}));
  expect(await readRows(database, "select * from deidentified.prove")).toEqual([
    {levering: "a", rad: 3, tekst: "linje 1\nlinje 2; 'x'", merke: null},
    {levering: "a", rad: 1, tekst: null, merke: null},
    {levering: "b", rad: null, tekst: null, merke: true},
  ]);
});

it("refuses a value that holds the sign between values", async () => {
  const append = await packedTable(await openDatabase(), table);
  await expect(append(pack(2, {rad: [1, 2], tekst: ["x\u001fy", "z"]}))).rejects.toThrow("packed rows lost");
});

it.each([[[1, 2, 3]], [[1]]])("refuses a column that has not as many values as there are rows", (rad) => {
  expect(() => pack(2, {rad, tekst: ["x", "y"]})).toThrow("rad");
});
