import type {Language} from "./edition.ts";

export interface Term {
  readonly nn: string;
  readonly nb: string;
  readonly definition: Readonly<Record<Language, string>>;
}

const term = (nn: string, nb: string, nnDefinition: string, nbDefinition: string): Term => ({
  nn,
  nb,
  definition: {nn: nnDefinition, nb: nbDefinition},
});

/** The words of the committees: one entry for each Norwegian word in code, tables and pages. */
export const terms = {
  aar: term("år", "år", "Året meldinga vart registrert.", "Året meldingen ble registrert."),
  akse: term(
    "akse",
    "akse",
    "Kategoriane står på to aksar: kva slags svikt, og kva fagområde.",
    "Kategoriene står på to akser: hva slags svikt, og hvilket fagområde.",
  ),
  andel: term("del", "andel", "Teljaren delt på nemnaren.", "Telleren delt på nevneren."),
  breidde: term("breidde", "bredde", "Kor mange kommunar meldingane gjeld.", "Hvor mange kommuner meldingene gjelder."),
  brot: term(
    "brot i serien",
    "brudd i serien",
    "Ei endring som gjer at tal før og etter ikkje kan samanliknast utan atterhald.",
    "En endring som gjør at tall før og etter ikke kan sammenlignes uten forbehold.",
  ),
  dato: term("dato", "dato", "Dagen noko skjedde eller tok til å gjelde.", "Dagen noe skjedde eller begynte å gjelde."),
  delavtale: term(
    "delavtale",
    "delavtale",
    "Den delen av samarbeidsavtalen som eit fagleg samarbeidsutval har ansvar for.",
    "Den delen av samarbeidsavtalen som et faglig samarbeidsutvalg har ansvar for.",
  ),
  delt: term(
    "delt mellom LSU",
    "delt mellom LSU",
    "Meldingane frå kommunen i året ligg under meir enn eitt LSU, fordi kommunen har skift LSU.",
    "Meldingene fra kommunen i året ligger under mer enn ett LSU, fordi kommunen har skiftet LSU.",
  ),
  dom: term(
    "vurdering",
    "vurdering",
    "Om endringa er tydeleg: fleire, færre eller inga sikker endring.",
    "Om endringen er tydelig: flere, færre eller ingen sikker endring.",
  ),
  fagomraade: term(
    "fagområde",
    "fagområde",
    "Kva del av helsetenesta meldinga gjeld.",
    "Hvilken del av helsetjenesten meldingen gjelder.",
  ),
  folketal: term(
    "folketal",
    "folketall",
    "Innbyggjarar 1. januar same år, frå SSB.",
    "Innbyggere 1. januar samme år, fra SSB.",
  ),
  forhold: term(
    "forhold mellom åra",
    "forhold mellom årene",
    "Talet på meldingar i år delt på talet i fjor.",
    "Antall meldinger i år delt på antallet i fjor.",
  ),
  grunn: term("grunn", "grunn", "Kvifor eit tal ikkje kan gjevast.", "Hvorfor et tall ikke kan gis."),
  hending: term(
    "hending",
    "hendelse",
    "Det som faktisk skjedde. Ei hending kan vere meld frå begge sider.",
    "Det som faktisk skjedde. En hendelse kan være meldt fra begge sider.",
  ),
  kanal: term(
    "meldeveg",
    "meldevei",
    "Systemet eller lista meldingane frå ein part kjem gjennom.",
    "Systemet eller listen meldingene fra en part kommer gjennom.",
  ),
  kategori: term(
    "kategori",
    "kategori",
    "Kva slags svikt meldinga gjeld. Kvar melding er talt i éin kategori.",
    "Hva slags svikt meldingen gjelder. Hver melding er talt i én kategori.",
  ),
  kommune: term(
    "kommune",
    "kommune",
    "Kommunen meldinga gjeld, slik kommunane var den dagen det skjedde.",
    "Kommunen meldingen gjelder, slik kommunene var den dagen det skjedde.",
  ),
  kvartal: term("kvartal", "kvartal", "Tre månader av året.", "Tre måneder av året."),
  levering: term(
    "levering",
    "levering",
    "Om meldingane frå ein part er komne inn. Manglande levering er ikkje det same som null meldingar.",
    "Om meldingene fra en part er kommet inn. Manglende levering er ikke det samme som null meldinger.",
  ),
  lsu: term(
    "lokalt samarbeidsutval",
    "lokalt samarbeidsutvalg",
    "Utvalet der sjukehuset og kommunane i eitt sjukehusområde vel kva dei skal betre.",
    "Utvalget der sykehuset og kommunene i ett sykehusområde velger hva de skal forbedre.",
  ),
  maal: term("mål", "mål", "Det som er målt i rada.", "Det som er målt i raden."),
  median: term(
    "median",
    "median",
    "Den midtarste verdien: halvparten ligg under og halvparten over.",
    "Den midterste verdien: halvparten ligger under og halvparten over.",
  ),
  melding: term(
    "melding",
    "melding",
    "Éi innmelding av eit samhandlingsavvik frå éin part.",
    "Én innmelding av et samhandlingsavvik fra én part.",
  ),
  namn: term("namn", "navn", "Namnet på området eller utvalet.", "Navnet på området eller utvalget."),
  nedre: term(
    "nedre grense",
    "nedre grense",
    "Nedre grense for 95 %-intervallet.",
    "Nedre grense for 95 %-intervallet.",
  ),
  nemnar: term("nemnar", "nevner", "Talet ein del er rekna av.", "Tallet en andel er regnet av."),
  nr: term(
    "rekkjefølgje",
    "rekkefølge",
    "Plassen rada har når tabellen blir vist.",
    "Plassen raden har når tabellen vises.",
  ),
  oevre: term("øvre grense", "øvre grense", "Øvre grense for 95 %-intervallet.", "Øvre grense for 95 %-intervallet."),
  omraade: term(
    "område",
    "område",
    "Fylket, området til eit LSU eller éin kommune.",
    "Fylket, området til et LSU eller én kommune.",
  ),
  omraadetype: term("slags område", "slags område", "Fylke, LSU eller kommune.", "Fylke, LSU eller kommune."),
  part: term(
    "part",
    "part",
    "Den som melder: ein kommune eller helseføretaket.",
    "Den som melder: en kommune eller helseforetaket.",
  ),
  rader: term("rader", "rader", "Talet på rader i leveringane.", "Antall rader i leveringene."),
  rate: term("rate", "rate", "Meldingar per 1 000 innbyggjarar og år.", "Meldinger per 1 000 innbyggere og år."),
  retning: term(
    "retning",
    "retning",
    "Kven som melder til kven: frå kommune til helseføretak eller omvendt.",
    "Hvem som melder til hvem: fra kommune til helseforetak eller omvendt.",
  ),
  rute: term("rute", "rute", "Utvalet som har ansvaret for kategorien.", "Utvalget som har ansvaret for kategorien."),
  sikkerheit: term(
    "kor sikkert",
    "hvor sikkert",
    "Kor godt opplysninga er stadfesta: høg, middels, låg eller antatt.",
    "Hvor godt opplysningen er bekreftet: høy, middels, lav eller antatt.",
  ),
  status: term(
    "status",
    "status",
    "Om talet er vist, skjult, manglar eller ikkje er aktuelt.",
    "Om tallet er vist, skjult, mangler eller ikke er aktuelt.",
  ),
  steg: term("steg", "steg", "Eit steg i behandlinga av leveringane.", "Et steg i behandlingen av leveringene."),
  tekst: term(
    "tekst",
    "tekst",
    "Namn eller forklaring til bruk i rapporten.",
    "Navn eller forklaring til bruk i rapporten.",
  ),
  teljar: term("teljar", "teller", "Talet på meldingar som oppfyller målet.", "Antall meldinger som oppfyller målet."),
  utfall: term("utfall", "utfall", "Kva som skjedde med radene i steget.", "Hva som skjedde med radene i steget."),
  utval: term(
    "utval",
    "utvalg",
    "Eit samarbeidsutval: SSU, LSU eller FSU.",
    "Et samarbeidsutvalg: SSU, LSU eller FSU.",
  ),
  utvalstype: term(
    "slags utval",
    "slags utvalg",
    "SSU, LSU, FSU eller sekretariat.",
    "SSU, LSU, FSU eller sekretariat.",
  ),
  verknad: term(
    "verknad",
    "virkning",
    "Om brotet stoppar samanlikning over tid eller berre blir merkt.",
    "Om bruddet stopper sammenligning over tid eller bare merkes.",
  ),
} as const satisfies Record<string, Term>;

export type TermId = keyof typeof terms;
