import {describe, expect, it} from "vitest";
import {smallLayouts, takenIn} from "../support/flow.ts";
import {table} from "../support/table.ts";

const counted =
  "select saksnr, levering.fil, status, svart from normalised.melding join deidentified.levering using (levering) order by saksnr";

describe("Same sak blir talt éin gong", () => {
  it("står ei sak i to leveringar, gjeld den seinaste leveringa", async () => {
    const {intake, read} = await takenIn({
      deliveries: {
        "a-nyast.csv": table`
          hf-sak | retning | kommune | kategori | registrert | status | svart
          s1     | H2K     | 1508    | Anna     | 01.03.2025 | svart  | 20.03.2025
          s3     | H2K     | 1508    | Anna     | 01.04.2025 | open   |`,
        "b-eldst.csv": table`
          hf-sak | retning | kommune | kategori | registrert | status | svart
          s1     | H2K     | 1508    | Anna     | 01.03.2025 | open   |
          s2     | H2K     | 1508    | Anna     | 02.03.2025 | open   |`,
      },
    });
    expect(await read(counted, ["saksnr", "fil", "status", "svart"])).toEqual(table`
      saksnr | fil         | status | svart
      s1     | a-nyast.csv | svart  | 2025-03-20
      s2     | b-eldst.csv | open   |
      s3     | a-nyast.csv | open   |`);
    expect(intake.accounts).toMatchObject([
      {fil: "a-nyast.csv", received: 2, accepted: 2, quarantined: 0, duplicates: 0},
      {fil: "b-eldst.csv", received: 2, accepted: 1, quarantined: 0, duplicates: 1},
    ]);
  });

  it("ei oppdikta fil som kjem att under eit anna namn, er den same fila og like oppdikta", async () => {
    const sak = table`
      hf-sak | retning | kommune | kategori | registrert | datagrunnlag
      s1     | H2K     | 1508    | Anna     | 01.03.2025 | SYNTETISK`;
    const {intake} = await takenIn({
      deliveries: {"a.csv": sak, "b kopi.csv": sak},
      layouts: smallLayouts.map((layout) => ({
        ...layout,
        columns: [...layout.columns, {header: "datagrunnlag", role: "keep" as const, field: "datagrunnlag" as const}],
      })),
    });
    expect(intake.accounts).toMatchObject([
      {fil: "a.csv", received: 1, accepted: 1, duplicates: 0},
      {fil: "b kopi.csv", received: 1, accepted: 0, duplicates: 1},
    ]);
  });

  it("ei lik rad to gonger i same fil er éi sak", async () => {
    const {intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | registrert | status
          s1     | H2K     | 1508    | Anna     | 01.03.2025 | open
          s1     | H2K     | 1508    | Anna     | 01.03.2025 | open`,
      },
    });
    expect(intake.accounts).toMatchObject([{received: 2, accepted: 1, quarantined: 0, duplicates: 1, skipped: 0}]);
    expect(intake.waiting).toEqual([]);
  });

  const differing = {
    kategori: table`
      hf-sak | retning | kommune | kategori         | registrert
      s1     | H2K     | 1508    | Anna             | 01.03.2025
      s1     | H2K     | 1508    | Epikrise manglar | 01.03.2025`,
    "svart og sendt byter plass": table`
      hf-sak | retning | kommune | kategori | registrert | sendt      | svart
      s1     | H2K     | 1508    | Anna     | 01.03.2025 | 05.03.2025 |
      s1     | H2K     | 1508    | Anna     | 01.03.2025 |            | 05.03.2025`,
    "avvik og forslag": table`
      hf-sak | type               | retning | kommune | kategori | registrert
      s1     | avvik              | H2K     | 1508    | Anna     | 01.03.2025
      s1     | forbetringsforslag | H2K     | 1508    | Anna     | 01.03.2025`,
    "retning lesen av meldar": table`
      hf-sak | meldar  | mottakar | kommune | kategori | registrert
      s1     | kommune | hf       | 1508    | Anna     | 01.03.2025
      s1     | hf      | kommune  | 1508    | Anna     | 01.03.2025`,
    fagområde: table`
      hf-sak | retning | kommune | kategori | fagområde | registrert
      s1     | H2K     | 1508    | Anna     | RUS       | 01.03.2025
      s1     | H2K     | 1508    | Anna     | PSY       | 01.03.2025`,
  };

  it.each(Object.entries(differing))(
    "same saksnummer med anna innhald i same fil ventar på ein person: %s",
    async (_, rows) => {
      const {intake} = await takenIn({deliveries: {"a.csv": rows}});
      expect(intake.accounts).toMatchObject([{received: 2, accepted: 1, quarantined: 1, duplicates: 0, skipped: 0}]);
      expect(intake.waiting.map(({row, kind}) => [row, kind])).toEqual([[3, "duplicate_id"]]);
    },
  );

  it("same saksnummer hos to avsendarar er to saker", async () => {
    const {intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | registrert
          17     | H2K     | 1508    | Anna     | 01.03.2025`,
        "b.csv": table`
          kommunesak | retning | kommune | kategori | registrert
          17         | K2H     | 1508    | Annet    | 01.03.2025`,
      },
    });
    expect(intake.accounts.map(({accepted}) => accepted)).toEqual([1, 1]);
  });

  it("same fil under to namn er éi levering, men begge filene står i rekneskapen", async () => {
    const rows = table`
      hf-sak | retning | kommune | kategori | registrert
      s1     | H2K     | 1508    | Anna     | 01.03.2025`;
    const {intake} = await takenIn({deliveries: {"a.csv": rows, "b.csv": rows}});
    expect(intake.accounts.reduce((sum, {accepted}) => sum + accepted, 0)).toBe(1);
    expect(intake.accounts.map(({fil}) => fil)).toEqual(["a.csv", "b.csv"]);
  });

  it("eit saksnummer som reknearket har gjort til eit stort tal, er øydelagt", async () => {
    const {intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak   | retning | kommune | kategori | registrert
          2,02E+11 | H2K     | 1508    | Anna     | 01.03.2025`,
      },
    });
    expect(intake.waiting.map(({kind}) => kind)).toEqual(["bad_id"]);
  });

  it("vanlege saksnummer er ikkje personopplysningar", async () => {
    const {intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak      | retning | kommune | kategori | registrert
          2025-0123   | H2K     | 1508    | Anna     | 01.03.2025
          25/01234    | H2K     | 1508    | Anna     | 01.03.2025
          2025/12345  | H2K     | 1508    | Anna     | 01.03.2025
          20250123    | H2K     | 1508    | Anna     | 01.03.2025
          34567890    | H2K     | 1508    | Anna     | 01.03.2025
          AV-25123    | H2K     | 1508    | Anna     | 01.03.2025
          AV25-0001   | H2K     | 1508    | Anna     | 01.03.2025
          SA-2025-17  | H2K     | 1508    | Anna     | 01.03.2025`,
      },
    });
    expect(intake.waiting.map(({row, kind}) => [row, kind])).toEqual([]);
  });
});
