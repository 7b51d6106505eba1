import {describe, expect, it} from "vitest";
import {parseRegister} from "../../pipeline/registers/read.ts";

const head = "indikator,kommune,sjukehus,aar,verdi,eining,dato,gyldig_fra,gyldig_til,kjelde,sikkerheit";
const row = (own: string): string => `${own},2026-01-20,2025-01-01,2025-12-31,Utgjevaren,hoeg`;
const read = (...own: string[]) => parseRegister("samhandlingsdata", `${head}\n${own.map(row).join("\n")}\n`);

describe("Registeret over samhandlingsdata", () => {
  it.each([
    ["eit heilt tal", "utskrivingar,1505,alle,2025,4120,tal", "4120"],
    ["eitt sjukehus", "utskrivingar,1505,Molde,2025,4120,tal", "4120"],
    ["eit desimaltal med punktum", "reinnleggingar,1505,alle,2025,14.2,prosent", "14.2"],
    ["eit desimaltal med komma", 'reinnleggingar,1505,alle,2025,"14,2",prosent', "14.2"],
    ["eit tal utgjevaren held attende", "oehd_opphald,1505,alle,2025,,tal", null],
    ["null", "oehd_opphald,1505,alle,2025,0,tal", "0"],
  ])("tek %s", (_, own, verdi) => {
    expect(read(own)).toMatchObject({faults: [], rows: [{kommune: "1505", verdi}]});
  });

  it.each([
    [
      "ein indikator ingen kjenner",
      "ventetid,1505,alle,2025,4,tal",
      /^Registeret samhandlingsdata\.csv, rad 2: indikator skal vere utskrivingar, /,
    ],
    [
      "ei eining ingen kjenner",
      "utskrivingar,1505,alle,2025,4,stk",
      /rad 2: eining skal vere tal, prosent, per_1000\.$/,
    ],
    [
      "eit namn for eit nummer",
      "utskrivingar,Sula,alle,2025,4,tal",
      /rad 2: kommune skal vere eit kommunenummer med fire siffer\.$/,
    ],
    ["ord for tal", "utskrivingar,1505,alle,2025,mange,tal", /rad 2: verdi skal vere eit /],
    [
      "ein del av eit opphald",
      "utskrivingar,1505,alle,2025,4.5,tal",
      /rad 2: verdi skal vere eit heilt tal når eininga er tal\.$/,
    ],
    ["meir enn alle", "reinnleggingar,1505,alle,2025,140,prosent", /rad 2: verdi kan ikkje vere over 100 prosent\.$/],
    ["utan sjukehus", "utskrivingar,1505,,2025,4,tal", /rad 2: sjukehus er tom\.$/],
    ["utan år", "utskrivingar,1505,alle,,4,tal", /rad 2: aar er tom\.$/],
  ])("seier frå om %s", (_, own, told) => {
    expect(read(own).faults[0]).toMatch(told);
  });

  it("seier frå om to tal for det same", () => {
    const {faults} = read("utskrivingar,1505,alle,2025,4120,tal", "utskrivingar,1505,alle,2025,4121,tal");
    expect(faults).toEqual([
      "Registeret samhandlingsdata.csv, rad 3: eit anna tal for det same står lenger oppe. La eitt stå.",
    ]);
  });

  it("seier frå om ein dato som ikkje finst", () => {
    const text = `${head}\n${row("utskrivingar,1505,alle,2025,4,tal").replace("2026-01-20", "20.1.2026")}\n`;
    expect(parseRegister("samhandlingsdata", text).faults).toEqual([
      "Registeret samhandlingsdata.csv, rad 2: dato skal vere ein dato som 2025-12-31.",
    ]);
  });

  it("kan vere borte", () => {
    expect(parseRegister("samhandlingsdata", null)).toEqual({rows: [], faults: []});
  });
});
