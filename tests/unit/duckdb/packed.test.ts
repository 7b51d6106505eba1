import {expect, it} from "vitest";
import {openDatabase} from "../../../pipeline/duckdb/open.ts";
import {pack, packedTable, packNumbers} from "../../../pipeline/duckdb/packed.ts";
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

it("set inn verdiar etter nummer, i rekkjefølgje og utan verdi der nummeret er negativt", async () => {
  const database = await openDatabase();
  const append = await packedTable(database, table);
  const rows = 5000;
  const numbers = Int32Array.from({length: rows}, (_, at) => (at % 7) - 1);
  const values = ["", "linje 1\nlinje 2; 'x'", "å", "b", "c", "d"];
  const packed = packNumbers(rows, {
    same: {levering: "a"},
    numbers: {rad: Float64Array.from({length: rows}, (_, at) => at + 2)},
    coded: {tekst: {values, numbers}},
  });
  await append(packed);
  await append(packed);
  const read = await readRows<{levering: string; rad: number; tekst: string | null}>(
    database,
    "from deidentified.prove",
  );
  const expected = Array.from({length: rows}, (_, at) => ({rad: at + 2, tekst: values[(at % 7) - 1] || null}));
  expect(read.map(({rad, tekst}) => ({rad, tekst}))).toEqual([...expected, ...expected]);
  expect(read.every(({levering}) => levering === "a")).toBe(true);
  await expect(
    append(packNumbers(1, {same: {}, numbers: {rad: Float64Array.of(1.5e10)}, coded: {}})),
  ).rejects.toThrow();
});

it("avviser ein verdi med skiljeteiknet i seg, som elles ville ha flytta alle etter han", () => {
  const coded = {tekst: {values: ["x\u001fy", "z"], numbers: Int32Array.of(0, 1)}};
  expect(() => packNumbers(2, {same: {}, numbers: {}, coded})).toThrow("tekst");
  const short = {tekst: {values: ["x"], numbers: Int32Array.of(0)}};
  expect(() => packNumbers(2, {same: {}, numbers: {}, coded: short})).toThrow("tekst");
});
