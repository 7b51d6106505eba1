import {beginning, list, quoted} from "../../../dashboard/text/sentences.ts";

/** What the documents say beyond the pages, in nynorsk. `nb.ts` has the same keys. */
export const nn = {
  title: (year: number) => `Samhandlingsavvik ${year}`,
  subtitle: (county: string) => `Årsrapport for ${county}`,
  syntheticNote:
    "Alle tal i dette dokumentet er oppdikta. Dokumentet viser korleis rapporten blir sjåande ut, ikkje korleis det står til.",
  edition: (edition: "open" | "moete", threshold: number) =>
    `${edition === "open" ? "Open utgåve" : "Møteutgåve"}: tal frå 1 til ${threshold - 1} er skjulte.`,
  cutOff: (date: string) => `Meldingar registrerte til og med ${date}.`,
  contents: "Innhald",
  figure: "Figur",
  table: "Tabell",
  page: (page: string, of: string) => `side ${page} av ${of}`,
  /** What each sign means, as it stands under a table that has it. */
  signs: {
    hidden: "«:» skjult for å verne små tal",
    missing: "«..» manglar, ikkje levert",
    not_applicable: "«.» ikkje aktuelt",
    zero: "0 ingen, ikkje skjult",
    provisional: "«*» mellombels, ikkje alle har levert",
    broken: "«|» brot i serien",
  },
  hiddenRows: (names: readonly string[]) => `Skjult i alle kolonnar: ${quoted(names, "og")}.`,
  about: (n: string | null) => (n === null ? "færre enn 0,1" : `om lag ${n}`),
  registers: "Kjelde: registera som rapporten er laga med",
  decision: "Forslag til vedtak",
  viktigast: {
    heading: "Det viktigaste på éi side",
    keyFigures: (year: number) => `Året ${year} i fire tal`,
    messages: (year: number) => `Meldingar i ${year}`,
    events: "Hendingar bak meldingane",
    eventsBasis: "Ei hending meld frå begge sider tel éin gong",
    answered: (days: number) => `Fekk svar innan ${days} dagar`,
    days: "Median frå hending til melding",
    findings: "Tre funn",
    decisions: "Forslag til vedtak: tre ting",
    localLead: (tests: number, expected: string) =>
      tests === 0
        ? ""
        : `I dei lokale områda er det gjort ${tests === 1 ? "éi samanlikning" : `${tests} samanlikningar`} av ein kategori med året før. Slump åleine gjev ${expected} falske signal.`,
    caution: "Éi åtvaring",
    serious:
      "Alvorlege hendingar skal varslast og følgjast opp gjennom ordningane for det, ikkje gjennom denne rapporten.",
    seeAlso: (chapter: string) => `Sjå «${chapter}».`,
  },
  vedtak: {
    heading: "Kva vart gjort med vedtaka frå i fjor?",
    finding: "Vi kan ikkje seie kva som vart gjort, for ingen vedtak er registrerte.",
    lead: "At lista er tom, betyr ikkje at ingenting er gjort. Det betyr at ingen har skrive det ned på ein stad vi kan lese.",
    loop: "Frå melding til verknad",
    loopSteps: {
      messages: (year: number) => `Meldingar i ${year}`,
      chosen: "Valde til betring",
      tested: "Prøvde",
      effect: "Med påvist verknad",
    },
    loopMissing: "Ikkje registrert",
    why: "Kvifor er lista tom?",
    whyText:
      "Vedtak blir registrerte i møtefila, som blir lagra i møtet der vedtaket blir gjort. Ingen møtefil er teken inn enno. Vedtak frå tidlegare år ligg i møteprotokollane og er ikkje førte inn.",
    next: "Kva skal stå her?",
    nextText: "Neste rapport opnar med kvart vedtak frå året før, før nokon nye tal:",
    nextItems: (trust: string) => [
      "tiltaket, og kategorien det skulle betre",
      `éin eigar frå kommunane og éin frå ${trust}`,
      "kor langt det er kome: ikkje starta, under prøving, gjennomført eller avslutta",
      "prosessmålet, altså det som blir målt kvar månad, til dømes kor mange epikrisar som er sende same dag",
      "verknaden i eitt av fire svar: påvist betring, truleg betring, kan ikkje avgjerast, påvist forverring",
      "kor mange dagar det er over fristen",
    ],
    nextRule: "Verknaden blir vurdert på prosessmålet. Færre meldingar er aldri nok til å seie at noko er blitt betre.",
    decision: (ssu: string, year: number, trust: string) =>
      `${ssu} ber kvart LSU velje høgst to ting å betre i ${year}, kvar med éin eigar frå kommunane og éin frå ${trust}, eit prosessmål og ein dato for første prøve. Vala blir sende sekretariatet som møtefil, slik at neste rapport kan opne med dei.`,
  },
  grunnlaget: {
    heading: "Grunnlaget: kva kan vi stole på?",
    delivery: "Kven har levert?",
    deliverySubtitle: (year: number, county: string) => `Levering av meldingar for ${year}, talet på partar, ${county}`,
    deliveryText: (trust: string) =>
      `${trust} og kvar kommune leverer sine eigne meldingar. Den som har levert utan å ha meldt noko, står som levert. Den som ikkje har levert, veit vi ingenting om.`,
    area: "Område",
    nobody: "ingen",
    account: "Kvar vart det av radene?",
    accountTitle: (rows: string, reports: string) => `Av ${rows} rader i filene er ${reports} meldingar om avvik`,
    accountPlain: "Rekneskapen for radene i filene",
    accountSubtitle: (years: string) => `Talet på rader, alle leveringar for ${years}`,
    accountText:
      "Ingenting forsvinn utan å bli talt. Rader i karantene ventar på retting hos den som leverte dei, og er ikkje med i tala før dei er retta.",
    quality: "Kor godt er meldingane fylte ut og svara på?",
    qualityTitle: (share: string, days: number) => `Innan ${days} dagar fekk ${share} av meldingane svar`,
    qualityPlain: "Utfylling og svar",
    qualitySubtitle: (year: number, n: string) =>
      `Del av meldingane med 95 %-intervall, og median i dagar, ${year}, n\u00a0=\u00a0${n}`,
    filled: "Alle felt fylte",
    answered: (days: number) => `Svar innan ${days} dagar`,
    other: "«Anna» eller utan kategori",
    both: "Melde frå begge sider",
    toReport: "Dagar til melding",
    toAnswer: "Dagar til svar",
    breaks: "Brot i seriane",
    breaksTitle: (n: number) =>
      n === 1 ? "Eitt brot avgrensar kva vi kan samanlikne" : beginning(n, "brot avgrensar kva vi kan samanlikne"),
    breaksSubtitle: (years: string, n: number) =>
      `Hendingar i ${years} som endra kva som blir talt, n\u00a0=\u00a0${n}`,
    date: "Dato",
    breakWhat: "Kva",
    breakWhere: "Kva det gjeld",
    breakEffect: "Følgje",
    breakAll: "Alle meldingar",
    effects: {stopp: "Blir ikkje samanlikna over brotet", merk: "Blir merkt, men samanlikna"} as Readonly<
      Record<string, string>
    >,
    limits: "Kva tala ikkje kan seie",
    limitItems: (trust: string) => [
      "Kor mange samhandlingsavvik det er. Mange hendingar blir aldri melde, og ingen veit kor mange.",
      `Om éin kommune eller éi eining i ${trust} gjer det betre enn ei anna. Ulike meldevanar kan forklare heile skilnaden.`,
      "Om eit tiltak verkar. Til det trengst eit prosessmål som blir følgt kvar månad.",
      "Kor alvorlege hendingane var. Alvor er sett av den som melde, og står berre der det er nok meldingar til å vise det.",
      "Kva som skjedde hos den som ikkje har levert.",
    ],
    deliver: (ssu: string, names: readonly string[], year: number) =>
      `${ssu} ber ${list(names, "og")} levere meldingane for ${year}, eller stadfeste at det ikkje var nokon, før neste møte.`,
    keepDelivering: (ssu: string) =>
      `${ssu} ber alle partar halde fram med å levere innan fristen, også når det ikkje er noko å melde.`,
    fill: (ssu: string, share: string, trust: string) =>
      `Alle felt er fylte ut i ${share} av meldingane. ${ssu} ber kommunane og ${trust} bli samde om kva felt som alltid skal fyllast ut, og ta det i bruk frå neste kvartal.`,
  },
  fylket: {
    heading: "Fylket samla",
    volume: "Kven melder til kven?",
    categories: "Kva svikta?",
    where: "Kvar i fylket?",
    fields: "Kva fagområde?",
    numbers: "Tala bak figuren",
    quarterly: "Meldingar per kvartal",
    quarterSubtitle: (area: string, years: string, n: string) =>
      `Meldingar per kvartal og år, ${area}, ${years}, n\u00a0=\u00a0${n}`,
    categorySubtitle: (area: string, year: number, n: string) =>
      `Meldingar i året med 95 %-intervall, ${area}, ${year}, n\u00a0=\u00a0${n}`,
    gridSubtitle: (year: number, n: string, expected: string) =>
      `Meldingar per lokalt samarbeidsutval, ${year}, n\u00a0=\u00a0${n}${expected === "" ? "" : `; ${expected} falske signal å vente`}`,
    fieldSubtitle: (year: number, n: string) => `Meldingar per fagområde, ${year}, n\u00a0=\u00a0${n}`,
    gridKey:
      "▲ sikkert fleire enn året før · ▼ sikkert færre · utan teikn: inga sikker endring, eller ikkje samanlikna",
    rankNote:
      "Sannsynet er rekna ut frå talet på meldingar i året og kor ulike kategoriane er. Korleis, står i metodekapitlet under «Kva er størst, og kor sikkert er det?».",
    quarterNote:
      "Eit kvartal skil seg ut når det ligg utanfor tre standardavvik, eller når for mange kvartal på rad ligg på same side av medianen. I parentesen står kva kontrolldiagram som er brukt, og kvifor.",
    placeKey: "Plass: 80 %-intervall for kva plass kategorien har, størst først. Berre viste kategoriar er med.",
    sparkKey: "Kvart kvartal, same skala i alle rader. Heil strek: median. Stipla: brot. Skravert: skjult.",
    wholeYear: "Året",
    all: "Fylket",
    up: (ssu: string, committee: string, name: string) =>
      `${ssu} ber ${committee} gå gjennom meldingane om «${name}» og foreslå eitt tiltak til neste møte.`,
    upIn: (ssu: string, areas: readonly string[], name: string) =>
      `${ssu} ber ${list(areas, "og")} gå gjennom meldingane om «${name}» frå begge sider og finne ut kva som ligg bak, før eit tiltak blir valt.`,
    downIn: (ssu: string, areas: readonly string[], name: string) =>
      `${ssu} ber ${list(areas, "og")} finne ut kvifor det er færre meldingar om «${name}»: skjer det sjeldnare, eller blir det meldt sjeldnare?`,
    noChange: (ssu: string) =>
      `${ssu} ber kvart LSU velje ut frå kva som skjer ofte, kva som gjer skade og kva dei sjølve kan endre, sidan tala ikkje viser nokon sikker auke å styre etter.`,
  },
  lsu: {
    heading: "Dei lokale samarbeidsutvala",
    intro: "Kvart område har same oppsett. Små tal er skjulte, så korte tabellar betyr ikkje at det er lite å gjere.",
    candidates:
      "Kandidatane til tiltak, med plass og uvisse, står på dei to sidene kvart LSU får før møtet sitt. Tala seier lite om kor stor skaden var: vel ut frå meldingane sjølve òg.",
    municipalities: "Kommunane",
    municipalityTable: "Kommunane, i alfabetisk rekkjefølgje",
    municipalityNumbers: "Tala for kvar kommune, i alfabetisk rekkjefølgje",
    municipalitySubtitle: (area: string, year: number, n: string) =>
      `Meldingar, og meldingar per 1 000 innbyggjarar med 95 %-intervall, ${area}, ${year}, n\u00a0=\u00a0${n}`,
    population: "Folketal",
    number: "Tal",
    rate: "Rate",
    interval: "95 %-int.",
    zero: "0 betyr ingen meldingar. Det betyr ikkje ingen avvik.",
    up: (lsu: string, name: string, trust: string) =>
      `${lsu} går gjennom meldingane om «${name}» frå begge sider og vel eitt tiltak, med éin eigar frå kommunane og éin frå ${trust}.`,
    down: (lsu: string, name: string) =>
      `${lsu} spør dei som melder, om færre meldingar om «${name}» kjem av at det skjer sjeldnare eller blir meldt sjeldnare.`,
    downTotal: (lsu: string) =>
      `${lsu} spør dei som melder, kvifor det er færre meldingar i alt: skjer det sjeldnare, eller blir det meldt sjeldnare?`,
    choose: (lsu: string, year: number, trust: string) =>
      `${lsu} vel høgst to ting å betre i ${year}, kvar med éin eigar frå kommunane og éin frå ${trust}.`,
    test: "Første prøve skal vere i gang innan 21 dagar i éin kommune og på éi avdeling, med eit prosessmål som blir følgt kvar månad.",
    deliver: (lsu: string, names: readonly string[], year: number) =>
      `${lsu} ber ${list(names, "og")} levere meldingane for ${year}, eller stadfeste at det ikkje var nokon.`,
  },
  forslag: {
    heading: "Alle forslaga til vedtak",
    lead: "Alle forslaga i rapporten, ordna etter kven som skal gjere vedtaket, til å lime inn i saka til kvart utval. Skriv inn eigar og dato.",
  },
  metode: {
    read: "Slik les du figurane og tabellane",
    readText: [
      "Prikken er talet vi har. Streken gjennom prikken er 95 %-intervallet: så mykje kunne talet ha vore større eller mindre berre ved tilfeldigheiter. Lang strek betyr lite å byggje på.",
      "I radene med kvartal er den heile, vassrette streken medianen, og stipla loddrett strek er eit brot i serien. Skraverte felt er skjulte tal. Trekantar opp og ned står berre der endringa er sikker. Fargen seier ikkje om det er bra eller dårleg.",
      "Alle tal i figurane står òg i ein tabell her eller i databoka som følgjer rapporten.",
    ],
    made: "Slik er tala laga",
    lookup: "Oppslag: teikn, føresetnader, kategoriar og ord",
    moreSigns: [
      ["*", "mellombels: ikkje alle har levert for året"],
      ["|", "brot i serien: noko i dette året endra kva som blir talt"],
      ["-", "blir ikkje brukt her: null står som 0"],
    ],
    signsSubtitle: "Statistisk sentralbyrås standardteikn, med 0 for null",
    definitionsTitle: "Kategoriane og utvala dei høyrer til",
    definitionsSubtitle: (n: number) => `Kva svikta, n\u00a0=\u00a0${n} kategoriar. Lista er eit framlegg.`,
    definition: "Definisjon",
    route: "Utval",
    about: "Om denne utgåva",
    decision: (ssu: string, {days, threshold}: {days: number; threshold: number}) =>
      `${ssu} fastset kategoriane, fristen for svar (${days} dagar) og grensa for små tal (${threshold}) for neste rapport, eller seier kva som skal endrast.`,
  },
};

export type ReportText = typeof nn;
