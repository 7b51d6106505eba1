import {quoted} from "../../../dashboard/text/sentences.ts";
import type {BriefText} from "./brief-nn.ts";

/** The words of the two pages each LSU gets before its meeting, and of the slides for SSU, in bokmål. */
export const briefNb: BriefText = {
  subtitle: (year) => `møtegrunnlag, meldinger i ${year}`,
  lead: "Les disse to sidene før møtet, og tenk over hvor du vil sette de tre prikkene dine. Møtet velger høyst to ting å forbedre.",
  earlier: "Hva ble gjort med vedtakene fra i fjor?",
  noneWhy: "Ingen møtefil fra i fjor er tatt inn. Vedtakene dere gjør nå, åpner dette arket neste år.",
  figures: (year) => `Året ${year} i fire tall`,
  canSee: (name, n, chance) =>
    `Blir meldingene om ${quoted([name], "og")} (${n}) halvert, er sjansen for å se det på tallet innen ett år ${chance}. Følg derfor et prosessmål.`,
  decide: "Dette skal dere avgjøre",
  decideLead: "Kryss av for ett vedtak per kandidat. Møtefilen er den som gjelder.",
  first: (name) => `1. ${quoted([name], "og")}`,
  second: (name) => `2. ${quoted([name], "og")}, eller en annen kandidat`,
  unnamed: (place) => `${place}. Kandidat fra meldingene eller fra årsmøtet`,
  ownerHospital: "Eier fra sykehuset",
  ownerMunicipality: "Eier fra kommunen",
  reason: "Grunn, og innen når",
  candidates: {
    subtitle: (area, year, n) => `Kandidatene til tiltak, ${area}, ${year}, n\u00a0=\u00a0${n}`,
    band: (places) => `1 til ${places}`,
    byNumber:
      "Båndet viser plassene kategorien kan ha med 80 % sannsynlighet. Fylt bånd: sikkert blant de tre største.",
    byWeights:
      "Båndet viser plassene kandidaten kan ha med disse vektene, uansett hva de skjulte tallene er. Fylt bånd: alltid blant de tre øverste.",
  },
  slides: {
    subtitle: (county) => `Framlegg til SSU, ${county}`,
    about: (year, cutOff) => `Meldinger i ${year}, registrert til og med ${cutOff}.`,
    welcome:
      "Lysarkene følger rapporten. Hvert lysark har ett budskap. Målet er vedtak: hvem gjør hva, og når ser vi på det igjen.",
    limits: "Få meldinger betyr ikke få avvik",
    limitsTalk: "Si dette før tallene. Ingen kommune og ingen avdeling kan rangeres etter antall meldinger.",
    mirrorTalk: "Begge retninger står på samme skala. Spør begge sider hva de ikke melder.",
    patternTalk: "Trekant opp eller ned står bare der endringen er sikker. Alt annet kan være tilfeldig.",
    whereTalk:
      "Les bortover: samme kategori i flere områder kan være én sak for fylket. Ellers hører saken hjemme i LSU.",
    groups: "Hvem det gjelder",
    groupsTalk: "Fagområdet sier hvem som kan gjøre noe med det. Små tall er skjult.",
    chancesTalk: "Størst er ikke det samme som viktigst. Skade og hva utvalgene selv kan endre, teller også.",
    qualityTalk: "Svar og utfylling er det partene selv kan endre raskest.",
    deliveryTalk: "Den som ikke har levert, vet vi ingenting om. Avtal hvem som tar kontakt.",
    decisions: "Tre ting vi ber SSU vedta",
    decisionsTalk: "Les hvert forslag høyt. Skriv inn eier og dato. Et vedtak uten eier blir ikke gjort.",
    earlierTalk: "Start her. Ingenting nytt åpnes før vedtakene fra i fjor har fått status.",
  },
};
