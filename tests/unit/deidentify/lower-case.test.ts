import {expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";

const clean = (text: string): string => cleanText(text, "prose", {isPlace: () => false}).text;

it.each([
  ["gry har ikkje fått svar frå labben", "[NAMN] har ikkje fått svar frå labben"],
  ["blodprøva til kåre er ikkje teken", "blodprøva til [NAMN] er ikkje teken"],
  ["snakka med stein på mottaket", "snakka med [NAMN] på mottaket"],
  ["kan nokon ringe xu på apoteket", "kan nokon ringe [NAMN] på apoteket"],
  ["liv var åleine på vakt", "[NAMN] var åleine på vakt"],
  ["ho liv kom ikkje", "ho [NAMN] kom ikkje"],
  ["hugs jens p kl 8", "hugs [NAMN] kl 8"],
  ["kopi til pål a., kommuneoverlegen", "kopi til [NAMN], kommuneoverlegen"],
])("takes a name in lower case that nothing else can be: %s", (text, expected) => expect(clean(text)).toBe(expected));

it.each([
  "såret gror og huda er fin, men ho må endre dosen",
  "tom pose på rommet, max 3 tabletter, mate pasienten kl 8",
  "to vegar inn, rosa utslett, iris og pupill upåfallande",
  "ringte per telefon og snakka med hans lege",
  "andre sa at dag og natt er like",
])("leaves a word that is also a name: %s", (text) => {
  expect(clean(text)).toBe(text);
});
