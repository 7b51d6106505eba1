import {zipSync} from "fflate";
import {writeXlsx} from "hucre/xlsx";
import {describe, expect, it} from "vitest";
import {readWorkbook} from "../../../pipeline/ingest/xlsx.ts";
import {ingest} from "../../support/ingest.ts";
import {layoutOf} from "../../support/layouts.ts";
import {type RawCell, type RawSheet, withDeclaredSize, workbook, workbookParts} from "../../support/workbook.ts";

const layout = layoutOf({
  format: "xlsx",
  columns: [
    {header: "Saksnr", role: "keep", field: "saksnr", required: true},
    {header: "Registrert", role: "keep", field: "registrert", required: true},
    {header: "Kommune", role: "keep", field: "kommune"},
    {header: "Tekst", role: "freetext", field: "beskriving"},
  ],
});

const HEAD = ["Saksnr", "Registrert", "Kommune", "Tekst"];
const sheet = (rows: readonly (readonly RawCell[])[], changes: Partial<RawSheet> = {}): RawSheet => ({
  name: "Avvik",
  rows: [HEAD, ...rows],
  ...changes,
});

async function outcome(bytes: Uint8Array, layouts = [layout]) {
  const file = await ingest({name: "a.xlsx", bytes}, layouts);
  if (file.outcome === "refused") return {refused: file.kind};
  return {
    rows: file.rows.map(({row, values}) => [
      row,
      values.get("saksnr"),
      values.get("registrert"),
      values.get("kommune"),
    ]),
    aside: file.aside.map(({outcome: became, reason}) => [became, reason.row, reason.kind]),
  };
}

describe("a workbook", () => {
  it("gives days as ISO text, whether Excel knows them as days or not, and whole numbers without a comma", async () => {
    // Serial 45292 is 1.1.2024 in the 1900 system (ECMA-376 part 1, 18.17.4.1), and .5 is noon.
    const rows: RawCell[][] = [
      ["s1", {serial: 45_292}, 1508, "a"],
      ["s2", {serial: 45_292.5}, "1508", null],
      ["s3", "01.01.2024", 1508.0, null],
      ["s4", {serial: 60}, 1508, null],
      [20_250_001, {serial: 45_657}, 1508, null],
    ];
    const result = await outcome(workbook([sheet(rows)]));
    expect(result.rows).toEqual([
      [2, "s1", "2024-01-01", "1508"],
      [3, "s2", "2024-01-01 12:00:00", "1508"],
      [4, "s3", "01.01.2024", "1508"],
      [5, "s4", result.rows?.[3]?.[2], "1508"],
      [6, "20250001", "2024-12-31", "1508"],
    ]);
  });

  it("gives the same days in the 1904 system that old Macs used", async () => {
    const bytes = zipSync(
      workbookParts([sheet([["s1", {serial: 45_292 - 1462}, 1508, null]])], '<workbookPr date1904="1"/>'),
    );
    expect((await outcome(bytes)).rows).toEqual([[2, "s1", "2024-01-01", "1508"]]);
  });

  it("gives the day that was written, in whatever time zone it is read", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Avvik",
          rows: [
            HEAD,
            ["s1", new Date(Date.UTC(2025, 2, 30)), "Volda", null],
            ["s2", new Date(Date.UTC(2025, 5, 30, 23, 59)), "Volda", null],
          ],
        },
      ],
    });
    expect((await outcome(bytes)).rows?.map(([, , day]) => day)).toEqual(["2025-03-30", "2025-06-30 23:59:00"]);
  });

  it("is read below a merged title, past blank rows and with columns left of nothing", async () => {
    const rows: RawCell[][] = [
      ["Uttrekk 2025", null, null, null],
      [],
      HEAD,
      ["s1", "01.02.2025", "Volda"],
      [],
      ["s2", "02.02.2025"],
    ];
    const merged = '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>';
    const result = await outcome(workbook([{name: "Avvik", rows, after: merged}]));
    expect(result.rows?.map(([row, saksnr]) => [row, saksnr])).toEqual([
      [4, "s1"],
      [6, "s2"],
    ]);
    expect(result.aside).toEqual([["skipped", 5, "blank_rows"]]);
  });

  it("counts rows as Excel does when rows are left out of the file", async () => {
    const parts = workbookParts([
      sheet([
        ["s1", "01.02.2025", "Volda"],
        ["s2", "02.02.2025", "Volda"],
      ]),
    ]);
    const path = "xl/worksheets/sheet1.xml";
    const xml = Buffer.from(parts[path] ?? [])
      .toString("utf8")
      .replace('<row r="3">', '<row r="7">')
      .replace(/r="([A-D])3"/g, 'r="$17"');
    const result = await outcome(zipSync({...parts, [path]: Buffer.from(xml)}));
    expect(result.rows?.map(([row, saksnr]) => [row, saksnr])).toEqual([
      [2, "s1"],
      [7, "s2"],
    ]);
  });

  it("has only its visible sheets read", async () => {
    const hidden = sheet([["h1", "01.01.2025", "Volda", null]], {name: "Gamle", state: "hidden"});
    const very = sheet([["v1", "01.01.2025", "Volda", null]], {name: "Løynde", state: "veryHidden"});
    const result = await outcome(workbook([hidden, sheet([["s1", "01.02.2025", "Volda", null]]), very]));
    expect(result.rows?.map(([, saksnr]) => saksnr)).toEqual(["s1"]);
  });

  it("needs somebody to choose when two sheets hold data, unless the layout names one; a sheet of notes is no choice", async () => {
    const one = sheet([["s1", "01.02.2025", "Volda", null]], {name: "Ark1"});
    const two = sheet([["s2", "01.02.2025", "Volda", null]], {name: "Ark2"});
    const notes: RawSheet = {name: "Rettleiing", rows: [["Slik fyller du ut"], ["Takk"]]};
    expect(await outcome(workbook([one, two]))).toEqual({refused: "sheet_choice_needed"});
    expect(
      (await outcome(workbook([one, two]), [{...layout, sheet: "Ark2"}])).rows?.map(([, saksnr]) => saksnr),
    ).toEqual(["s2"]);
    expect((await outcome(workbook([notes, one]))).rows?.map(([, saksnr]) => saksnr)).toEqual(["s1"]);
  });

  it("has rows with error values wait, and texts that only begin with # pass", async () => {
    const error: RawCell = {xml: '<c r="@" t="e"><v>#N/A</v></c>'};
    const result = await outcome(
      workbook([
        sheet([
          ["s1", "01.02.2025", error, null],
          ["s2", "01.02.2025", "Volda", "#1 i køen"],
          ["s3", error, "Volda", null],
        ]),
      ]),
    );
    expect(result.rows?.map(([, saksnr]) => saksnr)).toEqual(["s2"]);
    expect(result.aside).toEqual([
      ["quarantined", 2, "error_cell"],
      ["quarantined", 4, "error_cell"],
    ]);
  });

  it("gives the value of a formula that has one, and has a row wait when it has none", async () => {
    const known: RawCell = {xml: '<c r="@" t="str"><f>"Vol"&amp;"da"</f><v>Volda</v></c>'};
    const unknown: RawCell = {xml: '<c r="@"><f>B1+1</f></c>'};
    const result = await outcome(
      workbook([
        sheet([
          ["s1", "01.02.2025", known, null],
          ["s2", "01.02.2025", unknown, null],
        ]),
      ]),
    );
    expect(result.rows).toEqual([[2, "s1", "01.02.2025", "Volda"]]);
    expect(result.aside).toEqual([["quarantined", 3, "formula_cell"]]);
  });

  it("has the text of a cell whole, also when it is written in pieces or shared, and never as a formula", async () => {
    const rich: RawCell = {xml: '<c r="@" t="inlineStr"><is><r><t>=1+</t></r><r><t>1 &amp; meir</t></r></is></c>'};
    const book = await readWorkbook(workbook([{name: "Avvik", rows: [["a", rich]]}]));
    expect("sheets" in book && book.sheets[0]?.head[0]?.cells).toEqual(["a", "=1+1 & meir"]);
  });
});

describe("a file that calls itself a workbook", () => {
  const good = workbook([sheet([["s1", "01.02.2025", "Volda", null]])]);

  it("is refused when it is locked with a password, and when it is of the old kind: both are compound files", async () => {
    const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]);
    const locked = Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await outcome(locked)).toEqual({refused: "encrypted"});
    expect(await outcome(compound)).toEqual({refused: "wrong_type"});
  });

  it("is refused when it holds macros, wherever they lie", async () => {
    expect(
      await outcome(workbook([sheet([["s1", "01.02.2025", "Volda", null]])], {"xl/vbaProject.bin": Uint8Array.of(1)})),
    ).toEqual({refused: "macro"});
  });

  it("is refused when it is another kind of zip", async () => {
    expect(await outcome(zipSync({"word/document.xml": Uint8Array.of(60)}))).toEqual({refused: "wrong_type"});
    expect(await outcome(zipSync({}))).toEqual({refused: "wrong_type"});
  });

  it("is refused wherever it is cut off", async () => {
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.999]) {
      expect(await outcome(good.slice(0, Math.floor(good.length * share)))).toEqual({refused: "truncated"});
    }
  });

  it("is refused when a part is damaged, and never read in part", async () => {
    const damaged = Uint8Array.from(good);
    const at = Buffer.from(good).indexOf("xl/worksheets/sheet1.xml") + 40;
    damaged.fill(0xff, at, at + 60);
    expect(await outcome(damaged)).toEqual({refused: "truncated"});
  });

  it("is refused before anything is unpacked when it declares to be too large", async () => {
    expect(await outcome(withDeclaredSize(good, 100 * 1024 * 1024))).toEqual({refused: "zip_bomb"});
  });

  it("is refused when it declares to be smaller than it is, so that no size has to be taken on trust", async () => {
    const parts = workbookParts([sheet([["s1", "01.02.2025", "Volda", null]])]);
    const padded = Buffer.concat([
      Buffer.from(parts["xl/worksheets/sheet1.xml"] ?? []),
      Buffer.alloc(8 * 1024 * 1024, 0x20),
    ]);
    const honest = zipSync({...parts, "xl/worksheets/sheet1.xml": [padded, {level: 1}]});
    expect(await outcome(honest)).toHaveProperty("rows");
    expect(["zip_bomb", "truncated"]).toContain((await outcome(withDeclaredSize(honest, 1000))).refused);
  });

  it("with a document type or outside entities is refused, and nothing is fetched or expanded", async () => {
    const parts = workbookParts([
      sheet([["s1", "01.02.2025", {xml: '<c r="@" t="inlineStr"><is><t>&lol2;</t></is></c>'}, null]]),
    ]);
    const path = "xl/worksheets/sheet1.xml";
    const doctype =
      '<!DOCTYPE x [<!ENTITY lol "lollol"><!ENTITY lol2 "&lol;&lol;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const xml = Buffer.from(parts[path] ?? [])
      .toString("utf8")
      .replace("?>", `?>${doctype}`);
    const result = await outcome(zipSync({...parts, [path]: Buffer.from(xml)}));
    expect(JSON.stringify(result)).not.toMatch(/lollol|root:/);
    expect(result).toHaveProperty("refused");
  });

  it("with a cell in the furthest corner has that row wait, without filling memory", async () => {
    const parts = workbookParts([sheet([["s1", "01.02.2025", "Volda", null]])]);
    const path = "xl/worksheets/sheet1.xml";
    const xml = Buffer.from(parts[path] ?? [])
      .toString("utf8")
      .replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>');
    const result = await outcome(zipSync({...parts, [path]: Buffer.from(xml)}));
    expect(result.rows?.map(([row]) => row)).toEqual([2]);
    expect(result.aside).toEqual([["quarantined", 1_048_576, "ragged_row"]]);
  });
});
