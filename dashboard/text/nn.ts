import {beginning, count, inWords, list, quoted} from "./sentences.ts";

/** Everything a reader sees, in nynorsk. `nb.ts` has the same keys. */
export const nn = {
  languageName: "nynorsk",
  and: "og",
  skip: "Hopp til innhaldet",
  synthetic: "SYNTETISK · oppdikta tal",
  syntheticTitle: "SYNTETISK",
  stepDone: "gjort:",
  documentTitle: (screen: string, audience: string, year: number) =>
    `${screen} · ${audience} ${year} · Samhandlingsavvik`,
  steps: "Skjermbilete",
  area: "Område",
  wholeCounty: "Heile fylket",
  language: "Språkform",
  screens: {tillit: "Tillit", moenster: "Mønsteret", fylket: "Fylket", kommunane: "Kommunane", metode: "Metode"},
  questions: {
    tillit: "Kva kan vi stole på?",
    moenster: "Kva går igjen?",
    fylket: "Kvar i fylket?",
    kommunane: "Kor mykje blir meldt?",
    metode: "Metode i klartekst",
  },
  tableOf: (title: string) => `Tabell: ${title}`,
  showTable: "Vis tabell",
  showChart: "Vis figur",
  keys: {steps: "skjermbilete", rows: "rad", table: "tabell", method: "lesehjelp og tilgjenge"},
  source: (trust: string) => `Kjelde: avvikssystema i kommunane og ${trust}`,
  run: (id: string, date: string) => `køyring ${id} · ${date}`,
  messages: (n: string, plain: number) => count(n, plain, "melding", "meldingar"),
  events: (n: string, plain: number) => count(n, plain, "hending", "hendingar"),
  dagar: (n: string, plain: number) => count(n, plain, "dag", "dagar"),
  hidden: "skjult",
  hiddenCell: "skjult for å verne små tal",
  missing: "har ikkje levert",
  zero: "ingen meldingar, betyr ikkje ingen avvik",
  zeroShort: "ingen meldingar",
  notApplicable: "ikkje aktuelt",
  total: "I alt",
  category: "Kategori",
  kommune: "Kommune",
  year: "År",
  quarter: "Kvartal",
  number: "Meldingar",
  interval: "95 %-intervall",
  rate: "Per 1 000 innbyggjarar",
  population: "Folketal",
  party: "Part",
  delivery: "Levering",
  measure: "Mål",
  value: "Verdi",
  basis: "Grunnlag",
  change: "Endring",
  changeFrom: (year: number) => `Endring frå ${year}`,
  break: "brot",
  breakNotes: (notes: readonly string[]) => `Stipla strek: ${notes.join("; ")}`,
  retning: {
    K2H: (trust: string) => `Kommune til ${trust}`,
    H2K: (trust: string) => `${trust} til kommune`,
  },
  fra: {
    K2H: (_trust: string) => "frå kommune",
    H2K: (trust: string) => `frå ${trust}`,
  },
  dom: {auke: "Fleire", nedgang: "Færre", uviss: "Inga sikker endring"},
  grunn: {brot: "Brot, ikkje samanlikna", foerste_aar: "Første år", for_faa: "For få til å samanlikne"},
  levering: {
    levert: "Har levert",
    stadfesta_null: "Har stadfesta null",
    manglar: "Har ikkje levert",
  },
  leveringNote: {
    levert: "",
    stadfesta_null: "Ingen meldingar, betyr ikkje ingen avvik.",
    manglar: "Tala manglar. Det er ikkje null.",
  },
  nobody: "Ingen",
  tillit: {
    partSubtitle: (area: string, year: number) => `Levering av meldingar for ${year}, ${area}`,
    spegelSubtitle: (area: string, period: string, n: string) =>
      `Meldingar per kvartal, ${area}, ${period}, n\u00a0=\u00a0${n}`,
    spegelAlt: (parts: readonly string[]) =>
      `Søyler for kvart kvartal på felles skala, den eine retninga over nullinja og den andre under. ${parts.join(". ")}.`,
    keyFigures: "Nøkkeltal",
    filled: "har alle felt fylte",
    days: "median frå hending til melding",
    answered: (days: number) => `fekk svar innan ${days} dagar`,
    both: "hendingar er melde frå begge sider",
    bothOne: "hending er meld frå begge sider",
    other: "står i «Anna» eller utan kategori",
    of: (part: string, whole: string) => `${part} av ${whole}`,
    n: (n: string) => `n\u00a0=\u00a0${n}`,
    ci: (lower: string, upper: string) => `95 %-intervall ${lower}–${upper}`,
  },
  moenster: {
    subtitle: (area: string, period: string, n: string) =>
      `Meldingar per kvartal og år, ${area}, ${period}, n\u00a0=\u00a0${n}`,
    spark: "Kvart kvartal, same skala",
    sparkKey: "Strek: median. Trinn: årssnitt",
    intervalHead: "95 %-intervall",
    place: "Plass",
    placeKey: "80\u00a0%\u2011int.",
    topThree: "Blant dei tre største",
    placeSays: (range: string, chance: string) => `plass ${range}, blant dei tre største: ${chance} sannsynleg`,
    notPlaced: "ikkje plassert",
    intervalKey: "Meldingar i året",
    sparkAlt: (name: string, values: string) => `${name}, meldingar per kvartal: ${values}`,
    stepAlt: (name: string, values: string) => `${name}, meldingar per år: ${values}`,
    quarterly: (period: string) => `Per kvartal ${period}`,
    axis: "Vis",
    feiltype: "Kva svikta",
    fagomraade: "Fagområde",
    fagomraadeSubtitle: (area: string, year: number, n: string) =>
      `Meldingar per fagområde, ${area}, ${year}, n\u00a0=\u00a0${n}`,
    alt: (n: number) =>
      `Tabell med ${n} kategoriar: utvikling per kvartal, tal i året med intervall, begge retningar og endring frå året før.`,
  },
  kommunane: {
    subtitle: (area: string, year: number, n: string) =>
      `Meldingar per 1 000 innbyggjarar, ${area} ${year}, n\u00a0=\u00a0${n}`,
    sort: "Sorter etter",
    byName: "Namn",
    bySize: "Folketal",
    key: "Strek: 95 %-intervall. Open prikk: ingen meldingar, betyr ikkje ingen avvik. «:» er skjult for å verne små tal, «..» har ikkje levert.",
    alt: (parts: readonly string[]) => `Prikk og intervall for kvar kommune. ${parts.join(". ")}.`,
    row: (name: string, value: string) => `${name}: ${value}`,
    value: (rate: string, lower: string, upper: string) => `${rate} (${lower}–${upper})`,
    zeroValue: (upper: string) => `0, ingen meldingar, øvre grense ${upper}`,
    axisLabel: "per 1 000 innbyggjarar",
  },
  fylket: {
    subtitle: (period: string, tests: number, expected: string | null) =>
      `Meldingar per kvartal, ${period}. Kvar rute har sin eigen skala: samanlikn form, ikkje høgd. ${tests} samanlikningar, ${expected === null ? "færre enn 0,1" : `om lag ${expected}`} falske signal å vente.`,
    alt: (areas: string) => `Rutenett med utvikling per kvartal for kvar kategori i ${areas}. Tala står i tabellen.`,
    more: "fleire enn året før",
    fewer: "færre",
    usual: "inga sikker endring",
    thisYear: (year: number) => `tal: meldingar i ${year}`,
  },
  broken: "Fila manglar tala sine, eller tala er skadde. Be sekretariatet om ei ny fil.",
  findings: {
    allDelivered: (n: number, trust: string) =>
      n === 1
        ? `Kommunen og ${trust} har levert.`
        : `${n === 2 ? "Begge kommunane" : `Alle dei ${inWords(n)} kommunane`} og ${trust} har levert.`,
    someDelivered: (delivered: number, all: number) => `${delivered} av ${all} kommunar har levert.`,
    unknownPlaces: (names: readonly string[]) => `Vi veit ikkje kva som skjedde i ${list(names, "og")}.`,
    unknownCount: (n: number) => `For dei ${n} andre veit vi ikkje kva som skjedde.`,
    trustMissing: (trust: string) => `${trust} har ikkje levert: vi ser berre den eine vegen.`,
    enough: "Tala held til å velje kva vi skal betre, men ikkje til å samanlikne kommunar.",
    few: "Det er få meldingar: les dei éi for éi, og tolk ikkje tala.",
    trustLead: (messages: string, events: string, year: number) =>
      `${messages} om ${events} i ${year}. Få meldingar betyr ikkje få avvik.`,
    trustLeadPlain: (messages: string, year: number) => `${messages} i ${year}. Få meldingar betyr ikkje få avvik.`,
    trustLeadHidden: (year: number) =>
      `Talet på meldingar i ${year} kan ikkje visast. Få meldingar betyr ikkje få avvik.`,
    mirror: (k2h: string, h2k: string, trust: string) => `Kommunane melde ${k2h}, ${trust} melde ${h2k}`,
    mirrorPlain: "Begge vegar på same skala",
    deliveredTitle: "Alle har levert",
    missingTitle: (n: number) => (n === 1 ? "Éin part har ikkje levert" : beginning(n, "partar har ikkje levert")),
    up: (names: readonly string[], year: number) => `Fleire meldingar i ${quoted(names, "og")} enn i ${year}.`,
    down: (names: readonly string[], year: number) => `Færre meldingar i ${quoted(names, "og")} enn i ${year}.`,
    upAndDown: (up: readonly string[], down: readonly string[], year: number) =>
      `Fleire meldingar i ${quoted(up, "og")} og færre i ${quoted(down, "og")} enn i ${year}.`,
    manyUp: (n: number, year: number) => `Fleire meldingar i ${n} kategoriar enn i ${year}.`,
    manyDown: (n: number, year: number) => `Færre meldingar i ${n} kategoriar enn i ${year}.`,
    manyChanges: (up: number, down: number, year: number) =>
      `Fleire meldingar i ${count(String(up), up, "kategori", "kategoriar")} og færre i ${down} enn i ${year}.`,
    noChange: (from: number, to: number) => `Inga sikker endring i nokon kategori frå ${from} til ${to}.`,
    noChangeAmong: (n: number) =>
      n === 1
        ? "Inga sikker endring i den eine kategorien vi kan samanlikne."
        : `Inga sikker endring i dei ${inWords(n)} kategoriane vi kan samanlikne.`,
    noOther: "Elles inga sikker endring.",
    notComparable: (from: number, to: number) => `${from} og ${to} kan ikkje samanliknast: det er brot i serien.`,
    firstYear: (year: number) => `${year} er det første året. Endring kan vi tidlegast sjå neste år.`,
    tooFew: (from: number, to: number) => `Det er for få viste tal til å samanlikne ${from} og ${to}.`,
    patternLead: (now: string, year: number, change: string, isFewer: boolean) =>
      `${now} i ${year}${change}. ${isFewer ? "Færre meldingar betyr ikkje færre avvik." : "Fleire meldingar betyr ikkje fleire avvik."}`,
    against: (before: string, year: number) => ` mot ${before} i ${year}`,
    totalDom: {auke: ", fleire i alt", nedgang: ", færre i alt", uviss: ", inga sikker endring i alt"},
    patternLeadHidden: "Fleire meldingar betyr ikkje fleire avvik.",
    signals: (n: number, all: number) =>
      n === 0
        ? `Inga sikker endring i ${all === 1 ? "den eine samanlikna kategorien" : `${all} samanlikna kategoriar`}`
        : all === 1
          ? "Sikker endring i den eine samanlikna kategorien"
          : `Sikker endring i ${n} av ${all} samanlikna kategoriar`,
    rankSure: (names: readonly string[]) => `Sikkert blant dei tre største: ${quoted(names, "og")}.`,
    rankSureMany: (n: number) =>
      n === 1 ? "Éin kategori er sikkert blant dei tre største." : `${n} kategoriar er sikkert blant dei tre største.`,
    rankOpen: (names: readonly string[]) => `${quoted(names, "og")} kan vere det, men det er ikkje avgjort.`,
    rankOpenMany: (n: number) => `${n} andre kan vere det, og tala skil dei ikkje.`,
    rankChances: (chances: readonly string[]) => `Sannsynet for å vere blant dei tre: ${list(chances, "og")}.`,
    rankBetween: (n: number) => `Det står mellom ${n} kategoriar.`,
    rankUnsure: "Tala avgjer ikkje kva tre kategoriar som er størst.",
    rankNone: "Kategoriane kan ikkje skiljast: tala varierer ikkje meir enn tilfeldig.",
    rankHidden: "For mykje er skjult til å seie kva kategoriar som er størst.",
    standing: (n: number, all: number) =>
      all === 1
        ? n === 1
          ? "Endringa står seg når høgst éi av ti får vere falsk."
          : "Endringa står seg ikkje når høgst éi av ti får vere falsk."
        : `${n} av ${all} endringar står seg når høgst éi av ti får vere falsk.`,
    quietUnexpected: (names: readonly string[]) =>
      `${list(names, "og")} melder uventa lite for storleiken; spør korleis avvik blir melde der.`,
    quietUnexpectedMany: (n: number) =>
      `${n} kommunar melder uventa lite for storleiken; spør korleis avvik blir melde der.`,
    quietExpected: (all: number, n: string | null) =>
      `Om alle ${all} kommunane som er samanlikna, melde likt etter storleiken, var ${n === null ? "færre enn 0,1" : `høgst ${n}`} slike å vente ved slump.`,
    quietChance: (names: readonly string[]) => `At ${list(names, "og")} ikkje har meldt noko, kan vere tilfeldig.`,
    quietChanceMany: (n: number) => `At ${n} kommunar ikkje har meldt noko, kan vere tilfeldig.`,
    noneCompared: "Ingen kategoriar kan samanliknast med året før",
    largestField: (name: string) => `Flest meldingar gjeld «${name}»`,
    fields: "Meldingar etter fagområde",
    spreadNone: "Ingen kommune har nok meldingar til å vise.",
    spreadFew: "Det er for få tal til å samanlikne kommunane.",
    spreadSame: "Tala kan ikkje skilje kommunane: intervalla overlappar.",
    spreadDiffers: "Kommunane melder ulikt mykje. Det seier mest om meldevanar.",
    kommunaneLead: (shown: number, all: number, missing: number) =>
      `${shown} av ${all} kommunar har tal å vise${missing === 0 ? "" : `, ${missing} har ikkje levert`}. Få meldingar betyr ikkje få avvik.`,
    panelSame: (retning: string) => `${retning}: intervalla overlappar`,
    panelDiffers: (retning: string) => `${retning}: meir ulikt enn tilfeldig`,
    panelFew: (retning: string) => `${retning}: for få tal til å samanlikne`,
    countyNone: "Inga sikker endring i nokon kategori i noko LSU.",
    countyNoneAmong: (n: number) =>
      n === 1
        ? "Inga sikker endring i noko LSU. Berre éi samanlikning kan gjerast."
        : `Inga sikker endring i noko LSU. ${beginning(n, "samanlikningar kan gjerast")}.`,
    countyUp: (name: string, areas: readonly string[]) => `Fleire meldingar i «${name}» i ${list(areas, "og")}.`,
    countyDown: (name: string, areas: readonly string[]) => `Færre meldingar i «${name}» i ${list(areas, "og")}.`,
    countyManyUp: (n: number, areas: number) =>
      `Fleire meldingar i ${count(String(n), n, "kategori", "kategoriar")}, fordelt på ${count(String(areas), areas, "område", "område")}.`,
    countyManyDown: (n: number, areas: number) =>
      `Færre meldingar i ${count(String(n), n, "kategori", "kategoriar")}, fordelt på ${count(String(areas), areas, "område", "område")}.`,
    countyMany: (up: number, down: number, areas: number) =>
      `Fleire meldingar i ${count(String(up), up, "kategori", "kategoriar")} og færre i ${down}, fordelt på ${count(String(areas), areas, "område", "område")}.`,
    countyNotCompared: "Ingen tal for LSU kan samanliknast med året før.",
    countyLead: (messages: string, year: number, areas: number) =>
      `${messages} i ${year}, ${count(String(areas), areas, "område", "område")}. Fleire meldingar betyr ikkje fleire avvik.`,
    gridTitle: (n: number, all: number) =>
      n === 0
        ? all === 0
          ? "Ingen tal for LSU kan samanliknast med året før"
          : `Inga sikker endring i ${all === 1 ? "den eine samanlikninga" : `${all} samanlikningar`}`
        : `Sikker endring i ${n} av ${all} samanlikningar`,
  },
};
