import {strToU8, zipSync} from "fflate";
import {type RawCell, type RawSheet, withDeclaredSize, workbook, workbookParts} from "../support/workbook.ts";
import {type BrokenFile, cells, HEAD, type Head} from "./broken-file.ts";

type Cells = readonly RawCell[];
type Changes = Partial<Record<Head, RawCell>>;

const SHEET = "xl/worksheets/sheet1.xml";

function row(saksnr: string, changes: Changes = {}): Cells {
  const ordinary = cells(saksnr);
  return HEAD.map((head, index) => (head in changes ? (changes[head] ?? null) : (ordinary[index] ?? null)));
}

const rows = (sak: string, all: readonly Changes[]): Cells[] => [
  [...HEAD],
  ...all.map((changes, index) => row(`${sak}-${index + 1}`, changes)),
];
const sheet = (sak: string, all: readonly Changes[] = [{}], more: Partial<RawSheet> = {}): RawSheet => ({
  name: "Avvik",
  rows: rows(sak, all),
  ...more,
});

const file = (
  name: string,
  make: (sak: string) => readonly RawSheet[] | Uint8Array,
  expected: string,
  type = "xlsx",
): BrokenFile => ({
  name: `${name}.${type}`,
  make: (sak) => {
    const made = make(sak);
    return made instanceof Uint8Array ? made : workbook(made);
  },
  expected,
});

/** One changed cell in the second of two rows. */
const cell = (name: string, head: Head, value: RawCell, expected: string): BrokenFile =>
  file(name, (sak) => [sheet(sak, [{}, {[head]: value}])], expected);
const waits = (head: Head, kind: string): string => `quarantine 1+1+0+0: 3 ${head} ${kind}`;
const GOOD = "accept 2+0+0+0";

/** The parts of an ordinary workbook with the text of one changed. */
function changed(sak: string, part: string, change: (xml: string) => string): Uint8Array {
  const parts = workbookParts([sheet(sak)]);
  return zipSync({...parts, [part]: strToU8(change(Buffer.from(parts[part] ?? []).toString("utf8")))});
}

const after = (xml: string, sign: string, more: string): string => xml.replace(sign, `${sign}${more}`);
const serial = (value: number): RawCell => ({serial: value});
const formula = (inner: string, attributes = ""): RawCell => ({xml: `<c r="@"${attributes}>${inner}</c>`});

const dates: readonly BrokenFile[] = [
  cell("ekte-dato", "Hendelsesdato", serial(45_717), GOOD),
  cell("ekte-tidspunkt", "Hendelsesdato", serial(45_717.5), GOOD),
  cell("tekstdato", "Hendelsesdato", "2025-03-01", GOOD),
  cell("berre-klokkeslett", "Hendelsesdato", serial(0.5), waits("Hendelsesdato", "bad_date")),
  cell("dato-som-tal", "Hendelsesdato", 45_717, waits("Hendelsesdato", "bad_date")),
  cell("dato-null", "Hendelsesdato", serial(0), waits("Hendelsesdato", "bad_date")),
  cell("29-februar-1900", "Hendelsesdato", serial(60), waits("Hendelsesdato", "implausible_date")),
  cell("dato-utanfor-kalenderen", "Hendelsesdato", serial(1e12), waits("Hendelsesdato", "bad_date")),
  cell("negativ-dato", "Meldt dato", serial(-5), waits("Meldt dato", "bad_date")),
  cell("dato-i-framtida", "Meldt dato", serial(73_000), waits("Meldt dato", "future_date")),
  cell("dato-tosifra-år", "Meldt dato", "03.03.25", waits("Meldt dato", "ambiguous_date")),
  file(
    "1904",
    (sak) =>
      zipSync(workbookParts([sheet(sak, [{"Meldt dato": serial(45_719 - 1462)}])], '<workbookPr date1904="1"/>')),
    "accept 1+0+0+0",
  ),
];

const contents: readonly BrokenFile[] = [
  file("vanleg", (sak) => [sheet(sak, [{}, {}])], GOOD),
  cell("kommunenr-som-tal", "Kommune", 1506, GOOD),
  cell("saksnr-som-tal", "Saksnr", 20_250_099, GOOD),
  cell("saksnr-for-langt-som-tal", "Saksnr", 1.234567890123456e17, waits("Saksnr", "bad_id")),
  cell("formel-med-verdi", "Kommune", formula("<f>A1</f><v>Molde</v>", ' t="str"'), GOOD),
  cell("formel-utan-verdi", "Kommune", formula("<f>A1</f>"), waits("Kommune", "formula_cell")),
  cell("formel-med-tom-verdi", "Kommune", formula("<f>A1</f><v></v>"), waits("Kommune", "formula_cell")),
  cell("formel-med-lukka-verdi", "Kommune", formula("<f>A1</f><v/>"), waits("Kommune", "formula_cell")),
  cell("formel-med-tom-tekst", "Beskrivelse", formula("<f>A1</f><v></v>", ' t="str"'), GOOD),
  cell("formel-i-tekst", "Beskrivelse", '=HYPERLINK("http://evil.example")', GOOD),
  cell("feilverdi", "Kategori", formula("<v>#N/A</v>", ' t="e"'), waits("Kategori", "error_cell")),
  cell(
    "feilverdi-frå-formel",
    "Kommune",
    formula("<f>1/0</f><v>#DIV/0!</v>", ' t="e"'),
    waits("Kommune", "error_cell"),
  ),
  cell("feilverdi-som-tekst", "Status", "#VERDI!", waits("Status", "error_cell")),
  cell("for-smal-kolonne", "Hendelsesdato", "########", waits("Hendelsesdato", "error_cell")),
  cell("sann-usann", "Status", formula("<v>1</v>", ' t="b"'), waits("Status", "unknown_status")),
  cell("styreteikn", "Beskrivelse", "a\u202eb", waits("Beskrivelse", "control_chars")),
  cell("skjult-styreteikn", "Beskrivelse", "a_x0007_b", waits("Beskrivelse", "control_chars")),
  cell("for-lang-celle", "Beskrivelse", "a".repeat(40_000), waits("Beskrivelse", "oversize_cell")),
  cell("dobbelkoda", "Beskrivelse", "ble ikke fÃ¸rt opp", waits("Beskrivelse", "mojibake")),
  cell("fødselsnummer-som-saksnr", "Saksnr", 15_861_212_345, waits("Saksnr", "pii_in_structured_field")),
  cell("uten-kommune", "Kommune", null, waits("Kommune", "missing_required")),
  file("sumrad", (sak) => [{name: "Avvik", rows: [...rows(sak, [{}]), ["Totalt", 1]]}], "accept 1+0+0+1: 3 footer_row"),
  file(
    "tittel-og-tomme-rader",
    (sak) => [{name: "Avvik", rows: [["Uttrekk 2025"], [], ...rows(sak, [{}]), [], row(`${sak}-2`)]}],
    "accept 2+0+0+1: 5 blank_rows",
  ),
  file(
    "celle-for-mykje",
    (sak) => [{name: "Avvik", rows: [...rows(sak, [{}]), [...row(`${sak}-2`), "x"]]}],
    "quarantine 1+1+0+0: 3 ragged_row",
  ),
  file(
    "ytste-hjørne",
    (sak) =>
      changed(sak, SHEET, (xml) =>
        xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      ),
    "quarantine 1+1+0+0: 1048576 ragged_row",
  ),
  file(
    "falsk-dimensjon",
    (sak) => changed(sak, SHEET, (xml) => xml.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')),
    "accept 1+0+0+0",
  ),
  file(
    "proto-kolonne",
    (sak) => [
      {
        name: "Avvik",
        rows: [
          [...HEAD, "__proto__"],
          [...row(`${sak}-1`), "x"],
        ],
      },
    ],
    "refuse: 1 __proto__ header_dangerous",
  ),
  file(
    "ukjend-kolonne",
    (sak) => [
      {
        name: "Avvik",
        rows: [
          [...HEAD, "Kjennemerke"],
          [...row(`${sak}-1`), "x"],
        ],
      },
    ],
    "refuse: 1 Kjennemerke header_unknown",
  ),
  file(
    "fletta-overskrift",
    (sak) => [
      {
        name: "Avvik",
        rows: [["Avvik 2025"], ...rows(sak, [{}])],
        after: '<mergeCells count="1"><mergeCell ref="A1:J1"/></mergeCells>',
      },
    ],
    "accept 1+0+0+0",
  ),
  file(
    "fletta-kommune",
    (sak) => [
      sheet(sak, [{}, {Kommune: null}, {Kommune: null}], {
        after: '<mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells>',
      }),
    ],
    "quarantine 1+2+0+0: 3 Kommune merged_cells, 4 Kommune merged_cells",
  ),
  file(
    "flettar-heile-arket",
    (sak) => [sheet(sak, [{}], {after: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'})],
    "quarantine 0+1+0+0: 2 Saksnr merged_cells",
  ),
  file(
    "skjult-rad",
    (sak) => changed(sak, SHEET, (xml) => xml.replace('<row r="2">', '<row r="2" hidden="1">')),
    "accept 1+0+0+0: 2 hidden_rows",
  ),
];

const sheets: readonly BrokenFile[] = [
  file(
    "skjult-ark",
    (sak) => [sheet(sak), {...sheet(`${sak}b`), name: "Gamle", state: "hidden"}],
    "accept 1+0+0+0: hidden_sheet",
  ),
  file(
    "berre-skjult-ark",
    (sak) => [
      {name: "Framside", rows: [["Avvik"]]},
      {...sheet(sak), name: "Data", state: "veryHidden"},
    ],
    "refuse: hidden_sheet",
  ),
  file("to-dataark", (sak) => [sheet(sak), {...sheet(`${sak}b`), name: "Ark2"}], "refuse: sheet_choice_needed"),
  file(
    "framside-og-dataark",
    (sak) => [{name: "Framside", rows: [["Slik les du arket"]]}, sheet(sak)],
    "accept 1+0+0+0",
  ),
  file("tomt-ark", () => [{name: "Ark1", rows: []}], "refuse: not_tabular"),
  file("berre-overskrift", () => [{name: "Ark1", rows: [[...HEAD]]}], "refuse: no_rows"),
  file(
    "hundre-ark",
    (sak) => Array.from({length: 100}, (_, index) => ({name: `Ark${index}`, rows: [[`${sak}`]]})),
    "refuse: sheet_choice_needed",
  ),
];

const hostile: readonly BrokenFile[] = [
  file("makro", (sak) => workbook([sheet(sak)], {"xl/vbaProject.bin": Uint8Array.of(1)}), "refuse: macro"),
  file("makro", (sak) => workbook([sheet(sak)], {"xl/vbaProject.bin": Uint8Array.of(2)}), "refuse: macro", "xlsm"),
  file(
    "passord",
    () =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(504),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
    "refuse: encrypted",
  ),
  file(
    "gammal-excel",
    () =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(504),
        Buffer.from("Workbook", "utf16le"),
      ]),
    "refuse: wrong_type",
    "xls",
  ),
  file("kutta", (sak) => workbook([sheet(sak)]).slice(0, 900), "refuse: truncated"),
  file(
    "skadd",
    (sak) => {
      const bytes = Uint8Array.from(workbook([sheet(sak)]));
      bytes.fill(0xff, Buffer.from(bytes).indexOf(SHEET) + 40, Buffer.from(bytes).indexOf(SHEET) + 100);
      return bytes;
    },
    "refuse: truncated",
  ),
  file("xml-kutta", (sak) => changed(sak, SHEET, (xml) => xml.slice(0, -40)), "refuse: truncated"),
  file(
    "csv-som-heiter-xlsx",
    (sak) => Buffer.from(`${HEAD.join(";")}\r\n${cells(sak).join(";")}\r\n`),
    "refuse: wrong_type",
  ),
  file("xlsx-som-heiter-csv", (sak) => [sheet(sak)], "accept 1+0+0+0", "csv"),
  file("docx", () => zipSync({"word/document.xml": strToU8("<w/>")}), "refuse: wrong_type", "docx"),
  file(
    "ods",
    () =>
      zipSync({mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<a/>")}),
    "refuse: wrong_type",
    "ods",
  ),
  file("tom-zip", () => zipSync({}), "refuse: wrong_type"),
  file(
    "doctype-i-arket",
    (sak) => changed(sak, SHEET, (xml) => after(xml, "?>", '<!DOCTYPE x [<!ENTITY a "b">]>')),
    "refuse: xml_doctype",
  ),
  file(
    "doctype-langt-inne",
    (sak) =>
      changed(sak, SHEET, (xml) =>
        after(xml, "?>", `<!--${" ".repeat(9000)}--><!DOCTYPE x SYSTEM "file:///etc/passwd">`),
      ),
    "refuse: xml_doctype",
  ),
  file(
    "doctype-i-boka",
    (sak) => changed(sak, "xl/workbook.xml", (xml) => after(xml, "?>", "<!doctype x>")),
    "refuse: xml_doctype",
  ),
  file(
    "utf16-xml",
    (sak) => {
      const parts = workbookParts([sheet(sak)]);
      return zipSync({
        ...parts,
        [SHEET]: Buffer.from(`\ufeff${Buffer.from(parts[SHEET] ?? []).toString("utf8")}`, "utf16le"),
      });
    },
    "refuse: encoding",
  ),
  file(
    "djup-xml",
    (sak) =>
      changed(sak, SHEET, (xml) =>
        xml.replace("<sheetData>", `${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}<sheetData>`),
      ),
    "refuse: xml_depth",
  ),
  file("sti-ut", (sak) => workbook([sheet(sak)], {"../../ute.txt": Uint8Array.of(1)}), "refuse: zip_path_traversal"),
  file(
    "absolutt-sti",
    (sak) => workbook([sheet(sak)], {"/etc/cron.d/x": Uint8Array.of(1)}),
    "refuse: zip_path_traversal",
  ),
  file(
    "omvend-skråstrek",
    (sak) => workbook([sheet(sak)], {"..\\ute.txt": Uint8Array.of(1)}),
    "refuse: zip_path_traversal",
  ),
  file(
    "zip-bombe",
    (sak) => zipSync({...workbookParts([sheet(sak)]), "xl/media/a.xml": new Uint8Array(80 << 20)}),
    "refuse: zip_bomb",
  ),
  file("erklærer-for-mykje", (sak) => withDeclaredSize(workbook([sheet(sak)]), 1 << 30), "refuse: zip_bomb"),
  file("erklærer-for-lite", (sak) => withDeclaredSize(workbook([sheet(sak)]), 100), "refuse: zip_bomb"),
  file(
    "mange-delar",
    (sak) =>
      workbook(
        [sheet(sak)],
        Object.fromEntries(Array.from({length: 5000}, (_, index) => [`xl/media/${index}.png`, new Uint8Array()])),
      ),
    "refuse: zip_bomb",
  ),
  file(
    "delt-tekst-bombe",
    (sak) => {
      const long = "x".repeat(32_000);
      const texts = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${long}</t></si></sst>`;
      const parts = workbookParts([sheet(sak)]);
      const xml = Buffer.from(parts[SHEET] ?? []).toString("utf8");
      const more = Array.from(
        {length: 9000},
        (_, index) => `<row r="${index + 3}">${'<c t="s"><v>0</v></c>'.repeat(10)}</row>`,
      ).join("");
      const link = (text: string): string =>
        text.replace(
          "</Relationships>",
          '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        );
      const rels = "xl/_rels/workbook.xml.rels";
      return zipSync({
        ...parts,
        "xl/sharedStrings.xml": strToU8(texts),
        [rels]: strToU8(link(Buffer.from(parts[rels] ?? []).toString("utf8"))),
        [SHEET]: strToU8(xml.replace("</sheetData>", `${more}</sheetData>`)),
      });
    },
    "refuse: zip_bomb",
  ),
];

export const brokenXlsx: readonly BrokenFile[] = [...dates, ...contents, ...sheets, ...hostile];
