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
  ["fødd 5/4", "[FØDD]"],
  ["fødd den femte april 1948", "[FØDD]"],
])("the day somebody was born is taken out: %s", (text, expected) => expect(clean(text)).toBe(expected));

it.each([
  "ho fekk svar 24. desember",
  "avtalen er frå 1944",
  "pasient 45 av 60",
  "rutina er frå 2019",
  "møtet var 10.1.2025",
  "i 2019 var det ti",
  "45 modellar",
])("the day something happened stays: %s", (text) => expect(clean(text)).toBe(text));
