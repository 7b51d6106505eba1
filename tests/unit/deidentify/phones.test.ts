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
  ["telefonen min er 712244", "telefonen min er [TELEFON]"],
  ["tlf 2012 2013", "tlf [TELEFON]"],
  ["tlf 70/10 44 21", "tlf [TELEFON]"],
  ["Saka gjeld pasienten, svar på 401 12 233", "Saka gjeld pasienten, svar på [TELEFON]"],
  ["svar på 40112233, 2 gonger", "svar på [TELEFON], 2 gonger"],
  ["svar på 40112233/1234", "svar på [TELEFON]/1234"],
  ["svar på 00 47 401 12 233", "svar på [TELEFON]"],
  ["tlf 712244 712255", "tlf [TELEFON]"],
  ["Fysioterapeut Ødegårdstuen 99 40 12 88", "Fysioterapeut [NAMN] [TELEFON]"],
  ["Dotter i Polen: 0048 601 512 985", "Dotter i Polen: [TELEFON]"],
  ["ring 22 11 80 47", "ring [TELEFON]"],
  ["svar på 22 11 80 47 i dag", "svar på [TELEFON] i dag"],
  ["svar på 31.12.44.05", "svar på [TELEFON]"],
  ["telefon til vakta er 71 22 44", "telefon til vakta er [TELEFON]"],
])("a number to call is taken out whole: %s", (text, expected) => expect(clean(text)).toBe(expected));

it.each([
  ["912 34 567", "[TELEFON]"],
  ["91 23 45 67", "[TELEFON]"],
  ["+47 40112233", "[TELEFON]"],
  ["+4740112233", "[TELEFON]"],
  ["91234567", "91234567"],
  ["912-34-567", "912-34-567"],
  ["4011 2233", "4011 2233"],
  ["sak 912 34 567", "sak 912 34 567"],
])("in the place of a case number only what is written as a telephone number is taken: %s", (text, expected) =>
  expect(cleanText(text, "number", {isPlace: () => false}).text).toBe(expected),
);

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
