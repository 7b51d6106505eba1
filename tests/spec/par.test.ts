import {describe, expect, it} from "vitest";
import {linked, measured} from "../support/flow.ts";
import {type TextTable, table} from "../support/table.ts";

/** Invented: a test number has 80 added to its month. */
const patient = "01814512345";
const same = "018145 12345";
const other = "02814512399";

async function eventsOf(hf: TextTable, kommune: TextTable): Promise<TextTable> {
  const {read} = await linked({deliveries: {"hf.csv": hf, "kommune.csv": kommune}});
  return read("select meldingar, avsendarar from linked.hending order by meldingar desc, hending", [
    "meldingar",
    "avsendarar",
  ]);
}

const pair = table`
  meldingar | avsendarar
  2         | 2`;
const apart = table`
  meldingar | avsendarar
  1         | 1
  1         | 1`;

describe("Éi hending kan vere meld frå begge sider", () => {
  it("når den eine viser til saksnummeret til den andre", async () => {
    const hf = table`
      hf-sak | retning | kommune | kategori | registrert | motpart
      h1     | H2K     | 1508    | Anna     | 01.03.2025 | K-1`;
    const kommune = table`
      kommunesak | retning | kommune | kategori | registrert
      k-1        | K2H     | 1508    | Annet    | 09.03.2025`;
    expect(await eventsOf(hf, kommune)).toEqual(pair);
  });

  it("når det er same pasient, same dag og same kommune, uansett korleis nummeret er skrive", async () => {
    const hf = table`
      hf-sak | retning | kommune | kategori | hending    | registrert | fnr
      h1     | H2K     | 1508    | Anna     | 01.03.2025 | 02.03.2025 | ${patient}`;
    const kommune = table`
      kommunesak | retning | kommune | kategori | hending    | registrert | fnr
      k1         | K2H     | 1508    | Annet    | 01.03.2025 | 09.03.2025 | ${same}`;
    expect(await eventsOf(hf, kommune)).toEqual(pair);
  });

  const near: Readonly<Record<string, readonly [TextTable, TextTable]>> = {
    "ein annan dag": [
      table`
        hf-sak | retning | kommune | kategori | hending    | registrert | fnr
        h1     | H2K     | 1508    | Anna     | 01.03.2025 | 02.03.2025 | ${patient}`,
      table`
        kommunesak | retning | kommune | kategori | hending    | registrert | fnr
        k1         | K2H     | 1508    | Annet    | 02.03.2025 | 09.03.2025 | ${patient}`,
    ],
    "ein annan pasient": [
      table`
        hf-sak | retning | kommune | kategori | hending    | registrert | fnr
        h1     | H2K     | 1508    | Anna     | 01.03.2025 | 02.03.2025 | ${patient}`,
      table`
        kommunesak | retning | kommune | kategori | hending    | registrert | fnr
        k1         | K2H     | 1508    | Annet    | 01.03.2025 | 09.03.2025 | ${other}`,
    ],
    "utan pasient og utan dato": [
      table`
        hf-sak | retning | kommune | kategori | hending | registrert | fnr
        h1     | H2K     | 1508    | Anna     |         | 02.03.2025 |`,
      table`
        kommunesak | retning | kommune | kategori | hending | registrert | fnr
        k1         | K2H     | 1508    | Annet    |         | 02.03.2025 |`,
    ],
    "eit forbetringsforslag": [
      table`
        hf-sak | type               | retning | kommune | kategori | registrert | motpart
        h1     | forbetringsforslag | H2K     | 1508    | Anna     | 02.03.2025 | k1`,
      table`
        kommunesak | retning | kommune | kategori | registrert
        k1         | K2H     | 1508    | Annet    | 02.03.2025`,
    ],
  };

  it.each(Object.entries(near))("men ikkje når det er %s", async (_, [hf, kommune]) => {
    const events = await eventsOf(hf, kommune);
    expect(events.filter(({meldingar}) => meldingar !== "1")).toEqual([]);
  });

  it("to meldingar frå same avsendar er to hendingar", async () => {
    const hf = table`
      hf-sak | retning | kommune | kategori | hending    | registrert | fnr        | motpart
      h1     | H2K     | 1508    | Anna     | 01.03.2025 | 02.03.2025 | ${patient} | h2
      h2     | H2K     | 1508    | Anna     | 01.03.2025 | 02.03.2025 | ${patient} | h1`;
    const {read} = await linked({deliveries: {"hf.csv": hf}});
    expect(
      await read("select meldingar, avsendarar from linked.hending order by all", ["meldingar", "avsendarar"]),
    ).toEqual(apart);
  });

  it("tre meldingar som heng saman, er éi hending, og rekneskapen viser begge tala", async () => {
    const {read} = await measured({
      deliveries: {
        "hf.csv": table`
          hf-sak | retning | kommune | kategori | hending    | registrert | fnr        | motpart
          h1     | H2K     | 1508    | Anna     | 01.03.2025 | 02.03.2025 | ${patient} | k1`,
        "kommune.csv": table`
          kommunesak | retning | kommune | kategori | hending    | registrert
          k1         | K2H     | 1508    | Annet    |            | 02.03.2025`,
        "liste.csv": table`
          listenr | retning | kommune | kategori | hending    | registrert | fnr
          l1      | K2H     | 1508    | anna     | 01.03.2025 | 02.03.2025 | ${patient}
          l2      | K2H     | 1508    | anna     | 04.03.2025 | 05.03.2025 | ${patient}`,
      },
    });
    expect(
      await read("select meldingar, avsendarar from linked.hending order by all desc", ["meldingar", "avsendarar"]),
    ).toEqual(table`
      meldingar | avsendarar
      3         | 3
      1         | 1`);
    expect(
      await read("select utfall, rader from measured.rekneskap where steg = 'link' order by nr", ["utfall", "rader"]),
    ).toEqual(table`
      utfall             | rader
      forbetringsforslag | 0
      avvik              | 4
      hendingar          | 2`);
  });
});
