import {appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strToU8, zipSync} from "fflate";
import {afterEach, beforeAll, describe, expect, it} from "vitest";
import type {OutputFile} from "../../../pipeline/contract/output.ts";
import type {Tables} from "../../../pipeline/contract/tables.ts";
import {noTraces, type Traces, traceBook} from "../../../pipeline/deidentify/traces.ts";
import {readDisclosed} from "../../../pipeline/duckdb/disclosed.ts";
import {readRows} from "../../../pipeline/duckdb/rows.ts";
import {readOwn} from "../../../pipeline/verify/own.ts";
import {assertVerified, verifyFolder} from "../../../pipeline/verify/verify.ts";
import {editionOf, pageFacts, template} from "../../support/edition.ts";
import {disclosed} from "../../support/flow.ts";
import {writeEditions} from "../../support/write-editions.ts";

function taken(...names: string[]): Traces {
  const book = traceBook(() => false);
  for (const name of names) book.add(name, "PERSON");
  return book;
}

/** Invented: 80 is added to the month of a test number. */
const testNumber = "01814512345";

let tables: Tables;
let leaking: Tables;
beforeAll(async () => {
  const rows = (n: number, prefix: string, line: Readonly<Record<string, string>>) =>
    Array.from({length: n}, (_, index) => ({"hf-sak": `${prefix}${index}`, ...line}));
  const line = {retning: "H2K", kommune: "1508", kategori: "Anna", registrert: "02.03.2025"};
  const {database} = await disclosed({
    deliveries: {
      "hf.csv": [
        ...rows(20, "a", line),
        ...rows(4, "b", {...line, kategori: "Epikrise manglar"}),
        ...rows(9, "c", {...line, kategori: "Tilvising avvist"}),
      ],
    },
  });
  tables = await readDisclosed(database, "open");
  const truth = await readRows<{
    omraade: string;
    kategori: string;
    retning: string;
    n: number;
    nedre: number;
    oevre: number;
  }>(database, "select omraade, kategori, retning, n, nedre, oevre from measured.melding_per_kategori");
  leaking = {
    ...tables,
    melding_per_kategori: tables.melding_per_kategori.map((row) => {
      const known = truth.find(
        ({omraade, kategori, retning}) =>
          omraade === row.omraade && kategori === row.kategori && retning === row.retning,
      );
      return row.kategori === "EPI" || known === undefined
        ? row
        : {...row, n: known.n, nedre: known.nedre, oevre: known.oevre, status: "published" as const};
    }),
  };
});

const own = await readOwn(template, null);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
});

function written(published: Tables = tables, more: readonly OutputFile[] = []): string {
  const parent = mkdtempSync(join(tmpdir(), "avvik-verify-"));
  folders.push(parent);
  const folder = join(parent, "2025");
  writeEditions(folder, [editionOf("open", published, {more})]);
  return folder;
}

const faultsOf = async (folder: string): Promise<readonly string[]> => (await verifyFolder(folder, template)).faults;

describe("verify", () => {
  it("finds nothing wrong with an edition as it was written, and says how many files it looked at", async () => {
    const folder = written();
    const {faults, files} = await verifyFolder(folder, template);
    expect(faults).toEqual([]);
    expect(files).toBe(
      readdirSync(join(folder, "open"), {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
        .length - 1,
    );
  });

  it("finds a file that was changed, one that was added and one that is gone", async () => {
    const folder = written();
    appendFileSync(join(folder, "open", "tabellar", "omraade.csv"), "x");
    writeFileSync(join(folder, "open", "notat.txt"), "hei");
    rmSync(join(folder, "open", "index.html"));
    const faults = await faultsOf(folder);
    expect(faults).toHaveLength(4);
    expect(faults.join("\n")).toMatch(/omraade: CSV og Arrow seier ikkje det same/);
    expect(faults.join("\n")).toMatch(/omraade\.csv: fila er endra/);
    expect(faults.join("\n")).toMatch(/notat\.txt: fila står ikkje i manifestet/);
    expect(faults.join("\n")).toMatch(/index\.html: fila manglar/);
  });

  it.each(["tabellar/melding_per_kategori.arrow", "rapport.xlsx"])(
    "tells of a damaged %s as it tells of any other fault, and does not fall over it",
    async (path) => {
      const folder = written(tables, [{path: "rapport.xlsx", bytes: zipSync({"xl/workbook.xml": strToU8("<a/>")})}]);
      writeFileSync(join(folder, "open", path), "øydelagd");
      expect((await faultsOf(folder)).join("\n")).toContain(`${path}: fila er endra`);
    },
  );

  it("tells of a damaged manifest in the same way", async () => {
    const folder = written();
    writeFileSync(join(folder, "open", "manifest.json"), "{");
    expect((await faultsOf(folder)).length).toBeGreaterThan(0);
  });

  const carriers: readonly (readonly [string, (text: string) => OutputFile])[] = [
    ["a text", (text) => ({path: "notat.txt", bytes: strToU8(text)})],
    [
      "a document",
      (text) => ({path: "rapport.docx", bytes: zipSync({"word/document.xml": strToU8(`<w:t>${text}</w:t>`)})}),
    ],
    [
      "a part of a document nobody sees",
      (text) => ({
        path: "rapport.docx",
        bytes: zipSync({"docProps/core.xml": strToU8(`<dc:creator>${text}</dc:creator>`)}),
      }),
    ],
    ["a workbook", (text) => ({path: "tal.xlsx", bytes: zipSync({"xl/sharedStrings.xml": strToU8(`<t>${text}</t>`)})})],
    ["a page", (text) => ({path: "x/index.html", bytes: strToU8(`<p>${text}</p>`)})],
  ];

  it.each(carriers)("finds a person in %s", async (_, carrier) => {
    for (const secret of [testNumber, "018145 12345", "tenkt.person@example.org"]) {
      const faults = await faultsOf(written(tables, [carrier(`pas ${secret} vart`)]));
      expect(faults.filter((fault) => /mogleg personopplysning/.test(fault))).toHaveLength(1);
      expect(faults.join("\n")).not.toContain(secret);
    }
  });

  it("finds a person in a word of an Arrow table, in its file and in the page", async () => {
    const named = {
      ...tables,
      omraade: tables.omraade.map((row, index) => (index === 0 ? {...row, namn: `Sak ${testNumber}`} : row)),
    };
    const faults = await faultsOf(written(named));
    expect(faults.filter((fault) => /mogleg personopplysning/.test(fault)).map((fault) => fault.split(":")[0])).toEqual(
      expect.arrayContaining([
        expect.stringContaining("omraade.csv"),
        expect.stringContaining("omraade.arrow"),
        expect.stringContaining("index.html"),
      ]),
    );
  });

  it("finds a person in the name of a file", async () => {
    expect(
      (await faultsOf(written(tables, [{path: `sak-${testNumber}.txt`, bytes: strToU8("hei")}]))).join("\n"),
    ).toMatch(/mogleg personopplysning/);
  });

  it("does not take numbers of the report for persons", async () => {
    const text = "2025-12-31, 273 169, 1508 1580 1573 1576 1577, 0,2111, e-post finst ikkje";
    expect(await faultsOf(written(tables, [{path: "notat.txt", bytes: strToU8(text)}]))).toEqual([]);
  });

  it("finds a hidden number that can be worked out from the others", async () => {
    const faults = await faultsOf(written(leaking));
    expect(faults.some((fault) => /eit skjult tal kan reknast ut/.test(fault))).toBe(true);
    expect(faults.every((fault) => /eit skjult tal kan reknast ut/.test(fault))).toBe(true);
  });

  it("finds that tables are missing", async () => {
    const folder = written();
    rmSync(join(folder, "open", "tabellar", "omraade.arrow"));
    expect((await faultsOf(folder)).join("\n")).toMatch(/tabellane manglar/);
  });

  it("finds no edition where there is none", async () => {
    const folder = mkdtempSync(join(tmpdir(), "avvik-verify-"));
    folders.push(folder);
    expect(await faultsOf(folder)).toHaveLength(1);
    expect(await faultsOf(join(folder, "finst-ikkje"))).toHaveLength(1);
  });
});

describe("an edition that is not yet written", () => {
  it("is stopped by a string that was taken out of the deliveries in this run, wherever it has come through", async () => {
    const edition = editionOf("open", tables, {
      more: [{path: "notat.txt", bytes: strToU8("Meldt av Synnolv Oppdiktnes")}],
    });
    await expect(assertVerified([edition], {removed: taken("Synnolv Oppdiktnes"), own})).rejects.toMatchObject({
      name: "DeliveryError",
    });
    await expect(assertVerified([edition], {removed: taken("Magnild Tenktås"), own})).resolves.toBeUndefined();
  });

  it("is stopped by a number that can be worked out", async () => {
    await expect(assertVerified([editionOf("open", leaking)], {removed: noTraces, own})).rejects.toThrow(
      /kan reknast ut/,
    );
    await expect(assertVerified([editionOf("open", tables)], {removed: noTraces, own})).resolves.toBeUndefined();
  });
});

describe("writing editions", () => {
  it("replaces the old folder whole, and leaves nothing beside it", async () => {
    const folder = written(tables, [{path: "gammal.txt", bytes: strToU8("x")}]);
    writeEditions(folder, [editionOf("open", tables, {facts: pageFacts({runId: "2025-ny"})})]);
    expect(existsSync(join(folder, "open", "gammal.txt"))).toBe(false);
    expect(readdirSync(join(folder, ".."))).toEqual(["2025"]);
    expect(JSON.parse(readFileSync(join(folder, "open", "manifest.json"), "utf8"))).toMatchObject({
      runId: "2025-ny",
      edition: "open",
      threshold: 5,
    });
    expect(await faultsOf(folder)).toEqual([]);
  });
});
