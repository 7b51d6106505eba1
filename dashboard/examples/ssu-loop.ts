import type {Followed, Loop, Route} from "../../pipeline/contract/loop.ts";
import {year} from "./counts.ts";
import {lsuNames} from "./places.ts";

const nameOf = (id: string) => ({nn: `LSU ${lsuNames[id] ?? id}`, nb: `LSU ${lsuNames[id] ?? id}`});
const noVerdicts = {betring_paavist: 0, truleg_betring: 0, kan_ikkje_avgjerast: 0, forverring: 0, endring: 0};

function decision(audience: string, kategori: string, changes: Partial<Followed>): Followed {
  return {
    ...{id: `${year - 1}-${kategori}`, year: year - 1, kategori, title: null, type: "prioriter", viaSsu: false},
    ...{reason: "", who: "", due: "2025-12-01", ownerHospital: "seksjonsleiar", ownerMunicipality: "fagleiar"},
    ...{test: "Ti pasientar", testDate: "2025-03-20", measure: "rette lister / utskrivne", followUp: null},
    ...{audience, committee: nameOf(audience), decided: "2025-03-05", goal: "", prediction: "", better: null},
    ...{status: "under", note: "", closed: false, daysLate: 0, series: null, effect: null, reports: null},
    told: {goal: "", measure: ""},
    ...changes,
  };
}

function route(from: string, kategori: string, changes: Partial<Route>): Route {
  return {
    ...{id: `${from}_${year}-${kategori}`, from, fromName: nameOf(from), kategori, title: null, why: "fsu"},
    ...{to: "fsu-ikt", toName: {nn: "Fagleg samarbeidsutval for IKT", nb: "Faglig samarbeidsutvalg for IKT"}},
    ...{sent: "2026-01-14", waitsFor: "ssu", age: 47, ssuAnswer: null, ssuDate: null, fsuAnswer: null, fsuDate: null},
    note: "",
    ...changes,
  };
}

/** Invented decisions of four LSU as SSU sees them: some late, some waiting, one that worked. */
export const ssuLoop: Loop = {
  followed: [
    decision("lsu-molde", "EPI", {daysLate: 91}),
    decision("lsu-volda", "UTS", {status: "gjennomfoert", closed: true}),
  ],
  fresh: [
    decision("lsu-alesund", "UTS", {id: `${year}-UTS`, year, due: null, decided: "2026-02-10", status: "planlagt"}),
  ],
  routes: [
    route("lsu-molde", "MLD", {}),
    route("lsu-volda", "LEG", {why: "oekonomi", age: 20, ssuAnswer: "fsu", ssuDate: "2026-02-20", waitsFor: "fsu"}),
  ],
  tiltak: [],
  elsewhere: [
    {
      ...{id: `${year - 1}-UTS`, from: "lsu-volda", fromName: nameOf("lsu-volda"), kategori: "UTS"},
      ...{test: "Ring før heimreise", measure: "varsla i tide / utskrivne", verdict: "truleg_betring"},
      ratio: {ratio: 0.6, lower: 0.4, upper: 0.95},
    },
  ],
  accounted: Object.keys(lsuNames).map((audience) => ({
    ...{audience, committee: nameOf(audience), delivered: audience !== "lsu-kristiansund", decisions: 1, chosen: 1},
    ...{tried: 0, measured: 0, closed: 0, unknown: 0, verdicts: noVerdicts},
  })),
};
