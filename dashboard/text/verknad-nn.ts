import type {VerknadText} from "./verknad.ts";

export const verknadNn: VerknadText = {
  verdicts: {
    betring_paavist: "Betring påvist",
    truleg_betring: "Truleg betring",
    kan_ikkje_avgjerast: "Kan ikkje avgjerast",
    forverring: "Forverring",
    endring: "Endring",
  },
  statuses: {
    ukjend: "ukjend",
    ikkje: "ikkje prøvd",
    planlagt: "planlagt",
    under: "under arbeid",
    gjennomfoert: "gjennomført",
  },
  fromTo: (from, to) => `frå ${from} til ${to}`,
  shown: {
    betring_paavist: (change) => `Prosessmålet gjekk ${change}.`,
    truleg_betring: (change) => `Prosessmålet gjekk ${change}, men det er litt for usikkert til å slå fast.`,
    forverring: (change) => `Prosessmålet gjekk ${change}.`,
    endring: (change) => `Prosessmålet gjekk ${change}. Utvalet har ikkje sagt kva veg som er betre.`,
    kan_ikkje_avgjerast: (change) => `Prosessmålet gjekk ${change}. Tala er for usikre til å seie om noko er endra.`,
  },
  reasons: {
    ingen_tal: () => "Det er ikkje talt både før og etter vedtaket.",
    for_kort: (change) =>
      change === ""
        ? "Det er talt i for få periodar."
        : `Prosessmålet gjekk ${change}, men det er talt i for få periodar.`,
    brot: () => "Serien har eit brot ved vedtaket, og tal på kvar side kan ikkje samanliknast.",
    aarstid: (change) =>
      `${change === "" ? "" : `Prosessmålet gjekk ${change}. `}Det er talt mindre enn eit år før vedtaket, så årstida kan sjå ut som ein verknad.`,
    skjult: () => "Tala er for små til å bli viste.",
    ikkje_proevd: () => "Tiltaket vart ikkje prøvd.",
    liten_skilnad: (change) =>
      `Prosessmålet gjekk ${change}. Er det ein verknad, er han mindre enn ei halvering eller ei dobling.`,
  },
  breaks: (names) => `Brot i denne tida: ${names}.`,
  cut: "Tal på andre sida av brotet er ikkje med.",
  rebased: "Tal frå før vedtaket er retta etterpå:",
  reports: {
    endring: "Talet på meldingar er endra, men det er aldri åleine ei betring.",
    kan_ikkje_avgjerast: "Talet på meldingar seier ingenting sikkert.",
    skjult: "Talet på meldingar er for lite til å bli vist.",
  },
  untold: "Ingen har meldt om tiltaket er prøvd.",
  months: "jan. feb. mars april mai juni juli aug. sep. okt. nov. des.".split(" "),
  quarter: (number, year) => `${number}. kv. ${year}`,
  week: (number, year) => `veke ${number} ${year}`,
  before: "før",
  after: "etter",
  decided: "vedtaket",
  tested: "første prøve",
  broken: "brot i serien",
};
