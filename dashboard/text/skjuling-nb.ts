import type {skjulingNn} from "./skjuling-nn.ts";

/** How much is hidden, and what is left, in bokmål. */
export const skjulingNb: typeof skjulingNn = {
  title: "Hva er skjult her, og hva står igjen?",
  none: "Ingen tall er skjult.",
  some: (hidden, all, share) => `${hidden} av ${all} tall i tabellene er skjult, ${share}.`,
  left: (area, year) => `Dette vises for ${area} i ${year}:`,
  categories: (shown, all) => `antall meldinger for ${shown} av ${all} kategorier`,
  municipalities: (shown, all) => `antall meldinger for ${shown} av ${all} kommuner`,
  quarters: (shown, all) => `${shown} av ${all} kvartalstall for kategoriene`,
  lost: "Resten er skjult eller ikke levert. Trenger dere et tall som er skjult, så spør dem som har meldt: de har meldingene selv.",
  caption: "Viste og skjulte tall, alle år",
  byKind: "Slik fordeler de skjulte tallene seg, alle år:",
  what: "Hva tallene gjelder",
  shown: "Vist",
  hidden: "Skjult",
  other: "Andre tall",
  kinds: {
    melding_per_kategori: "Meldinger per kategori og retning",
    melding_per_kvartal: "Meldinger per kvartal",
    melding_per_fagomraade: "Meldinger per fagområde",
    melding_per_kommune: "Meldinger per kommune",
    endring_per_kategori: "Endring fra året før",
    andel_per_omraade: "Andeler",
    andel_per_kategori: "Alvor og pasientgruppe",
    breidde_per_kategori: "Bredde",
    median_per_omraade: "Medianer",
  },
  row: (hidden, all) => `${hidden} av ${all} er skjult`,
};
