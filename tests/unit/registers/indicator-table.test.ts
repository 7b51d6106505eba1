import {describe, expect, it} from "vitest";
import {readIndicatorTable} from "../../../pipeline/registers/indicator-table.ts";

const read = (text: string, column: string | null = null) =>
  readIndicatorTable(
    text.split("\n").map((line, index) => ({line: index + 1, cells: line.split(";")})),
    column,
  );
const valuesOf = (text: string, column: string | null = null) => {
  const found = read(text, column);
  return "fault" in found
    ? found
    : found.map(({number, name, hospital, year, value}) => [number, name, hospital, year, value]);
};

describe("readIndicatorTable", () => {
  it.each([
    ["1 204,5", 1204.5],
    ["1204.5", 1204.5],
    ["1\u00a0310", 1310],
    ["0", 0],
    ["12,4 %", 12.4],
    [":", null],
    [".", null],
    ["..", null],
    ["-", null],
    ["*", null],
    ["1-4", null],
    ["1–4", null],
    ["<5", null],
    ["Skjult", null],
    ["", null],
  ])("reads «%s» as %s: a sign is a number nobody shows, never zero", (cell, value) => {
    expect(valuesOf(`Kommune;2030;2031\n9901 Vik;${cell};3`)).toEqual([
      ["9901", "Vik", null, 2030, value],
      ["9901", "Vik", null, 2031, 3],
    ]);
  });

  it.each(["Kommune", "Bostedskommune", "Bustadskommune", "Oppholdskommune", "Region", "Kommunenavn"])(
    "finds the municipalities under «%s», below title lines",
    (head) => {
      expect(valuesOf(`Utskrivingar\n\n${head};2030\n9901 Vik;7\n\nKjelde: prøve`)).toEqual([
        ["9901", "Vik", null, 2030, 7],
      ]);
    },
  );

  it("takes number, name, hospital and year from columns of their own", () => {
    const text = "Kommunenr;Kommune;Sykehus;År;Antall\n301;Oslo;A;2030;5\n301;Oslo;B;2030;6";
    expect(valuesOf(text)).toEqual([
      ["0301", "Oslo", "A", 2030, 5],
      ["0301", "Oslo", "B", 2030, 6],
    ]);
  });

  it("takes the column that is named, whatever its case", () => {
    expect(valuesOf("Kommune;År;Tal;Rate\nVik;2030;5;1,2", "rate")).toEqual([[null, "Vik", null, 2030, 1.2]]);
  });

  it.each([
    ["no municipality", "a;b\n1;2", {fault: "no_region", line: null}],
    ["no year", "Kommune;Tal\nVik;5", {fault: "no_year", line: 1}],
    ["a year that is none", "Kommune;År;Tal\nVik;i fjor;5", {fault: "no_year", line: 2}],
    ["several columns of numbers", "Kommune;År;Tal;Rate\nVik;2030;5;1", {fault: "many_values", line: 1}],
    ["the same year twice in the header", "Kommune;Tal 2030;Rate 2030\nVik;5;1", {fault: "many_values", line: 1}],
    ["words for numbers", "Kommune;2030\nVik;mange", {fault: "not_a_number", line: 2}],
    ["a number below nothing", "Kommune;2030\nVik;-3", {fault: "not_a_number", line: 2}],
    ["rows for each age", "Kommune;2030\nVik;5\nVik;6", {fault: "twice", line: 3}],
    ["a row that is cut", "Kommune;2029;2030\nVik;5", {fault: "truncated", line: 2}],
  ])("refuses a table with %s, and says where", (_, text, fault) => {
    expect(read(text)).toEqual(fault);
  });

  it("refuses a column that is not there", () => {
    expect(read("Kommune;År;Tal\nVik;2030;5", "Del")).toEqual({fault: "no_such_column", line: 1});
  });
});
