import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {DeliveryError} from "../../../pipeline/contract/delivery-error.ts";
import {type Database, openDatabase} from "../../../pipeline/duckdb/open.ts";
import {readRows, writeTable} from "../../../pipeline/duckdb/rows.ts";
import {root} from "../../../pipeline/project.ts";
import {readIndicators} from "../../../pipeline/registers/indicators.ts";
import {parseRegister, readRegisters} from "../../../pipeline/registers/read.ts";

import {fjordland} from "../../support/fjordland.ts";

const head = "kommunenr,namn,gyldig_fra,gyldig_til,kjelde,sikkerheit";

describe("a register", () => {
  it("is read with every column, and an empty cell is no value", () => {
    const {rows, faults} = parseRegister("kommune", `${head}\n1505, Kristiansund ,2019-01-01,,"SSB, 07459",hoeg\n`);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        kommunenr: "1505",
        namn: "Kristiansund",
        gyldig_fra: "2019-01-01",
        gyldig_til: null,
        kjelde: "SSB, 07459",
        sikkerheit: "hoeg",
      },
    ]);
  });

  it("may have semicolons, Windows line breaks, blank lines and its columns in another order", () => {
    const text =
      "namn;kommunenr;sikkerheit;kjelde;gyldig_fra;gyldig_til\r\nHaram;1580;hoeg;KS;2024-01-01;\r\n\r\n;;;;;\r\n";
    const {rows, faults} = parseRegister("kommune", text);
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([{kommunenr: "1580", namn: "Haram", gyldig_til: null}]);
  });

  const row = (changes: Readonly<Record<string, string>>): string => {
    const cells = {
      kommunenr: "1505",
      namn: "Kristiansund",
      gyldig_fra: "2019-01-01",
      gyldig_til: "",
      kjelde: "SSB",
      sikkerheit: "hoeg",
      ...changes,
    };
    return `${head}\n1580,Haram,2024-01-01,,KS,hoeg\n${Object.values(cells).join(",")}\n`;
  };

  const faulty: readonly (readonly [string, string | null, RegExp])[] = [
    ["a file that is gone", null, /^Registeret kommune\.csv manglar\. /],
    [
      "columns that are gone",
      "kommunenr,namn,gyldig_fra,kjelde\n1505,Kristiansund,2019-01-01,SSB\n",
      /^Registeret kommune\.csv manglar kolonna gyldig_til, sikkerheit\.$/,
    ],
    ["an empty source", row({kjelde: " "}), /^Registeret kommune\.csv, rad 3: kjelde er tom\.$/],
    ["an empty key", row({namn: ""}), /rad 3: namn er tom\.$/],
    [
      "a day that is not in the calendar",
      row({gyldig_fra: "2023-02-29"}),
      /rad 3: gyldig_fra skal vere ein dato som 2025-12-31\.$/,
    ],
    [
      "a date in another form",
      row({gyldig_til: "31.12.2023"}),
      /rad 3: gyldig_til skal vere ein dato som 2025-12-31\.$/,
    ],
    [
      "a certainty that is not one",
      row({sikkerheit: "sikker"}),
      /rad 3: sikkerheit skal vere hoeg, middels, laag, antatt\.$/,
    ],
  ];

  it.each(faulty)("tells a person in Norwegian about %s, with file and row", (_, text, message) => {
    const {faults} = parseRegister("kommune", text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(message);
  });

  it("tells every fault at once, and asks for whole numbers where there must be one", () => {
    const text =
      "aar,kommunenr,folketal,gyldig_fra,gyldig_til,kjelde,sikkerheit\n2025,1505,24 578,2025-01-01,,,hoeg\nto,1506,33163,2025,,SSB,hoeg\n";
    expect(parseRegister("folketal", text).faults).toEqual([
      "Registeret folketal.csv, rad 2: kjelde er tom.",
      "Registeret folketal.csv, rad 2: folketal skal vere eit heilt tal.",
      "Registeret folketal.csv, rad 3: aar skal vere eit heilt tal.",
      "Registeret folketal.csv, rad 3: gyldig_fra skal vere ein dato som 2025-12-31.",
    ]);
  });
});

describe("a folder of registers", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
  });

  function copyWith(name: string, change: (text: string) => string | Uint8Array): string {
    const folder = mkdtempSync(join(tmpdir(), "avvik-registers-"));
    folders.push(folder);
    cpSync(join(root, "data", "registers"), folder, {recursive: true});
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, change(readFileSync(file, "utf8")));
    return folder;
  }

  const aalesund = (database: Database) =>
    readRows(
      database,
      "select kommunenr, namn, gyldig_til from register.kommune where kommunenr in ('1507', '1508') order by kommunenr",
    );
  const expected = [
    {kommunenr: "1507", namn: "Ålesund", gyldig_til: "2023-12-31"},
    {kommunenr: "1508", namn: "Ålesund", gyldig_til: null},
  ];

  it("is read from comma, and from semicolon with byte order mark as Excel saves «CSV UTF-8»", async () => {
    const folder = copyWith(
      "kommune",
      (text) =>
        `\ufeff${text
          .replace(/"[^"]*"/g, "kjelde")
          .replaceAll(",", ";")
          .replaceAll("\n", "\r\n")}`,
    );
    const database = await openDatabase();
    await readRegisters(database, folder);
    expect(await aalesund(database)).toEqual(expected);
  });

  it("is never read with letters lost, when Excel has saved it as plain «CSV»", async () => {
    const folder = copyWith("kommune", (text) => Buffer.from(text, "latin1"));
    const database = await openDatabase();
    const outcome = await readRegisters(database, folder).then(
      () => aalesund(database),
      (error: unknown) => error,
    );
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DeliveryError);
    else expect(outcome).toEqual(expected);
  });

  it("stops with the faults of all registers, and stores none of them", async () => {
    const folder = copyWith("kommune", (text) => text.replace("1505,Kristiansund,2019-01-01,,", "1505,,2019-13-01,,"));
    rmSync(join(folder, "frist.csv"));
    const database = await openDatabase();
    const error = await readRegisters(database, folder).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DeliveryError);
    expect((error as DeliveryError).faults).toHaveLength(3);
    expect(
      await readRows(database, "select table_name from information_schema.tables where table_schema = 'register'"),
    ).toEqual([]);
  });
});

describe("published values", () => {
  it("have the sources of each year, not the one fetched last", async () => {
    const folder = mkdtempSync(join(tmpdir(), "avvik-registers-"));
    try {
      cpSync(fjordland, folder, {recursive: true});
      const registers = join(folder, "registers");
      const row = (aar: number, verdi: number, from: string): string =>
        `utskrivingar,${aar},9901,,${verdi},${from.split(" ")[1]},${aar}-01-01,${aar}-12-31,${from.split(" ")[0]},antatt`;
      const head = readFileSync(join(registers, "samhandlingsdata.csv"), "utf8").split(/\r?\n/)[0];
      const rows = [row(2024, 90, "Gammal 2026-02-01"), row(2025, 91, "Ny 2026-01-05")];
      writeFileSync(join(registers, "samhandlingsdata.csv"), `${[head, ...rows].join("\n")}\n`);
      const database = await openDatabase();
      await readRegisters(database, registers);
      await writeTable(database, {schema: "deidentified", table: "koeyring", columns: {i_dag: "VARCHAR"}}, [
        {i_dag: "2026-02-15"},
      ]);
      const [indicator] = await readIndicators(database);
      expect(indicator?.sources).toEqual([
        {aar: 2024, kjelde: "Gammal", henta: "2026-02-01"},
        {aar: 2025, kjelde: "Ny", henta: "2026-01-05"},
      ]);
      expect(indicator?.values.map(({verdi, source}) => [verdi, source])).toEqual([
        [90, 0],
        [91, 1],
      ]);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
});
