import type {nn} from "./nn.ts";
import {beginning, count, inWords, list, quoted} from "./sentences.ts";

/** Everything a reader sees, in bokmål. The type makes a missing key a compile error. */
export const nb: typeof nn = {
  languageName: "bokmål",
  and: "og",
  skip: "Hopp til innholdet",
  synthetic: "SYNTETISK · oppdiktede tall",
  syntheticTitle: "SYNTETISK",
  stepDone: "gjort:",
  documentTitle: (screen, audience, year) => `${screen} · ${audience} ${year} · Samhandlingsavvik`,
  steps: "Skjermbilder",
  area: "Område",
  wholeCounty: "Hele fylket",
  language: "Målform",
  screens: {tillit: "Tillit", moenster: "Mønsteret", fylket: "Fylket", kommunane: "Kommunene", metode: "Metode"},
  questions: {
    tillit: "Hva kan vi stole på?",
    moenster: "Hva går igjen?",
    fylket: "Hvor i fylket?",
    kommunane: "Hvor mye blir meldt?",
    metode: "Metoden i klartekst",
  },
  tableOf: (title) => `Tabell: ${title}`,
  showTable: "Vis tabell",
  showChart: "Vis figur",
  keys: {steps: "skjermbilder", rows: "rad", table: "tabell", method: "lesehjelp og tilgjengelighet"},
  source: (trust) => `Kilde: avvikssystemene i kommunene og ${trust}`,
  run: (id, date) => `kjøring ${id} · ${date}`,
  messages: (n, plain) => count(n, plain, "melding", "meldinger"),
  events: (n, plain) => count(n, plain, "hendelse", "hendelser"),
  dagar: (n, plain) => count(n, plain, "dag", "dager"),
  hidden: "skjult",
  hiddenCell: "skjult for å verne små tall",
  missing: "har ikke levert",
  zero: "ingen meldinger, betyr ikke ingen avvik",
  zeroShort: "ingen meldinger",
  notApplicable: "ikke aktuelt",
  total: "I alt",
  category: "Kategori",
  kommune: "Kommune",
  year: "År",
  quarter: "Kvartal",
  number: "Meldinger",
  interval: "95 %-intervall",
  rate: "Per 1 000 innbyggere",
  population: "Folketall",
  party: "Part",
  delivery: "Levering",
  measure: "Mål",
  value: "Verdi",
  basis: "Grunnlag",
  change: "Endring",
  changeFrom: (year) => `Endring fra ${year}`,
  break: "brudd",
  breakNotes: (notes) => `Stiplet strek: ${notes.join("; ")}`,
  retning: {
    K2H: (trust) => `Kommune til ${trust}`,
    H2K: (trust) => `${trust} til kommune`,
  },
  fra: {
    K2H: (_trust) => "fra kommune",
    H2K: (trust) => `fra ${trust}`,
  },
  dom: {auke: "Flere", nedgang: "Færre", uviss: "Ingen sikker endring"},
  grunn: {brot: "Brudd, ikke sammenlignet", foerste_aar: "Første år", for_faa: "For få til å sammenligne"},
  levering: {
    levert: "Har levert",
    stadfesta_null: "Har bekreftet null",
    manglar: "Har ikke levert",
  },
  leveringNote: {
    levert: "",
    stadfesta_null: "Ingen meldinger, betyr ikke ingen avvik.",
    manglar: "Tallene mangler. Det er ikke null.",
  },
  nobody: "Ingen",
  tillit: {
    partSubtitle: (area, year) => `Levering av meldinger for ${year}, ${area}`,
    spegelSubtitle: (area, period, n) => `Meldinger per kvartal, ${area}, ${period}, n\u00a0=\u00a0${n}`,
    spegelAlt: (parts) =>
      `Søyler for hvert kvartal på felles skala, den ene retningen over nullinjen og den andre under. ${parts.join(". ")}.`,
    keyFigures: "Nøkkeltall",
    filled: "har alle felt utfylt",
    days: "median fra hendelse til melding",
    answered: (days) => `fikk svar innen ${days} dager`,
    both: "hendelser er meldt fra begge sider",
    bothOne: "hendelse er meldt fra begge sider",
    other: "står i «Annet» eller uten kategori",
    of: (part, whole) => `${part} av ${whole}`,
    n: (n) => `n\u00a0=\u00a0${n}`,
    ci: (lower, upper) => `95 %-intervall ${lower}–${upper}`,
  },
  moenster: {
    subtitle: (area, period, n) => `Meldinger per kvartal og år, ${area}, ${period}, n\u00a0=\u00a0${n}`,
    spark: "Hvert kvartal, samme skala",
    sparkKey: "Strek: median. Trinn: årssnitt",
    intervalHead: "95 %-intervall",
    place: "Plass",
    placeKey: "80\u00a0%\u2011int.",
    topThree: "Blant de tre største",
    placeSays: (range: string, chance: string) => `plass ${range}, blant de tre største: ${chance} sannsynlig`,
    notPlaced: "ikke plassert",
    intervalKey: "Meldinger i året",
    sparkAlt: (name, values) => `${name}, meldinger per kvartal: ${values}`,
    stepAlt: (name, values) => `${name}, meldinger per år: ${values}`,
    quarterly: (period) => `Per kvartal ${period}`,
    axis: "Vis",
    feiltype: "Hva sviktet",
    fagomraade: "Fagområde",
    fagomraadeSubtitle: (area, year, n) => `Meldinger per fagområde, ${area}, ${year}, n\u00a0=\u00a0${n}`,
    alt: (n) =>
      `Tabell med ${n} kategorier: utvikling per kvartal, antall i året med intervall, begge retninger og endring fra året før.`,
  },
  kommunane: {
    subtitle: (area, year, n) => `Meldinger per 1 000 innbyggere, ${area} ${year}, n\u00a0=\u00a0${n}`,
    sort: "Sorter etter",
    byName: "Navn",
    bySize: "Folketall",
    key: "Strek: 95 %-intervall. Åpen prikk: ingen meldinger, betyr ikke ingen avvik. «:» er skjult for å verne små tall, «..» har ikke levert.",
    alt: (parts) => `Prikk og intervall for hver kommune. ${parts.join(". ")}.`,
    row: (name, value) => `${name}: ${value}`,
    value: (rate, lower, upper) => `${rate} (${lower}–${upper})`,
    zeroValue: (upper) => `0, ingen meldinger, øvre grense ${upper}`,
    axisLabel: "per 1 000 innbyggere",
  },
  fylket: {
    subtitle: (period, tests, expected) =>
      `Meldinger per kvartal, ${period}. Hver rute har sin egen skala: sammenlign form, ikke høyde. ${tests} sammenligninger, ${expected === null ? "færre enn 0,1" : `omtrent ${expected}`} falske signaler å vente.`,
    alt: (areas) => `Rutenett med utvikling per kvartal for hver kategori i ${areas}. Tallene står i tabellen.`,
    more: "flere enn året før",
    fewer: "færre",
    usual: "ingen sikker endring",
    thisYear: (year) => `tall: meldinger i ${year}`,
  },
  broken: "Filen mangler tallene sine, eller tallene er skadet. Be sekretariatet om en ny fil.",
  findings: {
    allDelivered: (n, trust) =>
      n === 1
        ? `Kommunen og ${trust} har levert.`
        : `${n === 2 ? "Begge kommunene" : `Alle de ${inWords(n)} kommunene`} og ${trust} har levert.`,
    someDelivered: (delivered, all) => `${delivered} av ${all} kommuner har levert.`,
    unknownPlaces: (names) => `Vi vet ikke hva som skjedde i ${list(names, "og")}.`,
    unknownCount: (n) => `For de ${n} andre vet vi ikke hva som skjedde.`,
    trustMissing: (trust) => `${trust} har ikke levert: vi ser bare den ene veien.`,
    enough: "Tallene er gode nok til å velge hva vi skal forbedre, men ikke til å sammenligne kommuner.",
    few: "Det er få meldinger: les dem én for én, og ikke tolk tallene.",
    trustLead: (messages, events, year) => `${messages} om ${events} i ${year}. Få meldinger betyr ikke få avvik.`,
    trustLeadPlain: (messages, year) => `${messages} i ${year}. Få meldinger betyr ikke få avvik.`,
    trustLeadHidden: (year) => `Antallet meldinger i ${year} kan ikke vises. Få meldinger betyr ikke få avvik.`,
    mirror: (k2h, h2k, trust) => `Kommunene meldte ${k2h}, ${trust} meldte ${h2k}`,
    mirrorPlain: "Begge veier på samme skala",
    deliveredTitle: "Alle har levert",
    missingTitle: (n) => (n === 1 ? "Én part har ikke levert" : beginning(n, "parter har ikke levert")),
    up: (names, year) => `Flere meldinger i ${quoted(names, "og")} enn i ${year}.`,
    down: (names, year) => `Færre meldinger i ${quoted(names, "og")} enn i ${year}.`,
    upAndDown: (up, down, year) =>
      `Flere meldinger i ${quoted(up, "og")} og færre i ${quoted(down, "og")} enn i ${year}.`,
    manyUp: (n, year) => `Flere meldinger i ${n} kategorier enn i ${year}.`,
    manyDown: (n, year) => `Færre meldinger i ${n} kategorier enn i ${year}.`,
    manyChanges: (up, down, year) =>
      `Flere meldinger i ${count(String(up), up, "kategori", "kategorier")} og færre i ${down} enn i ${year}.`,
    noChange: (from, to) => `Ingen sikker endring i noen kategori fra ${from} til ${to}.`,
    noChangeAmong: (n) =>
      n === 1
        ? "Ingen sikker endring i den ene kategorien vi kan sammenligne."
        : `Ingen sikker endring i de ${inWords(n)} kategoriene vi kan sammenligne.`,
    noOther: "Ellers ingen sikker endring.",
    notComparable: (from, to) => `${from} og ${to} kan ikke sammenlignes: det er brudd i serien.`,
    firstYear: (year) => `${year} er det første året. Endring kan vi tidligst se neste år.`,
    tooFew: (from, to) => `Det er for få viste tall til å sammenligne ${from} og ${to}.`,
    patternLead: (now, year, change, isFewer) =>
      `${now} i ${year}${change}. ${isFewer ? "Færre meldinger betyr ikke færre avvik." : "Flere meldinger betyr ikke flere avvik."}`,
    against: (before, year) => ` mot ${before} i ${year}`,
    totalDom: {auke: ", flere i alt", nedgang: ", færre i alt", uviss: ", ingen sikker endring i alt"},
    patternLeadHidden: "Flere meldinger betyr ikke flere avvik.",
    signals: (n, all) =>
      n === 0
        ? `Ingen sikker endring i ${all === 1 ? "den ene sammenlignede kategorien" : `${all} sammenlignede kategorier`}`
        : all === 1
          ? "Sikker endring i den ene sammenlignede kategorien"
          : `Sikker endring i ${n} av ${all} sammenlignede kategorier`,
    rankSure: (names: readonly string[]) => `Sikkert blant de tre største: ${quoted(names, "og")}.`,
    rankSureMany: (n: number) =>
      n === 1 ? "Én kategori er sikkert blant de tre største." : `${n} kategorier er sikkert blant de tre største.`,
    rankOpen: (names: readonly string[]) => `${quoted(names, "og")} kan være det, men det er ikke avgjort.`,
    rankOpenMany: (n: number) => `${n} andre kan være det, og tallene skiller dem ikke.`,
    rankChances: (chances: readonly string[]) => `Sannsynligheten for å være blant de tre: ${list(chances, "og")}.`,
    rankBetween: (n: number) => `Det står mellom ${n} kategorier.`,
    rankUnsure: "Tallene avgjør ikke hvilke tre kategorier som er størst.",
    rankNone: "Kategoriene kan ikke skilles: tallene varierer ikke mer enn tilfeldig.",
    rankHidden: "For mye er skjult til å si hvilke kategorier som er størst.",
    standing: (n: number, all: number) =>
      all === 1
        ? n === 1
          ? "Endringen står seg når høyst én av ti får være falsk."
          : "Endringen står seg ikke når høyst én av ti får være falsk."
        : `${n} av ${all} endringer står seg når høyst én av ti får være falsk.`,
    quietUnexpected: (names: readonly string[]) =>
      `${list(names, "og")} melder uventet lite for størrelsen; spør hvordan avvik meldes der.`,
    quietUnexpectedMany: (n: number) =>
      `${n} kommuner melder uventet lite for størrelsen; spør hvordan avvik meldes der.`,
    quietExpected: (all: number, n: string | null) =>
      `Om alle de ${all} kommunene som er sammenlignet, meldte likt etter størrelsen, var ${n === null ? "færre enn 0,1" : `høyst ${n}`} slike å vente ved tilfeldigheter.`,
    quietChance: (names: readonly string[]) => `At ${list(names, "og")} ikke har meldt noe, kan være tilfeldig.`,
    quietChanceMany: (n: number) => `At ${n} kommuner ikke har meldt noe, kan være tilfeldig.`,
    noneCompared: "Ingen kategorier kan sammenlignes med året før",
    largestField: (name) => `Flest meldinger gjelder «${name}»`,
    fields: "Meldinger etter fagområde",
    spreadNone: "Ingen kommune har nok meldinger til å vise.",
    spreadFew: "Det er for få tall til å sammenligne kommunene.",
    spreadSame: "Tallene kan ikke skille kommunene: intervallene overlapper.",
    spreadDiffers: "Kommunene melder ulikt mye. Det sier mest om meldevaner.",
    kommunaneLead: (shown, all, missing) =>
      `${shown} av ${all} kommuner har tall å vise${missing === 0 ? "" : `, ${missing} har ikke levert`}. Få meldinger betyr ikke få avvik.`,
    panelSame: (retning) => `${retning}: intervallene overlapper`,
    panelDiffers: (retning) => `${retning}: mer ulikt enn tilfeldig`,
    panelFew: (retning) => `${retning}: for få tall til å sammenligne`,
    countyNone: "Ingen sikker endring i noen kategori i noe LSU.",
    countyNoneAmong: (n) =>
      n === 1
        ? "Ingen sikker endring i noe LSU. Bare én sammenligning kan gjøres."
        : `Ingen sikker endring i noe LSU. ${beginning(n, "sammenligninger kan gjøres")}.`,
    countyUp: (name, areas) => `Flere meldinger i «${name}» i ${list(areas, "og")}.`,
    countyDown: (name, areas) => `Færre meldinger i «${name}» i ${list(areas, "og")}.`,
    countyManyUp: (n, areas) =>
      `Flere meldinger i ${count(String(n), n, "kategori", "kategorier")}, fordelt på ${count(String(areas), areas, "område", "områder")}.`,
    countyManyDown: (n, areas) =>
      `Færre meldinger i ${count(String(n), n, "kategori", "kategorier")}, fordelt på ${count(String(areas), areas, "område", "områder")}.`,
    countyMany: (up, down, areas) =>
      `Flere meldinger i ${count(String(up), up, "kategori", "kategorier")} og færre i ${down}, fordelt på ${count(String(areas), areas, "område", "områder")}.`,
    countyNotCompared: "Ingen tall for LSU kan sammenlignes med året før.",
    countyLead: (messages, year, areas) =>
      `${messages} i ${year}, ${count(String(areas), areas, "område", "områder")}. Flere meldinger betyr ikke flere avvik.`,
    gridTitle: (n, all) =>
      n === 0
        ? all === 0
          ? "Ingen tall for LSU kan sammenlignes med året før"
          : `Ingen sikker endring i ${all === 1 ? "den ene sammenligningen" : `${all} sammenligninger`}`
        : `Sikker endring i ${n} av ${all} sammenligninger`,
  },
};
