import {beforeAll, describe, expect, it} from "vitest";
import {reasons} from "../../pipeline/contract/reasons.ts";
import {readSourceFacts, type SourceFacts} from "../../pipeline/qc-facts.ts";
import {type QcContext, qcWorkbook} from "../../pipeline/qc-sheets.ts";
import {qcTexts} from "../../pipeline/qc-text.ts";
import {takenIn} from "../support/flow.ts";
import {table} from "../support/table.ts";

const context: QcContext = {
  year: 2025,
  language: "nn",
  author: "Sekretariatet",
  date: "2026-02-15",
  synthetic: true,
  isTellable: (text) => !text.includes("Kanskje"),
};

let sources: readonly SourceFacts[] = [];
beforeAll(async () => {
  const {database} = await takenIn({
    deliveries: {
      "hf.csv": table`
        hf-sak | retning | kommune | kategori         | alvor   | hending    | registrert | sendt      | svart      | tekst
        s1     | H2K     | 1508    | Epikrise manglar | Moderat | 01.03.2025 | 03.03.2025 | 03.03.2025 | 13.03.2025 | løynd
        s2     | H2K     | 1577    | Epikrise manglar |         | 01.03.2025 | 11.03.2025 | 11.03.2025 | 15.03.2025 | løynd
        s3     | H2K     | 1577    | Epikrise manglar |         | 01.03.2024 | 03.03.2024 |            |            | løynd
        s4     | H2K     | 1577    | Heilt ukjent ord |         | 01.03.2025 | 03.03.2025 |            |            | løynd
        s5     | H2K     | 1577    | Kanskje eit namn |         | 01.03.2025 | 03.03.2025 |            |            | løynd`,
      "kommune.csv": table`
        kommunesak | retning | kommune | kategori    | hending    | registrert
        k1         | K2H     | 1508    | Legemidler  | 01.03.2025 | 04.03.2025
        k2         | K2H     | 1508    | Legemidler  | 01.03.2025 | 32.03.2025`,
    },
  });
  sources = await readSourceFacts(database, 2025);
});

const source = (kjelde: string): SourceFacts => {
  const found = sources.find((one) => one.kjelde === kjelde);
  if (found === undefined) throw new Error(`no source ${kjelde}`);
  return found;
};
const sheetOf = (kjelde: string, name: string) =>
  qcWorkbook(source(kjelde), context).sheets.find((sheet) => sheet.name === name)?.rows;

describe("Kvalitetsarket til ein avsendar", () => {
  it("har rekneskapen for filene hans, og ingen av dei andre sine", () => {
    expect(sources.map(({kjelde}) => kjelde)).toEqual(["hf", "kommune-alesund"]);
    expect(sheetOf("hf", "Filer")).toEqual([["hf.csv", 5, 3, 2, 0, 0]]);
    expect(JSON.stringify(qcWorkbook(source("hf"), context))).not.toMatch(/kommune\.csv|Legemid|k1/);
    expect(JSON.stringify(qcWorkbook(source("kommune-alesund"), context))).not.toMatch(/hf\.csv|Epikrise|Volda/);
  });

  it("har tala hans for året og året før", () => {
    expect(sheetOf("hf", "Tal")).toEqual([
      ["Retning", "Frå helseføretak til kommune", 1, 2],
      ["Kategori", "Epikrise og dokumentasjon", 1, 2],
      ["Kommune", "Volda", 1, 1],
      ["Kommune", "Ålesund", 0, 1],
    ]);
  });

  it("har teiknet for manglande, aldri null, for eit år det ikkje er kome noko frå", () => {
    const sheet = qcWorkbook(source("kommune-alesund"), context).sheets.find(({name}) => name === "Tal");
    expect(sheet?.rows.map((row) => row.slice(2))).toEqual([
      ["..", 1],
      ["..", 1],
      ["..", 1],
    ]);
    expect(sheet?.heading.join(" ")).toContain("Det er ikkje det same som null.");
    expect(JSON.stringify(sheetOf("hf", "Tal"))).not.toContain("..");
  });

  it("har kor fullt felta er utfylte, og kor lang tid stega tek", () => {
    expect(sheetOf("hf", "Utfylling")).toContainEqual(["Alvorsgrad", 1, 4, 0.25]);
    expect(sheetOf("hf", "Tid")).toEqual([
      ["Frå hendinga til registrering", 2, 2, 10],
      ["Frå sending til svar", 2, 4, 10],
    ]);
  });

  it("har orda ingen kode finst for, men ikkje dei som kan vere namn", () => {
    expect(sheetOf("hf", "Ukjende ord")?.map((row) => row.slice(0, 3))).toEqual([
      ["Kategori", "Heilt ukjent ord", 1],
      ["Kategori", "(kan vere eit namn og blir ikkje vist)", 1],
    ]);
  });

  it("har radene i karantene med nummer, kolonna hans eiga, og kva som er å gjere", () => {
    expect(sheetOf("kommune-alesund", "Karantene")).toEqual([
      ["kommune.csv", 3, "registrert", "Datoen let seg ikkje lese", reasons.bad_date.todo],
    ]);
  });

  it("har ingen tekst, ingen saksnummer og ingen namn i seg, og er merkt når alt er oppdikta", () => {
    for (const one of sources) {
      const book = qcWorkbook(one, context);
      expect(JSON.stringify(book)).not.toMatch(/løynd|Kanskje|"s\d"|"k\d"/);
      expect(book.marks.join()).toContain("SYNTETISK");
      expect(book.title).toContain("SYNTETISK");
      expect(book.sheets[0]?.heading).toContain("Laga 15.2.2026 av Sekretariatet. Send rettingar og spørsmål dit.");
    }
  });

  it("finst i begge målformer, med kvar grunn ei rad kan ha", () => {
    const book = qcWorkbook(source("kommune-alesund"), {...context, language: "nb"});
    expect(book.sheets.map(({name}) => name)).toEqual([
      "Filer",
      "Tall",
      "Utfylling",
      "Tid",
      "Ukjente ord",
      "Karantene",
    ]);
    expect(JSON.stringify(book)).not.toMatch(/ikkje|frå |meldingar|kjelda/);
    const ofRows = Object.keys(reasons).filter((kind) =>
      /date|unknown_(?:m|ca|se|st|d)|_id$|cell|merged|ragged|mojibake|control|required|pii/.test(kind),
    );
    const fallback = qcTexts.nb.reason("no_file").what;
    for (const {reason} of Object.values(qcTexts))
      for (const kind of ofRows)
        expect(reason(kind as keyof typeof reasons).todo).not.toMatch(/data\/|oppsettet|codes/);
    expect(ofRows.filter((kind) => qcTexts.nb.reason(kind as keyof typeof reasons).what === fallback)).toEqual([]);
  });
});
