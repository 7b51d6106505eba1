import {beginning, list} from "../../../dashboard/text/sentences.ts";
import type {SinceText} from "./since-text.ts";

export const sinceNn: SinceText = {
  heading: "Kva er endra sidan førre utgåve?",
  first: "Utgåva frå året før ligg ikkje i mappa med resultat. Difor er ingenting samanlikna med henne.",
  nothing: (year, run) => `Ingenting er endra sidan utgåva for ${year} (${run}).`,
  sentence: (year, things) => `Sidan utgåva for ${year} er dette endra: ${list(things, "og")}.`,
  title: (n, year) =>
    n === 1 ? `Éin ting er endra sidan utgåva for ${year}` : beginning(n, `ting er endra sidan utgåva for ${year}`),
  subtitle: (year, run, n) => `Samanlikna med utgåva for ${year}, ${run}, n\u00a0=\u00a0${n}`,
  columns: ["Kva", "Endring"],
  whats: {
    numbers: "Tal for tidlegare år",
    breaks: "Brot i seriane",
    categories: "Kategoriar",
    kommunar: "Kommunar og LSU",
    threshold: "Grensa for små tal",
    registers: "Register",
    layouts: "Oppsett for kjeldene",
    program: "Programmet",
  },
  frozen: (years) => `Ingen tal er endra: ${years} står slik dei stod i førre utgåve.`,
  same: "Ingen tal er endra.",
  rows: (table, n) => `${table}: ${n} ${n === 1 ? "rad" : "rader"} med andre tal`,
  broken: (date, text) => `nytt brot ${date}: ${text}`,
  category: {
    ny: (name) => `«${name}» er ny`,
    endra: (name) => `«${name}» har fått nytt namn eller ny definisjon`,
    borte: (name) => `«${name}» er borte`,
  },
  moved: (name, from, to) =>
    from === null
      ? `${name} er komen til i LSU ${to}`
      : to === null
        ? `${name} er ikkje lenger med`
        : `${name} har gått frå LSU ${from} til LSU ${to}`,
  threshold: (from, to) => `Frå ${from} til ${to}. Alle år er laga på nytt med den nye grensa.`,
  file: {ny: (name) => `${name} (nytt)`, endra: (name) => name, borte: (name) => `${name} (borte)`},
  program: "Ny versjon. Reknemåten og orda kan vere endra, sjå metodekapitlet.",
  registers: {
    aarshjul: "årshjulet",
    alvor_mapping: "kodar for alvor",
    antaking: "føresetnader",
    avsendar: "avsendarar",
    brot: "brot",
    delavtale: "delavtalar",
    folketal: "folketal",
    forventa_levering: "venta leveringar",
    frist: "fristar",
    helsefellesskap: "helsefellesskapet",
    kategori: "kategoriar",
    kategori_mapping: "kodar for kategori",
    kommune: "kommunar",
    kommune_alias: "skrivemåtar av kommunar",
    kommune_endring: "kommuneendringar",
    lsu_medlem: "kommunane i kvart LSU",
    pasientgruppe: "pasientgrupper",
    retting: "rettingar",
    rute: "ruter til utval",
    samhandlingsdata: "samhandlingsdata",
    spraakprofil: "språkprofilar",
    stadfesta_null: "stadfesta null",
    terskel: "grenser for små tal",
    tiltak: "tiltak",
    typisk_forloep: "typiske forløp",
    utval: "utval",
    vekt: "vekter",
  },
};
