import {fields as all, type DeliveryFacts} from "../contract/delivery.ts";
import type {Database} from "../duckdb/open.ts";
import {type Packed, pack, packedTable} from "../duckdb/packed.ts";
import {writeTable} from "../duckdb/rows.ts";
import type {CleanBatch, SpanCount} from "./batch.ts";
import type {Traces} from "./traces.ts";

/** The first tables ever stored. */
const stored = {
  levering: {
    levering: "VARCHAR",
    sha256: "VARCHAR",
    storleik: "BIGINT",
    fil: "VARCHAR",
    avsendar: "VARCHAR",
    layout: "VARCHAR",
    felt: "VARCHAR",
    rader: "INTEGER",
  },
  rad: {
    levering: "VARCHAR",
    rad: "INTEGER",
    linje: "INTEGER",
    byte: "BIGINT",
    pasient_noekkel: "VARCHAR",
    ...Object.fromEntries(all.map((field) => [field, "VARCHAR"])),
  },
  til_side: {
    levering: "VARCHAR",
    rad: "INTEGER",
    linje: "INTEGER",
    byte: "BIGINT",
    utfall: "VARCHAR",
    kolonne: "VARCHAR",
    grunn: "VARCHAR",
  },
  overskrift: {levering: "VARCHAR", felt: "VARCHAR", overskrift: "VARCHAR"},
  vurdering: {
    levering: "VARCHAR",
    rad: "INTEGER",
    felt: "VARCHAR",
    grunn: "VARCHAR",
    start: "INTEGER",
    slutt: "INTEGER",
    stroke: "BOOLEAN",
  },
};
const run = {i_dag: "VARCHAR", aar: "INTEGER", syntetisk: "BOOLEAN"};

/** What deidentify took out: how many of each type, and traces by which it is known again as long as the run lasts. */
export interface Removed {
  readonly count: Readonly<SpanCount>;
  readonly traces: Traces;
}

/** `today` is for the checks that ask whether a date lies ahead; `year` (null for the newest) is where the report stops. */
interface RunFacts {
  readonly today: string;
  readonly year: number | null;
  readonly synthetic: boolean;
}

/** A delivery under the name it is stored and told by; `name` names nobody. */
export interface StoredDelivery extends DeliveryFacts {
  readonly levering: string;
}

export interface Store {
  /** Stores a delivery, and nothing of it when its batches end in an error. Gives how many records there were. */
  readonly take: (delivery: StoredDelivery, batches: AsyncIterable<CleanBatch>) => Promise<number>;
  readonly close: (facts: RunFacts) => Promise<void>;
}

/**
 * Writes `deidentified.levering`, `rad`, `til_side`, `overskrift`, `vurdering` (one row per place a person must decide on) and
 * `koeyring`: the first rows ever stored, without persons, a batch at a time.
 */
export async function openStore(database: Database): Promise<Store> {
  const append = {
    levering: await appender(database, "levering"),
    rad: await appender(database, "rad"),
    til_side: await appender(database, "til_side"),
    overskrift: await appender(database, "overskrift"),
    vurdering: await appender(database, "vurdering"),
  };
  const write = async (delivery: StoredDelivery, batches: AsyncIterable<CleanBatch>): Promise<number> => {
    let records = 0;
    await besides(batches, async ({rows, aside, marks}) => {
      records += rows.count + aside.count;
      await append.rad(rows);
      await append.til_side(aside);
      await append.vurdering(marks);
    });
    await append.levering(deliveryRow(delivery, records));
    await append.overskrift(headerRows(delivery));
    return records;
  };
  return {
    take: (delivery, batches) => whollyOrNot(database, () => write(delivery, batches)),
    close: async ({today, year, synthetic}) => {
      const facts = [{i_dag: today, aar: year, syntetisk: synthetic}];
      await writeTable(database, {schema: "deidentified", table: "koeyring", columns: run}, facts);
    },
  };
}

function appender(database: Database, table: keyof typeof stored): Promise<(rows: Packed) => Promise<void>> {
  return packedTable(database, {schema: "deidentified", table, columns: stored[table]});
}

/** Each batch in order, stored in the database's own thread while the next one is read. Two are in memory at a time. */
async function besides<T>(batches: AsyncIterable<T>, store: (batch: T) => Promise<void>): Promise<void> {
  let storing = Promise.resolve();
  try {
    for await (const batch of batches) {
      await storing;
      storing = store(batch);
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
}

async function whollyOrNot<T>(database: Database, work: () => Promise<T>): Promise<T> {
  await database.run("begin transaction");
  try {
    const result = await work();
    await database.run("commit");
    return result;
  } catch (error) {
    await database.run("rollback");
    throw error;
  }
}

/** What the sender calls the columns: names that a layout has, and so nobody's. */
function headerRows({levering, headers}: StoredDelivery): Packed {
  return pack(headers.size, {levering, felt: [...headers.keys()], overskrift: [...headers.values()]});
}

function deliveryRow(delivery: StoredDelivery, records: number): Packed {
  const {levering, sha256, bytes, name, sender, layout, fields} = delivery;
  const own = {levering, sha256, storleik: [bytes], fil: name, avsendar: sender, layout, felt: fields.join("|")};
  return pack(1, {...own, rader: [records]});
}
