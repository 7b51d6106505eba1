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
  ["kåre haugsbø er heime", "[NAMN] er heime"],
  ["eg trur zemfa er innlagt", "eg trur [NAMN] er innlagt"],
  ["ringte zorivan på apoteket", "ringte [NAMN] på apoteket"],
  ["skrive av: ikbt", "skrive av: [NAMN]"],
  ["ang. a. b. sunnset", "ang. [NAMN]"],
  ["hugs jens p kl 8", "hugs [NAMN] kl 8"],
  ["kopi til pål a., kommuneoverlegen", "kopi til [NAMN], kommuneoverlegen"],
])("takes a name in lower case that nothing else can be: %s", (text, expected) => expect(clean(text)).toBe(expected));

it.each([
  "såret gror og huda er fin, men ho må endre dosen",
  "tom pose på rommet, max 3 tabletter, mate pasienten kl 8",
  "to vegar inn, rosa utslett, iris og pupill upåfallande",
  "éin pasient per døgn, ein brukar andre tenester, så legen tale kort",
  "ringe bvs og ringe q, lege x",
  "senga er ny, skjema er registrert av systemet",
  "ringte per telefon og snakka med hans lege",
  "andre sa at dag og natt er like",
])("leaves a word that is also a name: %s", (text) => {
  expect(clean(text)).toBe(text);
});

it.each(
  ["kofi", "tsegay", "maricel", "xhevat", "thida", "vytautas", "ioana", "zahra", "bjørk", "theo"].map((name) => [name]),
)("takes %s where somebody is spoken to, does something or is told of", (name) => {
  expect(clean(`snakka med ${name} i går`)).toBe("snakka med [NAMN] i går");
  expect(clean(`${name} ringte i går`)).toBe("[NAMN] ringte i går");
  expect(clean(`pasient ${name} som kom heim`)).toBe("pasient [NAMN] som kom heim");
});

it.each([
  ["Molde er innlagt", "[NAMN] er innlagt"],
  ["Då Aukra kom heim, var døra låst", "Då [NAMN] kom heim, var døra låst"],
  ["Det gjeld pasient Fræna som ventar", "Det gjeld pasient [NAMN] som ventar"],
  ["Dotter til Ulstein ringde", "Dotter til [NAMN] ringde"],
  ["Vestnes (pasienten) ventar", "[NAMN] (pasienten) ventar"],
  ["Han (Rindal) ventar", "Han ([NAMN]) ventar"],
  ["Legen, Tingvoll, har svart", "Legen, [NAMN], har svart"],
  ["Rauma Kristin har svart", "[NAMN] har svart"],
  ["Heime hos Ulstein var det stilt", "Heime hos [NAMN] var det stilt"],
])("a municipality is somebody where only a person can be meant: %s", (text, expected) =>
  expect(clean(text)).toBe(expected),
);

it.each([
  "Molde er orientert",
  "Ein ungdom frå Vestnes vart innlagd",
  "Vi bruker Volda som døme",
  "Ho kom frå Aukra og reiste heim",
  "Tingvoll sjukeheim er informert",
])("and a municipality where it is not: %s", (text) => expect(clean(text)).toBe(text));

it.each([
  ["Vi veit at Skarbøvik prøver å ringje.", "Vi veit at [NAMN] prøver å ringje."],
  ["Då Fladmark prøve vart teken", "Då [NAMN] prøve vart teken"],
  ["I går var det Nils-Egil brot foten.", "I går var det [NAMN] brot foten."],
  ["DR BERG SKULLE RINGE TILBAKE", "DR [NAMN] SKULLE RINGE TILBAKE"],
  ["I dag har Alexandra og Thon vakt", "I dag har [NAMN] og [NAMN] vakt"],
  ["Thomas-skinne, Hansson-pinnar og Kearns-Sayre syndrom", "Thomas-skinne, Hansson-pinnar og Kearns-Sayre syndrom"],
])("lets only what is tied to a thing be called after somebody: %s", (text, expected) =>
  expect(clean(text)).toBe(expected),
);

it.each([
  ["Vakthavande: K. Midtgarden", "Vakthavande: [NAMN]"],
  ["MVH STINE RØDAL BERG", "MVH [NAMN]"],
  ["KVEN: sjukepleiar P.", "KVEN: sjukepleiar [NAMN]"],
  ["eg prata me ho gunnlaug oppe", "eg prata me ho [NAMN] oppe"],
  ["som heiter Liv Ås", "som heiter [NAMN]"],
  ["TORUNN ER HEIME", "[NAMN] ER HEIME"],
  ["Kan vi få kopi av det? B. Uthus", "Kan vi få kopi av det? [NAMN]"],
  ["Ført av T. Myrene", "Ført av [NAMN]"],
  ["OPERATØR R. LUNDHAUG SETTE OVER SAMTALEN", "OPERATØR [NAMN] SETTE OVER SAMTALEN"],
  ["GUNDERSEN, LIV TORILL RINGDE OM MEDISIN", "[NAMN] RINGDE OM MEDISIN"],
  ["Legen (Tobias Wolff, vikar) sa det", "Legen ([NAMN], vikar) sa det"],
  ["Snakk med koordinator Helga Sofie Nese, som veit det", "Snakk med koordinator [NAMN], som veit det"],
  ["Liste:\n2. Bui, Minh Anh. Ikkje tilvist", "Liste:\n2. [NAMN]. Ikkje tilvist"],
  ["Liste:\n* Brun, Per – manglar kvittering", "Liste:\n* [NAMN] – manglar kvittering"],
  ["Roald og Ruth Kleivene: begge heime", "[NAMN] og [NAMN]: begge heime"],
])("takes all of a name that is partly a word: %s", (text, expected) => expect(clean(text)).toBe(expected));

it.each([
  "Tiltak: A. Opplæring",
  "Liste:\n1. Takk, men nei.",
  "Laga på Lillehammer 19.10, sendt dagen etter",
  "Vi las det opp att. Då sa dei at han var registrert.",
  "Stova er 92 og fin",
])("leaves what only looks like it: %s", (text) => expect(clean(text)).toBe(text));
