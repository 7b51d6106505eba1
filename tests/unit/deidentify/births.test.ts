import {expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";

const clean = (text: string): string => cleanText(text, "prose", {isPlace: () => false}).text;

it.each([
  ["ein 45-modell", "ein [FØDD]"],
  ["gut *14.08.2019", "gut *[FØDD]"],
  ["ho (*1952) og han (f. 1950)", "ho (*[FØDD]) og han ([FØDD])"],
  ["ho er frå 1944", "ho er frå [FØDD]"],
  ["mora i 1915", "mora i [FØDD]"],
  ["pasient 120348 ventar", "pasient [FØDD] ventar"],
  ["kvinne, 1948", "kvinne, [FØDD]"],
  ["ho fyller år 24. desember", "ho fyller år [FØDD]"],
  ["ho fyller år den 24/12", "ho fyller år den [FØDD]"],
  ["armbandet viser 10.1.1950", "armbandet viser [FØDD]"],
  ["armbandet viser 1.1.1900", "armbandet viser [FØDD]"],
  ["fødd 5/4", "[FØDD]"],
  ["fødd 31/12", "[FØDD]"],
  ["fødselsdatoen min er 14. desember 2000", "fødselsdatoen min er [FØDD]"],
  ["fødd 12/12 44", "[FØDD]"],
  ["kona, fødd i 45", "kona, [FØDD]"],
  ["fødd i 1910", "fødd i [FØDD]"],
  ["ho er frå 1959", "ho er frå [FØDD]"],
  ["pas 1944", "pas [FØDD]"],
  ["1944-modell", "[FØDD]"],
  ["31-modellen", "[FØDD]"],
  ["* 1945", "* [FØDD]"],
  ["ho fyller år 31/12", "ho fyller år [FØDD]"],
  ["10.1.1959 ifølgje lista", "[FØDD] ifølgje lista"],
  ["10.1.1960 ifølgje lista", "[FØDD] ifølgje lista"],
  ["10.1.1995 ifølgje lista", "[FØDD] ifølgje lista"],
  ["Barn: Aisha Noor Mina Li, 14/02-2019", "Barn: [NAMN], [FØDD]"],
  ["Barn: Aisha, 14/02-2019", "Barn: [NAMN], [FØDD]"],
  ["fødd den femte april 1948", "[FØDD]"],
])("the day somebody was born is taken out: %s", (text, expected) => expect(clean(text)).toBe(expected));

it.each([
  "ho fekk svar 24. desember",
  "avtalen er frå 1944",
  "pasient 45 av 60",
  "rutina er frå 2019",
  "møtet var 10.1.2025",
  "venta 30 min 14.12.2025",
  "i 2019 var det ti",
  "lova av 10.1.1960 gjeld",
  "Møtet: Referat, 14/02-2019",
  "Barn: 3, Voksne 2, 14/02-2019",
  "45 modellar",
])("the day something happened stays: %s", (text) => expect(clean(text)).toBe(text));
