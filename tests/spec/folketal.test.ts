import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {takePopulation} from "../../pipeline/folketal.ts";
import {needsLook, populationReport} from "../../pipeline/population-messages.ts";
import {projectIn, root} from "../../pipeline/project.ts";

let data = "";
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "avvik-folketal-"));
  cpSync(join(root, "tests", "golden", "fjordland", "in", "registers"), join(data, "registers"), {recursive: true});
});
afterEach(() => rmSync(data, {recursive: true, force: true}));

const register = (): string => readFileSync(join(data, "registers", "folketal.csv"), "utf8");
const before = readFileSync(join(root, "tests", "golden", "fjordland", "in", "registers", "folketal.csv"), "utf8");
const take = (bytes: Uint8Array | string, name = "07459.csv") => {
  const file = join(data, name);
  writeFileSync(file, bytes);
  return takePopulation(file, projectIn(data));
};
const rowsOf = (year: number): string[] =>
  register()
    .split(/\r?\n/)
    .filter((line) => line.startsWith(`${year},`))
    .map((line) => line.split(",").slice(1, 3).join(" "));

interface Place {
  readonly nr: string;
  readonly namn: string;
}
const kommunar: readonly Place[] = readFileSync(
  join(root, "tests", "golden", "fjordland", "in", "registers", "kommune.csv"),
  "utf8",
)
  .split(/\r?\n/)
  .slice(1)
  .filter((line) => line !== "" && line.split(",")[3] === "")
  .map((line) => ({nr: line.split(",")[0] ?? "", namn: line.split(",")[1] ?? ""}));
const wanted = kommunar.map(({nr}, index) => `${nr} ${(index + 1) * 1000}`);

/** One row for each municipality and age; the ages add up to (place + 1) · 1000. */
const byAge = (line: (region: Place, age: string, count: number) => string): string =>
  kommunar.flatMap((one, index) => [line(one, "0 years", index + 1), line(one, "1 year", (index + 1) * 999)]).join("");

describe("Folketal frå SSB, slik filene har vore", () => {
  it("2019: komma, utan hermeteikn, Latin-1, «0101 Namn»", async () => {
    const text = byAge(({nr, namn}, age, count) => `${nr} ${namn},${age},${count}\n`);
    await take(
      Buffer.from(`region,age,Persons 2031\n${text}0101 Sør-Øyvær,0 years,7\n0101 Sør-Øyvær,1 year,7\n`, "latin1"),
    );
    expect(rowsOf(2031)).toEqual(wanted);
  });

  it("2020: tabulator, hermeteikn, UTF-8, «K-0101 Namn» og ein rest", async () => {
    const text = byAge(({nr, namn}, age, count) => `"K-${nr} ${namn}"\t"${age}"\t${count}\r\n`);
    const rest = `"K-Rest Divided municalities and unknown"\t"0 years"\t0\r\n"K-Rest Divided municalities and unknown"\t"1 year"\t3\r\n`;
    const taken = await take(`"region"\t"age"\t"Persons 2031"\r\n${text}${rest}`);
    expect(rowsOf(2031)).toEqual(wanted);
    expect(taken.unmatched).toEqual([]);
  });

  it("2021: semikolon, titteline, tom line og kjønn", async () => {
    const text = kommunar
      .map(({nr, namn}, index) =>
        ["Males", "Females"].map((sex) => `"K-${nr} ${namn}";"${sex}";${(index + 1) * 500}\r\n`).join(""),
      )
      .join("");
    await take(
      `"07459: Population, by region, sex, contents and year"\r\n\r\n"region";"sex";"Persons 2031"\r\n${text}`,
    );
    expect(rowsOf(2031)).toEqual(wanted);
  });

  it("nyare: norske overskrifter, fleire år i breidda, BOM og kjelde nedst", async () => {
    const text = kommunar.map(({nr, namn}, index) => `"${nr} ${namn}";${(index + 1) * 1000};..\r\n`).join("");
    const taken = await take(
      `\ufeff"07459: Befolkning, etter region, statistikkvariabel og år"\r\n\r\n"region";"Personer 2031";"Personer 2032"\r\n${text}\r\n"Kilde: SSB"\r\n`,
    );
    expect(rowsOf(2031)).toEqual(wanted);
    expect(rowsOf(2032)).toEqual([]);
    expect(taken.missing.map(({aar}) => aar)).toEqual(taken.missing.map(() => 2032));
    expect(taken.missing.length).toBeGreaterThan(0);
  });

  it("år i ei eiga kolonne, og summen står ved sida av delane", async () => {
    const text = kommunar
      .map(({nr, namn}, index) =>
        ["Begge kjønn", "Menn", "Kvinner"]
          .map((sex, at) => `${nr} ${namn};${sex};2031;${(index + 1) * (at === 0 ? 1000 : 500)}\n`)
          .join(""),
      )
      .join("");
    await take(`region;kjønn;år;Personer\n${text}`);
    expect(rowsOf(2031)).toEqual(wanted);
  });
});

const simple = (rows: readonly string[]): string => `region;Personer 2031\n${rows.map((row) => `${row}\n`).join("")}`;
const all = kommunar.map(({nr, namn}, index) => `${nr} ${namn};${(index + 1) * 1000}`);
const [first = {nr: "", namn: ""}] = kommunar;
const county = first.nr.slice(0, 2);

describe("Kommunar som ikkje høver", () => {
  it("utanfor området blir namngjevne, men stoppar ingenting", async () => {
    const taken = await take(simple([...all, "0101 Langtborte;31000"]));
    expect(populationReport(taken)).toContain("0101 Langtborte");
    expect(needsLook(taken)).toBe(false);
  });

  it("i same fylke, men ikkje i registeret, ventar på ein person", async () => {
    const taken = await take(simple([...all, `${county}98 Nyvik;1000`]));
    expect(populationReport(taken)).toContain(`«${county}98 Nyvik» (2031) står ikkje i registeret`);
    expect(needsLook(taken)).toBe(true);
    expect(rowsOf(2031)).toEqual(wanted);
  });

  it("med rett nummer og feil namn blir ikkje tekne inn", async () => {
    const taken = await take(simple([`${first.nr} Heiltanna;5`, ...all.slice(1)]));
    expect(populationReport(taken)).toContain(`«${first.nr} Heiltanna» (2031) har eit anna namn i registeret`);
    expect(rowsOf(2031)).toEqual(wanted.slice(1));
  });

  it("som ikkje lenger finst, blir ikkje tekne inn, og eit null for henne er ingenting", async () => {
    const taken = await take(simple([...all, "9907 Skarvholmen;880"]));
    expect(populationReport(taken)).toContain("«9907 Skarvholmen» (2031) fanst ikkje 1. januar");
    expect(rowsOf(2031)).toEqual(wanted);
    expect((await take(simple([...all, "9907 Skarvholmen;0"]))).unmatched).toEqual([]);
  });

  it("som manglar i fila, blir namngjevne", async () => {
    const taken = await take(simple(all.slice(1)));
    expect(populationReport(taken)).toContain(`${first.nr} ${first.namn} manglar folketal for 2031`);
  });

  it("utan nummer blir funne på namnet", async () => {
    await take(simple(kommunar.map(({namn}, index) => `${namn};${(index + 1) * 1000}`)));
    expect(rowsOf(2031)).toEqual(wanted);
  });
});

describe("Ei fil som ikkje er heile tabellen, endrar ingenting", () => {
  it.each([
    ["ein annan tabell", `"10826: Population, by region, age, contents and year"\n\n${simple(all)}`, "annan tabell"],
    ["tom", "", "fila er tom"],
    ["utan region", "stad;Personer 2031\n1 A;3\n", "inga kolonne «region»"],
    ["utan år", "region;Personer\n1 A;3\n", "ikkje kva år"],
    ["eit desimaltal", simple([...all, "0101 X;3,5"]), "ikkje eit heilt tal"],
    ["same rad to gonger", simple([...all, ...all.slice(0, 1)]), "to gonger"],
    ["avkorta", `region;age;Persons 2031\n${first.nr} A;0;1\n${first.nr} A;1;1\n${first.nr}9 B;0;1\n`, "avkorta"],
    ["ikkje ein tabell", "%PDF-1.7", "filtypen er feil"],
  ])("%s", async (_, bytes, told) => {
    await expect(take(bytes)).rejects.toThrow(told);
    expect(register()).toBe(before);
  });

  it("og same fila to gonger gjev same registeret", async () => {
    await take(simple(all));
    const once = register();
    const again = await take(simple(all));
    expect(again).toMatchObject({added: 0, changed: [], same: kommunar.length});
    expect(register()).toBe(once);
  });
});
