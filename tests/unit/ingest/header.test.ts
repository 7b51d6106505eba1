import {describe, expect, it} from "vitest";
import {csvRecords} from "../../../pipeline/ingest/csv.ts";
import {chooseHeader, findHeader, headerKey} from "../../../pipeline/ingest/header.ts";
import {layoutOf} from "../../support/layouts.ts";

const layout = layoutOf({
  id: "kort",
  columns: [
    {header: "Saksnr", aliases: ["Saksnummer", "Sak nr."], role: "keep", field: "saksnr", required: true},
    {header: "Registrert", role: "keep", field: "registrert", required: true},
    {header: "Kommune", role: "keep", field: "kommune"},
    {header: "Namn", role: "drop"},
  ],
});
const longer = layoutOf({
  id: "lang",
  columns: [
    ...layout.columns,
    {header: "Alvor", role: "keep", field: "alvor"},
    {header: "Status", role: "keep", field: "status"},
  ],
});

const find = (text: string, chosen = layout) => findHeader(csvRecords(text, ";"), chosen);

describe("findHeader", () => {
  it("finds the columns in any order, and leaves out those that are not in the file and not needed", () => {
    const header = find("Kommune;Registrert;Saksnr\nx;y;z");
    expect(header).toMatchObject({row: 1, cells: ["Kommune", "Registrert", "Saksnr"]});
    expect(
      "columns" in header && header.columns.map((column) => (typeof column === "string" ? column : column.field)),
    ).toEqual(["kommune", "registrert", "saksnr"]);
  });

  it("finds it below title lines and blank lines", () => {
    expect(find("Uttrekk 2025;;\n\nAlle avvik\nSaksnr;Registrert\n1;2")).toMatchObject({row: 4});
  });

  it("looks no deeper than twenty rows", () => {
    expect(find(`${"tittel\n".repeat(19)}Saksnr;Registrert\n1;2`)).toMatchObject({row: 20});
    expect(find(`${"tittel\n".repeat(20)}Saksnr;Registrert\n1;2`)).toMatchObject({
      kind: "header_missing",
      layout: null,
    });
  });

  it.each([
    "SAKSNR;registrert",
    " Saksnr ;Registrert\u00a0",
    "\ufeffSaksnr;Registrert",
    "Saksnummer;Registrert",
    "sak  nr.;Registrert",
    '"Saksnr";"Registrert"',
  ])("knows %j as the same header", (line) => {
    expect(find(line)).toMatchObject({row: 1});
  });

  it("knows a letter that is written as two characters", () => {
    expect(headerKey("Meldt fra\u030a")).toBe(headerKey("MELDT FRÅ"));
  });

  it("takes empty cells at the end for no columns", () => {
    const header = find("Saksnr;Registrert;;;\n1;2;;;");
    expect(header).toMatchObject({cells: ["Saksnr", "Registrert"]});
  });

  it.each([
    ["a needed column that is missing", "Saksnr;Kommune", "header_missing", ["Registrert"]],
    ["a column that nobody knows", "Saksnr;Registrert;Fødselsdato", "header_unknown", ["Fødselsdato"]],
    ["a column without a name", "Saksnr;;Registrert", "header_unknown", [""]],
    ["a column that stands twice", "Saksnr;Registrert;Kommune;kommune", "header_duplicate", ["Kommune"]],
    ["a column and its alias", "Saksnr;Saksnummer;Registrert", "header_duplicate", ["Saksnr"]],
    ["a dangerous name", "Saksnr;Registrert;__proto__;constructor", "header_unknown", ["__proto__", "constructor"]],
  ])("refuses %s, and names it", (_, line, kind, columns) => {
    expect(find(`${line}\n1;2;3;4`)).toMatchObject({kind, layout: "kort", row: 1, columns});
  });

  it("does not know a file of something else", () => {
    expect(find("Vare;Pris\n1;2")).toMatchObject({kind: "header_missing", layout: null});
    expect(find("")).toMatchObject({kind: "header_missing", layout: null});
  });
});

describe("chooseHeader", () => {
  const choose = (text: string) => chooseHeader([layout, longer].map((each) => find(text, each)));

  it("takes the layout that fits", () => {
    expect(choose("Saksnr;Registrert;Alvor")).toMatchObject({layout: {id: "lang"}});
  });

  it("says what stands in the way of the nearest layout when none fits", () => {
    expect(choose("Saksnr;Registrert;Alvor;Ukjend")).toMatchObject({
      kind: "header_unknown",
      layout: "lang",
      columns: ["Ukjend"],
    });
  });

  it("says that a file without any known column is no table of ours", () => {
    expect(choose("Vare;Pris")).toMatchObject({kind: "not_tabular", layout: null});
    expect(chooseHeader([])).toMatchObject({kind: "not_tabular"});
  });
});
