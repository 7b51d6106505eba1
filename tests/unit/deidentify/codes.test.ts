import {expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";

const isPlace = (): boolean => false;
const both = (text: string): readonly string[] =>
  (["code", "number"] as const).map((kind) => cleanText(text, kind, {isPlace}).text);

it.each([
  ["Sverre Målandsnes", "[NAMN]"],
  ["åshild skaflestad", "[NAMN]"],
  ["torunn-kleven", "[NAMN]"],
  ["TORE BRATVOLD", "[NAMN]"],
  ["tor helge fuglevik", "[NAMN]"],
  ["Synnøve T.", "[NAMN]"],
  ["lege h. skogmo", "lege [NAMN]"],
  ["kona mi ståle", "kona mi [NAMN]"],
  ["pas ståle", "pas [NAMN]"],
  ["k-olsen@mail.example.com", "[E-POST]"],
  ["71 58 44 03", "[TELEFON]"],
])("in the place of a code or a case number somebody is taken out: %s", (text, expected) =>
  expect(both(text)).toEqual([expected, expected]),
);

it.each(["UTSKR-PSY", "KIR-MED", "berg haugen", "sak 2025/12", "S-2025-114", "post 4 Molde"])(
  "a code that names nobody stays: %s",
  (text) => expect(both(text)).toEqual([text, text]),
);
