import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {type Database, openDatabase} from "../../../pipeline/duckdb/open.ts";
import {readRows} from "../../../pipeline/duckdb/rows.ts";
import {dateFormats} from "../../../pipeline/ingest/layout.ts";
import {root} from "../../../pipeline/project.ts";

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
  await database.run(readFileSync(join(root, "pipeline", "normalise", "read_time.macro.sql"), "utf8"));
});

async function read(text: string, formats: readonly string[]): Promise<string | null> {
  const [row] = await readRows<{time: string | null}>(
    database,
    "select normalised.read_time($1, string_split($2, '|'))::varchar as time",
    [text, formats.join("|")],
  );
  return row?.time ?? null;
}

/** 5 March 2025, ten to nine, in each form a layout may declare. */
const examples: Readonly<Record<(typeof dateFormats)[number], readonly [string, string]>> = {
  "%d.%m.%Y": ["05.03.2025", "2025-03-05 00:00:00"],
  "%d.%m.%Y %H:%M": ["05.03.2025 08:50", "2025-03-05 08:50:00"],
  "%d.%m.%Y %H:%M:%S": ["05.03.2025 08:50:07", "2025-03-05 08:50:07"],
  "%d/%m/%Y": ["05/03/2025", "2025-03-05 00:00:00"],
  "%Y-%m-%d": ["2025-03-05", "2025-03-05 00:00:00"],
  "%Y-%m-%d %H:%M": ["2025-03-05 08:50", "2025-03-05 08:50:00"],
  "%Y-%m-%d %H:%M:%S": ["2025-03-05 08:50:07", "2025-03-05 08:50:07"],
  "%Y-%m-%dT%H:%M": ["2025-03-05T08:50", "2025-03-05 08:50:00"],
  "%Y-%m-%dT%H:%M:%S": ["2025-03-05T08:50:07", "2025-03-05 08:50:07"],
};

describe("read_time", () => {
  it.each(dateFormats)("reads %s, and only what is written that way", async (format) => {
    const [text, time] = examples[format];
    expect(await read(text, [format])).toBe(time);
    for (const [other, [foreign]] of Object.entries(examples))
      if (other !== format) expect(await read(foreign, [format])).toBeNull();
    expect(await read(`${text} x`, [format])).toBeNull();
    expect(await read("", [format])).toBeNull();
  });

  it("reads any of several declared forms, and none that is not declared", async () => {
    expect(await read("05.03.2025 08:50", ["%d.%m.%Y", "%d.%m.%Y %H:%M"])).toBe("2025-03-05 08:50:00");
    expect(await read("2025-03-05", ["%d.%m.%Y", "%d.%m.%Y %H:%M"])).toBeNull();
  });

  it.each(["31.02.2025", "29.02.2025", "00.01.2025", "01.13.2025", "1.2", "32.01.2025"])(
    "does not read %s, which is in no calendar",
    async (text) => {
      expect(await read(text, ["%d.%m.%Y"])).toBeNull();
    },
  );

  it("reads the leap day of a leap year, and wall-clock time that summer time leaves out", async () => {
    expect(await read("29.02.2024", ["%d.%m.%Y"])).toBe("2024-02-29 00:00:00");
    expect(await read("30.03.2025 02:30", ["%d.%m.%Y %H:%M"])).toBe("2025-03-30 02:30:00");
  });

  it("never takes a day for a month", async () => {
    expect(await read("05/03/2025", ["%d/%m/%Y"])).toBe("2025-03-05 00:00:00");
    expect(await read("13/03/2025", ["%d/%m/%Y"])).toBe("2025-03-13 00:00:00");
    expect(await read("03/13/2025", ["%d/%m/%Y"])).toBeNull();
  });
});
