import {beginning, list} from "../../../dashboard/text/sentences.ts";
import type {VedtakText} from "./vedtak-text.ts";

const words = ["ingen", "eitt", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];
const word = (n: number): string => words[n] ?? String(n);
const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const tiltak = (n: number): string => `${word(n)} tiltak`;

export const vedtakNn: VedtakText = {
  openFinding: "Kva som vart gjort med vedtaka frå i fjor, står i møteutgåva.",
  openLead: "Denne utgåva er open og har ingenting frå møta i utvala.",
  finding: ({chosen, tried, better}) =>
    chosen === 0
      ? "Utvala valde ingen tiltak i fjor."
      : `${first(tiltak(chosen))} vart ${chosen === 1 ? "valt" : "valde"} i fjor: ${word(tried)} er prøvd${tried === 1 ? "" : "e"}, og ${better === 0 ? "ingen gav påvist betring" : `${word(better)} gav påvist betring`}.`,
  lead: "Verknaden er rekna frå vedtaksdatoen på det utvalet sjølv har talt. Kvart vedtak står her til det er lukka.",
  tableTitle: (n) => (n === 1 ? "Vedtaket frå i fjor" : "Vedtaka frå i fjor, med det som kom av dei"),
  tableSubtitle: (year, n) => `Vedtak frå møta om ${year} og eldre som ikkje er lukka, n\u00a0=\u00a0${n}`,
  columns: {committee: "Utval", decision: "Vedtak", owners: "Eigarar", status: "Status", effect: "Verknad"},
  noOwner: "ingen skrivne",
  due: (date) => `Skal vurderast ${date}`,
  late: (days) => (days === 1 ? "1 dag over fristen" : `${days} dagar over fristen`),
  closed: "lukka",
  notJudged: "Ikkje vurdert enno.",
  noTest: "Ikkje noko tiltak",
  source: "Kjelde: møtefilene frå utvala, og det eigarane har meldt tilbake",
  measureSource: "Kjelde: teljinga til utvalet",
  statusKey: "Status: ◌ ukjend · ○ ikkje prøvd · ◔ planlagt · ◑ under arbeid · ● gjennomført.",
  chartSubtitle: (measure, period, n) => `${first(measure)}, i prosent, ${period}, n\u00a0=\u00a0${n}`,
  chartKey: (decided, tested) =>
    `① Vedtaket ${decided}${tested === "" ? "" : `. ② Første prøve ${tested}`}. Vassrette linjer: nivået før, som er låst, og nivået etter.`,
  chartAlt: (name, points) => `${name}: ${points}.`,
  brokenLine: "Stipla linje: brot i serien.",
  accounted: "Kva kvart utval har gjort",
  accountedTitle: ({tried, chosen}) => `${first(word(tried))} av ${tiltak(chosen)} er prøvd${tried === 1 ? "" : "e"}`,
  accountedSubtitle: (year, n) => `Vedtak frå møta om ${year}, talet på vedtak, n\u00a0=\u00a0${n}`,
  accountedColumns: ["Utval", "Vedtak", "Tiltak", "Prøvde", "Målte", "Lukka", "Påvist betring", "Ukjend status"],
  accountedNote:
    "Utvala står i rekkjefølgja frå registeret. «..» betyr at møtefila ikkje er komen inn, og då veit vi ikkje kva som vart vedteke.",
  routes: "Saker på veg",
  routesTitle: (waiting) =>
    waiting === 0
      ? "Ingen sak ventar på svar"
      : waiting === 1
        ? "Éi sak ventar på svar"
        : beginning(waiting, "saker ventar på svar"),
  routesSubtitle: (n) => `Saker frå LSU til SSU og FSU, dagar sidan dei vart sende, n\u00a0=\u00a0${n}`,
  routeColumns: ["Frå", "Sak", "Kvifor", "Ligg hos", "Dagar", "Svar"],
  why: {
    ssu: "Løfta til SSU",
    fsu: "Høyrer til eit FSU",
    eigar: "Eit anna utval eig kategorien",
    oekonomi: "Kostar pengar, og går til SSU først",
  },
  answers: {
    waiting: "Ventar på svar",
    ssu: {fsu: "SSU har sendt saka vidare", tek: "SSU tek saka", attende: "Attende til LSU", nei: "SSU seier nei"},
    fsu: {gjer: "FSU tek oppdraget", attende: "FSU sender saka attende", nei: "FSU seier nei"},
  },
  routesNote: "Eit LSU kan ikkje gje eit FSU oppdrag utan SSU. Det som får økonomiske følgjer, går til SSU først.",
  ask: {
    spread: (ssu, from, name) =>
      `${ssu} ber dei andre LSU-a vurdere tiltaket frå ${from} om ${name}, der betring er påvist.`,
    decide: (lsu, names) =>
      `${lsu} avgjer om arbeidet med ${list(names, "og")} skal avsluttast, justerast eller halde fram, og gjev det ein ny dato.`,
    start: (lsu, names) =>
      `${lsu} seier kvifor ${list(names, "og")} ikkje er ${names.length === 1 ? "prøvd" : "prøvde"}, og set ein ny dato for første prøve eller avsluttar tiltaket.`,
    answer: (ssu, n) => `${ssu} svarer på ${n === 1 ? "saka" : `dei ${word(n)} sakene`} frå LSU som ventar.`,
  },
};
