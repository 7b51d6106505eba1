import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {LayoutSpec} from "../../pipeline/ingest/layout.ts";
import {root} from "../../pipeline/project.ts";
import {takenIn} from "../support/flow.ts";
import {csvText, type TextTable, table} from "../support/table.ts";

const shipped = (name: string): LayoutSpec =>
  JSON.parse(readFileSync(join(root, "data", "layouts", `${name}.json`), "utf8")) as LayoutSpec;
const layouts = [shipped("felles"), shipped("hf"), shipped("sekretariat")];

const taken = async (deliveries: Readonly<Record<string, TextTable | string>>) =>
  takenIn({layouts, deliveries, today: "2026-02-15"});

async function kinds(rows: TextTable): Promise<(readonly [number | null, string])[]> {
  const {intake} = await taken({"a.csv": rows});
  return intake.waiting.map(({row, kind}) => [row, kind] as const);
}

describe("Ei fil som ikkje følgjer oppsettet til nokon avsendar", () => {
  it.each([
    [";", "Saksnr;Kommune;Hendelsesdato;Meldt dato;Kategori;Alvorlighetsgrad;Retning;Status;Beskrivelse"],
    [",", "AVVIKSNR,Kommunenr,Hendingsdato,Registrert,Avvikstype,Alvor,retning,STATUS,Skildring"],
    ["\t", "saksnummer\tKommune\tDato\tRegistreringsdato\tKategori\tAlvorsgrad\tRetning\tStatus\tHendelsesbeskrivelse"],
    ["|", "Saks-nr.|Kommune|Hendelses-dato|Meldt|Kategori|Alvorsgrad|Retning|Status|Hva skjedde?"],
  ])("blir lesen når overskriftene er vanlege ord, med skiljeteikn %j", async (delimiter, header) => {
    const row = ["1", "1506", "01.03.2025", "03.03.2025", "Utskriving", "Høy", "HF til kommune", "Lukket", "Tekst"];
    const {intake} = await taken({"a.csv": `${header}\r\n${row.join(delimiter)}\r\n`});
    expect(intake.refused).toEqual([]);
    expect(intake.accounts).toMatchObject([{layout: "felles", received: 1, accepted: 1}]);
  });

  it("blir lesen med ord og tal frå begge målformer og dei vanlege skalaene", async () => {
    const {read} = await taken({
      "a.csv": table`
        Saksnr | Kommune                 | Dato             | Registrert       | Kategori   | Alvor          | Retning         | Status
        1      | MOLDE                   | 01.03.2025       | 03.03.2025       | UTS        | 3              | Kommune til HF  | Åpen
        2      | Ålesund kommune         | 2022-03-01       | 2022-03-03       | Legemidler | høg            | HF til kommune  | Under behandling
        3      | 1580                    | 2024-03-01 08:10 | 2024-03-03T10:15 | Anna       | grønn          | Frå kommune     | Besvart
        4      | Herøy (Møre og Romsdal) | 25/03/2025       | 31/03/2025       | Annet      | Svært alvorlig | Fra sykehus     | Lukket
        5      | 1517 Hareid             | 1.3.2025         | 3.3.2025         | Epikrise   | gul            | HF → kommune    | avslutta
        6      | K-1520                  | 01.03.2025       | 03.03.2025       | Ukjent     |                | K2H             |`,
    });
    const heads = ["saksnr", "kommune", "kategori", "alvor", "retning", "status", "aar"];
    expect(await read("select * from normalised.melding order by saksnr", heads)).toEqual(table`
      saksnr | kommune | kategori | alvor  | retning | status | aar
      1      | 1506    | UTS      | 2      | K2H     | open   | 2025
      2      | 1507    | LEG      | 3      | H2K     | open   | 2022
      3      | 1580    | ANN      | 1      | K2H     | svart  | 2024
      4      | 1515    | ANN      | 4      | H2K     | lukka  | 2025
      5      | 1517    | EPI      | 2      | H2K     | lukka  | 2025
      6      | 1520    | UKJ      | ukjend | K2H     |        | 2025`);
  });

  it("ventar på ein person når ein verdi ikkje kan lesast på éin måte", async () => {
    expect(
      await kinds(table`
        Saksnr | Kommune | Dato       | Registrert | Kategori     | Alvor | Retning        | Status
        1      | 1506    | 31.02.2025 | 03.03.2025 | UTS          | 3     | Kommune til HF | Open
        2      | 1506    | 01.03.25   | 03.03.2025 | UTS          | 3     | Kommune til HF | Open
        3      | 1506    | 02/03/2025 | 04.03.2025 | UTS          | 3     | Kommune til HF | Open
        4      | 1506    | 03.03.1925 | 03.03.2025 | UTS          | 3     | Kommune til HF | Open
        5      | 1506    | 01.03.2025 | 03.03.2099 | UTS          | 3     | Kommune til HF | Open
        6      | 1506    | 04.03.2025 | 03.03.2025 | UTS          | 3     | Kommune til HF | Open
        7      | 1507    | 01.03.2025 | 03.03.2025 | UTS          | 3     | Kommune til HF | Open
        8      | 1506    | 01.03.2025 | 03.03.2025 | Brannøving   | 3     | Kommune til HF | Open
        9      | 1506    | 01.03.2025 | 03.03.2025 | UTS          | 9     | Kommune til HF | Open
        10     | 1506    | 01.03.2025 | 03.03.2025 | UTS          | 3     | Kommune til HF | Halvvegs
        11     | 1506    | 01.03.2025 | 03.03.2025 | UTS          | 3     |                | Open
        12     | 1506    | 01.03.2025 | 03.03.25   | UTS          | 3     | Kommune til HF | Open`),
    ).toEqual([
      [2, "bad_date"],
      [3, "ambiguous_date"],
      [4, "ambiguous_date"],
      [5, "implausible_date"],
      [6, "future_date"],
      [7, "date_order"],
      [8, "invalid_municipality_for_date"],
      [9, "unknown_category"],
      [10, "unknown_severity"],
      [11, "unknown_status"],
      [12, "missing_required"],
      [13, "ambiguous_date"],
    ]);
  });

  it.each([
    ["header_missing", "Saksnr;Komune;Dato;Registrert;Kategori"],
    ["header_unknown", "Saksnr;Kommune;Dato;Registrert;Kategori;Kjennemerke"],
    ["header_duplicate", "Saksnr;Kommune;Kommunenr;Registrert;Kategori"],
  ])("blir ikkje teken inn på ei gissing: %s", async (kind, header) => {
    const {intake} = await taken({"a.csv": `${header}\n${header.replace(/[^;]+/g, "1")}\n`});
    expect(intake.refused.map((file) => file.kind)).toEqual([kind]);
  });

  it("les aldri ei endra fil frå ein kjend avsendar med det felles oppsettet", async () => {
    const header = shipped("sekretariat").columns.map((column) => column.header);
    const renamed = header.map((cell) => (cell === "Ført inn" ? "Registrert" : cell === "Gjeld" ? "Kategori" : cell));
    const {intake} = await taken({"a.csv": `${renamed.join(";")}\n${renamed.map(() => "1").join(";")}\n`});
    expect(intake.refused).toMatchObject([{kind: "header_missing", layout: "sekretariat", columns: ["Ført inn"]}]);
  });

  it("same saksnummer frå to kommunar er to saker", async () => {
    const row = {Saksnr: "1", Dato: "01.03.2025", Registrert: "03.03.2025", Kategori: "UTS"};
    const {intake} = await taken({
      "a.csv": csvText([{...row, Kommune: "1506"}]),
      "b.csv": csvText([{...row, Kommune: "1520"}]),
    });
    expect(intake.accounts.map(({accepted}) => accepted)).toEqual([1, 1]);
  });
});
