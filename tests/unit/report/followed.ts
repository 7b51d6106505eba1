import type {Followed} from "../../../pipeline/contract/loop.ts";

/** An invented decision of the year before, tried and not measured. */
export function followedDecision(audience: string, id: string): Followed {
  return {
    ...{id, year: 2024, kategori: "EPI", title: null, type: "prioriter", viaSsu: false, reason: "", who: ""},
    ...{due: "2025-12-01", ownerHospital: "seksjonsleiar", ownerMunicipality: "fagleiar", test: "Ti pasientar"},
    ...{testDate: "2025-03-20", measure: "rette lister / utskrivne", followUp: null, audience},
    ...{committee: {nn: "Eit utval", nb: "Et utvalg"}, decided: "2025-03-05", goal: "", prediction: ""},
    ...{told: {goal: "", measure: ""}, better: "opp", status: "under", note: "", closed: false, daysLate: 91},
    ...{series: null, reports: null},
    effect: {
      ...{
        verdict: "kan_ikkje_avgjerast",
        reason: "ingen_tal",
        ratio: null,
        counts: "teljar",
        cutByBreak: 0,
        breaks: [],
      },
    },
  } as Followed;
}
