import {describe, expect, it} from "vitest";
import {disclosed, measured} from "../support/flow.ts";
import {table} from "../support/table.ts";

const line = {retning: "H2K", kommune: "1508", kategori: "Epikrise manglar", registrert: "01.03.2025"};
const rows = (n: number, prefix: string, more: Readonly<Record<string, string>>) =>
  Array.from({length: n}, (_, index) => ({"hf-sak": `${prefix}${index}`, ...line, ...more}));

describe("Alvor, pasientgruppe og breidde per kategori", () => {
  it("blir talde per LSU i rapportåret, og den som ikkje har gruppe, er «ingen»", async () => {
    const {read} = await measured({
      deliveries: {
        "hf.csv": [
          ...rows(12, "a", {alvor: "Moderat", pasientgruppe: "Skrøpelege eldre"}),
          ...rows(9, "b", {alvor: "Lita", kommune: "1532"}),
        ],
      },
    });
    const found = await read(
      "select maal, teljar, nemnar from measured.andel_per_kategori where kategori = 'EPI' and omraade = 'lsu-alesund' and maal in ('alvorleg', 'gruppe_ELDRE', 'gruppe_BARN', 'gruppe_ingen') order by maal",
      ["maal", "teljar", "nemnar"],
    );
    expect(found).toEqual(table`
      maal         | teljar | nemnar
      alvorleg     | 12     | 21
      gruppe_BARN  | 0      | 21
      gruppe_ELDRE | 12     | 21
      gruppe_ingen | 9      | 21`);
    expect(
      await read(
        "select n, kommunar from measured.breidde_per_kategori where kategori = 'EPI' and omraade = 'lsu-alesund'",
        ["n", "kommunar"],
      ),
    ).toEqual(table`
      n  | kommunar
      21 | 2`);
  });

  it("blir ikkje delte opp når meldingane er få, og breidda står ikkje når ho fortel kor mange kvar kommune har", async () => {
    const {read} = await disclosed({
      deliveries: {
        "hf.csv": [
          ...rows(15, "a", {alvor: "Moderat"}),
          ...rows(3, "b", {kategori: "Legemiddel - feil i lista"}),
          ...rows(3, "c", {kategori: "Legemiddel - feil i lista", kommune: "1532"}),
        ],
      },
    });
    expect(
      await read(
        "select utgaave, teljar, status from disclosed.andel_per_kategori where kategori = 'EPI' and omraade = 'lsu-alesund' and maal = 'alvorleg' order by utgaave",
        ["utgaave", "teljar", "status"],
      ),
    ).toEqual(table`
      utgaave | teljar | status
      moete   |        | not_applicable
      open    |        | not_applicable`);
    expect(
      await read(
        "select utgaave, kommunar, status from disclosed.breidde_per_kategori where kategori = 'LEG' and omraade = 'lsu-alesund' order by utgaave",
        ["utgaave", "kommunar", "status"],
      ),
    ).toEqual(table`
      utgaave | kommunar | status
      moete   |          | not_applicable
      open    |          | hidden`);
  });
});
