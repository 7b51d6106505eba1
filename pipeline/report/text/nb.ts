import {beginning, list, quoted} from "../../../dashboard/text/sentences.ts";
import type {ReportText} from "./nn.ts";

/** What the documents say beyond the pages, in bokmål. The type makes a missing key a compile error. */
export const nb: ReportText = {
  title: (year) => `Samhandlingsavvik ${year}`,
  subtitle: (county) => `Årsrapport for ${county}`,
  syntheticNote:
    "Alle tall i dette dokumentet er oppdiktet. Dokumentet viser hvordan rapporten blir seende ut, ikke hvordan det står til.",
  edition: (edition, threshold) =>
    `${edition === "open" ? "Åpen utgave" : "Møteutgave"}: tall fra 1 til ${threshold - 1} er skjult.`,
  cutOff: (date) => `Meldinger registrert til og med ${date}.`,
  contents: "Innhold",
  figure: "Figur",
  table: "Tabell",
  page: (page, of) => `side ${page} av ${of}`,
  /** What each sign means, as it stands under a table that has it. */
  signs: {
    hidden: "«:» skjult for å verne små tall",
    missing: "«..» mangler, ikke levert",
    not_applicable: "«.» ikke aktuelt",
    zero: "0 ingen, ikke skjult",
    provisional: "«*» foreløpig, ikke alle har levert",
    broken: "«|» brudd i serien",
  },
  hiddenRows: (names) => `Skjult i alle kolonner: ${quoted(names, "og")}.`,
  about: (n) => (n === null ? "færre enn 0,1" : `omtrent ${n}`),
  registers: "Kilde: registrene som rapporten er laget med",
  decision: "Forslag til vedtak",
  viktigast: {
    heading: "Det viktigste på én side",
    keyFigures: (year) => `Året ${year} i fire tall`,
    messages: (year) => `Meldinger i ${year}`,
    events: "Hendelser bak meldingene",
    eventsBasis: "En hendelse meldt fra begge sider telles én gang",
    answered: (days) => `Fikk svar innen ${days} dager`,
    days: "Median fra hendelse til melding",
    findings: "Tre funn",
    decisions: "Forslag til vedtak: tre ting",
    localLead: (tests, expected) =>
      tests === 0
        ? ""
        : `I de lokale områdene er det gjort ${tests === 1 ? "én sammenligning" : `${tests} sammenligninger`} av en kategori med året før. Tilfeldigheter alene gir ${expected} falske signaler.`,
    caution: "Én advarsel",
    serious: "Alvorlige hendelser skal varsles og følges opp gjennom ordningene for det, ikke gjennom denne rapporten.",
    seeAlso: (chapter) => `Se «${chapter}».`,
  },
  vedtak: {
    heading: "Hva ble gjort med vedtakene fra i fjor?",
    finding: "Vi kan ikke si hva som ble gjort, for ingen vedtak er registrert.",
    lead: "At listen er tom, betyr ikke at ingenting er gjort. Det betyr at ingen har skrevet det ned på et sted vi kan lese.",
    loop: "Fra melding til virkning",
    loopSteps: {
      messages: (year) => `Meldinger i ${year}`,
      chosen: "Valgt til forbedring",
      tested: "Prøvd",
      effect: "Med påvist virkning",
    },
    loopMissing: "Ikke registrert",
    why: "Hvorfor er listen tom?",
    whyText:
      "Vedtak registreres i møtefilen, som lagres i møtet der vedtaket blir gjort. Ingen møtefil er tatt inn ennå. Vedtak fra tidligere år ligger i møteprotokollene og er ikke ført inn.",
    next: "Hva skal stå her?",
    nextText: "Neste rapport åpner med hvert vedtak fra året før, før noen nye tall:",
    nextItems: (trust) => [
      "tiltaket, og kategorien det skulle forbedre",
      `én eier fra kommunene og én fra ${trust}`,
      "hvor langt det er kommet: ikke startet, under utprøving, gjennomført eller avsluttet",
      "prosessmålet, altså det som måles hver måned, for eksempel hvor mange epikriser som er sendt samme dag",
      "virkningen i ett av fire svar: påvist forbedring, trolig forbedring, kan ikke avgjøres, påvist forverring",
      "hvor mange dager det er over fristen",
    ],
    nextRule: "Virkningen vurderes på prosessmålet. Færre meldinger er aldri nok til å si at noe er blitt bedre.",
    decision: (ssu, year, trust) =>
      `${ssu} ber hvert LSU velge høyst to ting å forbedre i ${year}, hver med én eier fra kommunene og én fra ${trust}, et prosessmål og en dato for første utprøving. Valgene sendes sekretariatet som møtefil, slik at neste rapport kan åpne med dem.`,
  },
  grunnlaget: {
    heading: "Grunnlaget: hva kan vi stole på?",
    delivery: "Hvem har levert?",
    deliverySubtitle: (year, county) => `Levering av meldinger for ${year}, antall parter, ${county}`,
    deliveryText: (trust) =>
      `${trust} og hver kommune leverer sine egne meldinger. Den som har levert uten å ha meldt noe, står som levert. Den som ikke har levert, vet vi ingenting om.`,
    area: "Område",
    nobody: "ingen",
    account: "Hvor ble det av radene?",
    accountTitle: (rows, reports) => `Av ${rows} rader i filene er ${reports} meldinger om avvik`,
    accountPlain: "Regnskapet for radene i filene",
    accountSubtitle: (years) => `Antall rader, alle leveringer for ${years}`,
    accountText:
      "Ingenting forsvinner uten å bli talt. Rader i karantene venter på retting hos den som leverte dem, og er ikke med i tallene før de er rettet.",
    quality: "Hvor godt er meldingene fylt ut og besvart?",
    qualityTitle: (share, days) => `Innen ${days} dager fikk ${share} av meldingene svar`,
    qualityPlain: "Utfylling og svar",
    qualitySubtitle: (year, n) =>
      `Andel av meldingene med 95 %-intervall, og median i dager, ${year}, n\u00a0=\u00a0${n}`,
    filled: "Alle felt fylt ut",
    answered: (days) => `Svar innen ${days} dager`,
    other: "«Annet» eller uten kategori",
    both: "Meldt fra begge sider",
    toReport: "Dager til melding",
    toAnswer: "Dager til svar",
    breaks: "Brudd i seriene",
    breaksTitle: (n) =>
      n === 1 ? "Ett brudd begrenser hva vi kan sammenligne" : beginning(n, "brudd begrenser hva vi kan sammenligne"),
    breaksSubtitle: (years, n) => `Hendelser i ${years} som endret hva som telles, n\u00a0=\u00a0${n}`,
    date: "Dato",
    breakWhat: "Hva",
    breakWhere: "Hva det gjelder",
    breakEffect: "Følge",
    breakAll: "Alle meldinger",
    effects: {stopp: "Sammenlignes ikke over bruddet", merk: "Merkes, men sammenlignes"},
    limits: "Hva tallene ikke kan si",
    limitItems: (trust) => [
      "Hvor mange samhandlingsavvik det er. Mange hendelser blir aldri meldt, og ingen vet hvor mange.",
      `Om én kommune eller én enhet i ${trust} gjør det bedre enn en annen. Ulike meldevaner kan forklare hele forskjellen.`,
      "Om et tiltak virker. Til det trengs et prosessmål som følges hver måned.",
      "Hvor alvorlige hendelsene var. Alvor er satt av den som meldte, og står bare der det er nok meldinger til å vise det.",
      "Hva som skjedde hos den som ikke har levert.",
    ],
    deliver: (ssu, names, year) =>
      `${ssu} ber ${list(names, "og")} levere meldingene for ${year}, eller bekrefte at det ikke var noen, før neste møte.`,
    keepDelivering: (ssu) =>
      `${ssu} ber alle parter fortsette å levere innen fristen, også når det ikke er noe å melde.`,
    fill: (ssu, share, trust) =>
      `Alle felt er fylt ut i ${share} av meldingene. ${ssu} ber kommunene og ${trust} bli enige om hvilke felt som alltid skal fylles ut, og ta det i bruk fra neste kvartal.`,
  },
  fylket: {
    heading: "Fylket samlet",
    volume: "Hvem melder til hvem?",
    categories: "Hva sviktet?",
    where: "Hvor i fylket?",
    fields: "Hvilket fagområde?",
    numbers: "Tallene bak figuren",
    quarterly: "Meldinger per kvartal",
    quarterSubtitle: (area, years, n) => `Meldinger per kvartal og år, ${area}, ${years}, n\u00a0=\u00a0${n}`,
    categorySubtitle: (area, year, n) => `Meldinger i året med 95 %-intervall, ${area}, ${year}, n\u00a0=\u00a0${n}`,
    gridSubtitle: (year, n, expected) =>
      `Meldinger per lokalt samarbeidsutvalg, ${year}, n\u00a0=\u00a0${n}${expected === "" ? "" : `; ${expected} falske signaler å vente`}`,
    fieldSubtitle: (year, n) => `Meldinger per fagområde, ${year}, n\u00a0=\u00a0${n}`,
    gridKey:
      "▲ sikkert flere enn året før · ▼ sikkert færre · uten tegn: ingen sikker endring, eller ikke sammenlignet",
    rankNote:
      "Sannsynligheten er regnet ut fra antall meldinger i året og hvor ulike kategoriene er. Hvordan, står i metodekapittelet under «Hva er størst, og hvor sikkert er det?».",
    quarterNote:
      "Et kvartal skiller seg ut når det ligger utenfor tre standardavvik, eller når for mange kvartaler på rad ligger på samme side av medianen. I parentesen står hvilket kontrolldiagram som er brukt, og hvorfor.",
    placeKey: "Plass: 80 %-intervall for hvilken plass kategorien har, størst først. Bare viste kategorier er med.",
    sparkKey: "Hvert kvartal, samme skala i alle rader. Hel strek: median. Stiplet: brudd. Skravert: skjult.",
    wholeYear: "Året",
    all: "Fylket",
    up: (ssu, committee, name) =>
      `${ssu} ber ${committee} gå gjennom meldingene om «${name}» og foreslå ett tiltak til neste møte.`,
    upIn: (ssu, areas, name) =>
      `${ssu} ber ${list(areas, "og")} gå gjennom meldingene om «${name}» fra begge sider og finne ut hva som ligger bak, før et tiltak velges.`,
    downIn: (ssu, areas, name) =>
      `${ssu} ber ${list(areas, "og")} finne ut hvorfor det er færre meldinger om «${name}»: skjer det sjeldnere, eller blir det meldt sjeldnere?`,
    noChange: (ssu) =>
      `${ssu} ber hvert LSU velge ut fra hva som skjer ofte, hva som gjør skade og hva de selv kan endre, siden tallene ikke viser noen sikker økning å styre etter.`,
  },
  lsu: {
    heading: "De lokale samarbeidsutvalgene",
    intro: "Hvert område har samme oppsett. Små tall er skjult, så korte tabeller betyr ikke at det er lite å gjøre.",
    candidates:
      "Kandidatene til tiltak, med plass og usikkerhet, står på de to sidene hvert LSU får før møtet sitt. Tallene sier lite om hvor stor skaden var: velg ut fra meldingene selv også.",
    municipalities: "Kommunene",
    municipalityTable: "Kommunene, i alfabetisk rekkefølge",
    municipalityNumbers: "Tallene for hver kommune, i alfabetisk rekkefølge",
    municipalitySubtitle: (area, year, n) =>
      `Meldinger, og meldinger per 1 000 innbyggere med 95 %-intervall, ${area}, ${year}, n\u00a0=\u00a0${n}`,
    population: "Folketall",
    number: "Antall",
    rate: "Rate",
    interval: "95 %-int.",
    zero: "0 betyr ingen meldinger. Det betyr ikke ingen avvik.",
    up: (lsu, name, trust) =>
      `${lsu} går gjennom meldingene om «${name}» fra begge sider og velger ett tiltak, med én eier fra kommunene og én fra ${trust}.`,
    down: (lsu, name) =>
      `${lsu} spør dem som melder, om færre meldinger om «${name}» kommer av at det skjer sjeldnere eller blir meldt sjeldnere.`,
    downTotal: (lsu) =>
      `${lsu} spør dem som melder, hvorfor det er færre meldinger i alt: skjer det sjeldnere, eller blir det meldt sjeldnere?`,
    choose: (lsu, year, trust) =>
      `${lsu} velger høyst to ting å forbedre i ${year}, hver med én eier fra kommunene og én fra ${trust}.`,
    test: "Første utprøving skal være i gang innen 21 dager i én kommune og på én avdeling, med et prosessmål som følges hver måned.",
    deliver: (lsu, names, year) =>
      `${lsu} ber ${list(names, "og")} levere meldingene for ${year}, eller bekrefte at det ikke var noen.`,
  },
  forslag: {
    heading: "Alle forslagene til vedtak",
    lead: "Alle forslagene i rapporten, ordnet etter hvem som skal gjøre vedtaket, til å lime inn i saken til hvert utvalg. Skriv inn eier og dato.",
  },
  metode: {
    read: "Slik leser du figurene og tabellene",
    readText: [
      "Prikken er tallet vi har. Streken gjennom prikken er 95 %-intervallet: så mye kunne tallet ha vært større eller mindre bare ved tilfeldigheter. Lang strek betyr lite å bygge på.",
      "I radene med kvartaler er den hele, vannrette streken medianen, og stiplet loddrett strek er et brudd i serien. Skraverte felt er skjulte tall. Trekanter opp og ned står bare der endringen er sikker. Fargen sier ikke om det er bra eller dårlig.",
      "Alle tall i figurene står også i en tabell her eller i databoken som følger rapporten.",
    ],
    made: "Slik er tallene laget",
    lookup: "Oppslag: tegn, forutsetninger, kategorier og ord",
    moreSigns: [
      ["*", "foreløpig: ikke alle har levert for året"],
      ["|", "brudd i serien: noe i dette året endret hva som telles"],
      ["-", "brukes ikke her: null står som 0"],
    ],
    signsSubtitle: "Statistisk sentralbyrås standardtegn, med 0 for null",
    definitionsTitle: "Kategoriene og utvalgene de hører til",
    definitionsSubtitle: (n) => `Hva sviktet, n\u00a0=\u00a0${n} kategorier. Listen er et forslag.`,
    definition: "Definisjon",
    route: "Utvalg",
    about: "Om denne utgaven",
    decision: (ssu, {days, threshold}) =>
      `${ssu} fastsetter kategoriene, fristen for svar (${days} dager) og grensen for små tall (${threshold}) for neste rapport, eller sier hva som skal endres.`,
  },
};
