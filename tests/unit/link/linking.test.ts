import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {openDatabase} from "../../../pipeline/duckdb/open.ts";
import {readRows, writeTable} from "../../../pipeline/duckdb/rows.ts";
import {link} from "../../../pipeline/link/link.ts";

interface Melding {
  readonly avsendar: string;
  readonly motpart: number | null;
  readonly kommune: string;
}

const columns = {
  melding: "INTEGER",
  levering: "VARCHAR",
  avsendar: "VARCHAR",
  saksnr: "VARCHAR",
  motpart_saksnr: "VARCHAR",
  pasient_noekkel: "VARCHAR",
  type: "VARCHAR",
  kommune: "VARCHAR",
  hendingsdato: "VARCHAR",
};

async function linked(meldingar: readonly Melding[]): Promise<number[]> {
  const database = await openDatabase();
  const rows = meldingar.map(({avsendar, motpart, kommune}, index) => ({
    melding: index,
    levering: "l",
    avsendar,
    saksnr: `S-${index}`,
    motpart_saksnr: motpart === null ? null : ` s-${motpart}`,
    type: "avvik",
    kommune,
  }));
  await writeTable(database, {schema: "normalised", table: "melding", columns}, rows);
  await link(database);
  return (await readRows<{hending: number}>(database, "select hending from linked.melding order by melding")).map(
    ({hending}) => hending,
  );
}

/** The lowest number in each group that hangs together, by walking from each report until nothing new is met. */
function byHand(meldingar: readonly Melding[]): number[] {
  const isPair = (a: number, b: number): boolean => {
    const [one, other] = [meldingar[a], meldingar[b]];
    if (one === undefined || other === undefined) return false;
    return (
      (one.motpart === b || other.motpart === a) && one.avsendar !== other.avsendar && one.kommune === other.kommune
    );
  };
  return meldingar.map((_, start) => {
    const met = new Set([start]);
    for (const here of met) for (const there of meldingar.keys()) if (isPair(here, there)) met.add(there);
    return Math.min(...met);
  });
}

describe("link", () => {
  it("gives every report the lowest number of those it hangs together with, however long the chain", async () => {
    const melding = fc.record({
      avsendar: fc.constantFrom("hf", "kommune-molde", "sekretariat"),
      motpart: fc.option(fc.nat(7), {nil: null}),
      kommune: fc.constantFrom("1505", "1506"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(melding, {maxLength: 8}), async (meldingar) => {
        expect(await linked(meldingar)).toEqual(byHand(meldingar));
      }),
      {seed: 20_251_123, numRuns: 40},
    );
  });

  it("follows a chain that goes through every report", async () => {
    const chain = Array.from({length: 60}, (_, index) => ({
      avsendar: index % 2 === 0 ? "hf" : "sekretariat",
      motpart: index + 1,
      kommune: "1505",
    }));
    expect(new Set(await linked(chain))).toEqual(new Set([0]));
  });
});
