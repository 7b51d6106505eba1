import {describe, expect, it} from "vitest";
import {exampleSsu} from "../../../dashboard/examples/published.ts";
import {measureEffect, measureSeries, reportEffect} from "../../../pipeline/conclude/effects.ts";
import {type LoopFacts, loopFor, loopOf} from "../../../pipeline/conclude/loop.ts";
import type {Tables} from "../../../pipeline/contract/tables.ts";
import type {CountedPeriod, DecisionRecord} from "../../../pipeline/decide/decision-records.ts";
import {periodsBetween} from "../../../pipeline/decide/period.ts";

const {tables} = exampleSsu();
const decided = "2025-03-05";

const record = (changes: Partial<DecisionRecord> = {}): DecisionRecord => ({
  ...{id: "2024-EPI", year: 2024, audience: "lsu-molde", synthetic: true, kategori: "EPI", title: null},
  ...{type: "prioriter", viaSsu: false, reason: "", who: "", due: "2025-09-01", decided, goal: "", prediction: ""},
  ...{told: {goal: "", measure: ""}},
  ...{ownerHospital: "seksjonsleiar", ownerMunicipality: "fagleiar", test: "Ti pasientar", testDate: "2025-03-20"},
  ...{measure: "rette lister / utskrivne", followUp: null, better: "opp", frequency: "maanad", cost: "", status: null},
  ...{note: "", counted: [], answers: {ssuAnswer: null, ssuDate: null, fsuAnswer: null, fsuDate: null, note: ""}},
  ...changes,
});

/** Months from a year before the decision to ten after it: so many of `of` before and after, a little apart. */
function counted(before: number, after: number, of = 60, until = "2026-01-01"): CountedPeriod[] {
  return periodsBetween("2024-03-01", until, "maanad").map((period, index) => ({
    period,
    teljar: (period < "2025M03" ? before : after) + ((index * 7) % 5) - 2,
    nemnar: of,
    changed: "",
  }));
}

const effect = (changes: Partial<DecisionRecord>, own: Tables = tables) => measureEffect(record(changes), own, 3);

describe("verknaden av eit tiltak på prosessmålet", () => {
  it("er ei påvist betring når delen går frå 60 til 80 prosent", () => {
    expect(effect({counted: counted(36, 48)})).toMatchObject({
      verdict: "betring_paavist",
      reason: null,
      counts: "rest",
    });
  });

  it("er ei forverring når han går andre vegen, og berre ei endring når ingen har sagt kva veg som er betre", () => {
    expect(effect({counted: counted(48, 36)}).verdict).toBe("forverring");
    expect(effect({counted: counted(36, 48), better: null}).verdict).toBe("endring");
  });

  it("kan ikkje avgjerast når ingenting er endra, når det er for lite å sjå på, og når ingen har talt", () => {
    expect(effect({counted: counted(36, 36)})).toMatchObject({verdict: "kan_ikkje_avgjerast", reason: "liten_skilnad"});
    expect(
      effect({counted: counted(36, 40).filter(({period}) => period > "2025M01" && period < "2025M05")}),
    ).toMatchObject({
      verdict: "kan_ikkje_avgjerast",
      reason: "for_kort",
    });
    expect(effect({counted: []})).toMatchObject({reason: "ingen_tal", ratio: null});
    expect(effect({counted: counted(36, 48).filter(({period}) => period < "2025M03")})).toMatchObject({
      reason: "ingen_tal",
    });
  });

  it("månaden vedtaket fall i, høyrer ikkje til nokon av sidene", () => {
    const months = counted(36, 48);
    const odd = months.map((one) => (one.period === "2025M03" ? {...one, teljar: 0} : one));
    expect(effect({counted: odd})).toEqual(effect({counted: months}));
    expect(measureSeries(record({counted: odd}), 3)?.before?.periods).toBe(12);
  });

  it("blir ikkje dømd over eit brot i serien", () => {
    const brot = {
      id: "nytt",
      dato: "2025-03-01",
      kategori: "EPI",
      kommune: null,
      verknad: "stopp",
      nn: "Nytt",
      nb: "Nytt",
    };
    expect(effect({counted: counted(36, 48)}, {...tables, brot: [brot]})).toMatchObject({
      verdict: "kan_ikkje_avgjerast",
      reason: "brot",
      ratio: null,
      breaks: [{nn: "Nytt", nb: "Nytt"}],
    });
    const marked = effect({counted: counted(36, 48)}, {...tables, brot: [{...brot, verknad: "merk"}]});
    expect(marked).toMatchObject({verdict: "betring_paavist", breaks: [{nn: "Nytt", nb: "Nytt"}]});
  });

  it("viser ikkje små tal, korkje i serien eller i det som er slutta av dei", () => {
    const few = counted(6, 7, 8, "2025-05-01").map((one) => ({...one, teljar: Math.min(one.teljar, 7)}));
    expect(measureSeries(record({counted: few}), 3)?.points.every(({teljar}) => teljar === null)).toBe(true);
    const tiny = few.filter(({period}) => ["2025M02", "2025M04"].includes(period)).map((one) => ({...one, teljar: 7}));
    expect(measureSeries(record({counted: tiny}), 3)).toMatchObject({before: null, after: null});
    expect(effect({counted: tiny})).toMatchObject({verdict: "kan_ikkje_avgjerast", reason: "skjult", ratio: null});
  });
});

describe("talet på meldingar", () => {
  const quarters = (ns: readonly (number | null)[]): Tables => ({
    ...tables,
    brot: [],
    melding_per_kvartal: ns.map((n, index) => ({
      ...{aar: 2023 + Math.floor(index / 4), kvartal: (index % 4) + 1, omraade: "lsu-molde", kategori: "EPI"},
      ...{retning: "alle", n, status: n === null ? ("hidden" as const) : ("published" as const)},
    })),
  });

  it("blir aldri kalla ei betring åleine, kor mykje det enn fell", () => {
    const fall = quarters([40, 42, 38, 41, 40, 39, 42, 41, 40, 6, 5, 6]);
    expect(reportEffect(record(), fall)?.verdict).toBe("endring");
  });

  it("seier ingenting når eitt kvartal er skjult", () => {
    expect(reportEffect(record(), quarters([40, 42, null, 41, 40, 39, 42, 41, 40, 6, 5, 6]))).toMatchObject({
      verdict: "kan_ikkje_avgjerast",
      reason: "skjult",
      ratio: null,
    });
  });
});

describe("sløyfa", () => {
  const fsu = {id: "fsu-a", type: "fsu", nn: "Utvalet A", nb: "Utvalget A", delavtale: null};
  const routed: Tables = {
    ...tables,
    utval: [fsu],
    kategori: tables.kategori.map((row) => (row.kode === "LEG" ? {...row, rute: fsu.id} : row)),
  };
  const facts: LoopFacts = {
    ...{tables: routed, year: 2025, runDate: "2026-02-15", threshold: 3, tiltak: [], delivered: new Set(["lsu-molde"])},
    audiences: ["ssu", "lsu-molde", "lsu-volda"].map((id) => ({id, name: {nn: id, nb: id}, isSsu: id === "ssu"})),
  };
  const worked = record({counted: counted(36, 48)});
  const untried = record({id: "2024-UTS", kategori: "UTS", status: "ikkje"});
  const sent = record({id: "2024-LEG", audience: "lsu-volda", kategori: "LEG", type: "fsu"});
  const loop = loopOf([worked, untried, sent], facts);

  it("gjer rekneskap for kvart utval i rekkjefølgja til registeret", () => {
    expect(loop.accounted.map(({audience}) => audience)).toEqual(["ssu", "lsu-molde", "lsu-volda"]);
    expect(loop.accounted[1]).toMatchObject({
      ...{delivered: true, decisions: 2, chosen: 2, tried: 1, measured: 1, closed: 0, unknown: 0},
      verdicts: {betring_paavist: 1, truleg_betring: 0, kan_ikkje_avgjerast: 1, forverring: 0, endring: 0},
    });
    expect(loop.accounted[2]).toMatchObject({delivered: false, decisions: 1, chosen: 0});
  });

  it("seier at det som aldri vart prøvd, ikkje kan avgjerast, og kvifor", () => {
    expect(loop.followed.find(({id}) => id === "2024-UTS")).toMatchObject({
      ...{status: "ikkje", reports: null, daysLate: 167},
      effect: {verdict: "kan_ikkje_avgjerast", reason: "ikkje_proevd"},
    });
  });

  it("sender ei sak til eit FSU gjennom SSU, med alder", () => {
    expect(loop.routes).toMatchObject([
      {id: "lsu-volda_2024-LEG", why: "fsu", waitsFor: "ssu", age: 347, sent: decided},
    ]);
    const answers = {ssuAnswer: "fsu", ssuDate: "2025-04-20", fsuAnswer: null, fsuDate: null, note: ""} as const;
    const [passed] = loopOf([{...sent, answers}], facts).routes;
    expect(passed).toMatchObject({waitsFor: "fsu", to: "fsu-a"});
    const ended = {...answers, fsuAnswer: "gjer", fsuDate: "2025-06-01"} as const;
    expect(loopOf([{...sent, answers: ended}], facts).routes[0]).toMatchObject({waitsFor: null, age: 88});
  });

  it("det som kostar pengar, går til SSU først", () => {
    expect(loopOf([record({cost: "ei halv stilling"})], facts).routes[0]).toMatchObject({
      why: "oekonomi",
      waitsFor: "ssu",
    });
  });

  it("byd fram eit tiltak som verka, til dei andre og ikkje til seg sjølv", () => {
    expect(loopFor(loop, "lsu-volda").elsewhere).toMatchObject([
      {from: "lsu-molde", kategori: "EPI", verdict: "betring_paavist"},
    ]);
    expect(loopFor(loop, "lsu-molde").elsewhere).toEqual([]);
    expect(loopFor(loop, "lsu-volda").followed.map(({id}) => id)).toEqual(["2024-LEG"]);
  });

  it("fører tiltaka til LSU i den same forma som dei faglege utvala har", () => {
    expect(loop.tiltak.map(({id, utval, status}) => [id, utval, status])).toEqual([
      ["lsu-molde-2024-EPI", "lsu-molde", "under"],
      ["lsu-molde-2024-UTS", "lsu-molde", "ikkje"],
    ]);
    expect(loopFor(loop, "lsu-volda").tiltak).toEqual([]);
    expect(loop.tiltak[0]).toMatchObject({
      ...{eigarKommune: "fagleiar", eigarSjukehus: "seksjonsleiar", effekt: "betring_paavist", kategoriar: ["EPI"]},
      ...{fra: decided, til: "2025-09-01", antatt: false, indikator: {nn: "rette lister / utskrivne"}},
    });
  });

  it("slepp ikkje eit eldre vedtak før det er lukka", () => {
    const old = record({id: "2022-EPI", year: 2022});
    expect(loopOf([old], facts).followed).toHaveLength(1);
    expect(loopOf([{...old, followUp: "avslutt"}], facts).followed).toEqual([]);
    expect(loopOf([{...worked, followUp: "avslutt"}], facts).followed).toMatchObject([{closed: true, daysLate: 0}]);
  });
});
