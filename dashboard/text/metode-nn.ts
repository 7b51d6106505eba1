import type {PageFacts} from "../../pipeline/contract/edition.ts";
import {period} from "./dates.ts";
import {kalibrering} from "./kalibrering.ts";
import {number, percent} from "./numbers.ts";
import {count, inWords} from "./sentences.ts";

/** What a paragraph may tell of the edition it stands in. */
interface Known {
  readonly facts: PageFacts;
  readonly compared: number;
  readonly falseSignals: string;
}

export interface Avsnitt {
  readonly id: string;
  readonly title: string;
  readonly text: readonly (string | ((known: Known) => string))[];
}

/** The method in plain words; `falseSignals` is how many to expect among the `compared` categories. */
export const metodeNn = {
  finding: "Slik er tala laga, og dette kan dei ikkje seie.",
  lead: "Meldingar viser kva nokon la merke til og tok seg tid til å melde. Dei er eit utgangspunkt for å spørje, ikkje ein fasit.",
  sections: [
    {
      id: "lese",
      title: "Slik les du figurane",
      text: [
        "Prikken er talet vi har. Streken gjennom prikken er 95 %-intervallet: så mykje kunne talet ha vore større eller mindre berre ved tilfeldigheiter. Lang strek betyr lite å byggje på.",
        "I radene med kvartal er den vassrette streken medianen. Der kvartala er for små til å visast, står eit trinn for kvart år, med snittet per kvartal. Ei stipla loddrett strek er eit brot i serien. Trekantar opp og ned står berre der endringa er sikker. Fargen seier ikkje om det er bra eller dårleg.",
        "Kvar figur har knappen «Vis tabell» med dei same tala.",
      ],
    },
    {
      id: "talt",
      title: "Kva er talt?",
      text: [
        ({facts}) =>
          `Berre samhandlingsavvik er talde, det vil seie hendingar der samarbeidet mellom kommune og ${facts.trustShort} svikta. Forbetringsforslag og avvik inne i éi verksemd er haldne utanfor.`,
        "Ei melding høyrer til det året ho vart registrert. Ho høyrer til det lokale samarbeidsutvalet (LSU) kommunen var med i den dagen det skjedde.",
        "Har begge sider meldt den same hendinga, er det to meldingar og éi hending. Vi skriv alltid kva av dei vi tel.",
      ],
    },
    {
      id: "retning",
      title: "Kven melder til kven?",
      text: [
        ({facts}) =>
          `«Frå kommune» er meldingar om noko kommunen opplevde at ${facts.trustShort} burde ha gjort annleis. «Frå ${facts.trustShort}» er det motsette. Begge retningar står alltid på same skala.`,
      ],
    },
    {
      id: "intervall",
      title: "Intervalla",
      text: [
        "For tal og ratar er intervallet rekna eksakt når det er færre enn ti meldingar, og med Byars metode frå ti og oppover. For delar brukar vi Wilsons metode. Overlappande intervall betyr ikkje at to tal er like, berre at vi ikkje kan skilje dei.",
      ],
    },
    {
      id: "endring",
      title: "Når skriv vi «Fleire» eller «Færre»?",
      text: [
        "Berre når 99 %-intervallet for forholdet mellom dei to åra ikkje inneheld «uendra». Elles skriv vi «Inga sikker endring». Det betyr at tala ikkje kan avgjere det, ikkje at alt er som før.",
        ({compared, falseSignals}) =>
          compared === 0
            ? "Her er ingen kategori samanlikna."
            : `Her er ${count(inWords(compared), compared, "kategori", "kategoriar")} samanlikna. Sjølv om ingenting hadde endra seg, måtte vi vente om lag ${falseSignals} falske signal.`,
        "Har ein part levert det eine året og ikkje det andre, må endringa òg stå seg mellom dei som leverte begge åra.",
        "Fleire meldingar kan kome av at fleire melder. Færre meldingar er aldri i seg sjølv eit teikn på at noko er blitt tryggare.",
      ],
    },
    {
      id: "rang",
      title: "Kva er størst, og kor sikkert er det?",
      text: [
        "Ei liste etter tal er for ein stor del tilfeldig. Difor står det kva plassar ein kategori kan ha, og kor sannsynleg det er at han er blant dei tre største når det tilfeldige er teke bort. Slik er det rekna: kvar kategori får ei fordeling for kor ofte det eigentleg blir meldt (gamma, med forventning og spreiing henta frå kategoriane sjølve), og plassane er rekna ut frå dei utan trekking, så same tal gjev alltid same svar.",
        "Plassane er eit 80 %-intervall. Det går ut frå den mest sannsynlege plassen og tek med naboplassar til sannsynet til saman er så nær 80 % som heile plassar kan kome. Er det minst 90 % sannsynleg at kategorien er blant dei tre største, skriv vi «sikkert blant dei tre». Varierer ikkje kategoriane meir enn tilfeldige tal gjer, skriv vi at dei ikkje kan skiljast. Berre tal som er viste i denne utgåva, er med i rekninga, og «Anna» og meldingar utan kategori er haldne utanfor.",
      ],
    },
    {
      id: "seriar",
      title: "Seriar over tid, og område av ulik storleik",
      text: [
        "Figurane viser kvartala slik dei er, med medianen. Under dei står det om noko kvartal skil seg ut, men berre for seriar der alle kvartala er viste: eit kvartal utanfor tre standardavvik, for mange kvartal på rad på same side av medianen, eller for få kryssingar av han (Anhøj). Grensene er rekna av alle kvartala sidan siste brot. Kor mange falske signal som er venta, er rekna med den spreiinga serien sjølv har, og er heller for mange enn for få. Faste årstidsskilnader kan òg gje utslag. Dei fire reglane frå Making Data Count finst i programmet, men er meinte for éin serie om gongen: på mange seriar gjev dei mest falske signal.",
        "Grenser blir ikkje rekna ut frå færre enn seks punkt, og dei er førebelse til det er tolv. Ein periode som manglar, er ikkje null og gjev inga spreiing til naboane sine. Grunnlinja ligg fast til eit brot med dato og grunn står i registeret. Ei grense kan ikkje liggje under null; då har diagrammet inga nedre grense. Er det venta færre enn fem meldingar, kjem eksakte grenser i tillegg. Varierer periodane meir enn slumpen gjer, blir grensene vidare, aldri smalare.",
        "Område av ulik storleik kan setjast opp mot kvarandre i eit traktdiagram med eksakte grenser (95 % og 99,8 %). Er områda meir ulike enn slumpen gjer dei, blir grensene vida ut med variansen mellom dei. Med færre enn ti område blir han ikkje rekna ut. Ein standardisert rate blir ikkje oppgjeven når han byggjer på færre enn ti hendingar.",
      ],
    },
    {
      id: "kalibrering",
      title: "Held det som står her?",
      text: [
        `Metodane er prøvde på ${number(kalibrering.fylke)} oppdikta fylke der svaret er kjent. 95 %-intervalla heldt i ${percent(kalibrering.tal95, 1)} av tilfella for tal, ${percent(kalibrering.forhold95, 1)} for forholdet mellom to år og ${percent(kalibrering.del95, 1)} for delar. 80 %-intervallet for plass heldt i ${percent(kalibrering.rang80, 1)}.`,
        `Det sannsynet som står for å vere blant dei tre største, stemte innan ${number(100 * kalibrering.topp3Avvik, 1)} prosentpoeng. Lista over endringar hadde i snitt ${number(kalibrering.falskeSett, 2)} falske signal i kvart fylke, mot ${number(kalibrering.falskeSagt, 2)} venta. Kontrolldiagram av kvartal der ingenting hende, gav eit falskt signal i ${percent(kalibrering.kvartalSett, 1)} av seriane, mot høgst ${percent(kalibrering.kvartalSagt, 1)} venta. I snitt ${number(kalibrering.stilleSett, 2)} kommunar i kvart fylke vart kalla uventa stille utan grunn, mot høgst ${number(kalibrering.stilleSagt, 2)} venta. Om eit tiltak har verka, blir vurdert med eit prosessmål: der ingenting var gjort, vart verknaden likevel kalla påvist i ${percent(kalibrering.feilBetring, 1)} av seriane, og i ${percent(kalibrering.feilBetringVerst, 1)} i den vanskelegaste typen.`,
      ],
    },
    {
      id: "skjult",
      title: "Små tal er skjulte",
      text: [
        ({facts}) =>
          `Tal frå 1 til ${facts.threshold - 1} blir ikkje viste, for at ingen skal kunne kjenne att ein person. Av og til må vi òg skjule større tal, slik at ingen kan rekne seg fram til dei små, korkje i éin tabell eller på tvers av fleire. Alle får same teikn, «:», uansett grunn, så teiknet røper ikkje kva for tal som er små. Eit skjult tal er ikkje null.`,
        ({facts}) =>
          `Null blir vist: at ingen har meldt, fortel ikkje noko om nokon. Delar, medianar, ratar, intervall og endringar er skjulte når talet bak er det. Er dei fleste kvartala i ein serie små, er heile serien skjult, òg nullane: det som stod att, ville villeie.${frozen(facts)}`,
      ],
    },
    {
      id: "manglar",
      title: "Manglande tal er ikkje null",
      text: [
        "Har ein kommune ikkje levert, veit vi ingenting om han. Då står det «..» eller «har ikkje levert». Null står berre der kommunen har stadfesta det eller har levert utan slike meldingar. Ingen meldingar betyr ikkje ingen avvik.",
      ],
    },
    {
      id: "kommunar",
      title: "Kommunar skal ikkje rangerast",
      text: [
        "Til noko anna er vist, reknar vi med at skilnader mellom kommunar mest kjem av ulike meldevanar. Difor står kommunane etter namn eller folketal, aldri etter kor mykje dei melder.",
      ],
    },
    {
      id: "alvor",
      title: "Alvorlege hendingar",
      text: [
        "Alvorlege hendingar skal varslast og følgjast opp gjennom dei ordningane som gjeld for det. Vent aldri på denne oversikta.",
      ],
    },
    {
      id: "tilgjenge",
      title: "Tilgjenge",
      text: [
        "Sida er laga for tastatur og skjermlesar og for 400 % forstørring. Kvar figur har tekst og tabell.",
        "Eigaren av rapporten må publisere ei tilgjengelegheitserklæring på uustatus.no før sida blir lagd ut. Ho er ikkje lenkja herfrå enno.",
      ],
    },
  ] as readonly Avsnitt[],
  account: "Rekneskapen: kvar vart det av radene?",
  accountStep: "Kva skjedde",
  accountRows: "Rader",
  breaks: "Brot i seriane",
  noBreaks: "Ingen brot i desse åra.",
  assumptions: "Føresetnader som ikkje er stadfesta",
  signs: "Teikn i tabellane",
  signRows: [
    [":", "skjult: talet er for lite til å vise, eller det kunne røpe eit anna som er det"],
    ["..", "manglar, har ikkje levert"],
    [".", "ikkje aktuelt"],
    ["0", "null meldingar, og det er stadfesta"],
  ],
  sign: "Teikn",
  meaning: "Tyding",
  definitions: "Kategoriane",
  glossary: "Ordliste",
  run: "Om denne utgåva",
  runRows: (facts: PageFacts, date: (iso: string) => string): string[][] => [
    ["Køyring", facts.runId],
    ["Dato", date(facts.runDate)],
    ["Data til og med", date(facts.cutOff)],
    ["Utgåve", facts.audience.edition === "open" ? "open" : "møteutgåve"],
    ["Minste tal over null som blir vist", String(facts.threshold)],
  ],
  outcomes: {
    rader_inn: "Rader i filene",
    tomme_og_summar: "Tomme rader og summar, tekne bort",
    testrader: "Testrader, tekne bort",
    karantene: "I karantene: må rettast i kjelda",
    utanfor: "Utanfor: ikkje samhandling",
    levert_foer: "Levert før, talt éin gong",
    godteke: "Godtekne",
    forbetringsforslag: "– av dei forbetringsforslag",
    avvik: "– av dei avvik, alle år (meldingar)",
    hendingar: "Hendingar bak avvika",
    retta: "Retta etter registeret over rettingar (alt talde ovanfor)",
  } as Readonly<Record<string, string>>,
};

/** Whether older years are as they were or made anew; nothing where there is no edition before this one. */
function frozen({frozenYears = [], year}: PageFacts): string {
  if (frozenYears.length === 0) return "";
  return ` Tala for ${period(frozenYears)} står slik dei stod i utgåva for ${year - 1}. Meldingar som er komne seint eller er retta sidan, er ikkje med i desse åra: elles kunne den som har begge utgåvene, sjå kva som er nytt.`;
}
