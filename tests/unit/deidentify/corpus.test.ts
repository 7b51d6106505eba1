import {expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";
import type {SpanType} from "../../../pipeline/deidentify/span.ts";
import {type Half, readHalf} from "../../corpus/corpus.ts";
import {measure} from "../../corpus/measure.ts";

/** The share of each type that must be gone; the goal, not the least that is allowed. */
const goals: Readonly<Record<SpanType, number>> = {
  FNR: 1,
  DNR: 1,
  EMAIL: 1,
  HPR: 1,
  URL: 1,
  PHONE: 0.98,
  PERSON: 0.96,
  ADDRESS: 0.95,
  DATE_OF_BIRTH: 0.95,
  AGE_OVER_89: 0.95,
  VEHICLE: 0.95,
  OTHER_ID: 0.9,
};
const MOST_TAKEN_WITHOUT_REASON = 0.05;
const FEWEST_RARE_FLAGGED = 0.8;

const measured = (half: Half) => measure(readHalf(half), (text) => cleanText(text, "prose", {isPlace: () => false}));

/** What falls short of its goal. */
function unmet({recall, overRedaction, rareFlagged}: ReturnType<typeof measured>): string[] {
  const types = (Object.entries(goals) as [SpanType, number][]).filter(([type, goal]) => {
    const {hits, of} = recall.get(type) ?? {hits: 0, of: 1};
    return hits / of < goal;
  });
  return [
    ...types.map(([type]) => type),
    ...(overRedaction.hits / overRedaction.of > MOST_TAKEN_WITHOUT_REASON ? ["taken without reason"] : []),
    ...(rareFlagged.hits / rareFlagged.of < FEWEST_RARE_FLAGGED ? ["rare flagged"] : []),
  ];
}

/** What is known to go wrong in half A. A change that lets go of one more must say so here; half B is only counted. */
const knownFaults: readonly string[] = [
  "a253 leak PERSON Ruset",
  "a253 over Samhandlingsvvik",
  "a259 flagged Jordmora",
  "a267 leak PERSON Vår",
  "a267 flagged Vår",
  "a280 over Norddal",
  "a281 over Bergan",
  "a293 leak PERSON KRS",
  "a411 leak OTHER_ID (01)0447188",
  "a413 leak OTHER_ID Sommar2024!",
  "a430 flagged Vold",
  "a433 leak PERSON Live",
  "a436 flagged Mai",
  "a437 flagged August",
  "a445 flagged Doktor",
  "a447 leak PERSON Vatne",
  "a456 over Haugtun",
  "a460 flagged Bryggen",

  "a623 over Surnadal",
  "a624 over Averøy",
  "a828 flagged facebook",
  "a847 leak OTHER_ID 0412",
  "a1100 leak PERSON Hustad",
  "a1101 leak PERSON Giske",
  "a1157 leak OTHER_ID 7740019",
  "a1226 leak PERSON yên",
  "a1334 leak PERSON nam",
  "a1369 flagged Skolegata",
  "a1432 flagged Jordmor",
  "a1496 leak PERSON vik",
  "a1580 over Surnadal",
  "a1592 over Elma",
  "a1596 over Leon",
  "a1609 leak PERSON BJØRN TVEITE",
  "a1772 leak PERSON dag",
  "a1772 leak PERSON sol",
  "a1782 flagged tvilling",
  "a1782x flagged tvilling",
  "a1813 leak PERSON Tveita G",
  "a1858 leak PERSON frode.k",
  "a1866 over Rosa",
  "a1963 leak OTHER_ID PR-559281",
  "a2007 unflagged ",
  "a2012 over Fjellvang",
  "a2012 over Solheim",
  "a2013 flagged Sjelden",
  "a2019 flagged Tilsyn",
  "a2024 over Trollhaugen",
  "a2035 over Jan",
  "a2036 leak PERSON Ås",
  "a2037 over Eldøya",
  "a2061 over Lourdes",
  "a2071 over Ruths hage",
  "a2072 flagged Legevaktsentralen",
  "a2078 leak PHONE 22 08 77 41",
  "a2079 over Holter",
  "a2105 leak PHONE 48 22 71 906",
  "a2133 flagged eneste",
  "a2154 over Elin-K",
  "a2159 over Ørsta",
  "a2183 unflagged ",
  "a2198 over Otto Bock",
  "a2200 unflagged ",
  "a2222 over Aursjøen",
  "a2232 unflagged ",
  "a2259 leak PERSON Bent",
  "a2273 unflagged ",
  "a2275 leak ADDRESS Parkgata 19, oppg. 2",
  "a2281 unflagged ",
  "a2284 leak PERSON unni m",
  "a2304 leak PERSON AaB",
  "a2304 leak PERSON mso",
  "a2304x leak PERSON AaB",
  "a2304x leak PERSON mso",
  "a2316 unflagged ",
  "a2339 flagged Presten",
  "a2340 over Eidet",
  "a2342 flagged sjeldne",
  "a2344 flagged jordmor",
  "a2402 flagged Media",
  "a2409 flagged Lærer",
  "a2450 unflagged ",
  "a2459 over Sara Stedy",
  "a2502 unflagged ",
  "a2503 flagged lærer",
  "a2516 flagged ordførar",
  "a2535 flagged Laboratoriet",
  "a2535x flagged Laboratoriet",
];

it("half A meets every goal, and lets no more go, takes no more and flags no less than is known", () => {
  const found = measured("a");
  expect(unmet(found)).toEqual([]);
  expect(found.faults.map(({id, kind, about}) => `${id} ${kind} ${about}`)).toEqual(knownFaults);
});

it("half B meets every goal: each type, what names nobody kept, rare texts flagged", () => {
  expect(unmet(measured("b"))).toEqual([]);
});

it("is written in both languages and has at least 500 texts, no fewer than 150 in a half", () => {
  const halves = [readHalf("a"), readHalf("b")];
  const texts = halves.flat();
  const nynorsk = texts.filter(({language}) => language === "nn").length;
  expect(texts.length).toBeGreaterThanOrEqual(500);
  expect(Math.min(...halves.map(({length}) => length))).toBeGreaterThanOrEqual(150);
  expect(nynorsk / texts.length).toBeGreaterThan(0.4);
  expect(nynorsk / texts.length).toBeLessThan(0.6);
});
