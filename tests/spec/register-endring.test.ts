import {describe, expect, it} from "vitest";
import {DeliveryError} from "../../pipeline/contract/delivery-error.ts";
import {readFacts} from "../../pipeline/registers/facts.ts";
import {disclosed, type Given, measured, takenIn} from "../support/flow.ts";
import {table} from "../support/table.ts";

/** What data/registers/README.md tells the secretariat to do: close the old row, add a new one from the day after. */
function changedFrom(newFrom: string, oldTo: string, match: RegExp, change: (row: string) => string) {
  return (text: string): string =>
    text
      .split("\n")
      .flatMap((row) => {
        if (!match.test(row)) return [row];
        const closed = row.replace(/,(\d{4}-\d\d-\d\d),,/, `,$1,${oldTo},`);
        const opened = change(row).replace(/,\d{4}-\d\d-\d\d,,/, `,${newFrom},,`);
        if (closed === row) throw new Error(`the register row has another form: ${row}`);
        return [closed, opened];
      })
      .join("\n");
}

const from2025 = (match: RegExp, change: (row: string) => string = (row) => row) =>
  changedFrom("2025-01-01", "2024-12-31", match, change);

const deliveries: Given["deliveries"] = {
  "hf.csv": table`
    hf-sak | retning | kommune | kategori                      | hending    | registrert | svart
    s1     | H2K     | 1508    | Innlegging - feil tenestenivå | 01.03.2024 | 02.03.2024 | 23.03.2024
    s2     | H2K     | 1508    | Innlegging - feil tenestenivå | 01.03.2025 | 02.03.2025 | 23.03.2025
    s3     | H2K     | 1508    | Innlegging - feil tenestenivå | 01.09.2025 | 02.09.2025 | 03.09.2025`,
};

describe("Eit register kan endrast slik rettleiinga seier, utan at tidlegare år blir borte eller noko blir talt to gonger", () => {
  it("ein kategori får nytt namn", async () => {
    const {read} = await measured({
      deliveries,
      registers: {kategori: from2025(/^1,feiltype,INN,/, (row) => row.replace("INN,Innlegging,", "INN,Innleggingar,"))},
    });
    expect(await read("select kode, nn from measured.kategori where kode = 'INN'", ["kode", "nn"])).toEqual([
      {kode: "INN", nn: "Innleggingar"},
    ]);
    const twice = await read(
      "select aar, omraade, kategori, retning from measured.melding_per_kategori group by all having count(*) > 1",
      ["kategori"],
    );
    expect(twice).toEqual([]);
  });

  it("ein kategori får ei ny rute", async () => {
    const {read} = await measured({
      deliveries,
      registers: {rute: from2025(/^INN,fsu-multisjuke,/, (row) => row.replace("fsu-multisjuke", "ssu"))},
    });
    expect(await read("select rute from measured.kategori where kode = 'INN'", ["rute"])).toEqual([{rute: "ssu"}]);
  });

  it("svarfristen blir kortare", async () => {
    const {read, database} = await measured({
      deliveries,
      registers: {frist: from2025(/^svar,28,/, (row) => row.replace("28", "14"))},
    });
    const share = await read(
      "select aar, teljar, nemnar from measured.andel_per_omraade where maal = 'svart_innan_frist' and omraade = 'fylke' order by aar",
      ["aar", "teljar", "nemnar"],
    );
    // 21 days was in time in 2024 and is not in 2025.
    expect(share).toEqual(table`
      aar  | teljar | nemnar
      2024 | 1      | 1
      2025 | 0      | 1`);
    expect((await readFacts(database)).deadlineDays).toBe(14);
  });

  it("grensa i den opne utgåva blir høgare", async () => {
    const {database} = await disclosed({
      deliveries,
      registers: {
        // The newest row first: the order of rows in a register says nothing.
        terskel: (text) =>
          text.replace(/^open,5,2019-01-01,,(.*)$/m, "open,10,2020-01-01,,$1\nopen,5,2019-01-01,2019-12-31,$1"),
      },
    });
    expect((await readFacts(database)).thresholds.open).toBe(10);
  });

  it("helsefellesskapet får nytt namn", async () => {
    const changed = {
      helsefellesskap: from2025(/^more-og-romsdal,/, (row) =>
        row.replaceAll("Møre og Romsdal HF", "Nordvestlandet HF"),
      ),
    };
    const {database} = await measured({deliveries, registers: changed});
    expect((await readFacts(database)).trust.nn).toBe("Helse Nordvestlandet HF");
  });

  it("eit utval får nytt namn", async () => {
    const {read} = await disclosed({
      deliveries,
      registers: {utval: from2025(/^lsu-alesund,/, (row) => row.replace("lsu,Ålesund,", "lsu,Nordre Sunnmøre,"))},
    });
    const names = await read("select distinct namn from measured.omraade where id = 'lsu-alesund' and aar = 2025", [
      "namn",
    ]);
    expect(names).toEqual([{namn: "Nordre Sunnmøre"}]);
    expect(await read("select id from measured.utval group by id having count(*) > 1", ["id"])).toEqual([]);
  });

  it("målforma til eit utval blir endra frå ein seinare dato", async () => {
    const {database} = await measured({
      deliveries,
      today: "2026-02-15",
      registers: {
        spraakprofil: changedFrom("2030-01-01", "2029-12-31", /^lsu-molde,/, (row) => row.replace(",nb,", ",nn,")),
      },
    });
    expect((await readFacts(database)).audiences.find(({id}) => id === "lsu-molde")?.language).toBe("nb");
  });

  it("ein kommune byter LSU ved årsskiftet, og ei melding om desember blir registrert i januar", async () => {
    const {read} = await disclosed({
      registers: {lsu_medlem: from2025(/^1535,lsu-molde,2021/, (row) => row.replace("lsu-molde", "lsu-alesund"))},
      deliveries: {
        "hf.csv": table`
          hf-sak | retning | kommune | kategori | hending    | registrert
          s1     | H2K     | Vestnes | Anna     | 30.12.2024 | 03.01.2025
          s2     | H2K     | Vestnes | Anna     | 03.01.2025 | 05.01.2025`,
      },
    });
    expect(
      await read(
        "select omraade, n from measured.melding_per_fagomraade where fagomraade = 'alle' and n > 0 order by all",
        ["omraade", "n"],
      ),
    ).toEqual(table`
      omraade     | n
      fylke       | 2
      lsu-alesund | 1
      lsu-molde   | 1`);
  });

  it("ein kommune byter LSU midt i eit år", async () => {
    const {read} = await disclosed({
      registers: {
        lsu_medlem: changedFrom("2025-07-01", "2025-06-30", /^1535,lsu-molde,2021/, (row) =>
          row.replace("lsu-molde", "lsu-alesund"),
        ),
      },
      deliveries: {
        "hf.csv": table`
          hf-sak | retning | kommune | kategori | hending    | registrert
          s1     | H2K     | Vestnes | Anna     | 30.06.2025 | 30.06.2025
          s2     | H2K     | Vestnes | Anna     | 01.07.2025 | 05.07.2025`,
      },
    });
    expect(
      await read("select n from measured.melding_per_kommune where kommune = '1535' and retning = 'H2K'", ["n"]),
    ).toEqual([{n: "2"}]);
  });

  it("ein kommune som ikkje står i noko LSU, stoppar ikkje køyringa med ein programfeil", async () => {
    const outcome = await takenIn({
      registers: {lsu_medlem: (text) => text.replace(/^1573,.*\n/m, "")},
      deliveries: {
        "hf.csv": table`
          hf-sak | retning | kommune | kategori | registrert
          s1     | H2K     | Smøla   | Anna     | 03.01.2025`,
      },
    }).then(
      ({intake}) => intake.waiting.map(({column}) => column),
      (error: unknown) => error,
    );
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DeliveryError);
    else expect(outcome).toEqual(["kommune"]);
  });
});
