import {beginning, list} from "../../../dashboard/text/sentences.ts";
import type {VedtakText} from "./vedtak-text.ts";

const words = ["ingen", "ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];
const word = (n: number): string => words[n] ?? String(n);
const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const tiltak = (n: number): string => `${word(n)} tiltak`;

export const vedtakNb: VedtakText = {
  openFinding: "Hva som ble gjort med vedtakene fra i fjor, står i møteutgaven.",
  openLead: "Denne utgaven er åpen og har ingenting fra møtene i utvalgene.",
  finding: ({chosen, tried, better}) =>
    chosen === 0
      ? "Utvalgene valgte ingen tiltak i fjor."
      : `${first(tiltak(chosen))} ble valgt i fjor: ${word(tried)} er prøvd, og ${better === 0 ? "ingen ga påvist forbedring" : `${word(better)} ga påvist forbedring`}.`,
  lead: "Virkningen er regnet fra vedtaksdatoen på det utvalget selv har talt. Hvert vedtak står her til det er lukket.",
  tableTitle: (n) => (n === 1 ? "Vedtaket fra i fjor" : "Vedtakene fra i fjor, med det som kom ut av dem"),
  tableSubtitle: (year, n) => `Vedtak fra møtene om ${year} og eldre som ikke er lukket, n\u00a0=\u00a0${n}`,
  columns: {committee: "Utvalg", decision: "Vedtak", owners: "Eiere", status: "Status", effect: "Virkning"},
  noOwner: "ikke skrevet",
  due: (date) => `Skal vurderes ${date}`,
  late: (days) => (days === 1 ? "1 dag over fristen" : `${days} dager over fristen`),
  closed: "lukket",
  notJudged: "Ikke vurdert ennå.",
  noTest: "Ikke et tiltak",
  source: "Kilde: møtefilene fra utvalgene, og det eierne har meldt tilbake",
  measureSource: "Kilde: utvalgets egen telling",
  statusKey: "Status: ◌ ukjent · ○ ikke prøvd · ◔ planlagt · ◑ under arbeid · ● gjennomført.",
  chartSubtitle: (measure, period, n) => `${first(measure)}, i prosent, ${period}, n\u00a0=\u00a0${n}`,
  chartKey: (decided, tested) =>
    `① Vedtaket ${decided}${tested === "" ? "" : `. ② Første prøve ${tested}`}. Vannrette linjer: nivået før, som er låst, og nivået etter.`,
  chartAlt: (name, points) => `${name}: ${points}.`,
  brokenLine: "Stiplet linje: brudd i serien.",
  accounted: "Hva hvert utvalg har gjort",
  accountedTitle: ({tried, chosen}) => `${first(word(tried))} av ${tiltak(chosen)} er prøvd`,
  accountedSubtitle: (year, n) => `Vedtak fra møtene om ${year}, antall vedtak, n\u00a0=\u00a0${n}`,
  accountedColumns: ["Utvalg", "Vedtak", "Tiltak", "Prøvd", "Målt", "Lukket", "Påvist forbedring", "Ukjent status"],
  accountedNote:
    "Utvalgene står i rekkefølgen fra registeret. «..» betyr at møtefilen ikke er kommet inn, og da vet vi ikke hva som ble vedtatt.",
  routes: "Saker på vei",
  routesTitle: (waiting) =>
    waiting === 0
      ? "Ingen sak venter på svar"
      : waiting === 1
        ? "Én sak venter på svar"
        : beginning(waiting, "saker venter på svar"),
  routesSubtitle: (n) => `Saker fra LSU til SSU og FSU, dager siden de ble sendt, n\u00a0=\u00a0${n}`,
  routeColumns: ["Fra", "Sak", "Hvorfor", "Ligger hos", "Dager", "Svar"],
  why: {
    ssu: "Løftet til SSU",
    fsu: "Hører til et FSU",
    eigar: "Et annet utvalg har ansvaret for kategorien",
    oekonomi: "Koster penger, og går til SSU først",
  },
  answers: {
    waiting: "Venter på svar",
    ssu: {fsu: "SSU har sendt saken videre", tek: "SSU tar saken", attende: "Tilbake til LSU", nei: "SSU sier nei"},
    fsu: {gjer: "FSU tar oppdraget", attende: "FSU sender saken tilbake", nei: "FSU sier nei"},
  },
  routesNote: "Et LSU kan ikke gi et FSU oppdrag uten SSU. Det som får økonomiske følger, går til SSU først.",
  ask: {
    spread: (ssu, from, name) =>
      `${ssu} ber de andre LSU-ene vurdere tiltaket fra ${from} om ${name}, der forbedring er påvist.`,
    decide: (lsu, names) =>
      `${lsu} avgjør om arbeidet med ${list(names, "og")} skal avsluttes, justeres eller fortsette, og gir det en ny dato.`,
    start: (lsu, names) =>
      `${lsu} sier hvorfor ${list(names, "og")} ikke er prøvd, og setter en ny dato for første prøve eller avslutter tiltaket.`,
    answer: (ssu, n) => `${ssu} svarer på ${n === 1 ? "saken" : `de ${word(n)} sakene`} fra LSU som venter.`,
  },
};
