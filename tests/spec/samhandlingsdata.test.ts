import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {indicatorReport, needsLook} from "../../pipeline/indicator-messages.ts";
import {projectIn} from "../../pipeline/project.ts";
import {takeIndicator} from "../../pipeline/samhandlingsdata.ts";
import {fjordland} from "../support/fjordland.ts";
import {workbook} from "../support/workbook.ts";

let data = "";
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "avvik-samhandling-"));
  cpSync(join(fjordland, "registers"), join(data, "registers"), {recursive: true});
});
afterEach(() => rmSync(data, {recursive: true, force: true}));

const registerFile = (): string => join(data, "registers", "samhandlingsdata.csv");
const rows = (): string[] =>
  readFileSync(registerFile(), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(",").slice(0, 5).join(" "));

interface Given {
  readonly indicator?: string;
  readonly column?: string | null;
  readonly today?: string;
}

const take = (bytes: Uint8Array | string, {indicator = "utskrivingar", column = null, today}: Given = {}) => {
  const path = join(data, "tabell.csv");
  writeFileSync(path, bytes);
  const project = projectIn(data, today === undefined ? {} : {today});
  return takeIndicator({path, indicator, column, source: "SYNTETISK prøvetabell"}, project);
};
const faultOf = async (bytes: Uint8Array | string, given: Given = {}): Promise<string> => {
  const before = readFileSync(registerFile(), "utf8");
  const error = await take(bytes, given).then(
    () => null,
    (thrown: {faults: string[]}) => thrown.faults,
  );
  expect(readFileSync(registerFile(), "utf8")).toBe(before);
  expect(error).toHaveLength(1);
  return error?.[0] ?? "";
};

describe("Publiserte samhandlingstal, slik tabellane kan sjå ut", () => {
  it("åra i breidda, titteline, semikolon, Latin-1, desimalkomma og mellomrom i tusen", async () => {
    const text = "Utskrivingar etter bustad\r\n\r\nBostedskommune;2029;2030\r\n9901 Granvik;1 204,5;1 310\r\n";
    const taken = await take(Buffer.from(text.replace("204,5", "204"), "latin1"));
    expect(rows()).toContain("utskrivingar 2029 9901  1204");
    expect(rows()).toContain("utskrivingar 2030 9901  1310");
    await take(Buffer.from(text.replace("1 204,5", "24,5").replace("1 310", "31"), "latin1"), {
      indicator: "reinnlegging",
    });
    expect(rows()).toContain("reinnlegging 2029 9901  24.5");
    expect([taken.added, taken.years]).toEqual([2, [2029, 2030]]);
  });

  it("år og nummer i eigne kolonner, namn ved sida av, eit sjukehus i kvar rad", async () => {
    await take(
      "Kommunenr,Kommune,Sjukehus,År,Utskrivingar\n9901,Granvik,Granvik sjukehus,2030,12\n9901,Granvik,Sørvik sjukehus,2030,7\n",
    );
    expect(rows().filter((row) => row.includes(" 2030 "))).toEqual([
      "utskrivingar 2030 9901 Granvik sjukehus 12",
      "utskrivingar 2030 9901 Sørvik sjukehus 7",
    ]);
  });

  it("eit ark i Excel, med kommunen ved namn", async () => {
    await take(
      workbook([
        {
          name: "Tal",
          rows: [
            ["Kommune", "2030"],
            ["Granvik", 41],
          ],
        },
      ]),
    );
    expect(rows()).toContain("utskrivingar 2030 9901  41");
  });

  it("eit teikn i staden for eit tal er eit tal kjelda ikkje viser, aldri null", async () => {
    const taken = await take("Kommune;2030;2031\n9901 Granvik;1-4;3\n");
    expect(rows()).toContain("utskrivingar 2030 9901  ");
    expect(taken.notShown).toBe(1);
  });
});

describe("Registeret over samhandlingstal", () => {
  const table = (n: number): string => `Kommune;2030\n9901 Granvik;${n}\n`;

  it("har kjelda og dagen tala vart henta", async () => {
    await take(table(5), {today: "2031-02-03"});
    expect(readFileSync(registerFile(), "utf8")).toMatch(/2031-02-03,2030-01-01,2030-12-31,SYNTETISK prøvetabell,hoeg/);
  });

  it("er det same etter same fila to gonger, og nye tal tek plassen til dei gamle", async () => {
    await take(table(5));
    const before = readFileSync(registerFile(), "utf8");
    expect(await take(table(5))).toMatchObject({added: 0, changed: [], same: 1});
    expect(readFileSync(registerFile(), "utf8")).toBe(before);
    const taken = await take(table(6));
    expect(taken).toMatchObject({added: 0, changed: [{aar: 2030, kommunenr: "9901"}]});
    expect(indicatorReport(taken)).toContain("Endra: 9901, 2030: 5 til 6.");
    expect(indicatorReport(await take("Kommune;2030\n9901 Granvik;:\n"))).toContain("9901, 2030: 6 til ikkje vist.");
    await take(table(6));
    expect(rows().filter((row) => row.includes(" 2030 9901 "))).toEqual(["utskrivingar 2030 9901  6"]);
  });

  it("seier kva kommunar som ikkje vart funne, og kven som manglar", async () => {
    const taken = await take("Kommune;2030\n9901 Granvik;5\n9902 Feilnamn;6\nUtlandet;7\n");
    const report = indicatorReport(taken);
    expect(report).toContain("«9902 Feilnamn» har eit anna namn i registeret");
    expect(report).toContain("Utanfor registeret, ikkje tekne inn (1): Utlandet.");
    expect(report).toMatch(/manglar for 2030 i fila/);
    expect(needsLook(taken)).toBe(true);
  });
});

describe("Ei fil som ikkje er ein slik tabell", () => {
  it("blir avvist i éi setning, og registeret er urørt", async () => {
    expect(await faultOf("Kommune;2030\n9901 Granvik;mange\n")).toMatch(/linje 2: eit tal let seg ikkje lese/);
    expect(await faultOf("Kommune;2030\nEinannanstad;5\n")).toMatch(/ingen av områda i fila er kommunar/);
  });

  it.each([
    ["punktum som kan vere tusen", "1.204"],
    ["ein rate i staden for eit tal", "48,6"],
    ["prosent i staden for eit tal", "12 %"],
  ])("blir avvist når indikatoren er eit tal og fila har %s", async (_, value) => {
    expect(await faultOf(`Kommune;2030\n9902 Fjellbygda;3\n9901 Granvik;${value}\n`)).toMatch(
      /linje 3: indikatoren er eit tal, og dette er ikkje eit heilt tal/,
    );
    expect((await take(`Kommune;2030\n9901 Granvik;${value}\n`, {indicator: "reinnlegging"})).added).toBe(1);
  });

  it("får kolonna frå den som spør, og seier frå når ho ikkje finst", async () => {
    const text = "Kommune;År;Tal;Rate\n9901 Granvik;2030;5;1,2\n";
    expect(await faultOf(text, {column: "Del"})).toMatch(/inga slik kolonne/);
    await take(text, {column: "rate", indicator: "reinnlegging"});
    expect(rows()).toContain("reinnlegging 2030 9901  1.2");
  });

  it("med ein indikator som ikkje finst, får lista over dei som finst", async () => {
    expect(await faultOf("Kommune;2030\n9901 Granvik;5\n", {indicator: "tull"})).toMatch(/Vel mellom .*utskrivingar/);
  });
});
