import {describe, expect, it} from "vitest";
import {disclosed, measured} from "../support/flow.ts";
import {type TextTable, table} from "../support/table.ts";

/** So many rows, each with its own number for `#` and all else alike. */
function rows(count: number, prefix: string, line: Readonly<Record<string, string>>, idHeader = "hf-sak"): TextTable {
  return Array.from({length: count}, (_, index) => ({[idHeader]: `${prefix}${index}`, ...line}));
}

const h2k = {retning: "H2K", kommune: "1508", kategori: "Anna", registrert: "01.03.2025"};
const k2h = {retning: "K2H", kommune: "1508", kategori: "Annet", registrert: "01.03.2025"};
const perKommune = (extra: string): string =>
  `select * from disclosed.melding_per_kommune where utgaave = 'moete' and kommune in ('1508', '1557', '1580') ${extra} order by kommune, retning desc`;

describe("Null er ikkje det same som manglande levering", () => {
  it("den som har levert, har eit tal; den som har stadfesta null, har null; den som manglar, har ikkje noko tal", async () => {
    const {read} = await disclosed({
      deliveries: {"hf.csv": rows(6, "h", h2k), "kommune.csv": rows(7, "k", k2h, "kommunesak")},
    });
    expect(await read(perKommune(""), ["kommune", "retning", "n", "status"])).toEqual(table`
      kommune | retning | n  | status
      1508    | alle    | 13 | published
      1508    | K2H     | 7  | published
      1508    | H2K     | 6  | published
      1557    | alle    | 0  | published
      1557    | K2H     | 0  | published
      1557    | H2K     | 0  | published
      1580    | alle    |    | missing
      1580    | K2H     |    | missing
      1580    | H2K     | 0  | published`);
    expect(
      await read(
        "select part, levering from measured.levering_per_part where part in ('1508', '1557', '1580', 'hf') order by part",
        ["part", "levering"],
      ),
    ).toEqual(table`
      part | levering
      1508 | levert
      1557 | stadfesta_null
      1580 | manglar
      hf   | levert`);
  });

  it("har ikkje helseføretaket levert, manglar det som går frå sjukehus til kommune for alle", async () => {
    const {read} = await disclosed({deliveries: {"kommune.csv": rows(7, "k", k2h, "kommunesak")}});
    expect(await read(perKommune("and kommune <> '1580'"), ["kommune", "retning", "n", "status"])).toEqual(table`
      kommune | retning | n | status
      1508    | alle    |   | missing
      1508    | K2H     | 7 | published
      1508    | H2K     |   | missing
      1557    | alle    |   | missing
      1557    | K2H     | 0 | published
      1557    | H2K     |   | missing`);
  });

  it("[20] ein kommune som ikkje fanst det året, har inga rad, og ein ny kommune får ikkje ein null for tida før", async () => {
    const {read} = await measured({
      deliveries: {
        "hf.csv": [
          ...rows(3, "a", {...h2k, kommune: "1507", registrert: "01.03.2023"}),
          ...rows(3, "b", {...h2k, registrert: "01.03.2024"}),
        ],
      },
    });
    const found = await read(
      "select aar, kommune, n from measured.melding_per_kommune where kommune in ('1507', '1508', '1580') and retning = 'H2K' order by all",
      ["aar", "kommune", "n"],
    );
    expect(found).toEqual(table`
      aar  | kommune | n
      2023 | 1507    | 3
      2024 | 1508    | 3
      2024 | 1580    | 0`);
  });
});

describe("Små tal blir ikkje viste", () => {
  it("den opne utgåva viser frå fem, møteutgåva frå tre", async () => {
    const counts = {1508: 5, 1532: 4, 1525: 3, 1528: 2, 1531: 1, 1578: 20};
    const {read} = await disclosed({
      deliveries: {
        "hf.csv": Object.entries(counts).flatMap(([kommune, n]) => rows(n, `${kommune}-`, {...h2k, kommune})),
      },
    });
    const shown = async (edition: string) =>
      (
        await read(
          `select kommune from disclosed.melding_per_kommune where utgaave = '${edition}' and retning = 'H2K' and n > 0 order by n desc`,
          ["kommune"],
        )
      ).map(({kommune}) => kommune);
    const small = async (edition: string, below: number) =>
      read(
        `select * from disclosed.melding_per_kommune where utgaave = '${edition}' and n between 1 and ${below - 1}`,
        ["n"],
      );
    expect(await small("open", 5)).toEqual([]);
    expect(await small("moete", 3)).toEqual([]);
    expect(await shown("open")).toContain("1578");
    expect(await shown("moete")).toEqual(expect.arrayContaining(["1578"]));
    expect((await shown("open")).every((kommune) => counts[kommune as unknown as keyof typeof counts] >= 5)).toBe(true);
    expect((await shown("moete")).every((kommune) => counts[kommune as unknown as keyof typeof counts] >= 3)).toBe(
      true,
    );
  });

  it("er eitt tal i ei rekkje for lite, blir eitt til skjult, elles kunne ein trekkje dei andre frå summen", async () => {
    const counts = {Anna: 30, "Epikrise manglar": 20, "Legemiddel - resept manglar": 4};
    const {read} = await disclosed({
      deliveries: {"hf.csv": Object.entries(counts).flatMap(([kategori, n]) => rows(n, kategori, {...h2k, kategori}))},
    });
    const hidden = await read(
      "select kategori from disclosed.melding_per_kategori where utgaave = 'open' and omraade = 'lsu-alesund' and retning = 'H2K' and status = 'hidden'",
      ["kategori"],
    );
    expect(hidden.length).toBeGreaterThanOrEqual(2);
    expect(hidden).toContainEqual({kategori: "LEG"});
    const numbers = await read(
      "select * from disclosed.melding_per_kategori where status = 'hidden' and (n is not null or nedre is not null or oevre is not null)",
      ["n"],
    );
    expect(numbers).toEqual([]);
  });

  it("er ingenting for lite, blir ingenting skjult", async () => {
    const {read} = await disclosed({deliveries: {"hf.csv": rows(6, "h", h2k)}});
    const hidden = await read(
      "select status, count(*) as n from disclosed.melding_per_kategori where utgaave = 'open' group by status",
      ["status", "n"],
    );
    expect(hidden.map(({status}) => status)).toEqual(["published"]);
  });

  it("det som er skjult i møteutgåva, er også skjult i den opne", async () => {
    const {read} = await disclosed({
      deliveries: {
        "hf.csv": [
          ...rows(2, "a", h2k),
          ...rows(9, "b", {...h2k, kategori: "Epikrise manglar"}),
          ...rows(4, "c", {...h2k, kommune: "1525", kategori: "Tilvising avvist"}),
        ],
      },
    });
    const leaks = await read(
      `select open.kategori from disclosed.melding_per_kategori as open join disclosed.melding_per_kategori as moete using (aar, omraade, kategori, retning)
       where open.utgaave = 'open' and moete.utgaave = 'moete' and moete.status = 'hidden' and open.status <> 'hidden'`,
      ["kategori"],
    );
    expect(leaks).toEqual([]);
  });
});

describe("Ein rate har eit intervall som viser kor usikker han er", () => {
  it("er meldingar per 1 000 innbyggjarar 1. januar, med Garwood-intervall for små tal", async () => {
    const {read} = await measured({
      deliveries: {"hf.csv": [...rows(5, "h", {...h2k, kommune: "1557"}), ...rows(1, "g", h2k)]},
    });
    const [row] = await read(
      "select folketal, round(rate, 3) as rate, round(nedre, 3) as nedre, round(oevre, 3) as oevre from measured.melding_per_kommune where kommune = '1557' and retning = 'H2K'",
      ["folketal", "rate", "nedre", "oevre"],
    );
    // SSB 07459, Gjemnes 1.1.2025: 2 708. Five events: Garwood's interval is 1.6235 to 11.6683 (Ulm 1990, table).
    expect(row).toEqual({folketal: "2708", rate: "1.846", nedre: "0.6", oevre: "4.309"});
  });

  it("null meldingar har òg ei øvre grense: minus den naturlege logaritmen av 0,025", async () => {
    const {read} = await measured({deliveries: {"hf.csv": rows(1, "h", h2k)}});
    const [row] = await read(
      "select nedre, round(oevre * folketal / 1000, 4) as oevre from measured.melding_per_kommune where kommune = '1557' and retning = 'H2K'",
      ["nedre", "oevre"],
    );
    expect(row).toEqual({nedre: "0", oevre: "3.6889"});
  });

  it("ein kommune som er borte, har tal, men ingen rate", async () => {
    const {read} = await measured({
      deliveries: {"hf.csv": rows(3, "h", {...h2k, kommune: "1507", hending: "30.12.2023", registrert: "02.01.2024"})},
    });
    const found = await read(
      "select aar, folketal, n, rate from measured.melding_per_kommune where kommune = '1507' and retning = 'H2K'",
      ["aar", "folketal", "n", "rate"],
    );
    expect(found).toEqual(table`
      aar  | folketal | n | rate
      2024 |          | 3 |`);
  });
});

describe("Ei endring er ei endring først når ho er større enn det tilfeldige", () => {
  const years = (before: number, now: number, kategori: string, first = 2024) => [
    ...rows(before, `${kategori}-a`, {...h2k, kommune: "1505", kategori, registrert: `01.03.${first}`}),
    ...rows(now, `${kategori}-b`, {...h2k, kommune: "1505", kategori, registrert: `01.03.${first + 1}`}),
  ];

  it("41 til 20 er ein nedgang, 41 til 21 er uviss, og færre enn ti til saman er for få", async () => {
    const {read} = await measured({
      deliveries: {
        "hf.csv": [
          ...years(41, 20, "Anna"),
          ...years(20, 41, "Pasienttransport"),
          ...years(41, 21, "Tilvising avvist"),
          ...years(9, 0, "Hjelpemiddel og utstyr"),
          ...years(10, 0, "Innlegging - feil tenestenivå"),
        ],
      },
    });
    const found = await read(
      "select kategori, n_foer, n_no, dom, tilstand from measured.endring_per_kategori where aar = 2025 and omraade = 'lsu-kristiansund' and kategori in ('ANN', 'HJM', 'INN', 'TIL', 'TRA') order by kategori",
      ["kategori", "n_foer", "n_no", "dom", "tilstand"],
    );
    expect(found).toEqual(table`
      kategori | n_foer | n_no | dom     | tilstand
      ANN      | 41     | 20   | nedgang | kjend
      HJM      | 9      | 0    | for_faa | kjend
      INN      | 10     | 0    | nedgang | kjend
      TIL      | 41     | 21   | uviss   | kjend
      TRA      | 20     | 41   | auke    | kjend`);
  });

  it("eit brot i serien stoppar samanlikninga i dei kategoriane brotet gjeld, det første året har inga, og Haram-delinga stoppar ikkje fylket", async () => {
    const {read} = await disclosed({
      deliveries: {"hf.csv": [...years(20, 60, "Epikrise manglar", 2023), ...years(20, 60, "Anna", 2023)]},
    });
    const found = await read(
      "select aar, kategori, grunn, dom, status from disclosed.endring_per_kategori where utgaave = 'moete' and omraade = 'fylke' and kategori in ('ANN', 'EPI') order by all",
      ["aar", "kategori", "grunn", "dom", "status"],
    );
    expect(found).toEqual(table`
      aar  | kategori | grunn       | dom  | status
      2023 | ANN      | foerste_aar |      | not_applicable
      2023 | EPI      | foerste_aar |      | not_applicable
      2024 | ANN      |             | auke | published
      2024 | EPI      | brot        |      | not_applicable`);
  });
});

describe("Eit svar er innan fristen når det kjem innan 28 dagar etter at meldinga vart send", () => {
  const share =
    "select teljar, nemnar from measured.andel_per_omraade where maal = 'svart_innan_frist' and omraade = 'fylke' and aar = 2025";

  it("den tjueåttande dagen er innan, den tjueniande er for seint, og ei ferskare melding tel ikkje enno", async () => {
    const {read} = await measured({
      deliveries: {
        "hf.csv": table`
          hf-sak | retning | kommune | kategori | registrert | sendt      | svart
          s1     | H2K     | 1508    | Anna     | 01.03.2025 | 03.03.2025 | 31.03.2025
          s2     | H2K     | 1508    | Anna     | 01.03.2025 | 03.03.2025 | 01.04.2025
          s3     | H2K     | 1508    | Anna     | 01.03.2025 |            | 29.03.2025
          s4     | H2K     | 1508    | Anna     | 01.03.2025 |            | 30.03.2025
          s5     | H2K     | 1508    | Anna     | 01.03.2025 |            |
          s6     | H2K     | 1508    | Anna     | 01.06.2025 |            |
          s7     | H2K     | 1508    | Anna     | 03.06.2025 |            | 29.06.2025`,
      },
    });
    // The export reaches to 29.06.2025, which is 28 days after 01.06.2025: s6 is due, s7 is not.
    expect(await read(share, ["teljar", "nemnar"])).toEqual(table`
      teljar | nemnar
      2      | 6`);
  });

  it("ei fil der svardato ikkje er ei kolonne, seier ingenting om svar", async () => {
    const {read} = await measured({
      deliveries: {
        "hf.csv": table`
          hf-sak | retning | kommune | kategori | registrert
          s1     | H2K     | 1508    | Anna     | 01.03.2025
          s2     | H2K     | 1508    | Anna     | 01.06.2025`,
      },
    });
    expect(await read(share, ["teljar", "nemnar"])).toEqual(table`
      teljar | nemnar
      0      | 0`);
  });
});

describe("Ei endring må stå seg mellom dei som leverte begge åra", () => {
  const trust = (aar: number, count: number): TextTable =>
    rows(count, `h${aar}-`, {...h2k, kommune: "1580", registrert: `01.03.${aar}`});
  const verdicts = (read: (sql: string, columns: string[]) => Promise<unknown>) =>
    read(
      "select omraade, n_foer, n_no, dom from measured.endring_per_kategori where aar = 2025 and kategori = 'alle' and omraade in ('fylke', 'lsu-alesund') order by omraade",
      ["omraade", "n_foer", "n_no", "dom"],
    );

  it("fell talet fordi ein kommune ikkje leverte, er endringa ikkje sikker", async () => {
    const {read} = await measured({
      deliveries: {
        "hf.csv": [...trust(2024, 20), ...trust(2025, 22)],
        "kommune.csv": rows(60, "k", {...k2h, registrert: "01.03.2024"}, "kommunesak"),
      },
    });
    expect(await verdicts(read)).toEqual(table`
      omraade     | n_foer | n_no | dom
      fylke       | 80     | 22   | uviss
      lsu-alesund | 80     | 22   | uviss`);
  });

  it("fell talet òg mellom dei som leverte begge åra, er endringa sikker", async () => {
    const {read} = await measured({
      deliveries: {
        "hf.csv": [...trust(2024, 60), ...trust(2025, 15)],
        "kommune.csv": rows(60, "k", {...k2h, registrert: "01.03.2024"}, "kommunesak"),
      },
    });
    expect(await verdicts(read)).toEqual(table`
      omraade     | n_foer | n_no | dom
      fylke       | 120    | 15   | nedgang
      lsu-alesund | 120    | 15   | nedgang`);
  });
});
