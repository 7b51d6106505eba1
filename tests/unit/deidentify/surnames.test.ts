import {describe, expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";

/** Farms of the county that are surnames, most of them on no list. A surname is nobody. */
const surnames =
  "Brekkeflat Haugsvær Kopperstad Skagestad Raknes Trones Mauseth Ophaug Roaldstveit Glærum Tverdal Grimeland Tømmervåg Stensønes Halsebakk Stokkeset Aasebakk Hurlen Flatmark Sætherskar Skogstrand Nyvoll Rønnestad Osdal Hoff Leine Birkeflet Aasprong Brattøy Dyb Frilund Lade Kvernmo Håvardsholm Skorgevik Batalden Aukan Langedal Lillehaug Grønhaug Vikås Sjåholm Vebenstad Brochmann Sollihagen Ytterbø Sivertsbø Melvær Gangstad Barmen Kvangarsnes Hjellbakk Hoddevik Kragset Nordheim Løfoll Rusten Lødemel Tusvik Nymoen Slagnes Sævik Teige Gursken Eltvik Fløde Hide Bauge Strupstad Heltne Mulvik Skjoldal Nytun Otterlei Ørjavik Kongshaug Stranden Furstrand Kirkebø Hammervold Hellen Gjelsvik Rekkedal Djupvik Helgås Bolme Fugelsøy Løvik Gravem Fagerslett Hafsås Torske Forsnes Reiten Betten Bævre Bøklep Aspås Møkkelgjerd Halgunset Saltrø Romundset Hyldbakk Skrøvset Ansnes Mogstad Fugelsnes Leren Slatlem Tverli Horvli Sæterbø Opdøl Ormset Røkkum Brøske Sogge Bjermeland Herje Venås".split(
    " ",
  );

const sentences: readonly ((name: string) => string)[] = [
  (name) => `${name} ringde og var uroleg.`,
  (name) => `Vi har snakka med ${name} om dette.`,
  (name) => `Det manglar epikrise på ${name}.`,
  (name) => `${name} vart utskriven utan medisin.`,
  (name) => `Ingen kontakta ${name} før helga.`,
  (name) => `${name} skal ha Klexane.`,
];

describe("a surname alone", () => {
  it.each(sentences.map((sentence) => [sentence("…"), sentence] as const))("is taken out of «%s»", (_, sentence) => {
    const left = surnames.filter((name) =>
      cleanText(sentence(name), "prose", {isPlace: () => false}).text.includes(name),
    );
    expect(left).toEqual([]);
  });

  it("stays where it is the name of a place", () => {
    const taken = ["Vatne", "Sylte", "Slagnes", "Gursken"].filter(
      (name) => cleanText(`Ho bur i ${name}.`, "prose", {isPlace: () => false}).spans.length > 0,
    );
    expect(taken).toEqual([]);
  });
});
