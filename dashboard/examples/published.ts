import type {Audience, PageFacts} from "../../pipeline/contract/edition.ts";
import {noLoop} from "../../pipeline/contract/loop.ts";
import type {Published} from "../view.ts";
import {exampleConclusions} from "./conclusions.ts";
import {year, years} from "./counts.ts";
import {lsuNames} from "./places.ts";
import {ssuLoop} from "./ssu-loop.ts";
import {exampleTables} from "./tables.ts";

const allAreas = ["fylke", ...Object.keys(lsuNames)];

/** Invented decisions of the year before: one card, and one that asked for knowledge. */
const earlier: PageFacts["earlier"] = [
  {
    ...{id: `${year - 1}-EPI`, year: year - 1, kategori: "EPI", title: null, type: "prioriter", viaSsu: true},
    ...{reason: "", who: "", due: "2025-12-01", ownerHospital: "seksjonsleiar", ownerMunicipality: "fagleiar"},
    ...{test: "Ti pasientar", testDate: "2025-03-20", measure: "rette lister / utskrivne", followUp: null},
  },
  {
    ...{id: `${year - 1}-UTS`, year: year - 1, kategori: "UTS", title: null, type: "kunnskap", viaSsu: false},
    ...{reason: "Varsel etter klokka 13", who: "tenestekontoret", due: null, ownerHospital: "", ownerMunicipality: ""},
    ...{test: "", testDate: null, measure: "", followUp: null},
  },
];

function facts(audience: Audience, threshold: number): Omit<PageFacts, "conclusions"> {
  return {
    audience,
    year,
    years,
    threshold,
    runId: "2025-M-07",
    runDate: "2026-03-02",
    cutOff: "2026-02-01",
    synthetic: true,
    county: {nn: "Møre og Romsdal", nb: "Møre og Romsdal"},
    trust: {nn: "Helse Møre og Romsdal", nb: "Helse Møre og Romsdal"},
    trustShort: "HMR",
    deadlineDays: 28,
    loop: audience.id === "ssu" ? ssuLoop : noLoop,
    patientGroups: [{kode: "ELDRE", nn: "Skrøpelege eldre", nb: "Skrøpelige eldre"}],
    weights: {of: {mengd: 40, alvor: 40, breidde: 20}, from: 2025, assumed: true},
    courses: [
      {
        kategori: "UTS",
        lsu: null,
        nn: "Varselet kjem klokka 14. Pasienten kjem heim same kvelden.",
        nb: "Varselet kommer klokka 14. Pasienten kommer hjem samme kveld.",
      },
    ],
    earlier: audience.omraade.startsWith("lsu-") ? earlier : [],
    assumptions: [
      {
        nn: "Fristen for svar er sett til 28 dagar.",
        nb: "Fristen for svar er satt til 28 dager.",
      },
      {
        nn: "Kategoriane er eit framlegg og ikkje vedtekne.",
        nb: "Kategoriene er et forslag og ikke vedtatt.",
      },
    ],
  };
}

function published(known: ReturnType<typeof facts>, areas: readonly string[]): Published {
  const tables = exampleTables(areas, known.threshold);
  return {facts: {...known, conclusions: exampleConclusions(tables, areas)}, tables};
}

/** The page of one LSU: its own area and the county. */
export function exampleLsu(): Published {
  const audience: Audience = {
    id: "lsu-molde",
    edition: "moete",
    name: {nn: "LSU Molde", nb: "LSU Molde"},
    omraade: "lsu-molde",
    language: "nn",
    languageLocked: false,
  };
  return published(facts(audience, 3), ["lsu-molde", "fylke"]);
}

/** The page of the strategic committee: every area. */
export function exampleSsu(): Published {
  const audience: Audience = {
    id: "ssu",
    edition: "moete",
    name: {nn: "SSU", nb: "SSU"},
    omraade: "fylke",
    language: "nn",
    languageLocked: false,
  };
  return published(facts(audience, 3), allAreas);
}

/** The public page: a higher threshold and one form of the language. */
export function exampleOpen(): Published {
  const audience: Audience = {
    id: "open",
    edition: "open",
    name: null,
    omraade: "fylke",
    language: "nn",
    languageLocked: true,
  };
  return published(facts(audience, 5), allAreas);
}
