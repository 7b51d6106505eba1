import {describe, expect, it} from "vitest";
import {takenIn} from "../support/flow.ts";
import {table} from "../support/table.ts";

describe("Året er det året meldinga vart registrert", () => {
  it("også når det skjedde året før", async () => {
    const {read} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | hending    | registrert
          s1     | H2K     | 1508    | Anna     | 30.12.2024 | 31.12.2024
          s2     | H2K     | 1508    | Anna     | 30.12.2024 | 01.01.2025
          s3     | H2K     | 1508    | Anna     |            | 31.03.2025
          s4     | H2K     | 1508    | Anna     | 31.03.2025 | 01.04.2025 00:10`,
      },
    });
    expect(
      await read("select * from normalised.melding order by saksnr", ["saksnr", "aar", "kvartal", "registrert"]),
    ).toEqual(table`
      saksnr | aar  | kvartal | registrert
      s1     | 2024 | 4       | 2024-12-31
      s2     | 2025 | 1       | 2025-01-01
      s3     | 2025 | 1       | 2025-03-31
      s4     | 2025 | 2       | 2025-04-01`);
  });
});

describe("Ein dato blir lesen slik oppsettet seier, eller rada ventar", () => {
  it("kvar feil har sitt namn", async () => {
    const {intake, read} = await takenIn({
      today: "2026-02-15",
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | hending    | registrert | sendt      | svart      | lukka
          s02    | H2K     | 1508    | Anna     | 31.02.2025 | 03.03.2025 |            |            |
          s03    | H2K     | 1508    | Anna     | 2025/03/01 | 03.03.2025 |            |            |
          s04    | H2K     | 1508    | Anna     | 01.03.25   | 03.03.2025 |            |            |
          s05    | H2K     | 1508    | Anna     | 29.02.2024 | 03.03.2025 |            |            |
          s06    | H2K     | 1508    | Anna     | 29.02.2025 | 03.03.2025 |            |            |
          s07    | H2K     | 1508    | Anna     | 01.03.2025 | 16.02.2026 |            |            |
          s08    | H2K     | 1508    | Anna     | 01.03.2025 | 15.02.2026 |            |            |
          s09    | H2K     | 1508    | Anna     | 31.12.2009 | 03.03.2025 |            |            |
          s10    | H2K     | 1508    | Anna     | 04.03.2025 | 03.03.2025 |            |            |
          s11    | H2K     | 1508    | Anna     | 01.03.2025 | 03.03.2025 |            |            | 02.03.2025
          s12    | H2K     | 1508    | Anna     | 01.03.2025 | 03.03.2025 | 05.03.2025 | 04.03.2025 |
          s13    | H2K     | 1508    | Anna     | 01.03.2025 | 03.03.2025 | 05.03.2025 | 05.03.2025 | 05.03.2025
          s14    | H2K     | 1508    | Anna     | 01.03.2025 | 45718      |            |            |`,
      },
    });
    const found = intake.waiting.map(({row, column, kind}) => `s${String(row).padStart(2, "0")} ${column} ${kind}`);
    expect(found).toEqual([
      "s02 hending bad_date",
      "s03 hending bad_date",
      "s04 hending ambiguous_date",
      "s06 hending bad_date",
      "s07 registrert future_date",
      "s09 hending implausible_date",
      "s10 registrert date_order",
      "s11 lukka date_order",
      "s12 svart date_order",
      "s14 registrert bad_date",
    ]);
    expect(await read("select saksnr from normalised.melding order by saksnr", ["saksnr"])).toEqual(table`
      saksnr
      s05
      s08
      s13`);
  });
});
