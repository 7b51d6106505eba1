import {list} from "../../../dashboard/text/sentences.ts";
import type {Language} from "../../contract/edition.ts";
import type {IndicatorUnit} from "../../contract/samhandling.ts";

/** Whether the reports held against discharges differ more than by chance, too few to say, or not held against any. */
type Spread = "differs" | "same" | "few" | "none";

/** The words of the chapter and the sheet of what others have published. */
interface SamhandlingText {
  readonly heading: string;
  readonly finding: Readonly<Record<Spread, string>>;
  readonly lead: string;
  readonly units: Readonly<Record<IndicatorUnit, string>>;
  readonly valuesTitle: string;
  readonly valuesSubtitle: (county: string, years: string) => string;
  readonly hospitals: string;
  readonly hospitalTitle: (name: string) => string;
  readonly hospitalSubtitle: (county: string, year: number, unit: string) => string;
  readonly rates: string;
  readonly ratesTitle: string;
  readonly ratesSubtitle: (county: string, year: number, n: string) => string;
  readonly ratesNote: string;
  readonly source: (name: string, source: string, date: string) => string;
  readonly choose: (ssu: string) => string;
  readonly fetch: (sekretariat: string, name: string, year: number, missing: readonly string[]) => string;
  readonly sheet: {readonly name: string; readonly definition: string; readonly columns: readonly string[]};
  readonly allHospitals: string;
}

const nn: SamhandlingText = {
  heading: "Samhandlingsdata",
  finding: {
    differs: "Kommunane melder ulikt også når meldingane blir haldne opp mot kor mange som blir skrivne ut.",
    same: "Haldne opp mot kor mange som blir skrivne ut, er skilnadene mellom kommunane ikkje større enn slump kan gje.",
    few: "Det er for få tal til å halde meldingane opp mot kor mange som blir skrivne ut.",
    none: "Tal som andre har gjeve ut, står her ved sida av meldingane.",
  },
  lead: "Tala er tekne inn slik dei er gjevne ut. Ingen av dei er rekna ut av meldingane. Dei seier kor mykje som går mellom sjukehus og kommune, ikkje kor godt det går.",
  units: {tal: "tal", prosent: "prosent", per_1000: "per 1 000 innbyggjarar"},
  valuesTitle: "Publiserte tal for kvar kommune",
  valuesSubtitle: (county, years) => `Siste året det finst tal for, ${county}, ${years}`,
  hospitals: "Fordelt på sjukehus",
  hospitalTitle: (name) => `${name}, etter sjukehus`,
  hospitalSubtitle: (county, year, unit) => `Kommune og sjukehus, ${unit}, ${county}, ${year}`,
  rates: "Meldingane haldne opp mot utskrivingane",
  ratesTitle: "Meldingar per 1 000 utskrivingar, i alfabetisk rekkjefølgje",
  ratesSubtitle: (county, year, n) =>
    `Meldingar, og meldingar per 1 000 utskrivingar med 95 %-intervall, ${county}, ${year}, n\u00a0=\u00a0${n}`,
  ratesNote: "Ulike meldevanar kan forklare heile skilnaden mellom to kommunar.",
  source: (name, source, date) => `${name}: ${source}, henta ${date}.`,
  choose: (ssu) =>
    `${ssu} ber kvart LSU seie kva for eit av desse tala det vil følgje som prosessmål når det vel tiltak, eller kva tal som manglar.`,
  fetch: (sekretariat, name, year, missing) =>
    `${sekretariat} hentar «${name}» for ${year}${missing.length === 0 ? "" : ` for ${list(missing, "og")}`} før neste rapport, slik at meldingane kan haldast opp mot det.`,
  sheet: {
    name: "Samhandlingsdata",
    definition: "Éi rad per indikator, år, kommune og sjukehus: tal som andre har gjeve ut.",
    columns: ["Indikator", "Eining", "År", "Kommune", "Sjukehus", "Verdi", "Kjelde", "Henta"],
  },
  allHospitals: "Alle",
};

const nb: SamhandlingText = {
  heading: "Samhandlingsdata",
  finding: {
    differs: "Kommunene melder ulikt også når meldingene holdes opp mot hvor mange som skrives ut.",
    same: "Holdt opp mot hvor mange som skrives ut, er forskjellene mellom kommunene ikke større enn tilfeldigheter kan gi.",
    few: "Det er for få tall til å holde meldingene opp mot hvor mange som skrives ut.",
    none: "Tall som andre har gitt ut, står her ved siden av meldingene.",
  },
  lead: "Tallene er tatt inn slik de er gitt ut. Ingen av dem er regnet ut av meldingene. De sier hvor mye som går mellom sykehus og kommune, ikke hvor godt det går.",
  units: {tal: "antall", prosent: "prosent", per_1000: "per 1 000 innbyggere"},
  valuesTitle: "Publiserte tall for hver kommune",
  valuesSubtitle: (county, years) => `Siste år det finnes tall for, ${county}, ${years}`,
  hospitals: "Fordelt på sykehus",
  hospitalTitle: (name) => `${name}, etter sykehus`,
  hospitalSubtitle: (county, year, unit) => `Kommune og sykehus, ${unit}, ${county}, ${year}`,
  rates: "Meldingene holdt opp mot utskrivningene",
  ratesTitle: "Meldinger per 1 000 utskrivninger, i alfabetisk rekkefølge",
  ratesSubtitle: (county, year, n) =>
    `Meldinger, og meldinger per 1 000 utskrivninger med 95 %-intervall, ${county}, ${year}, n\u00a0=\u00a0${n}`,
  ratesNote: "Ulike meldevaner kan forklare hele forskjellen mellom to kommuner.",
  source: (name, source, date) => `${name}: ${source}, hentet ${date}.`,
  choose: (ssu) =>
    `${ssu} ber hvert LSU si hvilket av disse tallene det vil følge som prosessmål når det velger tiltak, eller hvilket tall som mangler.`,
  fetch: (sekretariat, name, year, missing) =>
    `${sekretariat} henter «${name}» for ${year}${missing.length === 0 ? "" : ` for ${list(missing, "og")}`} før neste rapport, slik at meldingene kan holdes opp mot det.`,
  sheet: {
    name: "Samhandlingsdata",
    definition: "Én rad per indikator, år, kommune og sykehus: tall som andre har gitt ut.",
    columns: ["Indikator", "Enhet", "År", "Kommune", "Sykehus", "Verdi", "Kilde", "Hentet"],
  },
  allHospitals: "Alle",
};

export const samhandlingTexts: Readonly<Record<Language, SamhandlingText>> = {nn, nb};
