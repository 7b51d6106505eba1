import {describe, expect, it} from "vitest";
import {type Flow, takenIn} from "../support/flow.ts";
import {type TextTable, table} from "../support/table.ts";

const outcome = `
  select rad.saksnr, coalesce(melding.kommune, '') as kommune, coalesce(melding.lsu, '') as lsu, string_agg(distinct ventar.grunn, ' ') as venter
  from (select levering, rad, saksnr from deidentified.rad) as rad
  left join normalised.melding on melding.saksnr = rad.saksnr
  left join normalised.ventar on ventar.levering = rad.levering and ventar.rad = rad.rad
  group by all order by all`;

const read = (flow: Flow): Promise<TextTable> => flow.read(outcome, ["saksnr", "kommune", "lsu", "venter"]);

describe("Kommunen er den som gjaldt den dagen det skjedde", () => {
  it("eit kommunenummer gjeld berre så lenge kommunen fanst", async () => {
    const flow = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | hending    | registrert
          s01    | H2K     | 1504    | Anna     | 31.12.2019 | 03.01.2020
          s02    | H2K     | 1504    | Anna     | 01.01.2020 | 03.01.2020
          s03    | H2K     | 1507    | Anna     | 01.01.2020 | 03.01.2020
          s04    | H2K     | 1507    | Anna     | 15.06.2023 | 20.06.2023
          s05    | H2K     | 1507    | Anna     | 31.12.2023 | 02.02.2024
          s06    | H2K     | 1507    | Anna     | 01.01.2024 | 02.02.2024
          s07    | H2K     | 1508    | Anna     | 31.12.2023 | 02.02.2024
          s08    | H2K     | 1508    | Anna     | 01.01.2024 | 02.02.2024
          s09    | H2K     | 1580    | Anna     | 01.01.2024 | 02.02.2024
          s10    | H2K     | 1502    | Anna     | 01.03.2024 | 02.03.2024
          s11    | H2K     | 9999    | Anna     | 01.03.2024 | 02.03.2024`,
      },
    });
    expect(await read(flow)).toEqual(table`
      saksnr | kommune | lsu         | venter
      s01    | 1504    | lsu-alesund |
      s02    |         |             | invalid_municipality_for_date
      s03    | 1507    | lsu-alesund |
      s04    | 1507    | lsu-alesund |
      s05    | 1507    | lsu-alesund |
      s06    |         |             | invalid_municipality_for_date
      s07    |         |             | invalid_municipality_for_date
      s08    | 1508    | lsu-alesund |
      s09    | 1580    | lsu-alesund |
      s10    |         |             | invalid_municipality_for_date
      s11    |         |             | unknown_municipality`);
  });

  it("same namn er ulike kommunar til ulike tider, og Haram fanst ikkje frå 2020 til 2023", async () => {
    const flow = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune          | kategori | hending    | registrert
          s1     | H2K     | Ålesund          | Anna     | 01.06.2019 | 03.06.2019
          s2     | H2K     | Ålesund kommune  | Anna     | 01.06.2022 | 03.06.2022
          s3     | H2K     | ÅLESUND          | Anna     | 01.06.2024 | 03.06.2024
          s4     | H2K     | Haram            | Anna     | 01.06.2019 | 03.06.2019
          s5     | H2K     | Haram            | Anna     | 01.06.2022 | 03.06.2022
          s6     | H2K     | Haram            | Anna     | 01.06.2024 | 03.06.2024
          s7     | H2K     | Volda            | Anna     | 01.06.2019 | 03.06.2019
          s8     | H2K     | Volda            | Anna     | 01.06.2020 | 03.06.2020`,
      },
    });
    expect(await read(flow)).toEqual(table`
      saksnr | kommune | lsu         | venter
      s1     | 1504    | lsu-alesund |
      s2     | 1507    | lsu-alesund |
      s3     | 1508    | lsu-alesund |
      s4     | 1534    | lsu-alesund |
      s5     |         |             | invalid_municipality_for_date
      s6     | 1580    | lsu-alesund |
      s7     | 1519    | lsu-volda   |
      s8     | 1577    | lsu-volda   |`);
  });

  it("skrivemåtane i aliasregisteret og talform frå rekneark blir kjende att; feilskrivne namn får eit framlegg", async () => {
    const flow = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune                 | kategori | hending    | registrert
          s1     | H2K     | Kr.sund                 | Anna     | 01.06.2024 | 03.06.2024
          s2     | H2K     | Herøy (Møre og Romsdal) | Anna     | 01.06.2024 | 03.06.2024
          s3     | H2K     | 1505.0                  | Anna     | 01.06.2024 | 03.06.2024
          s4     | H2K     | HAREID                  | Anna     | 01.06.2024 | 03.06.2024
          s5     | H2K     | Kristiannsund           | Anna     | 01.06.2024 | 03.06.2024`,
      },
    });
    expect(await read(flow)).toEqual(table`
      saksnr | kommune | lsu              | venter
      s1     | 1505    | lsu-kristiansund |
      s2     | 1515    | lsu-volda        |
      s3     | 1505    | lsu-kristiansund |
      s4     | 1517    | lsu-volda        |
      s5     |         |                  | unknown_municipality`);
    expect(flow.intake.waiting.map(({row, naermast}) => [row, naermast])).toEqual([[6, "Kristiansund (1505)"]]);
  });

  it("utan hendingsdato gjeld dagen meldinga vart registrert", async () => {
    const flow = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | hending | registrert
          s1     | H2K     | 1507    | Anna     |         | 31.12.2023
          s2     | H2K     | 1507    | Anna     |         | 01.01.2024`,
      },
    });
    expect(await read(flow)).toEqual(table`
      saksnr | kommune | lsu         | venter
      s1     | 1507    | lsu-alesund |
      s2     |         |             | invalid_municipality_for_date`);
  });

  it("LSU er det kommunen høyrde til den dagen det skjedde", async () => {
    const flow = await takenIn({
      registers: {
        lsu_medlem: (text) =>
          text.replace(
            /^1535,lsu-molde,2021-01-01,,(.*)$/m,
            "1535,lsu-molde,2021-01-01,2024-12-31,$1\n1535,lsu-alesund,2025-01-01,,$1",
          ),
      },
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | hending    | registrert
          s1     | H2K     | Vestnes | Anna     | 31.12.2024 | 03.01.2025
          s2     | H2K     | Vestnes | Anna     | 01.01.2025 | 03.01.2025`,
      },
    });
    expect(await read(flow)).toEqual(table`
      saksnr | kommune | lsu         | venter
      s1     | 1535    | lsu-molde   |
      s2     | 1535    | lsu-alesund |`);
  });

  it("kommunar utanfor helsefellesskapet blir haldne utanfor, og står i rekneskapen", async () => {
    const flow = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune   | kategori | hending    | registrert
          s1     | H2K     | Heim      | Anna     | 01.06.2024 | 03.06.2024
          s2     | H2K     | Rindal    | Anna     | 01.06.2024 | 03.06.2024
          s3     | H2K     | Halsa     | Anna     | 01.06.2019 | 03.06.2019
          s4     | H2K     | Hornindal | Anna     | 01.06.2019 | 03.06.2019`,
      },
    });
    expect(await read(flow)).toEqual(table`
      saksnr | kommune | lsu              | venter
      s1     |         |                  |
      s2     |         |                  |
      s3     | 1571    | lsu-kristiansund |
      s4     |         |                  |`);
    expect(flow.intake.accounts).toMatchObject([{received: 4, accepted: 1, quarantined: 0, duplicates: 0, skipped: 3}]);
  });
});
