import type {DecisionEffect, Followed, Loop} from "../../pipeline/contract/loop.ts";
import {year} from "./counts.ts";

const none: DecisionEffect = {
  ...{verdict: "kan_ikkje_avgjerast", reason: "ingen_tal", ratio: null, counts: "teljar", cutByBreak: 0, breaks: []},
};

const months = ["01", "02", "04", "05"].map((month) => `${year}M${month}`);

function series(before: number, after: number): Followed["series"] {
  const level = (share: number) => ({teljar: Math.round(share * 120), nemnar: 120, periods: 2});
  return {
    points: months.map((period, index) => ({
      period,
      teljar: Math.round((index < 2 ? before : after) * 60),
      nemnar: 60,
    })),
    before: level(before),
    after: level(after),
    rebased: [],
  };
}

function followed(changes: Partial<Followed> & Pick<Followed, "id" | "audience" | "kategori">): Followed {
  const name = `LSU ${changes.audience.replace("lsu-", "").replace(/^./, (first) => first.toUpperCase())}`;
  return {
    ...{
      year: year - 1,
      title: null,
      type: "prioriter",
      viaSsu: false,
      reason: "HEMMELEG",
      who: "",
      due: `${year}-09-01`,
    },
    ...{ownerHospital: "seksjonsleiar", ownerMunicipality: "fagleiar", test: "Ti pasientar", testDate: `${year}-03-20`},
    ...{measure: "rette lister / utskrivne", followUp: null, committee: {nn: name, nb: name}, decided: `${year}-03-05`},
    ...{goal: "Rette lister", prediction: "", told: {goal: "Rette lister", measure: "rette lister / utskrivne"}},
    ...{better: "opp", status: "under", note: "HEMMELEG", closed: false, daysLate: 167, series: null},
    ...{effect: none, reports: null},
    ...changes,
  };
}

/** Invented decisions with every outcome: one worked, one did not, one cannot be known, one was never tried, and one is new. */
export const exampleLoop: Loop = {
  followed: [
    followed({
      ...{id: `${year - 1}-EPI`, audience: "lsu-molde", kategori: "EPI", status: "gjennomfoert"},
      series: series(0.55, 0.82),
      effect: {
        ...none,
        ...{verdict: "betring_paavist", reason: null, ratio: {ratio: 0.4, lower: 0.3, upper: 0.55}, counts: "rest"},
        breaks: [{nn: "Ny avtale", nb: "Ny avtale"}],
      },
      reports: {...none, verdict: "endring", reason: null},
    }),
    followed({
      ...{id: `${year - 1}-UTS`, audience: "lsu-kristiansund", kategori: "UTS"},
      series: series(0.6, 0.61),
      effect: {...none, reason: "liten_skilnad", ratio: {ratio: 0.98, lower: 0.7, upper: 1.4}},
    }),
    followed({
      ...{id: `${year - 1}-LEG`, audience: "lsu-volda", kategori: "LEG", status: "under"},
      effect: {...none, reason: "for_kort"},
    }),
    followed({
      ...{id: `${year - 1}-TRA`, audience: "lsu-volda", kategori: "TRA", status: "ikkje"},
      effect: {...none, reason: "ikkje_proevd"},
    }),
  ],
  fresh: [
    followed({
      ...{
        id: `${year}-LEG`,
        year,
        audience: "lsu-molde",
        kategori: "LEG",
        status: "planlagt",
        due: `${year + 1}-06-01`,
      },
      ...{decided: `${year + 1}-03-05`, testDate: `${year + 1}-03-20`, told: {goal: "", measure: ""}, daysLate: 0},
    }),
  ],
  routes: [
    {
      ...{id: `lsu-volda_${year - 1}-LEG`, from: "lsu-volda", fromName: {nn: "LSU Volda", nb: "LSU Volda"}},
      ...{kategori: "LEG", title: null, why: "fsu", to: "fsu-a", toName: {nn: "FSU A", nb: "FSU A"}},
      ...{sent: `${year}-03-05`, waitsFor: "fsu", age: 347, ssuAnswer: "fsu", ssuDate: `${year}-04-20`},
      ...{fsuAnswer: null, fsuDate: null, note: ""},
    },
  ],
  tiltak: [],
  elsewhere: [
    {
      ...{id: `${year - 1}-EPI`, from: "lsu-molde", fromName: {nn: "LSU Molde", nb: "LSU Molde"}, kategori: "EPI"},
      ...{test: "Ti pasientar", measure: "rette lister / utskrivne", verdict: "betring_paavist"},
      ratio: {ratio: 0.4, lower: 0.3, upper: 0.55},
    },
  ],
  accounted: ["molde", "volda"].map((name) => ({
    ...{audience: `lsu-${name}`, committee: {nn: `LSU ${name}`, nb: `LSU ${name}`}, delivered: true},
    ...{decisions: 2, chosen: 2, tried: 1, measured: 1, closed: 0, unknown: 0},
    verdicts: {betring_paavist: 1, truleg_betring: 0, kan_ikkje_avgjerast: 1, forverring: 0, endring: 0},
  })),
};
