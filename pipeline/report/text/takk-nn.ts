import type {TakkText} from "./takk-text.ts";

export const takkNn: TakkText = {
  title: (subject) => `Takk for meldinga: ${subject}`,
  greeting: "Til dykk som har meldt",
  looked: (committee, date, subject) => `${committee} såg ${date} på det de har meldt om «${subject}».`,
  decided: "Dette vart vedteke",
  types: {
    prioriter: (committee) => `${committee} valde dette som noko dei skal betre, og prøver ei endring i det små.`,
    fsu: (committee, to) => `${committee} meiner saka høyrer til ${to}, og har sendt henne dit gjennom SSU.`,
    ssu: (committee) => `${committee} har løfta saka til SSU, som svarer for heile fylket.`,
    kunnskap: (committee) => `${committee} vil vite meir før dei avgjer, og har sagt kven som finn det ut.`,
    ikkje_no: (committee) => `${committee} gjer ikkje noko med dette no. Grunnen står i protokollen.`,
  },
  goal: (goal) => `Målet er: ${goal}`,
  measure: (measure) => `Det som blir målt, er: ${measure}.`,
  firstTest: (date) => `Første prøve: ${date}.`,
  checked: (date) => `Neste gong utvalet ser på saka: ${date}.`,
  checkedNext: "Neste gong utvalet ser på saka: når rapporten for neste år kjem.",
  outcome: "Dette kom ut av det",
  status: (status) => `Tiltaket er ${status}.`,
  verdict: (verdict) => `Verknaden: ${verdict}.`,
  closed: "Utvalet har lukka saka.",
  goesOn: "Utvalet arbeider vidare med saka.",
  more: "Meldingane gjer at utvalet ser kva som sviktar mellom sjukehus og kommune. Hald fram med å melde.",
  noCases: "Denne teksten er skriven for alle som har meldt om dette, og seier ikkje noko om enkeltsaker.",
  sender: (secretariat, date) => `Helsing ${secretariat}, ${date}.`,
  synthetic: "SYNTETISK: alt i denne teksten er oppdikta.",
};
