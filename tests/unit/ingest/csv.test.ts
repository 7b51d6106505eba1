import {describe, expect, it} from "vitest";
import {csvRecords} from "../../../pipeline/ingest/csv.ts";
import {growsAsGiven} from "../../support/growth.ts";

const cells = (text: string, delimiter = ";"): (readonly string[])[] =>
  [...csvRecords(text, delimiter)].map((record) => record.cells);

describe("csvRecords", () => {
  it.each([
    ["CRLF", "a;b\r\n1;2\r\n"],
    ["LF", "a;b\n1;2\n"],
    ["CR, as old Macs wrote", "a;b\r1;2\r"],
    ["no line break at the end", "a;b\r\n1;2"],
  ])("reads lines that end in %s", (_, text) => {
    expect(cells(text)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it.each([
    ["a delimiter in quotes", 'a;"b;c";d', ["a", "b;c", "d"]],
    ["a doubled quote", '"sa ""nei"" no";b', ['sa "nei" no', "b"]],
    ["nothing but a doubled quote", '"""";b', ['"', "b"]],
    ["empty quotes", '"";b', ["", "b"]],
    ["a stray quote in a text", 'han sa "nei" no;b', ['han sa "nei" no', "b"]],
    ["text after a closing quote", '"a"b;c', ["ab", "c"]],
    ["a delimiter at the end", "a;b;", ["a", "b", ""]],
    ["nothing between delimiters", ";;", ["", "", ""]],
    ["space around a cell", " a ; b", [" a ", " b"]],
    ["another delimiter than the one in use", "a,b\tc;d", ["a,b\tc", "d"]],
  ])("keeps %s", (_, text, expected) => {
    expect(cells(text)).toEqual([expected]);
  });

  it("reads comma, tab and bar too", () => {
    for (const delimiter of [",", "\t", "|"])
      expect(cells(`a${delimiter}"b${delimiter}c"`, delimiter)).toEqual([["a", `b${delimiter}c`]]);
  });

  it("counts a row for each record and a line for each line of the file, so that a person finds the place", () => {
    const text = 'a;b\r\n"1\r\n2\r\n3";x\r\n\r\nc;d\n"e\nf";g\n';
    expect([...csvRecords(text, ";")].map(({row, line, cells: [first]}) => [row, line, first])).toEqual([
      [1, 1, "a"],
      [2, 2, "1\r\n2\r\n3"],
      [3, 5, ""],
      [4, 6, "c"],
      [5, 7, "e\nf"],
    ]);
  });

  it("marks the record whose quote is never closed, and takes the rest of the file to belong to it", () => {
    const records = [...csvRecords('a;b\n1;"to\n3;4\n5;6\n', ";")];
    expect(records).toHaveLength(2);
    expect(records[1]).toMatchObject({row: 2, line: 2, kind: "unclosed_quote"});
    expect(records[0]).not.toHaveProperty("kind");
  });

  it("gives no record for no text", () => {
    expect(cells("")).toEqual([]);
  });

  it("walks a million quotes in linear time", () => {
    expect(cells(`"${'""'.repeat(500_000)}";b`)).toHaveLength(1);
    expect(growsAsGiven((size) => `"${'""'.repeat(size)}";b`, 60_000, cells)).toBe(true);
    expect(growsAsGiven((size) => '"'.repeat(size + 1), 40_000, cells)).toBe(true);
  });
});
