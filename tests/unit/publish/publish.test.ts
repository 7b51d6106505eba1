import {createHash} from "node:crypto";
import papaparse from "papaparse";
import {beforeAll, describe, expect, it} from "vitest";
import {decodeTable} from "../../../pipeline/contract/arrow.ts";
import {type TableName, type Tables, tableNames} from "../../../pipeline/contract/tables.ts";
import {readDisclosed} from "../../../pipeline/duckdb/disclosed.ts";
import {audienceTables} from "../../../pipeline/publish/audience-tables.ts";
import {fillPage} from "../../../pipeline/publish/page.ts";
import {tableFiles} from "../../../pipeline/publish/write-tables.ts";
import {pageFacts, template} from "../../support/edition.ts";
import {disclosed} from "../../support/flow.ts";

let tables: Tables;
beforeAll(async () => {
  const rows = (n: number, prefix: string, line: Readonly<Record<string, string>>) =>
    Array.from({length: n}, (_, index) => ({"hf-sak": `${prefix}${index}`, ...line}));
  const line = {retning: "H2K", kommune: "1508", kategori: "Anna", hending: "01.03.2025", registrert: "02.03.2025"};
  const {database} = await disclosed({
    deliveries: {
      "hf.csv": [
        ...rows(12, "a", line),
        ...rows(4, "b", {...line, kategori: "Epikrise manglar"}),
        ...rows(7, "c", {...line, kommune: "1506"}),
      ],
    },
  });
  tables = await readDisclosed(database, "open");
});

function csvOf(
  name: TableName,
  published: Tables,
  datagrunnlag = "SYNTETISK",
): {readonly text: string; readonly rows: Record<string, string>[]} {
  const file = tableFiles(published, datagrunnlag).find(({path}) => path === `tabellar/${name}.csv`);
  const text = Buffer.from(file?.bytes ?? []).toString("utf8");
  return {
    text,
    rows: papaparse.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), {
      header: true,
      delimiter: ";",
      skipEmptyLines: true,
    }).data,
  };
}

describe("a table as CSV", () => {
  it("opens in Norwegian Excel: byte order mark, semicolons, CRLF and decimal comma", () => {
    const {text, rows} = csvOf("melding_per_kommune", tables);
    expect(text.startsWith("\ufeffaar;kommune;retning;")).toBe(true);
    expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
    expect(text.endsWith("\r\n")).toBe(true);
    const molde = rows.find(({kommune, retning}) => kommune === "1506" && retning === "H2K");
    // SSB 07459: Molde had 33 163 inhabitants on 1 January 2025; 7 / 33 163 · 1 000 = 0.21108.
    expect(molde).toMatchObject({n: "7", rate: "0,2111", status: "published"});
  });

  it("has a sign, and never a number or an empty cell, where a number is not published", () => {
    const hidden = csvOf("melding_per_kategori", tables).rows.filter(({status}) => status === "hidden");
    expect(hidden.length).toBeGreaterThan(0);
    for (const {n, nedre, oevre} of hidden) expect([n, nedre, oevre]).toEqual([":", ":", ":"]);
    const missing = csvOf("melding_per_kommune", tables).rows.filter(({status}) => status === "missing");
    expect(missing.length).toBeGreaterThan(0);
    for (const {n, rate} of missing) expect([n, rate]).toEqual(["..", ".."]);
    const without = csvOf("endring_per_kategori", tables).rows.filter(({status}) => status === "not_applicable");
    for (const {n_no, dom} of without) expect([n_no, dom]).toEqual([".", "."]);
  });

  it("says in every row what the numbers stand on", () => {
    for (const name of tableNames)
      expect(csvOf(name, tables, "leveringar").rows.every(({datagrunnlag}) => datagrunnlag === "leveringar")).toBe(
        true,
      );
  });

  it("holds as many rows as the table, and the same text", () => {
    for (const name of tableNames) expect(csvOf(name, tables).rows).toHaveLength(tables[name].length);
    expect(csvOf("kategori", tables).rows.map(({definisjon_nn}) => definisjon_nn)).toEqual(
      tables.kategori.map(({definisjon_nn}) => definisjon_nn),
    );
  });

  it.each(["=1+1", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
    "never begins a cell with %j, which a spreadsheet would run",
    (namn) => {
      const poisoned: Tables = {...tables, omraade: tables.omraade.slice(0, 1).map((row) => ({...row, namn}))};
      expect(csvOf("omraade", poisoned).rows[0]?.namn).toBe(`'${namn}`);
    },
  );

  it("is the Arrow table of the same name, cell by cell", () => {
    for (const name of tableNames) {
      const file = tableFiles(tables, "x").find(({path}) => path === `tabellar/${name}.arrow`);
      expect(decodeTable(name, file?.bytes ?? new Uint8Array())).toEqual(tables[name]);
    }
  });
});

describe("a page", () => {
  const fill = (changes = {}) => fillPage(template, pageFacts(changes), tables);

  it("holds every table, and the facts about itself", () => {
    const html = fill();
    for (const name of tableNames) {
      const data = html.match(new RegExp(`id="avvik-table-${name}">([^<]*)<`))?.[1] ?? "";
      expect(decodeTable(name, Buffer.from(data, "base64"))).toEqual(tables[name]);
    }
    expect(JSON.parse(html.match(/id="avvik-facts">([^<]*)</)?.[1] ?? "")).toEqual(pageFacts());
  });

  it("is the same bytes each time", () => {
    expect(fill()).toBe(fill());
  });

  it("lets no text end its own element or become code", () => {
    const html = fill({
      county: {nn: "</script><script>alert(1)</script>", nb: ""},
      audience: {...pageFacts().audience, name: {nn: "<b>&</title>", nb: ""}},
      trust: {nn: "a\u2028b", nb: ""},
    });
    expect(html).not.toContain("alert(1)</script>");
    expect(html.match(/<script/g)).toHaveLength(2 + tableNames.length);
    expect(html).toContain("<title>SYNTETISK · &lt;b>&amp;&lt;/title> · samhandlingsavvik 2025</title>");
    expect(JSON.parse(html.match(/id="avvik-facts">([^<]*)</)?.[1] ?? "")).toMatchObject({
      trust: {nn: "a\u2028b", nb: ""},
    });
  });

  it("keeps what looks like a pattern in its own script as it is", () => {
    expect(fill()).toContain("document.body.append('$& $1');");
  });

  it("has a policy that allows its own script by hash and nothing from anywhere else", () => {
    const html = fill();
    const [, policy = ""] = html.match(/Content-Security-Policy" content="([^"]+)"/) ?? [];
    const script = html.match(/<script type="module">([\s\S]*?)<\/script>/)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|connect-src/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it("says in its title that the numbers are invented, only when they are", () => {
    expect(fill({synthetic: true})).toContain("<title>SYNTETISK · ");
    expect(fill({synthetic: false})).toContain("<title>Helsefellesskapet Prøvefylket");
  });

  it("is not made from a template without its marks, or with one twice", () => {
    expect(() => fillPage(template.replace("<!--avvik:data-->", ""), pageFacts(), tables)).toThrow(/page template/);
    expect(() => fillPage(`${template}<!--avvik:csp-->`, pageFacts(), tables)).toThrow(/page template/);
  });
});

describe("the tables of one committee", () => {
  const own = () =>
    audienceTables(tables, {...pageFacts().audience, id: "lsu-molde", edition: "moete", omraade: "lsu-molde"});

  it("hold its own area, its municipalities and the county, and nothing of the others", () => {
    const {melding_per_kategori, melding_per_kommune, omraade, levering_per_part, kategori} = own();
    expect([...new Set(melding_per_kategori.map((row) => row.omraade))].sort()).toEqual(["fylke", "lsu-molde"]);
    expect([...new Set(melding_per_kommune.map(({kommune}) => kommune))].sort()).toEqual([
      "1506",
      "1535",
      "1539",
      "1547",
      "1579",
    ]);
    expect([...new Set(omraade.map(({id}) => id))].sort()).toEqual([
      "1506",
      "1535",
      "1539",
      "1547",
      "1579",
      "fylke",
      "lsu-molde",
    ]);
    expect([...new Set(levering_per_part.map(({part}) => part))].sort()).toEqual([
      "1506",
      "1535",
      "1539",
      "1547",
      "1579",
      "hf",
    ]);
    expect(kategori).toEqual(tables.kategori);
  });

  it("are all the tables for the county's own audiences", () => {
    expect(audienceTables(tables, pageFacts().audience)).toBe(tables);
  });
});
