/** Every sentence of the two pages, in both languages. `{name}` is filled in by the page. */
interface PageWords {
  readonly nn: Readonly<Record<string, string>>;
  readonly nb: Readonly<Record<string, string>>;
}

const types = {
  nn: {
    type_PERSON: "Namn",
    type_FNR: "Fødselsnummer",
    type_DNR: "D-nummer",
    type_PHONE: "Telefon",
    type_EMAIL: "E-post",
    type_ADDRESS: "Adresse",
    type_DATE_OF_BIRTH: "Fødselsdato",
    type_AGE_OVER_89: "Alder 90+",
    type_HPR: "HPR-nummer",
    type_URL: "Lenkje",
    type_VEHICLE: "Bilnummer",
    type_OTHER_ID: "Anna nummer",
  },
  nb: {
    type_PERSON: "Navn",
    type_FNR: "Fødselsnummer",
    type_DNR: "D-nummer",
    type_PHONE: "Telefon",
    type_EMAIL: "E-post",
    type_ADDRESS: "Adresse",
    type_DATE_OF_BIRTH: "Fødselsdato",
    type_AGE_OVER_89: "Alder 90+",
    type_HPR: "HPR-nummer",
    type_URL: "Lenke",
    type_VEHICLE: "Bilnummer",
    type_OTHER_ID: "Annet nummer",
  },
} as const;

const common = {
  nn: {
    language: "Bokmål",
    code: "Koden som står i vindauget der du starta kommandoen",
    open: "Opne",
    wrongCode: "Koden stemmer ikkje. Sjå etter i vindauget der du starta kommandoen.",
    noCrypto: "Denne nettlesaren kan ikkje opne sida. Bruk Edge, Chrome eller Firefox.",
    undo: "Angre (Z)",
    undecided: "Ikkje avgjord enno.",
    ...types.nn,
  },
  nb: {
    language: "Nynorsk",
    code: "Koden som står i vinduet der du startet kommandoen",
    open: "Åpne",
    wrongCode: "Koden stemmer ikke. Se etter i vinduet der du startet kommandoen.",
    noCrypto: "Denne nettleseren kan ikke åpne siden. Bruk Edge, Chrome eller Firefox.",
    undo: "Angre (Z)",
    undecided: "Ikke avgjort ennå.",
    ...types.nb,
  },
} as const;

export const reviewWords: PageWords = {
  nn: {
    ...common.nn,
    title: "Gjennomgang av tekstar",
    warning:
      "Programmet har teke ut det det kjende att, men namn kan stå att. Sida er for deg som går gjennom tekstane: ikkje send henne frå deg.",
    count: "Tekst {at} av {of}. {done} er avgjorde.",
    nothing: "Ingen tekst ventar på gjennomgang.",
    reason_undecided: "Det gule kan vere eit namn.",
    reason_rare: "Det gule kan til saman peike ut éin person.",
    reason_long: "Teksten er lang: les han heil.",
    accept: "Godta (G)",
    strike: "Stryk ordet (S)",
    reject: "Avvis teksten (A)",
    verdict_accept: "Godteken som han står.",
    verdict_edit: "Godteken utan det som er stroke.",
    verdict_reject: "Avvist: teksten kan ikkje brukast.",
    save: "Lagre avgjerdene (L)",
    after:
      "Fila hamnar i nedlastingsmappa. Ho har berre nøklar og plassar, ingen tekst. Ta henne inn med: npx avvik review --take FIL",
    help: "Pil høgre og venstre: frå ord til ord. Pil opp og ned: frå tekst til tekst. S eller mellomrom: stryk ordet.",
  },
  nb: {
    ...common.nb,
    title: "Gjennomgang av tekster",
    warning:
      "Programmet har tatt ut det det kjente igjen, men navn kan stå igjen. Siden er for deg som går gjennom tekstene: ikke send den fra deg.",
    count: "Tekst {at} av {of}. {done} er avgjort.",
    nothing: "Ingen tekst venter på gjennomgang.",
    reason_undecided: "Det gule kan være et navn.",
    reason_rare: "Det gule kan til sammen peke ut én person.",
    reason_long: "Teksten er lang: les hele.",
    accept: "Godta (G)",
    strike: "Stryk ordet (S)",
    reject: "Avvis teksten (A)",
    verdict_accept: "Godtatt som den står.",
    verdict_edit: "Godtatt uten det som er strøket.",
    verdict_reject: "Avvist: teksten kan ikke brukes.",
    save: "Lagre avgjørelsene (L)",
    after:
      "Filen havner i nedlastingsmappen. Den har bare nøkler og plasser, ingen tekst. Ta den inn med: npx avvik review --take FIL",
    help: "Pil høyre og venstre: fra ord til ord. Pil opp og ned: fra tekst til tekst. S eller mellomrom: stryk ordet.",
  },
};

export const calibrationWords: PageWords = {
  nn: {
    ...common.nn,
    title: "Kalibrering: kor godt finn programmet personar?",
    warning:
      "SIDA VISER OPPHAVLEGE TEKSTAR MED PERSONOPPLYSNINGAR. Ho er låst på disken og blir opna berre med koden. Ikkje ta skjermbilete, og lukk sida når du er ferdig.",
    count: "Tekst {at} av {of}. {done} er gjennomgåtte.",
    nothing: "Her er ingen tekstar.",
    next: "Ferdig med teksten (Enter)",
    verdict_done: "Gjennomgått.",
    save: "Lagre tala (L)",
    after:
      "Fila har berre tal: kor mange som vart funne og oversette av kvart slag. Ta henne inn med: npx avvik calibrate --take FIL. Då blir sida sletta.",
    help: "Blått er det programmet fann. Mellomrom på noko blått: det skulle ikkje vore teke ut. Er noko oversett, set pila på ordet og trykk tal for slaget: 1 namn, 2 fødselsnummer og så vidare i den rekkjefølgja knappane står.",
  },
  nb: {
    ...common.nb,
    title: "Kalibrering: hvor godt finner programmet personer?",
    warning:
      "SIDEN VISER OPPRINNELIGE TEKSTER MED PERSONOPPLYSNINGER. Den er låst på disken og åpnes bare med koden. Ikke ta skjermbilder, og lukk siden når du er ferdig.",
    count: "Tekst {at} av {of}. {done} er gjennomgått.",
    nothing: "Her er ingen tekster.",
    next: "Ferdig med teksten (Enter)",
    verdict_done: "Gjennomgått.",
    save: "Lagre tallene (L)",
    after:
      "Filen har bare tall: hvor mange som ble funnet og oversett av hvert slag. Ta den inn med: npx avvik calibrate --take FIL. Da blir siden slettet.",
    help: "Blått er det programmet fant. Mellomrom på noe blått: det skulle ikke vært tatt ut. Er noe oversett, sett pilen på ordet og trykk tall for slaget: 1 navn, 2 fødselsnummer og så videre i den rekkefølgen knappene står.",
  },
};

export const markableTypes = Object.keys(types.nn).map((key) => key.slice("type_".length));
