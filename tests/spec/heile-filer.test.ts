import {describe, expect, it} from "vitest";
import {doubtMessage} from "../../pipeline/doubt-messages.ts";
import {goneMunicipalities, outOfScale, shrunk, type YearCount} from "../../pipeline/doubts.ts";
import {unaccepted} from "../../pipeline/intake.ts";
import {ingestJson} from "../../pipeline/terminal.ts";
import {takenIn} from "../support/flow.ts";
import {table} from "../support/table.ts";

describe("Ei fil som ser feil ut som heilskap", () => {
  it("har truleg bytt om datokolonnane når meldingane er registrerte før det hende", async () => {
    const {intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori         | hending    | registrert
          s1     | H2K     | 1508    | Epikrise manglar | 05.03.2025 | 01.03.2025
          s2     | H2K     | 1508    | Epikrise manglar | 06.03.2025 | 02.03.2025
          s3     | H2K     | 1508    | Epikrise manglar | 03.03.2025 | 04.03.2025`,
      },
    });
    expect(intake.doubts).toMatchObject([{fil: "a.csv", tvil: "datokolonnar", teljar: 2, nemnar: 3}]);
    expect(unaccepted(intake, false)).toHaveLength(1);
    const {files, doubts} = ingestJson(intake);
    expect(files[0]?.reasons).toContainEqual({row: null, column: null, kind: "suspected_column_swap"});
    expect(doubts[0]?.message).toContain("Datokolonnane ser ut til å vere bytte om");
  });

  it("har truleg bytt om kolonnar når det står ein kategori der kommunen skal stå", async () => {
    const {intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune          | kategori | registrert
          s1     | H2K     | Epikrise manglar | Molde    | 01.03.2025
          s2     | H2K     | Epikrise manglar | Volda    | 02.03.2025
          s3     | H2K     | Epikrise manglar | Volda    | 02.03.2025`,
      },
    });
    expect(intake.doubts.map(({tvil}) => tvil)).toEqual(["kolonnar"]);
  });

  it("er truleg frå ein annan stad når dei fleste kommunane er ukjende", async () => {
    const rows = Array.from(
      {length: 10},
      (_, at) => `s${at};H2K;${at < 5 ? "Nedre Vassfaret" : "Volda"};Epikrise manglar;01.03.2025`,
    );
    const {intake} = await takenIn({
      deliveries: {"a.csv": `hf-sak;retning;kommune;kategori;registrert\n${rows.join("\n")}\n`},
    });
    expect(intake.doubts).toMatchObject([{tvil: "kommunar", teljar: 5, nemnar: 10}]);
  });

  it("er det ingen tvil om når nokre få rader er feil", async () => {
    const {intake} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori         | hending    | registrert
          s1     | H2K     | 1508    | Epikrise manglar | 05.03.2025 | 01.03.2025
          s2     | H2K     | 1508    | Epikrise manglar | 01.03.2025 | 02.03.2025
          s3     | H2K     | 1508    | Epikrise manglar | 03.03.2025 | 04.03.2025`,
      },
    });
    expect(intake.doubts).toEqual([]);
  });
});

const WHOLE_YEAR = 0b1111111111110;
const count = (aar: number, n: number, changes: Partial<YearCount> = {}): YearCount => {
  return {avsendar: "hf", aar, kommune: "1508", n, maanader: WHOLE_YEAR, ...changes};
};

describe("Det som er levert no, mot det som var der før", () => {
  it("har mindre dekning når meir enn halvparten av eit år er borte", () => {
    expect(shrunk([count(2024, 49)], [count(2024, 100)])).toMatchObject([{aar: 2024, teljar: 49, nemnar: 100}]);
    expect(shrunk([count(2024, 50)], [count(2024, 100)])).toEqual([]);
    expect(shrunk([count(2025, 80)], [count(2024, 100)])).toMatchObject([{aar: 2024, teljar: 0}]);
    expect(shrunk([count(2024, 1, {avsendar: "andre"})], [count(2024, 100)])).toEqual([]);
  });

  it("seier kva kommunar som er borte", () => {
    const before = [count(2024, 9), count(2024, 3, {kommune: "1506"}), count(2024, 2, {kommune: "1577"})];
    const [doubt] = goneMunicipalities([count(2024, 9)], before);
    expect(doubt).toMatchObject({kommunar: ["1506"], teljar: 1, nemnar: 2});
    expect(doubt && doubtMessage(doubt)).toContain("1506");
  });

  it("er langt frå fjoråret når det er meir enn tre gonger så mange, eller under ein tredel", () => {
    const years = (n: number) => [count(2023, 100), count(2024, n)];
    expect(outOfScale(years(301), [], 2025)).toMatchObject([{tvil: "omfang", aar: 2024, teljar: 301, nemnar: 100}]);
    expect(outOfScale(years(300), [], 2025)).toEqual([]);
    expect(outOfScale(years(33), [], 2025)).toHaveLength(1);
    expect(outOfScale(years(33), [], 2024)).toEqual([]);
    expect(outOfScale([count(2023, 20, {maanader: 0b1100000000000}), count(2024, 300)], [], 2025)).toEqual([]);
  });
});

describe("Saker som er borte i ei seinare levering", () => {
  const first = table`
    hf-sak | retning | kommune | kategori         | registrert
    s1     | H2K     | 1508    | Epikrise manglar | 01.03.2025
    s2     | H2K     | 1508    | Epikrise manglar | 02.03.2025
    s3     | H2K     | 1508    | Epikrise manglar | 03.03.2025
    s4     | H2K     | 1508    | Epikrise manglar | 20.12.2024`;

  it("blir sagde, med rada og den leveringa dei manglar i, og er framleis talde", async () => {
    const {intake, read} = await takenIn({
      deliveries: {
        "a.csv": first,
        "b.csv": table`
          hf-sak | retning | kommune | kategori         | registrert
          s1     | H2K     | 1508    | Epikrise manglar | 01.03.2025
          s3     | H2K     | 1508    | Epikrise manglar | 03.03.2025
          s5     | H2K     | 1508    | Epikrise manglar | 09.04.2025`,
      },
    });
    expect(intake.vanished).toEqual([{fil: "a.csv", rad: 3, seinareFil: "b.csv"}]);
    expect(await read("select saksnr from normalised.melding order by saksnr", ["saksnr"])).toHaveLength(5);
  });

  it("er ingen når den seinare leveringa er eit anna uttrekk", async () => {
    const {intake} = await takenIn({
      deliveries: {
        "a.csv": first,
        "b.csv": table`
          hf-sak | retning | kommune | kategori         | registrert
          s8     | K2H     | 1508    | Epikrise manglar | 01.03.2025
          s9     | K2H     | 1508    | Epikrise manglar | 09.04.2025`,
      },
    });
    expect(intake.vanished).toEqual([]);
  });
});
