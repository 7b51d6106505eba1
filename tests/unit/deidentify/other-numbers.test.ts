import {expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";

const clean = (text: string): string => cleanText(text, "prose", {isPlace: () => false}).text;

it.each([
  ["innbetalt til 9689 51 71244", "innbetalt til [ID]"],
  ["bur i Fjellvegen 2 – oppgang B.", "bur i [ADRESSE]."],
  ["bur i Høgebøvegen 31, 6200 Stranda.", "bur i [ADRESSE]."],
  ["bur i Roaldsnesvegen 2", "bur i [ADRESSE]"],
  ["Rekvirent HPR-nr. 9 912 447", "Rekvirent [HPR]"],
  ["EK 90117 stod ute", "[BIL] stod ute"],
  ["EK 90 117 stod ute", "[BIL] stod ute"],
  ["Sendt av <hblt@kommuneexample>", "Sendt av <[E-POST]>"],
  ["Barnet har fnr 018158 429 83.", "Barnet har fnr [FNR]."],
])("a number, an address or a plate is taken out whole: %s", (text, expected) => expect(clean(text)).toBe(expected));
