import {describe, expect, it} from "vitest";
import {smallLayouts, takenIn} from "../support/flow.ts";
import {table} from "../support/table.ts";

const counted = "select saksnr, kategori, fagomraade, retning, type from normalised.melding order by saksnr";

describe("Orda til avsendaren blir til våre kategoriar", () => {
  it("eit ord gjeld i den tida det var i bruk: kategorien fekk nytt namn midt i 2024", async () => {
    const {read, intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          kommunesak | retning | kommune | kategori               | hending    | registrert
          s1         | K2H     | 1508    | Elektroniske meldinger | 20.06.2024 | 30.06.2024
          s2         | K2H     | 1508    | E-meldinger og IKT     | 20.06.2024 | 01.07.2024
          s3         | K2H     | 1508    | Elektroniske meldinger | 20.06.2024 | 01.07.2024
          s4         | K2H     | 1508    | E-meldinger og IKT     | 20.06.2024 | 30.06.2024`,
      },
    });
    expect(await read(counted, ["saksnr", "kategori"])).toEqual(table`
      saksnr | kategori
      s1     | MLD
      s2     | MLD`);
    expect(intake.waiting.map(({row, column, kind}) => [row, column, kind])).toEqual([
      [4, "kategori", "unknown_category"],
      [5, "kategori", "unknown_category"],
    ]);
  });

  it("eit oppsett kan ha sine eigne kodar, kvar i si tid, og dei går føre registeret", async () => {
    const [hf] = smallLayouts;
    if (hf === undefined) throw new Error("no layout");
    const codes = {
      kategori: {
        Gamalt: [
          {kode: "EPI", gyldig_til: "2024-12-31"},
          {kode: "LEG", gyldig_fra: "2025-01-01"},
        ],
        Nytt: "",
      },
      alvor: {Gul: {kode: "2", gyldig_fra: "2025-01-01"}},
      status: {Ferdig: {kode: "lukka", gyldig_fra: "2025-01-01"}},
    };
    const {read, intake} = await takenIn({
      layouts: [{...hf, codes}],
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | alvor | status | registrert
          s1     | H2K     | 1508    | Gamalt   | Gul   | Ferdig | 01.03.2025
          s2     | H2K     | 1508    | gamalt   |       |        | 31.12.2024
          s3     | H2K     | 1508    | Gamalt   | Gul   | Ferdig | 31.12.2024
          s4     | H2K     | 1508    | Nytt     |       |        | 01.03.2025`,
      },
    });
    expect(
      await read("select saksnr, kategori, alvor, status from normalised.melding order by saksnr", [
        "saksnr",
        "kategori",
        "alvor",
      ]),
    ).toEqual(table`
      saksnr | kategori | alvor
      s1     | LEG      | 2
      s2     | EPI      | ukjend`);
    expect(intake.waiting.map(({row, column, kind}) => [row, column, kind])).toEqual([
      [4, "alvor", "unknown_severity"],
      [4, "status", "unknown_status"],
      [5, "kategori", "unknown_category"],
    ]);
  });

  it("same ord kan tyde ulike ting hos ulike avsendarar, og ingen får låne orda til ein annan", async () => {
    const {read, intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori            | registrert
          s1     | H2K     | 1508    | Epikrise manglar    | 01.03.2025
          s2     | H2K     | 1508    | Legemidler          | 01.03.2025`,
        "b.csv": table`
          kommunesak | retning | kommune | kategori   | registrert
          s3         | K2H     | 1508    | legemidler | 01.03.2025`,
      },
    });
    expect(await read(counted, ["saksnr", "kategori"])).toEqual(table`
      saksnr | kategori
      s1     | EPI
      s3     | LEG`);
    expect(intake.waiting.map(({fil, row, kind}) => [fil, row, kind])).toEqual([["a.csv", 3, "unknown_category"]]);
  });

  it("tom kategori er «ikkje klassifisert», ikkje «anna», og fagområdet kan stå i kategorien", async () => {
    const {read} = await takenIn({
      deliveries: {
        "a.csv": table`
          kommunesak | retning | kommune | kategori                   | fagområde | registrert
          s1         | K2H     | 1508    |                            |           | 01.03.2025
          s2         | K2H     | 1508    | Annet                      |           | 01.03.2025
          s3         | K2H     | 1508    | Psykisk helse - utskrivning |           | 01.03.2025
          s4         | K2H     | 1508    | Utskrivning                | Rus       | 01.03.2025`,
      },
    });
    const [first, ...rest] = await read(counted, ["saksnr", "kategori", "fagomraade"]);
    expect(first).toEqual({saksnr: "s1", kategori: "UKJ", fagomraade: "UKJ"});
    expect(rest).toMatchObject(table`
      saksnr | kategori
      s2     | ANN
      s3     | UTS
      s4     | UTS`);
    expect(rest[1]?.fagomraade).toBe("PSY");
  });
});

describe("Retninga er kven som melder til kven, ikkje kven som sende fila", () => {
  it("blir lesen av retning, eller av meldar og mottakar", async () => {
    const {read, intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | meldar  | mottakar | kommune | kategori | registrert
          s1     | K2H     |         |          | 1508    | Anna     | 01.03.2025
          s2     | H2K     |         |          | 1508    | Anna     | 01.03.2025
          s3     |         | kommune | hf       | 1508    | Anna     | 01.03.2025
          s4     |         | hf      | kommune  | 1508    | Anna     | 01.03.2025
          s5     |         | kommune | kommune  | 1508    | Anna     | 01.03.2025
          s6     |         | kommune |          | 1508    | Anna     | 01.03.2025
          s7     | opp     |         |          | 1508    | Anna     | 01.03.2025`,
      },
    });
    expect(await read(counted, ["saksnr", "retning"])).toEqual(table`
      saksnr | retning
      s1     | K2H
      s2     | H2K
      s3     | K2H
      s4     | H2K`);
    expect(intake.waiting.map(({row, kind}) => [row, kind])).toEqual([
      [7, "unknown_direction"],
      [8, "unknown_direction"],
    ]);
    expect(intake.accounts).toMatchObject([{received: 7, accepted: 4, quarantined: 2, duplicates: 0, skipped: 1}]);
  });

  it("ei rad utan retning, meldar og mottakar ventar på ein person", async () => {
    const {read, intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | kommune | kategori | registrert
          s1     | 1508    | Anna     | 01.03.2025`,
      },
    });
    expect(await read(counted, ["saksnr"])).toEqual([]);
    expect(intake.waiting.map(({kind}) => kind)).toEqual(["unknown_direction"]);
  });
});

describe("Berre samhandlingsavvik blir talde som avvik", () => {
  it("forbetringsforslag er tekne inn, men er ikkje avvik; interne avvik er utanfor; eit ukjent slag ventar", async () => {
    const {read, intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | type               | retning | kommune | kategori | registrert
          s1     | avvik              | H2K     | 1508    | Anna     | 01.03.2025
          s2     | forbetringsforslag | H2K     | 1508    | Anna     | 01.03.2025
          s3     | internt            | H2K     | 1508    | Anna     | 01.03.2025
          s4     |                    | H2K     | 1508    | Anna     | 01.03.2025
          s5     | ros                | H2K     | 1508    | Anna     | 01.03.2025`,
      },
    });
    expect(await read(counted, ["saksnr", "type"])).toEqual(table`
      saksnr | type
      s1     | avvik
      s2     | forbetringsforslag
      s4     | avvik`);
    expect(intake.accounts).toMatchObject([{received: 5, accepted: 3, quarantined: 1, duplicates: 0, skipped: 1}]);
  });
});
