import {describe, expect, it} from "vitest";
import {ingest} from "../../support/ingest.ts";
import {layoutOf} from "../../support/layouts.ts";

const layout = layoutOf({
  columns: [
    {header: "Saksnr", role: "keep", field: "saksnr", required: true},
    {header: "Kommune", role: "keep", field: "kommune"},
    {header: "Tekst", role: "freetext", field: "beskriving"},
    {header: "Fnr", role: "pseudonym"},
    {header: "Namn", role: "drop"},
  ],
  fixed: {retning: "K2H"},
  footers: ["Totalt", "Sum"],
  testMarks: ["TEST,", "TESTMELDING"],
});

const HEAD = "Saksnr;Kommune;Tekst;Fnr;Namn";

async function taken(lines: readonly string[], head = HEAD) {
  const file = await ingest({name: "a.csv", bytes: Buffer.from([head, ...lines].join("\n"), "utf8")}, [layout]);
  if (file.outcome === "refused") throw new Error(`refused: ${file.kind}`);
  return file;
}

const asides = async (line: string, head = HEAD) =>
  (await taken(["s0;x;;;", line, "s9;x;;;"], head)).aside.map(({outcome, reason}) => [
    outcome,
    reason.row,
    reason.column,
    reason.kind,
  ]);

describe("a row below the header", () => {
  it("keeps the fields that may be kept, with what the layout says of all rows", async () => {
    const {rows, aside} = await taken([" s1 ;\u00a0Volda\u200b;«god» tekst;01814512345;Kari"]);
    expect(aside).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).toBe(2);
    expect([...(rows[0]?.values ?? [])].sort()).toEqual([
      ["beskriving", "«god» tekst"],
      ["kommune", "Volda"],
      ["retning", "K2H"],
      ["saksnr", "s1"],
    ]);
  });

  it("carries the patient only as an identity without signs, and the dropped column not at all", async () => {
    const {rows} = await taken(["s1;;;018145 12345;Kari Nordmann", "s2;;;01.81.45-12345;"]);
    expect(rows.map(({identity}) => identity)).toEqual(["01814512345", "01814512345"]);
    expect(JSON.stringify(rows.map(({values}) => [...values]))).not.toContain("Kari");
  });

  it("keeps line breaks and quotes of a text, and normalises letters written as two characters", async () => {
    const {rows} = await taken(['s1;A\u030alesund;"linje 1\nlinje ""2""";;']);
    expect(rows[0]?.values.get("kommune")).toBe("Ålesund");
    expect(rows[0]?.values.get("beskriving")).toBe('linje 1\nlinje "2"');
  });

  it.each([
    ["nothing at all", "", "blank_rows"],
    ["only delimiters and spaces", " ;;\u00a0;;", "blank_rows"],
    ["the header again", "Saksnr;Kommune;Tekst;Fnr;Namn", "repeated_header"],
    ["the header in capitals", "SAKSNR;KOMMUNE;TEKST;FNR;NAMN", "repeated_header"],
    ["the header with signs and unseen signs before it", "\ufeff- saksnr;Kommune:;Tekst;Fnr;Namn", "repeated_header"],
    ["a total", "Totalt;12;;;", "footer_row"],
    ["a sum that is not in the first column, and too short", ";Sum 12", "footer_row"],
    ["a test", "s1;Volda;TEST, skal slettast;;", "test_row"],
    ["a test in small letters", "s1;Volda;testmelding frå IKT;;", "test_row"],
  ])("is skipped when it is %s", async (_, line, kind) => {
    expect(await asides(line)).toEqual([["skipped", 3, null, kind]]);
  });

  it("is the header again also when its first letter is written as two signs", async () => {
    const own = layoutOf({columns: [{header: "Årsak", role: "keep", field: "saksnr"}]});
    const bytes = Buffer.from("Årsak\na1\nA\u030arsak\nÅRSAK\nAarsak\nÅ1\n", "utf8");
    const file = await ingest({name: "a.csv", bytes}, [own]);
    if (file.outcome === "refused") throw new Error(`refused: ${file.kind}`);
    expect(file.aside.map(({reason}) => [reason.row, reason.kind])).toEqual([
      [3, "repeated_header"],
      [4, "repeated_header"],
    ]);
    expect(file.rows.map(({values}) => values.get("saksnr"))).toEqual(["a1", "Aarsak", "Å1"]);
  });

  it("is read as its own column reads it, however many values came before", async () => {
    const lines = Array.from({length: 12_000}, (_, at) => `s${at};${at % 3 === 0 ? "Volda\u200b" : "Volda"};${at};;`);
    const {rows, aside} = await taken([...lines, "s;TEST, skal slettast;;;", "s;#N/A;;;"]);
    expect(rows).toHaveLength(12_000);
    expect(new Set(rows.map(({values}) => values.get("kommune")))).toEqual(new Set(["Volda"]));
    expect(aside.map(({outcome, reason}) => [outcome, reason.kind])).toEqual([
      ["skipped", "test_row"],
      ["quarantined", "error_cell"],
    ]);
  });

  it.each([",", "\t", "|"])(
    "is read with the delimiter that gives the header, though the layout says another: %j",
    async (delimiter) => {
      const {rows, aside} = await taken(
        ["s1;Volda;Ein tekst: to ting;;".replaceAll(";", delimiter)],
        HEAD.replaceAll(";", delimiter),
      );
      expect(aside).toEqual([]);
      expect(rows.map(({values}) => values.get("beskriving"))).toEqual(["Ein tekst: to ting"]);
    },
  );

  it("is not a test because the word stands inside a text", async () => {
    expect(await asides("s1;Volda;Ein test, men ekte;;")).toEqual([]);
  });

  it.each([
    ["too few cells", "s1;Volda", null, "ragged_row"],
    ["too many cells", "s1;Volda;a;b;c;d", null, "ragged_row"],
    ["no case number", ";Volda;a;;", "Saksnr", "missing_required"],
    ["a case number of nothing visible", "\u200b\u00a0;Volda;a;;", "Saksnr", "missing_required"],
    ["a bell in the text", "s1;Volda;pling\u0007;;", "Tekst", "control_chars"],
    ["a sign that turns the text round", "s1;Vol\u202eda;a;;", "Kommune", "control_chars"],
    ["a replacement character", "s1;\ufffdlesund;a;;", "Kommune", "encoding"],
    ["text coded twice", "s1;Ã…lesund;a;;", "Kommune", "mojibake"],
    ["text coded twice in small letters", "s1;Volda;pÃ¥rÃ¸rande;;", "Tekst", "mojibake"],
    ["a dash coded twice", "s1;Volda;seint â€“ igjen;;", "Tekst", "mojibake"],
    ["a cell longer than a workbook can hold", `s1;Volda;${"x".repeat(32_768)};;`, "Tekst", "oversize_cell"],
  ])("waits when it has %s", async (_, line, column, kind) => {
    expect(await asides(line)).toEqual([["quarantined", 3, column, kind]]);
  });

  it.each([
    ["empty cells after the last column", "s1;Volda;a;;;;;"],
    ["a cell as long as a workbook can hold", `s1;Volda;${"x".repeat(32_767)};;`],
    ["a bell in a column that is dropped", "s1;Volda;a;;Kari\u0007"],
    ["letters that only look like double coding", "s1;Volda;ÃRE og Â;;"],
    ["a tab inside a text", "s1;Volda;a\tb;;"],
  ])("is taken with %s", async (_, line) => {
    expect(await asides(line)).toEqual([]);
  });

  it("is counted by the row a person sees in a spreadsheet, also after a text with line breaks", async () => {
    const {rows, aside} = await taken(['s1;Volda;"to\nlinjer";;', "", "s2;Volda;;;"]);
    expect(rows.map(({row}) => row)).toEqual([2, 4]);
    expect(aside.map(({reason}) => reason.row)).toEqual([3]);
  });
});

describe("a whole file", () => {
  const refusal = async (bytes: Uint8Array | string, name = "a.csv") => {
    const file = await ingest({name, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes}, [layout]);
    return file.outcome === "refused" ? {kind: file.kind, row: file.row, columns: file.columns} : file.outcome;
  };

  it.each([
    ["no bytes", "", "empty", null],
    ["only line breaks", "\r\n \r\n", "empty", null],
    ["a header and nothing more", HEAD, "no_rows", null],
    ["a quote that is never closed", `${HEAD}\ns1;Volda;a;;\ns2;Volda;"a;;\ns3;Volda;b;;`, "unclosed_quote", 3],
    [
      "a web page",
      "<!doctype html><html><body><table><tr><td>Saksnr</td></tr></table></body></html>",
      "wrong_type",
      null,
    ],
    ["a column nobody knows", `${HEAD};Lege\ns1;;;;;Ola`, "header_unknown", 1],
  ])("is refused when it has %s", async (_, text, kind, row) => {
    expect(await refusal(text)).toMatchObject({kind, row});
  });

  it("is refused when it is called a workbook or a document and is not", async () => {
    for (const name of ["a.xlsx", "a.xls", "a.pdf", "a.docx"])
      expect(await refusal(`${HEAD}\ns1;;;;`, name)).toMatchObject({kind: "wrong_type"});
    expect(await refusal("%PDF-1.7\n%âãÏÓ\n1 0 obj", "a.pdf")).toMatchObject({kind: "wrong_type"});
  });

  it("names the unknown header and never a value when it is refused", async () => {
    const refused = await refusal(`${HEAD};Lege\ns1;;;;;Ola Nordmann`);
    expect(refused).toMatchObject({columns: ["Lege"]});
    expect(JSON.stringify(refused)).not.toContain("Nordmann");
  });

  it("is text even when its first header begins with PK, as a zip does", async () => {
    const own = layoutOf({
      columns: [
        {header: "PK-nr", role: "keep", field: "saksnr", required: true},
        {header: "Kommune", role: "keep", field: "kommune"},
      ],
    });
    const file = await ingest({name: "a.csv", bytes: Buffer.from("PK-nr;Kommune\n1;Volda")}, [own]);
    expect(file.outcome).toBe("taken");
  });
});
