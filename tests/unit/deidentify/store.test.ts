import {describe, expect, it} from "vitest";
import type {CleanBatch} from "../../../pipeline/deidentify/batch.ts";
import {openStore} from "../../../pipeline/deidentify/store.ts";
import {openDatabase} from "../../../pipeline/duckdb/open.ts";
import {pack} from "../../../pipeline/duckdb/packed.ts";
import {readRows} from "../../../pipeline/duckdb/rows.ts";
import {verifyFolder} from "../../../pipeline/verify/verify.ts";
import {type Flow, takenIn} from "../../support/flow.ts";
import {table} from "../../support/table.ts";

/** Invented: test numbers, reserved addresses, and names nobody has. */
const secrets = {
  patient: "01814512345",
  inText: "02.81.45 12399",
  phone: "912 34 567",
  email: "tenkt.person@example.org",
  reporter: "Gunnvald Dikteseth",
  relative: "Synnolv Oppdiktnes",
  plate: "SU 12345",
};

const deliveries = {
  "Avvik Magnild Tenktås 2025.csv": table`
    hf-sak | retning | kommune | eining                | kategori | hending    | registrert | fnr                | namn                | tekst
    s1     | H2K     | 1508    | Kirurgisk             | Anna     | 01.03.2025 | 02.03.2025 | ${secrets.patient} | ${secrets.reporter} | Pasienten ${secrets.inText} ringte ${secrets.phone}. Dotter: ${secrets.relative}. Bil ${secrets.plate}.
    s2     | H2K     | 1508    | v/ ${secrets.relative} | Anna     | 01.03.2025 | 02.03.2025 |                    |                     | Svar til ${secrets.email}
    s3     | H2K     | ${secrets.inText} |             | Anna     | 01.03.2025 | 02.03.2025 |                    |                     |
    ${secrets.email} | H2K | 1508 |                    | Anna     | 01.03.2025 | 02.03.2025 |                    |                     | `,
  "liste.csv": table`
    listenr | retning | kommune | kategori | hending    | registrert | fnr
    l1      | K2H     | 1508    | anna     | 01.03.2025 | 05.03.2025 | 018145 12345`,
};

const traces = [
  ...Object.values(secrets).flatMap((secret) => [secret, secret.replace(/[ .]/g, "")]),
  "Tenktås",
  "Dikteseth",
  "Oppdiktnes",
  "tenkt.person",
];

async function everyCell({database}: Flow, schemas: readonly string[]): Promise<string> {
  const tables = await readRows<{name: string}>(
    database,
    `select table_schema || '.' || table_name as name from information_schema.tables where table_schema in (${schemas.map((schema) => `'${schema}'`).join(", ")})`,
  );
  expect(tables.length).toBeGreaterThan(3);
  const dumps = [];
  for (const {name} of tables)
    dumps.push(JSON.stringify(await readRows(database, `select columns(*)::varchar from ${name}`)));
  return dumps.join("\n");
}

describe("what is stored", () => {
  it("holds no planted person in any column of any table", async () => {
    const dump = await everyCell(await takenIn({deliveries}), ["deidentified", "normalised"]);
    expect(traces.filter((trace) => dump.includes(trace))).toEqual([]);
    expect(dump).toContain("Kirurgisk");
    expect(dump).toContain("[NAMN]");
  });

  it("says of each row that waits where the person stands, and not who", async () => {
    const {intake} = await takenIn({deliveries});
    expect(intake.waiting.map(({row, column, kind}) => [row, column, kind])).toEqual([
      [4, "kommune", "pii_in_structured_field"],
      [5, "hf-sak", "pii_in_structured_field"],
    ]);
    const told = JSON.stringify([intake.waiting, intake.accounts, intake.refused, intake.removed.count]);
    expect(traces.filter((trace) => told.includes(trace))).toEqual([]);
    expect(intake.accounts.map(({received, quarantined}) => [received, quarantined])).toContainEqual([4, 2]);
  });

  it("remembers what was taken out for as long as the run, so that the editions can be searched for it", async () => {
    const {intake} = await takenIn({deliveries});
    const {traces: removed, count} = intake.removed;
    for (const secret of Object.values(secrets)) expect(removed.countIn([`x ${secret} y`]), secret).toBeGreaterThan(0);
    expect(removed.countIn(["Kirurgisk avdeling, 1508, 01.03.2025"])).toBe(0);
    expect(count).toMatchObject({EMAIL: 2, PHONE: 1, VEHICLE: 1});
  });

  it("links the same patient across deliveries within a run, and has other pseudonyms in the next run", async () => {
    const keys = async (): Promise<string[]> => {
      const {database} = await takenIn({deliveries});
      const rows = await readRows<{key: string}>(
        database,
        "select pasient_noekkel as key from deidentified.rad where pasient_noekkel is not null order by levering, rad",
      );
      return rows.map(({key}) => key);
    };
    const [first, second] = [await keys(), await keys()];
    expect(first).toHaveLength(2);
    expect(new Set(first).size).toBe(1);
    expect(second[0]).not.toBe(first[0]);
  });

  it("keeps places: a municipality and a hospital are not persons", async () => {
    const {read} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune      | eining                    | kategori | registrert | tekst
          s1     | H2K     | Ålesund      | Molde sjukehus            | Anna     | 02.03.2025 | Flytta frå Kristiansund til Smøla
          s2     | H2K     | Kr.sund      | Sjukeheim i Volda         | Anna     | 02.03.2025 | Pasienten ved Aure sjukeheim`,
      },
    });
    expect(
      await read("select eining, beskriving from deidentified.rad order by rad", ["eining", "beskriving"]),
    ).toEqual([
      {eining: "Molde sjukehus", beskriving: "Flytta frå Kristiansund til Smøla"},
      {eining: "Sjukeheim i Volda", beskriving: "Pasienten ved Aure sjukeheim"},
    ]);
  });
});

describe("a delivery that cannot be stored whole", () => {
  const facts = {
    sha256: "",
    bytes: 1,
    name: "a.csv",
    layout: "hf",
    sender: "hf",
    fields: [],
    headers: new Map(),
    notes: [],
  };
  const nothing = {aside: pack(0, {}), marks: pack(0, {}), count: {}};
  const values = {levering: "x", linje: [2], byte: [9], saksnr: ["a1"]};
  const good = {...nothing, rows: pack(1, {...values, rad: [2]})};
  const bad = {...nothing, rows: pack(1, {...values, rad: ["two"]})};

  async function* batches(...given: readonly (CleanBatch | Error)[]): AsyncGenerator<CleanBatch> {
    for (const one of given) {
      if (one instanceof Error) throw one;
      yield one;
    }
  }

  it.each([
    ["the file ends in a fault", [good, good, new Error("cut")], "cut"],
    ["the database refuses the first batch", [bad, good], "two"],
    ["the database refuses the last batch", [good, bad], "two"],
    ["both", [bad, new Error("cut")], "two"],
  ])("leaves nothing when %s, and the next one is stored", async (_, given, message) => {
    const database = await openDatabase();
    const store = await openStore(database);
    await expect(store.take({...facts, levering: "x"}, batches(...given))).rejects.toThrow(message);
    expect(await store.take({...facts, levering: "y"}, batches(good, good))).toBe(2);
    const rows = await readRows(database, "select count(*)::integer as n from deidentified.rad");
    expect(rows).toEqual([{n: 2}]);
    expect(await readRows(database, "select levering from deidentified.levering")).toEqual([{levering: "y"}]);
  });
});

describe("the same search over a finished folder", () => {
  it("finds nothing to check where there is no edition, and says so", async () => {
    expect((await verifyFolder("/finst-ikkje", "")).faults).toHaveLength(1);
  });
});
