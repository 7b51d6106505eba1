import {beginning, list} from "../../../dashboard/text/sentences.ts";
import type {SinceText} from "./since-text.ts";

export const sinceNb: SinceText = {
  heading: "Hva er endret siden forrige utgave?",
  first: "Utgaven fra året før ligger ikke i mappen med resultater. Derfor er ingenting sammenlignet med den.",
  nothing: (year, run) => `Ingenting er endret siden utgaven for ${year} (${run}).`,
  sentence: (year, things) => `Siden utgaven for ${year} er dette endret: ${list(things, "og")}.`,
  title: (n, year) =>
    n === 1 ? `Én ting er endret siden utgaven for ${year}` : beginning(n, `ting er endret siden utgaven for ${year}`),
  subtitle: (year, run, n) => `Sammenlignet med utgaven for ${year}, ${run}, n\u00a0=\u00a0${n}`,
  columns: ["Hva", "Endring"],
  whats: {
    numbers: "Tall for tidligere år",
    breaks: "Brudd i seriene",
    categories: "Kategorier",
    kommunar: "Kommuner og LSU",
    threshold: "Grensen for små tall",
    registers: "Registre",
    layouts: "Oppsett for kildene",
    program: "Programmet",
  },
  frozen: (years) => `Ingen tall er endret: ${years} står slik de stod i forrige utgave.`,
  same: "Ingen tall er endret.",
  rows: (table, n) => `${table}: ${n} ${n === 1 ? "rad" : "rader"} med andre tall`,
  broken: (date, text) => `nytt brudd ${date}: ${text}`,
  category: {
    ny: (name) => `«${name}» er ny`,
    endra: (name) => `«${name}» har fått nytt navn eller ny definisjon`,
    borte: (name) => `«${name}» er borte`,
  },
  moved: (name, from, to) =>
    from === null
      ? `${name} er kommet til i LSU ${to}`
      : to === null
        ? `${name} er ikke lenger med`
        : `${name} har gått fra LSU ${from} til LSU ${to}`,
  threshold: (from, to) => `Fra ${from} til ${to}. Alle år er laget på nytt med den nye grensen.`,
  file: {ny: (name) => `${name} (nytt)`, endra: (name) => name, borte: (name) => `${name} (borte)`},
  program: "Ny versjon. Regnemåten og ordene kan være endret, se metodekapittelet.",
  registers: {
    aarshjul: "årshjulet",
    alvor_mapping: "koder for alvor",
    antaking: "forutsetninger",
    avsendar: "avsendere",
    brot: "brudd",
    delavtale: "delavtaler",
    folketal: "folketall",
    forventa_levering: "ventede leveringer",
    frist: "frister",
    helsefellesskap: "helsefellesskapet",
    kategori: "kategorier",
    kategori_mapping: "koder for kategori",
    kommune: "kommuner",
    kommune_alias: "skrivemåter av kommuner",
    kommune_endring: "kommuneendringer",
    lsu_medlem: "kommunene i hvert LSU",
    pasientgruppe: "pasientgrupper",
    retting: "rettinger",
    rute: "ruter til utvalg",
    samhandlingsdata: "samhandlingsdata",
    spraakprofil: "språkprofiler",
    stadfesta_null: "bekreftet null",
    terskel: "grenser for små tall",
    tiltak: "tiltak",
    typisk_forloep: "typiske forløp",
    utval: "utvalg",
    vekt: "vekter",
  },
};
