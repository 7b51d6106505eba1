import {cpSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../pipeline/duckdb/open.ts";
import {readRegisters} from "../../pipeline/registers/read.ts";
import {fjordland} from "../support/fjordland.ts";

const folder = mkdtempSync(join(tmpdir(), "avvik-samhandlingsregister-"));
cpSync(join(fjordland, "registers"), folder, {recursive: true});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const head = "indikator,aar,kommunenr,sjukehus,verdi,henta,gyldig_fra,gyldig_til,kjelde,sikkerheit";
const row = (own: string): string => `${own},2026-01-15,2025-01-01,2025-12-31,SYNTETISK,antatt`;

/** What is wrong with a register of these rows, read with the others of Fjordland. */
async function faultsOf(...own: string[]): Promise<readonly string[]> {
  writeFileSync(join(folder, "samhandlingsdata.csv"), `${head}\n${own.map(row).join("\n")}\n`);
  const database = await openDatabase();
  try {
    await readRegisters(database, folder);
    return [];
  } catch (error) {
    return (error as {faults: string[]}).faults;
  } finally {
    database.closeSync();
  }
}

describe("Registeret over samhandlingsdata, ført for hand", () => {
  it.each([
    ["eit tal", ["utskrivingar,2025,9901,,1400"], []],
    ["eit tal utgjevaren ikkje viser", ["utskrivingar,2025,9901,,"], []],
    ["prosent med desimalar", ["reinnlegging,2025,9901,,13.2"], []],
    ["eitt tal for kvart sjukehus", ["utskrivingar,2025,9901,Nord,900", "utskrivingar,2025,9901,Sør,500"], []],
    [
      "to tal for det same",
      ["utskrivingar,2025,9901,,1400", "utskrivingar,2025,9901,,1401"],
      ["rad 3: eit anna tal for det same står lenger oppe. La eitt stå."],
    ],
    [
      "ein indikator som ikkje finst",
      ["ventetid,2025,9901,,4"],
      ["rad 2: indikatoren står ikkje i indikator.csv. Før han inn der, eller rett koden."],
    ],
    [
      "ein kommune som ikkje finst",
      ["utskrivingar,2025,1111,,4"],
      ["rad 2: kommunenr står ikkje i kommune.csv. Før kommunen inn der, eller rett nummeret."],
    ],
    [
      "ein brøk av eit opphald",
      ["utskrivingar,2025,9901,,48.6"],
      ["rad 2: verdi skal vere eit heilt tal, for indikatoren er eit tal."],
    ],
    ["meir enn alle", ["reinnlegging,2025,9901,,130"], ["rad 2: verdi kan ikkje vere over 100 prosent."]],
  ] as const)("%s", async (_, own, told) => {
    expect(await faultsOf(...own)).toEqual(told.map((fault) => `Registeret samhandlingsdata.csv, ${fault}`));
  });
});
