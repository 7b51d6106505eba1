import {expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";

const clean = (text: string): string => cleanText(text, "prose", {isPlace: () => false}).text;

it.each([
  ["svar på 40112233/71223344", "svar på [TELEFON]/[TELEFON]"],
  ["svar på 40 11 22 33 eller 71-25 11.08", "svar på [TELEFON] eller [TELEFON]"],
  ["svar på 900 12 000", "svar på [TELEFON]"],
  ["svar på 90 000 123", "svar på [TELEFON]"],
  ["svar på 4012 2024", "svar på [TELEFON]"],
  ["svar på 00 47 40 11 22 33", "svar på [TELEFON]"],
  ["svar på 47 40 11 22 33", "svar på [TELEFON]"],
  ["svar på +46 1234567", "svar på [TELEFON]"],
  ["sjå lappen,40112233", "sjå lappen,[TELEFON]"],
  ["tlf90112233", "tlf[TELEFON]"],
  ["tlf 712244", "tlf [TELEFON]"],
  ["tlf 2012 2013", "tlf [TELEFON]"],
  ["tlf 70/10 44 21", "tlf [TELEFON]"],
  ["ring 22 11 80 47", "ring [TELEFON]"],
  ["svar på 22 11 80 47 i dag", "svar på [TELEFON] i dag"],
  ["svar på 31.12.44.05", "svar på [TELEFON]"],
  ["telefon til vakta er 71 22 44", "telefon til vakta er [TELEFON]"],
])("a number to call is taken out whole: %s", (text, expected) => expect(clean(text)).toBe(expected));

it.each([
  "Meld. St. 47 (2008-2009)",
  "frå 2019 2024",
  "budsjettet er 45 000 000",
  "beløpet 12 345 000 kr",
  "sak 40112233",
  "auke på 20112233 %",
  "målt til 40112233,5",
  "kode A40112233",
  "journalpost 40112233/25",
  "5-40112233 er lotnr",
  "4 0 1 i 1 2 2 3",
  "40.11-22 33 vart målt",
  "møtet 22 11 24 14 30",
  "ring 113 eller 116 117",
])("a number that nobody is called by stays: %s", (text) => expect(clean(text)).toBe(text));
