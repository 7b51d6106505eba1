import {quoted} from "../../../dashboard/text/sentences.ts";

/** The words of the two pages each LSU gets before its meeting, and of the slides for SSU, in nynorsk. */
export const briefNn = {
  subtitle: (year: number) => `møtegrunnlag, meldingar i ${year}`,
  lead: "Les desse to sidene før møtet, og tenk over kvar du vil setje dei tre prikkane dine. Møtet vel høgst to ting å betre.",
  earlier: "Kva vart gjort med vedtaka frå i fjor?",
  noneWhy: "Inga møtefil frå i fjor er teken inn. Vedtaka de gjer no, opnar dette arket neste år.",
  figures: (year: number) => `Året ${year} i fire tal`,
  canSee: (name: string, n: string, chance: string) =>
    `Blir meldingane om ${quoted([name], "og")} (${n}) halverte, er sjansen for å sjå det på talet innan eitt år ${chance}. Følg difor eit prosessmål.`,
  decide: "Dette skal de avgjere",
  decideLead: "Kryss av for eitt vedtak per kandidat. Møtefila er den som gjeld.",
  first: (name: string) => `1. ${quoted([name], "og")}`,
  second: (name: string) => `2. ${quoted([name], "og")}, eller ein annan kandidat`,
  unnamed: (place: number) => `${place}. Kandidat frå meldingane eller frå årsmøtet`,
  ownerHospital: "Eigar frå sjukehuset",
  ownerMunicipality: "Eigar frå kommunen",
  reason: "Grunn, og innan når",
  candidates: {
    subtitle: (area: string, year: number, n: string) => `Kandidatane til tiltak, ${area}, ${year}, n\u00a0=\u00a0${n}`,
    band: (places: number) => `1 til ${places}`,
    byNumber: "Bandet viser plassane kategorien kan ha med 80 % sannsyn. Fylt band: sikkert blant dei tre største.",
    byWeights:
      "Bandet viser plassane kandidaten kan ha med desse vektene, same kva dei skjulte tala er. Fylt band: alltid blant dei tre øvste.",
  },
  slides: {
    subtitle: (county: string) => `Framlegg til SSU, ${county}`,
    about: (year: number, cutOff: string) => `Meldingar i ${year}, registrerte til og med ${cutOff}.`,
    welcome:
      "Lysarka følgjer rapporten. Kvart lysark har éin bodskap. Målet er vedtak: kven gjer kva, og når ser vi på det att.",
    limits: "Få meldingar betyr ikkje få avvik",
    limitsTalk: "Sei dette før tala. Ingen kommune og inga avdeling kan rangerast etter talet på meldingar.",
    mirrorTalk: "Begge retningar står på same skala. Spør begge sider kva dei ikkje melder.",
    patternTalk: "Trekant opp eller ned står berre der endringa er sikker. Alt anna kan vere tilfeldig.",
    whereTalk: "Les bortover: same kategori i fleire område kan vere éi sak for fylket. Elles høyrer saka heime i LSU.",
    groups: "Kven det gjeld",
    groupsTalk: "Fagområdet seier kven som kan gjere noko med det. Små tal er skjulte.",
    chancesTalk: "Størst er ikkje det same som viktigast. Skade og kva utvala sjølve kan endre, tel òg.",
    qualityTalk: "Svar og utfylling er det partane sjølve kan endre raskast.",
    deliveryTalk: "Den som ikkje har levert, veit vi ingenting om. Avtal kven som tek kontakt.",
    decisions: "Tre ting vi ber SSU vedta",
    decisionsTalk: "Les kvart forslag høgt. Skriv inn eigar og dato. Eit vedtak utan eigar blir ikkje gjort.",
    earlierTalk: "Start her. Ingenting nytt blir opna før vedtaka frå i fjor har fått status.",
  },
};

export type BriefText = typeof briefNn;
