import type {Language} from "../../contract/edition.ts";

/** The words of the chapter on the four priority patient groups. */
interface PasientgrupperText {
  readonly heading: string;
  readonly some: (some: string, all: string) => string;
  readonly tooFew: string;
  readonly notRecorded: string;
  readonly lead: string;
  readonly tableTitle: string;
  readonly tableSubtitle: (county: string, year: number, n: string) => string;
  readonly committee: string;
  readonly nobody: string;
  readonly note: string;
  readonly choose: (ssu: string) => string;
  readonly record: (ssu: string, trust: string) => string;
}

const nn: PasientgrupperText = {
  heading: "Dei prioriterte pasientgruppene",
  some: (some, all) => `Der det er nok meldingar til å vise det, gjeld ${some} av ${all} ei prioritert gruppe.`,
  tooFew: "Det er for få meldingar til å vise kva pasientgrupper dei gjeld.",
  notRecorded: "Ingen har ført kva pasientgruppe meldingane gjeld.",
  lead: "Gruppa er sett av den som melde. Få meldingar om ei gruppe kan bety at få ser etter henne.",
  tableTitle: "Meldingar etter pasientgruppe",
  tableSubtitle: (county, year, n) => `Kategoriar med nok meldingar i eit LSU, ${county}, ${year}, n\u00a0=\u00a0${n}`,
  committee: "LSU",
  nobody: "Inga av dei",
  note: "Kategoriar med for få meldingar til å delast opp, står ikkje her. Difor er ikkje tala summar for fylket.",
  choose: (ssu) =>
    `${ssu} ber kvart LSU seie kva for ei av dei prioriterte pasientgruppene tiltaket skal hjelpe, når det vel, og spørje brukarrepresentantar for gruppa om det er rett tiltak.`,
  record: (ssu, trust) =>
    `${ssu} ber kommunane og ${trust} føre pasientgruppe på alle meldingar frå neste kvartal, slik at gruppene kan telje når LSU vel.`,
};

const nb: PasientgrupperText = {
  heading: "De prioriterte pasientgruppene",
  some: (some, all) => `Der det er nok meldinger til å vise det, gjelder ${some} av ${all} en prioritert gruppe.`,
  tooFew: "Det er for få meldinger til å vise hvilke pasientgrupper de gjelder.",
  notRecorded: "Ingen har ført hvilken pasientgruppe meldingene gjelder.",
  lead: "Gruppen er satt av den som meldte. Få meldinger om en gruppe kan bety at få ser etter den.",
  tableTitle: "Meldinger etter pasientgruppe",
  tableSubtitle: (county, year, n) => `Kategorier med nok meldinger i et LSU, ${county}, ${year}, n\u00a0=\u00a0${n}`,
  committee: "LSU",
  nobody: "Ingen av dem",
  note: "Kategorier med for få meldinger til å deles opp, står ikke her. Derfor er ikke tallene summer for fylket.",
  choose: (ssu) =>
    `${ssu} ber hvert LSU si hvilken av de prioriterte pasientgruppene tiltaket skal hjelpe, når det velger, og spørre brukerrepresentanter for gruppen om det er riktig tiltak.`,
  record: (ssu, trust) =>
    `${ssu} ber kommunene og ${trust} føre pasientgruppe på alle meldinger fra neste kvartal, slik at gruppene kan telle når LSU velger.`,
};

export const pasientgrupperTexts: Readonly<Record<Language, PasientgrupperText>> = {nn, nb};
