import type {kvartalNn} from "./kvartal-nn.ts";
import {beginning, inWords, list, quoted} from "./sentences.ts";

export const kvartalNb: typeof kvartalNn = {
  calm: "ingen kvartaler skiller seg ut",
  above: (quarters) => `uvanlig mange i ${list(quarters, "og")}`,
  below: (quarters) => `uvanlig få i ${list(quarters, "og")}`,
  moved: "nivået kan ha flyttet seg underveis",
  reason: {
    "steady-exposure": "c-diagram, fordi kvartalene er like lange",
    "few-events": "c-diagram med eksakte grenser, fordi meldingene er få",
    "overdispersed-count": "c′-diagram, fordi kvartalene ser ut til å variere mer enn tilfeldig",
    "rare-events": "ikke vurdert, fordi det er under to meldinger i kvartalet",
    "too-few-points": "ikke vurdert, fordi det er færre enn seks kvartaler siden bruddet",
  },
  whole: (says, why) => `Alle meldinger, kvartal for kvartal: ${says} (${why}).`,
  unjudged: (why) => `Alle meldinger, kvartal for kvartal: ${why}.`,
  hidden: "Noen kvartaler er skjult, så kvartalene vurderes ikke hver for seg.",
  categories: (judged, all) =>
    judged === 1
      ? `Én av ${inWords(all)} kategorier er stor nok og helt vist til å vurderes kvartal for kvartal.`
      : `${beginning(judged, `av ${inWords(all)} kategorier`)} er store nok og helt vist til å vurderes kvartal for kvartal.`,
  noneStandOut: (n) => (n === 1 ? "Den skiller seg ikke ut." : "Ingen av dem skiller seg ut."),
  standOut: (names) => `Utenom det vanlige: ${quoted(names, "og")}.`,
  expected: (n) => `Høyst ${n} falske signaler er ventet om ingenting er endret.`,
  incomplete: "Ikke alle har levert i alle årene, og det kan se ut som en nedgang.",
};
