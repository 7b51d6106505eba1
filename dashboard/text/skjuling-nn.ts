/** How much is hidden, and what is left, in nynorsk. */
export const skjulingNn = {
  title: "Kva er skjult her, og kva er att?",
  none: "Ingen tal er skjulte.",
  some: (hidden: string, all: string, share: string) =>
    `${hidden} av ${all} tal er skjulte, ${share}. Dei fleste gjeld éin kategori i eitt område i eitt kvartal.`,
  left: (area: string, year: number) => `Dette er vist for ${area} i ${year}:`,
  categories: (shown: number, all: number) => `talet på meldingar for ${shown} av ${all} kategoriar`,
  municipalities: (shown: number, all: number) => `talet på meldingar for ${shown} av ${all} kommunar`,
  quarters: (shown: string, all: string) => `${shown} av ${all} kvartalstal for kategoriane`,
  lost: "Resten er det skjulinga kostar. Treng de eit tal som er skjult, så spør dei som har meldt: dei har meldingane sjølve.",
  caption: "Viste og skjulte tal, alle år",
  byKind: "Slik fordeler dei skjulte tala seg, alle år:",
  what: "Kva tala gjeld",
  shown: "Viste",
  hidden: "Skjulte",
  other: "Andre tal",
  kinds: {
    melding_per_kategori: "Meldingar per kategori og retning",
    melding_per_kvartal: "Meldingar per kvartal",
    melding_per_fagomraade: "Meldingar per fagområde",
    melding_per_kommune: "Meldingar per kommune",
    endring_per_kategori: "Endring frå året før",
    andel_per_omraade: "Delar",
    median_per_omraade: "Medianar",
  } as Readonly<Record<string, string>>,
  row: (hidden: string, all: string) => `${hidden} av ${all} er skjulte`,
};
