import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {root} from "../../../pipeline/project.ts";
import {parseRegister} from "../../../pipeline/registers/read.ts";
import {optionalRegisters, type RegisterName, registers} from "../../../pipeline/registers/registers.ts";

const names = Object.keys(registers) as RegisterName[];

function rowsOf(name: RegisterName): Record<string, string>[] {
  const {rows, faults} = parseRegister(name, readFileSync(join(root, "data", "registers", `${name}.csv`), "utf8"));
  expect(faults).toEqual([]);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value ?? "")])),
  );
}

/** What a row is about: two rows about the same thing may not hold on the same day. */
const keys: Readonly<Record<RegisterName, readonly string[]>> = {
  helsefellesskap: [],
  kommune: ["kommunenr"],
  kommune_endring: ["fraa_nr", "til_nr"],
  kommune_alias: ["alias"],
  lsu_medlem: ["kommunenr"],
  folketal: ["aar", "kommunenr"],
  kategori: ["akse", "kode"],
  kategori_mapping: ["avsendar", "original"],
  alvor_mapping: ["avsendar", "original"],
  avsendar: ["id"],
  delavtale: ["id"],
  utval: ["id"],
  rute: ["kategori"],
  frist: ["gjeld"],
  forventa_levering: ["part"],
  stadfesta_null: ["part", "aar"],
  brot: ["id"],
  pasientgruppe: ["kode"],
  typisk_forloep: ["kategori", "lsu"],
  vekt: ["kriterium"],
  spraakprofil: ["gjeld"],
  antaking: ["id"],
  terskel: ["utgaave"],
  tiltak: ["id"],
  aarshjul: ["id"],
  indikator: ["kode"],
  samhandlingsdata: ["indikator", "aar", "kommunenr", "sjukehus"],
  retting: ["avsendar", "saksnr", "felt"],
};

const holdsIn = (row: Record<string, string>, from: string, to: string): boolean =>
  (row.gyldig_fra ?? "") <= to && (row.gyldig_til || "9999-12-31") >= from;
const holdsOn = (row: Record<string, string>, date: string): boolean => holdsIn(row, date, date);

/** Inhabitants on 1 January, SSB table 07459, summed over the members of each LSU. */
const population: readonly (readonly [number, Readonly<Record<string, number>>, number, number])[] = [
  [2019, {"lsu-kristiansund": 56_104, "lsu-molde": 62_771, "lsu-alesund": 98_116, "lsu-volda": 48_401}, 265_392, 35],
  [2020, {"lsu-kristiansund": 54_234, "lsu-molde": 62_755, "lsu-alesund": 98_727, "lsu-volda": 49_522}, 265_238, 26],
  [2021, {"lsu-kristiansund": 53_974, "lsu-molde": 62_693, "lsu-alesund": 99_165, "lsu-volda": 49_712}, 265_544, 26],
  [2022, {"lsu-kristiansund": 53_755, "lsu-molde": 62_762, "lsu-alesund": 99_774, "lsu-volda": 49_557}, 265_848, 26],
  [2023, {"lsu-kristiansund": 54_292, "lsu-molde": 63_538, "lsu-alesund": 100_393, "lsu-volda": 50_142}, 268_365, 26],
  [2024, {"lsu-kristiansund": 54_847, "lsu-molde": 64_377, "lsu-alesund": 100_734, "lsu-volda": 50_666}, 270_624, 27],
  [2025, {"lsu-kristiansund": 55_060, "lsu-molde": 64_820, "lsu-alesund": 101_651, "lsu-volda": 50_882}, 272_413, 27],
  [2026, {"lsu-kristiansund": 54_880, "lsu-molde": 65_119, "lsu-alesund": 102_255, "lsu-volda": 50_915}, 273_169, 27],
];

describe("the registers of Møre og Romsdal", () => {
  it.each(names.filter((name) => !optionalRegisters.has(name)))("%s is read without a fault and has a row", (name) => {
    expect(rowsOf(name).length).toBeGreaterThan(0);
  });

  it.each(names)("%s says only one thing about the same on any day", (name) => {
    const rows = rowsOf(name);
    const keyOf = (row: Record<string, string>): string =>
      keys[name].map((column) => (row[column] ?? "").toLowerCase()).join("|");
    const overlapping = rows.flatMap((row, index) =>
      rows
        .slice(index + 1)
        .filter(
          (other) =>
            keyOf(other) === keyOf(row) && holdsIn(other, row.gyldig_fra ?? "", row.gyldig_til || "9999-12-31"),
        )
        .map(() => keyOf(row)),
    );
    expect(overlapping).toEqual([]);
    expect(rows.filter((row) => row.gyldig_til && row.gyldig_til < (row.gyldig_fra ?? ""))).toEqual([]);
  });

  it.each(population)(
    "has the population of each LSU on 1 January %i as SSB has it",
    (year, byLsu, county, members) => {
      const inhabitants = new Map(
        rowsOf("folketal").map((row) => [`${row.aar}-${row.kommunenr}`, Number(row.folketal)]),
      );
      const valid = rowsOf("lsu_medlem").filter((row) => holdsOn(row, `${year}-01-01`) && row.lsu !== "utanfor");
      const sums: Record<string, number> = {};
      for (const {lsu = "", kommunenr} of valid) {
        expect(inhabitants.get(`${year}-${kommunenr}`), `${kommunenr} in ${year}`).toBeGreaterThan(0);
        sums[lsu] = (sums[lsu] ?? 0) + (inhabitants.get(`${year}-${kommunenr}`) ?? 0);
      }
      expect(sums).toEqual(byLsu);
      expect(Object.values(sums).reduce((sum, n) => sum + n, 0)).toBe(county);
      expect(valid).toHaveLength(members);
    },
  );

  it("has every municipality in a committee, or outside, for as long as it exists, and expects reports from all that are members", () => {
    const members = rowsOf("lsu_medlem");
    const expected = rowsOf("forventa_levering");
    for (const row of rowsOf("kommune")) {
      for (const date of [row.gyldig_fra ?? "", row.gyldig_til || "2026-12-31"]) {
        expect(
          members.filter((member) => member.kommunenr === row.kommunenr && holdsOn(member, date)),
          `${row.namn} ${date}`,
        ).toHaveLength(1);
      }
    }
    for (const date of ["2023-06-01", "2024-06-01", "2026-06-01"]) {
      const inside = members
        .filter((row) => holdsOn(row, date) && row.lsu !== "utanfor")
        .map(({kommunenr}) => kommunenr);
      const parts = expected.filter((row) => holdsOn(row, date) && row.part !== "hf").map(({part}) => part);
      expect([...parts].sort()).toEqual([...inside].sort());
    }
  });

  it("retires and creates municipalities on the days the reform says", () => {
    const kommune = new Map(rowsOf("kommune").map((row) => [row.kommunenr, row]));
    const days = Object.fromEntries(
      ["1504", "1507", "1508", "1580", "1502", "1506"].map((nr) => [
        nr,
        [kommune.get(nr)?.namn, kommune.get(nr)?.gyldig_fra, kommune.get(nr)?.gyldig_til],
      ]),
    );
    expect(days).toEqual({
      1504: ["Ålesund", "2019-01-01", "2019-12-31"],
      1507: ["Ålesund", "2020-01-01", "2023-12-31"],
      1508: ["Ålesund", "2024-01-01", ""],
      1580: ["Haram", "2024-01-01", ""],
      1502: ["Molde", "2019-01-01", "2019-12-31"],
      1506: ["Molde", "2020-01-01", ""],
    });
  });

  it("points only at what is there", () => {
    const kategori = rowsOf("kategori");
    const codes = (akse: string) => new Set(kategori.filter((row) => row.akse === akse).map(({kode}) => kode));
    const ids = (name: RegisterName, column = "id") => new Set(rowsOf(name).map((row) => row[column]));
    const missing = (name: RegisterName, column: string, known: ReadonlySet<string | undefined>) =>
      rowsOf(name)
        .filter((row) => row[column] !== "" && !known.has(row[column]))
        .map((row) => `${name}.${column} ${row[column]}`);
    expect([
      ...missing("kategori_mapping", "kategori", codes("feiltype")),
      ...missing("kategori_mapping", "fagomraade", codes("fagomraade")),
      ...missing("kategori_mapping", "avsendar", ids("avsendar")),
      ...missing("alvor_mapping", "avsendar", ids("avsendar")),
      ...missing("alvor_mapping", "alvor", new Set(["0", "1", "2", "3", "4", "ukjend"])),
      ...missing("rute", "kategori", new Set(kategori.map(({kode}) => kode))),
      ...missing("rute", "utval", ids("utval")),
      ...missing("utval", "delavtale", ids("delavtale")),
      ...missing("lsu_medlem", "kommunenr", ids("kommune", "kommunenr")),
      ...missing("lsu_medlem", "lsu", new Set([...ids("utval"), "utanfor"])),
      ...missing("kommune_alias", "kommunenr", ids("kommune", "kommunenr")),
      ...missing("kommune_endring", "til_nr", ids("kommune", "kommunenr")),
      ...missing("folketal", "kommunenr", ids("kommune", "kommunenr")),
      ...missing("forventa_levering", "part", new Set([...ids("kommune", "kommunenr"), "hf"])),
      ...missing("forventa_levering", "kanal", ids("avsendar")),
      ...missing("stadfesta_null", "part", new Set([...ids("kommune", "kommunenr"), "hf"])),
      ...missing("spraakprofil", "gjeld", new Set([...ids("utval"), "fylke", "open"])),
      ...missing("spraakprofil", "maalform", new Set(["nn", "nb"])),
      ...missing("terskel", "utgaave", new Set(["open", "moete"])),
      ...missing("brot", "verknad", new Set(["stopp", "merk"])),
    ]).toEqual([]);
    const breaks = rowsOf("brot").flatMap((row) => (row.kategori ?? "").split(" ").filter(Boolean));
    expect(breaks.filter((code) => !codes("feiltype").has(code))).toEqual([]);
  });

  it("has a route for every category, and the value for what nobody has classified", () => {
    const routed = new Set(rowsOf("rute").map(({kategori}) => kategori));
    const kategori = rowsOf("kategori").filter((row) => row.akse === "feiltype");
    expect(kategori.filter(({kode}) => !routed.has(kode ?? "")).map(({kode}) => kode)).toEqual([]);
    expect(kategori.map(({kode}) => kode)).toEqual(expect.arrayContaining(["ANN", "UKJ"]));
  });

  it("confirms a zero only for somebody who is expected, in a year the confirmation is about", () => {
    const expected = rowsOf("forventa_levering");
    for (const {part, aar} of rowsOf("stadfesta_null")) {
      expect(
        expected.filter((row) => row.part === part && holdsIn(row, `${aar}-01-01`, `${aar}-12-31`)),
        `${part} ${aar}`,
      ).toHaveLength(1);
    }
  });
});

describe("handlingsplanen for dei faglege utvala 2022–2024", () => {
  const plan = rowsOf("tiltak");

  it("er teken inn for alle tolv, med status ukjend der fargen er borte", () => {
    const committees = rowsOf("utval")
      .filter(({type}) => type === "fsu")
      .map(({id}) => id);
    expect([...new Set(plan.map(({utval}) => utval))].sort()).toEqual(committees.sort());
    expect(new Set(plan.map(({status}) => status))).toEqual(new Set(["ukjend"]));
  });

  it("har måleverktøy hos eitt utval, seks stader, slik planen har", () => {
    const measured = plan.filter(({indikator_nn}) => indikator_nn !== "");
    expect(new Set(measured.map(({utval}) => utval))).toEqual(new Set(["fsu-helsefremming"]));
    expect(measured).toHaveLength(6);
  });

  it("er kopla til kategoriar og pasientgrupper som finst, og koplinga er kalla antatt", () => {
    const codes = new Set(rowsOf("kategori").map(({kode}) => kode));
    const groups = new Set(["", ...rowsOf("pasientgruppe").map(({kode}) => kode)]);
    for (const row of plan) {
      const own = (row.kategori ?? "").split(" ").filter(Boolean);
      expect(
        own.filter((code) => !codes.has(code)),
        row.id,
      ).toEqual([]);
      expect(row.kategori_sikkerheit, row.id).toBe(own.length > 0 ? "antatt" : "");
      expect(groups.has(row.gruppe ?? ""), row.id).toBe(true);
    }
  });

  it("er skriven i begge målformer, og dei er haldne frå kvarandre", () => {
    const words = (form: "nn" | "nb") =>
      plan
        .map((row) =>
          ["maal", "delmaal", "indikator"]
            .map((name) => row[`${name}_${form}`])
            .concat(row[form])
            .join(" "),
        )
        .join(" ");
    expect(words("nn")).not.toMatch(
      /\b(ikke|hva|hvilke|fra|noen|utvalget|samarbeider|kommuner|tjenester|mellom nivåene)\b/i,
    );
    expect(words("nb")).not.toMatch(/\b(ikkje|kva|kor|frå|nokon|utvalet|kommunar|tenester|eit|ein)\b/i);
  });
});
