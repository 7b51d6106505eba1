import {readXlsx} from "hucre";
import {describe, expect, it} from "vitest";
import {tableNames} from "../../../pipeline/contract/tables.ts";
import {databok} from "../../../pipeline/report/databok.ts";
import {databokTexts} from "../../../pipeline/report/text/databok.ts";
import {xlsxBytes} from "../../../pipeline/report/writers/xlsx.ts";
import {exampleView, partsOf} from "./examples.ts";

const languages = ["nn", "nb"] as const;

async function book(language: (typeof languages)[number]) {
  const bytes = await xlsxBytes(databok(exampleView(language)));
  return {bytes, parts: partsOf(bytes), sheets: (await readXlsx(bytes)).sheets};
}

describe("the data book", () => {
  it.each(languages)("in %s has a first sheet that names all the others, one for each table", async (language) => {
    const {sheets} = await book(language);
    const names = tableNames.map((name) => databokTexts[language].tables[name].name);
    expect(sheets.map(({name}) => name)).toEqual(["Om", ...names]);
    const about = JSON.stringify(sheets[0]?.rows);
    for (const name of names) expect(about).toContain(`«${name}»`);
    expect(about).toContain("2025-M-07");
  });

  it.each(languages)(
    "in %s marks every sheet, says its unit, period and source, and freezes its header",
    async (language) => {
      const {sheets, parts} = await book(language);
      for (const {rows} of sheets) expect(rows[0]?.[0]).toContain("SYNTETISK");
      for (const {rows} of sheets.slice(1)) {
        const top = rows
          .slice(0, 5)
          .map(([cell]) => String(cell ?? ""))
          .join(" ");
        expect(top).toMatch(/(Eining|Enhet): .+ Periode: 2023–2025.*(Kjelde|Kilde): .+2\.3\.2026/);
      }
      for (const {name, rows} of sheets.slice(1)) {
        const [top, body] = [rows.slice(0, 5).flat().join(" "), rows.slice(6).flat()];
        for (const sign of [":", "..", "."])
          expect(top.includes(`«${sign}»`), `${name} ${sign}`).toBe(body.includes(sign));
      }
      const xml = [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet"));
      for (const [path, sheet] of xml) expect(sheet, path).toMatch(/<pane [^>]*state="frozen"/);
    },
  );

  it("has numbers as numbers and hidden cells as the text «:», and no empty measure", async () => {
    const {sheets} = await book("nn");
    const {melding_per_kategori} = exampleView("nn").tables;
    const rows =
      sheets.find(({name}) => name === databokTexts.nn.tables.melding_per_kategori.name)?.rows.slice(7) ?? [];
    const shown = melding_per_kategori.map((own) => (own.status === "published" ? [own.n, own.nedre] : [":", ":"]));
    const sorted = (pairs: readonly unknown[]) => pairs.map((pair) => JSON.stringify(pair)).sort();
    expect(sorted(rows.map((row) => row.slice(4, 6)))).toEqual(sorted(shown));
    expect(rows.some((row) => row[4] === ":")).toBe(true);
    expect(rows.some((row) => row[4] === 0)).toBe(true);
  });

  it("holds no formula, not even from a text that looks like one", async () => {
    const view = exampleView("nn");
    const names = ["=1+1", "+47", "-1", "@SUM(A1)"];
    const omraade = view.tables.omraade.map((row, index) => ({...row, namn: names[index] ?? row.namn}));
    const bytes = await xlsxBytes(databok({...view, tables: {...view.tables, omraade}}));
    for (const [path, xml] of partsOf(bytes)) if (path.endsWith(".xml")) expect(xml, path).not.toMatch(/<f[ >]/);
    const sheet = (await readXlsx(bytes)).sheets.find(({name}) => name === databokTexts.nn.tables.omraade.name);
    expect(sheet?.rows.flat()).toEqual(expect.arrayContaining(names));
  });

  it("has heads in human words, each one once on its sheet", async () => {
    const {sheets} = await book("nb");
    for (const {name, rows} of sheets) {
      const head = (
        rows.find((row, index) => index > 3 && row.length > 1 && row.every((cell) => typeof cell === "string")) ?? []
      ).map(String);
      expect(head.length, name).toBeGreaterThan(1);
      expect(new Set(head).size, `${name}: ${head}`).toBe(head.length);
      for (const word of head) expect(word, name).toMatch(/^[A-ZÆØÅ0-9«]/);
    }
  });

  it.each(languages)(
    "in %s repeats the heads on paper by a name that a sheet with spaces in it has to be quoted in",
    async (language) => {
      const {parts, sheets} = await book(language);
      const names = [
        ...(parts.get("xl/workbook.xml") ?? "").matchAll(/<definedName name="_xlnm.Print_Titles"[^>]*>([^<]*)/g),
      ];
      const heads = sheets.map(({name, rows}) => {
        const head = 1 + rows.findIndex(([, second]) => typeof second === "string" && second !== "");
        return `'${name}'!$${head}:$${head}`;
      });
      expect(names.map(([, range]) => range)).toEqual(heads);
    },
  );

  it("has rows where a reader looks for them: the county first, categories as they are printed, totals last", async () => {
    const {sheets} = await book("nn");
    const view = exampleView("nn");
    const rowsOf = (name: "melding_per_kategori" | "melding_per_kommune" | "levering_per_part") =>
      sheets.find((sheet) => sheet.name === databokTexts.nn.tables[name].name)?.rows.slice(7) ?? [];
    const kategoriar = rowsOf("melding_per_kategori").filter(([aar]) => aar === 2025);
    const areas = [...new Set(kategoriar.map(([, omraade]) => String(omraade)))];
    expect(areas[0]).toBe(view.facts.county.nn);
    expect(areas.slice(1)).toEqual([...areas.slice(1)].sort(new Intl.Collator("nb").compare));
    const printed = view.tables.kategori.filter(({akse}) => akse === "feiltype").sort((a, b) => a.nr - b.nr);
    expect([...new Set(kategoriar.map(([, , kategori]) => kategori))]).toEqual([...printed.map(({nn}) => nn), "I alt"]);
    expect(kategoriar.slice(0, 3).map(([, , , retning]) => retning)).toEqual([
      expect.stringMatching(/^Kommune til/),
      expect.stringMatching(/til kommune$/),
      "I alt",
    ]);
    const kommunar = [...new Set(rowsOf("melding_per_kommune").map(([, kommune]) => String(kommune)))];
    expect(kommunar).toEqual([...kommunar].sort(new Intl.Collator("nb").compare));
    expect(rowsOf("levering_per_part")[0]?.[1]).toBe(view.facts.trust.nn);
  });

  it("says yes and no in Norwegian, and which numbers are whole", async () => {
    const {sheets} = await book("nb");
    const areas = sheets.find(({name}) => name === databokTexts.nb.tables.omraade.name)?.rows.slice(7) ?? [];
    expect(new Set(areas.map((row) => row[5]))).toEqual(new Set(["nei"]));
    const about = sheets[0]?.rows.map(([word, said]) => `${word}|${said}`) ?? [];
    expect(about.filter((line) => line.startsWith("Kilde|"))).toEqual([expect.not.stringContaining("Kilde:")]);
  });

  it("says at the foot of each printed page whose it is, from which run, and which page", async () => {
    const {parts} = await book("nn");
    const sheetParts = [...parts].filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path));
    for (const [path, xml] of sheetParts)
      expect(xml, path).toMatch(
        /<oddFooter>&amp;L&amp;8 SYNTETISK.*2025-M-07.*&amp;R.*side &amp;P av &amp;N<\/oddFooter>/,
      );
  });

  it("marks the whole width of a sheet, with air before its name", async () => {
    const {parts} = await book("nn");
    const sheet = parts.get("xl/worksheets/sheet2.xml") ?? "";
    const [first = "", second = ""] = sheet.match(/<row r="[12]".*?<\/row>/g) ?? [];
    expect(first.match(/<c /g)).toHaveLength(8);
    expect(new Set(first.match(/ s="\d+"/g)).size).toBe(1);
    for (const row of [first, second]) expect(Number(/ht="([\d.]+)"/.exec(row)?.[1])).toBeGreaterThanOrEqual(18);
  });

  it("has the same bytes each time", async () => {
    const [first, second] = [await book("nn"), await book("nn")];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });
});
