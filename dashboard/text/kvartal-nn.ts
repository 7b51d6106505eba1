import {beginning, inWords, list, quoted} from "./sentences.ts";

/** What control charts say of the quarters. Reports only: nothing here is better or worse. */
export const kvartalNn = {
  calm: "ingen kvartal skil seg ut",
  above: (quarters: readonly string[]) => `uvanleg mange i ${list(quarters, "og")}`,
  below: (quarters: readonly string[]) => `uvanleg få i ${list(quarters, "og")}`,
  moved: "nivået kan ha flytta seg undervegs",
  reason: {
    "steady-exposure": "c-diagram, fordi kvartala er like lange",
    "few-events": "c-diagram med eksakte grenser, fordi meldingane er få",
    "overdispersed-count": "c′-diagram, fordi kvartala ser ut til å variere meir enn tilfeldig",
    "rare-events": "ikkje vurdert, fordi det er under to meldingar i kvartalet",
    "too-few-points": "ikkje vurdert, fordi det er færre enn seks kvartal sidan brotet",
  },
  whole: (says: string, why: string) => `Alle meldingar, kvartal for kvartal: ${says} (${why}).`,
  unjudged: (why: string) => `Alle meldingar, kvartal for kvartal: ${why}.`,
  hidden: "Nokre kvartal er skjulte, så kvartala blir ikkje vurderte kvar for seg.",
  categories: (judged: number, all: number) =>
    judged === 1
      ? `Éin av ${inWords(all)} kategoriar er stor nok og heilt vist til å vurderast kvartal for kvartal.`
      : `${beginning(judged, `av ${inWords(all)} kategoriar`)} er store nok og heilt viste til å vurderast kvartal for kvartal.`,
  noneStandOut: (n: number): string => (n === 1 ? "Han skil seg ikkje ut." : "Ingen av dei skil seg ut."),
  standOut: (names: readonly string[]) => `Utanom det vanlege: ${quoted(names, "og")}.`,
  expected: (n: string) => `Høgst ${n} falske signal er venta om ingenting er endra.`,
  incomplete: "Ikkje alle har levert i alle åra, og det kan sjå ut som ein nedgang.",
};
