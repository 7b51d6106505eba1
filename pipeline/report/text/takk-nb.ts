import type {TakkText} from "./takk-text.ts";

export const takkNb: TakkText = {
  title: (subject) => `Takk for meldingen: ${subject}`,
  greeting: "Til dere som har meldt",
  looked: (committee, date, subject) => `${committee} så ${date} på det dere har meldt om «${subject}».`,
  decided: "Dette ble vedtatt",
  types: {
    prioriter: (committee) => `${committee} valgte dette som noe de skal forbedre, og prøver en endring i det små.`,
    fsu: (committee, to) => `${committee} mener saken hører til ${to}, og har sendt den dit gjennom SSU.`,
    ssu: (committee) => `${committee} har løftet saken til SSU, som svarer for hele fylket.`,
    kunnskap: (committee) => `${committee} vil vite mer før de avgjør, og har sagt hvem som finner det ut.`,
    ikkje_no: (committee) => `${committee} gjør ikke noe med dette nå. Grunnen står i protokollen.`,
  },
  goal: (goal) => `Målet er: ${goal}`,
  measure: (measure) => `Det som måles, er: ${measure}.`,
  firstTest: (date) => `Første prøve: ${date}.`,
  checked: (date) => `Neste gang utvalget ser på saken: ${date}.`,
  checkedNext: "Neste gang utvalget ser på saken: når rapporten for neste år kommer.",
  outcome: "Dette kom ut av det",
  status: (status) => `Tiltaket er ${status}.`,
  verdict: (verdict) => `Virkningen: ${verdict}.`,
  closed: "Utvalget har lukket saken.",
  goesOn: "Utvalget arbeider videre med saken.",
  more: "Meldingene gjør at utvalget ser hva som svikter mellom sykehus og kommune. Fortsett å melde.",
  noCases: "Denne teksten er skrevet for alle som har meldt om dette, og sier ikke noe om enkeltsaker.",
  sender: (secretariat, date) => `Hilsen ${secretariat}, ${date}.`,
  synthetic: "SYNTETISK: alt i denne teksten er oppdiktet.",
};
