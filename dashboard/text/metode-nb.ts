import type {PageFacts} from "../../pipeline/contract/edition.ts";
import {period} from "./dates.ts";
import {kalibrering} from "./kalibrering.ts";
import type {metodeNn} from "./metode-nn.ts";
import {number, percent} from "./numbers.ts";
import {count, inWords} from "./sentences.ts";

/** The method in plain words, in bokmål. */
export const metodeNb: typeof metodeNn = {
  finding: "Slik er tallene laget, og dette kan de ikke si.",
  lead: "Meldinger viser hva noen la merke til og tok seg tid til å melde. De er et utgangspunkt for å spørre, ikke en fasit.",
  sections: [
    {
      id: "lese",
      title: "Slik leser du figurene",
      text: [
        "Prikken er tallet vi har. Streken gjennom prikken er 95 %-intervallet: så mye kunne tallet ha vært større eller mindre bare ved tilfeldigheter. Lang strek betyr lite å bygge på.",
        "I radene med kvartaler er den vannrette streken medianen. Der kvartalene er for små til å vises, står et trinn for hvert år, med snittet per kvartal. En stiplet loddrett strek er et brudd i serien. Trekanter opp og ned står bare der endringen er sikker. Fargen sier ikke om det er bra eller dårlig.",
        "Hver figur har knappen «Vis tabell» med de samme tallene.",
      ],
    },
    {
      id: "talt",
      title: "Hva er talt?",
      text: [
        ({facts}) =>
          `Bare samhandlingsavvik er talt, det vil si hendelser der samarbeidet mellom kommune og ${facts.trustShort} sviktet. Forbedringsforslag og avvik inne i én virksomhet er holdt utenfor.`,
        "En melding hører til det året den ble registrert. Den hører til det lokale samarbeidsutvalget (LSU) kommunen var med i den dagen det skjedde.",
        "Har begge sider meldt den samme hendelsen, er det to meldinger og én hendelse. Vi skriver alltid hvilken av dem vi teller.",
      ],
    },
    {
      id: "retning",
      title: "Hvem melder til hvem?",
      text: [
        ({facts}) =>
          `«Fra kommune» er meldinger om noe kommunen opplevde at ${facts.trustShort} burde ha gjort annerledes. «Fra ${facts.trustShort}» er det motsatte. Begge retninger står alltid på samme skala.`,
      ],
    },
    {
      id: "intervall",
      title: "Intervallene",
      text: [
        "For antall og rater er intervallet regnet eksakt når det er færre enn ti meldinger, og med Byars metode fra ti og oppover. For andeler bruker vi Wilsons metode. Overlappende intervaller betyr ikke at to tall er like, bare at vi ikke kan skille dem.",
      ],
    },
    {
      id: "endring",
      title: "Når skriver vi «Flere» eller «Færre»?",
      text: [
        "Bare når 99 %-intervallet for forholdet mellom de to årene ikke inneholder «uendret». Ellers skriver vi «Ingen sikker endring». Det betyr at tallene ikke kan avgjøre det, ikke at alt er som før.",
        ({compared, falseSignals}) =>
          compared === 0
            ? "Her er ingen kategori sammenlignet."
            : `Her er ${count(inWords(compared), compared, "kategori", "kategorier")} sammenlignet. Selv om ingenting hadde endret seg, måtte vi vente omtrent ${falseSignals} falske signaler.`,
        "Har en part levert det ene året og ikke det andre, må endringen også stå seg blant dem som leverte begge årene.",
        "Flere meldinger kan komme av at flere melder. Færre meldinger er aldri i seg selv et tegn på at noe er blitt tryggere.",
      ],
    },
    {
      id: "rang",
      title: "Hva er størst, og hvor sikkert er det?",
      text: [
        "En liste etter tall er for en stor del tilfeldig. Derfor står det hvilke plasser en kategori kan ha, og hvor sannsynlig det er at den er blant de tre største når det tilfeldige er tatt bort. Slik er det regnet: Hver kategori får en fordeling for hvor ofte det egentlig meldes (gamma, med forventning og spredning hentet fra kategoriene selv), og plassene er regnet ut fra dem uten trekking, så samme tall alltid gir samme svar.",
        "Plassene er et 80 %-intervall. Det går ut fra den mest sannsynlige plassen og tar med naboplasser til sannsynligheten til sammen er så nær 80 % som hele plasser kan komme. Er det minst 90 % sannsynlig at kategorien er blant de tre største, skriver vi «sikkert blant de tre». Varierer ikke kategoriene mer enn tilfeldige tall gjør, skriver vi at de ikke kan skilles. Bare tall som vises i denne utgaven, er med i regningen, og «Annet» og meldinger uten kategori er holdt utenfor.",
      ],
    },
    {
      id: "seriar",
      title: "Serier over tid, og områder av ulik størrelse",
      text: [
        "Figurene viser kvartalene som de er, med medianen. Under dem står det om noe kvartal skiller seg ut, men bare for serier der alle kvartalene er vist: et kvartal utenfor tre standardavvik, for mange kvartaler på rad på samme side av medianen, eller for få kryssinger av den (Anhøj). Grensene er regnet av alle kvartalene siden siste brudd. Hvor mange falske signaler som er ventet, er regnet med den spredningen serien selv har, og er heller for mange enn for få. Faste årstidsforskjeller kan også gi utslag. De fire reglene fra Making Data Count finnes i programmet, men er ment for én serie om gangen: på mange serier gir de mest falske signaler.",
        "Grenser regnes ikke ut fra færre enn seks punkter, og de er foreløpige til det er tolv. En periode som mangler, er ikke null og gir ingen spredning til naboene sine. Grunnlinjen ligger fast til et brudd med dato og grunn står i registeret. En grense kan ikke ligge under null; da har diagrammet ingen nedre grense. Er det ventet færre enn fem meldinger, kommer eksakte grenser i tillegg. Varierer periodene mer enn tilfeldighetene tilsier, blir grensene videre, aldri smalere.",
        "Områder av ulik størrelse kan settes opp mot hverandre i et traktdiagram med eksakte grenser (95 % og 99,8 %). Er områdene mer ulike enn tilfeldighetene tilsier, utvides grensene med variansen mellom dem. Med færre enn ti områder regnes den ikke ut. En standardisert rate oppgis ikke når den bygger på færre enn ti hendelser.",
      ],
    },
    {
      id: "kalibrering",
      title: "Holder det som står her?",
      text: [
        `Metodene er prøvd på ${number(kalibrering.fylke)} oppdiktede fylker der svaret er kjent. 95 %-intervallene holdt i ${percent(kalibrering.tal95, 1)} av tilfellene for tall, ${percent(kalibrering.forhold95, 1)} for forholdet mellom to år og ${percent(kalibrering.del95, 1)} for andeler. 80 %-intervallet for plass holdt i ${percent(kalibrering.rang80, 1)}.`,
        `Sannsynligheten som står for å være blant de tre største, stemte innen ${number(100 * kalibrering.topp3Avvik, 1)} prosentpoeng. Listen over endringer hadde i snitt ${number(kalibrering.falskeSett, 2)} falske signaler i hvert fylke, mot ${number(kalibrering.falskeSagt, 2)} ventet. Kontrolldiagrammer av kvartaler der ingenting hendte, ga et falskt signal i ${percent(kalibrering.kvartalSett, 1)} av seriene, mot høyst ${percent(kalibrering.kvartalSagt, 1)} ventet. I snitt ${number(kalibrering.stilleSett, 2)} kommuner i hvert fylke ble kalt uventet stille uten grunn, mot høyst ${number(kalibrering.stilleSagt, 2)} ventet. Om et tiltak har virket, vurderes med et prosessmål: Der ingenting var gjort, ble virkningen likevel kalt påvist i ${percent(kalibrering.feilBetring, 1)} av seriene, og i ${percent(kalibrering.feilBetringVerst, 1)} i den vanskeligste typen.`,
      ],
    },
    {
      id: "skjult",
      title: "Små tall er skjult",
      text: [
        ({facts}) =>
          `Tall fra 1 til ${facts.threshold - 1} vises ikke, for at ingen skal kunne kjenne igjen en person. Av og til må vi også skjule større tall, slik at ingen kan regne seg fram til de små, verken i én tabell eller på tvers av flere. Alle får samme tegn, «:», uansett grunn, så tegnet røper ikke hvilke tall som er små. Et skjult tall er ikke null.`,
        ({facts}) =>
          `Null vises: at ingen har meldt, forteller ikke noe om noen. Andeler, medianer, rater, intervaller og endringer er skjult når tallet bak er det. Er de fleste kvartalene i en serie små, er hele serien skjult, også nullene: det som sto igjen, ville villede.${frozen(facts)}`,
      ],
    },
    {
      id: "manglar",
      title: "Manglende tall er ikke null",
      text: [
        "Har en kommune ikke levert, vet vi ingenting om den. Da står det «..» eller «har ikke levert». Null står bare der kommunen har bekreftet det eller har levert uten slike meldinger. Ingen meldinger betyr ikke ingen avvik.",
      ],
    },
    {
      id: "kommunar",
      title: "Kommuner skal ikke rangeres",
      text: [
        "Til noe annet er vist, regner vi med at forskjeller mellom kommuner mest kommer av ulike meldevaner. Derfor står kommunene etter navn eller folketall, aldri etter hvor mye de melder.",
      ],
    },
    {
      id: "alvor",
      title: "Alvorlige hendelser",
      text: [
        "Alvorlige hendelser skal varsles og følges opp gjennom de ordningene som gjelder for det. Vent aldri på denne oversikten.",
      ],
    },
    {
      id: "tilgjenge",
      title: "Tilgjengelighet",
      text: [
        "Siden er laget for tastatur og skjermleser og for 400 % forstørrelse. Hver figur har tekst og tabell.",
        "Eieren av rapporten må publisere en tilgjengelighetserklæring på uustatus.no før siden legges ut. Den er ikke lenket herfra ennå.",
      ],
    },
  ],
  account: "Regnskapet: hvor ble det av radene?",
  accountStep: "Hva skjedde",
  accountRows: "Rader",
  breaks: "Brudd i seriene",
  noBreaks: "Ingen brudd i disse årene.",
  assumptions: "Forutsetninger som ikke er bekreftet",
  signs: "Tegn i tabellene",
  signRows: [
    [":", "skjult: tallet er for lite til å vise, eller det kunne røpe et annet som er det"],
    ["..", "mangler, har ikke levert"],
    [".", "ikke aktuelt"],
    ["0", "null meldinger, og det er bekreftet"],
  ],
  sign: "Tegn",
  meaning: "Betydning",
  definitions: "Kategoriene",
  glossary: "Ordliste",
  run: "Om denne utgaven",
  runRows: (facts, date) => [
    ["Kjøring", facts.runId],
    ["Dato", date(facts.runDate)],
    ["Data til og med", date(facts.cutOff)],
    ["Utgave", facts.audience.edition === "open" ? "åpen" : "møteutgave"],
    ["Minste tall over null som vises", String(facts.threshold)],
  ],
  outcomes: {
    rader_inn: "Rader i filene",
    tomme_og_summar: "Tomme rader og summer, fjernet",
    testrader: "Testrader, fjernet",
    karantene: "I karantene: må rettes i kilden",
    utanfor: "Utenfor: ikke samhandling",
    levert_foer: "Levert før, talt én gang",
    godteke: "Godtatt",
    forbetringsforslag: "– av dem forbedringsforslag",
    avvik: "– av dem avvik, alle år (meldinger)",
    hendingar: "Hendelser bak avvikene",
    retta: "Rettet etter registeret over rettelser (alt talt ovenfor)",
  },
};

/** Whether older years are as they were or made anew; nothing where there is no edition before this one. */
function frozen({frozenYears = [], year}: PageFacts): string {
  if (frozenYears.length === 0) return "";
  return ` Tallene for ${period(frozenYears)} står slik de sto i utgaven for ${year - 1}. Meldinger som er kommet sent eller er rettet siden, er ikke med i disse årene: ellers kunne den som har begge utgavene, se hva som er nytt.`;
}
