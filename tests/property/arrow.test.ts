import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {decodeTable, encodeTable} from "../../pipeline/contract/arrow.ts";
import {
  type Column,
  type ColumnType,
  type Row,
  type TableName,
  tableNames,
  tables,
} from "../../pipeline/contract/tables.ts";

const seed = 20_251_123;

const values: Readonly<Record<ColumnType, fc.Arbitrary<unknown>>> = {
  SMALLINT: fc.integer({min: -32_768, max: 32_767}),
  INTEGER: fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1}),
  DOUBLE: fc.double({noNaN: true}),
  BOOLEAN: fc.boolean(),
  VARCHAR: fc.oneof(
    fc.constantFrom("alle", "fylke", "", "1508", "Ålesund"),
    fc.string({unit: "grapheme", maxLength: 12}),
  ),
};

function rowsOf<N extends TableName>(name: N): fc.Arbitrary<Row<N>[]> {
  const columns = Object.entries<Column>(tables[name].columns).map(([column, {type, measure, nullable}]) => {
    return [column, measure || nullable ? fc.option(values[type], {nil: null, freq: 3}) : values[type]] as const;
  });
  return fc.array(fc.record(Object.fromEntries(columns)), {maxLength: 12}) as unknown as fc.Arbitrary<Row<N>[]>;
}

describe("a table as Arrow", () => {
  it.each(tableNames)("%s comes back as it was, with null where nothing is", (name) => {
    fc.assert(
      fc.property(rowsOf(name), (rows) => {
        expect(decodeTable(name, encodeTable(name, rows))).toEqual(rows);
      }),
      {seed, numRuns: 60},
    );
  });

  it.each(tableNames)("%s is the same bytes for the same rows", (name) => {
    fc.assert(
      fc.property(rowsOf(name), (rows) => {
        expect(Buffer.from(encodeTable(name, rows)).equals(Buffer.from(encodeTable(name, structuredClone(rows))))).toBe(
          true,
        );
      }),
      {seed, numRuns: 15},
    );
  });

  it("holds no trace of what stands behind a null: the bytes are the same whatever was hidden", () => {
    const row = (n: number | null, status: "hidden" | "published"): Row<"melding_per_fagomraade"> => ({
      aar: 2025,
      omraade: "fylke",
      fagomraade: "RUS",
      n,
      status,
    });
    const hidden = encodeTable("melding_per_fagomraade", [row(null, "hidden"), row(17, "published")]);
    for (const n of [1, 2, 3, 4]) {
      const bytes = Buffer.from(encodeTable("melding_per_fagomraade", [row(n, "published"), row(17, "published")]));
      expect(bytes.equals(Buffer.from(hidden))).toBe(false);
    }
    const view = new Int32Array(Uint8Array.from(hidden).buffer.slice(0, hidden.length - (hidden.length % 4)));
    const at = view.lastIndexOf(17);
    expect(at).toBeGreaterThan(0);
    expect(view[at - 1]).toBe(0);
  });

  it("keeps columns that are not in the contract out", () => {
    const rows = [
      {aar: 2025, omraade: "fylke", fagomraade: "RUS", n: 7, status: "published", hemmeleg: "x"},
    ] as unknown as Row<"melding_per_fagomraade">[];
    expect(Buffer.from(encodeTable("melding_per_fagomraade", rows)).toString("latin1")).not.toContain("hemmeleg");
  });
});
