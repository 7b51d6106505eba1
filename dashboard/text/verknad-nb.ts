import type {VerknadText} from "./verknad.ts";

export const verknadNb: VerknadText = {
  verdicts: {
    betring_paavist: "Forbedring påvist",
    truleg_betring: "Trolig forbedring",
    kan_ikkje_avgjerast: "Kan ikke avgjøres",
    forverring: "Forverring",
    endring: "Endring",
  },
  statuses: {
    ukjend: "ukjent",
    ikkje: "ikke prøvd",
    planlagt: "planlagt",
    under: "under arbeid",
    gjennomfoert: "gjennomført",
  },
  fromTo: (from, to) => `fra ${from} til ${to}`,
  shown: {
    betring_paavist: (change) => `Prosessmålet gikk ${change}.`,
    truleg_betring: (change) => `Prosessmålet gikk ${change}, men det er litt for usikkert til å slå fast.`,
    forverring: (change) => `Prosessmålet gikk ${change}.`,
    endring: (change) => `Prosessmålet gikk ${change}. Utvalget har ikke sagt hvilken vei som er bedre.`,
    kan_ikkje_avgjerast: (change) => `Prosessmålet gikk ${change}. Tallene er for usikre til å si om noe er endret.`,
  },
  reasons: {
    ingen_tal: () => "Det er ikke talt både før og etter vedtaket.",
    for_kort: (change) =>
      change === ""
        ? "Det er talt i for få perioder."
        : `Prosessmålet gikk ${change}, men det er talt i for få perioder.`,
    brot: () => "Serien har et brudd ved vedtaket, og tall på hver side kan ikke sammenlignes.",
    aarstid: (change) =>
      `${change === "" ? "" : `Prosessmålet gikk ${change}. `}Det er talt mindre enn et år før vedtaket, så årstiden kan se ut som en virkning.`,
    skjult: () => "Tallene er for små til å vises.",
    ikkje_proevd: () => "Tiltaket ble ikke prøvd.",
    liten_skilnad: (change) =>
      `Prosessmålet gikk ${change}. Er det en virkning, er den mindre enn en halvering eller en dobling.`,
  },
  breaks: (names) => `Brudd i denne tiden: ${names}.`,
  cut: "Tall på den andre siden av bruddet er ikke med.",
  rebased: "Tall fra før vedtaket er rettet etterpå:",
  reports: {
    endring: "Antall meldinger er endret, men det er aldri alene en forbedring.",
    kan_ikkje_avgjerast: "Antall meldinger sier ingenting sikkert.",
    skjult: "Antall meldinger er for lite til å vises.",
  },
  untold: "Ingen har meldt om tiltaket er prøvd.",
  months: "jan. feb. mars april mai juni juli aug. sep. okt. nov. des.".split(" "),
  quarter: (number, year) => `${number}. kv. ${year}`,
  week: (number, year) => `uke ${number} ${year}`,
  before: "før",
  after: "etter",
  decided: "vedtaket",
  tested: "første prøve",
  broken: "brudd i serien",
};
