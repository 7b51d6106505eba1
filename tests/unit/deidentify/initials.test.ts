import {describe, expect, it} from "vitest";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";

const taken = (text: string): string[] => {
  const {spans} = cleanText(text, "prose", {isPlace: () => false});
  return spans.filter(({type}) => type === "PERSON").map(({start, end}) => text.slice(start, end));
};

describe("initials that stand for somebody", () => {
  it.each([
    ["Rekvirert av dr. B. same dag.", ["B."]],
    ["Ring oss.\nMvh\nK", ["K"]],
    ["Notert av KLHO etter vakt.", ["KLHO"]],
    ["Godkjent KHO etter vakt.", ["KHO"]],
    ["Purra på svar. /KN. ", ["KN"]],
    ["Purra på svar. /KN", ["KN"]],
    ["Avtalt med S.L.Ø. i går.", ["S.L.Ø."]],
    ["O'Leary og D'Souza venta.", ["O'Leary", "D'Souza"]],
  ])("are taken out of «%s»", (text, names) => {
    expect(taken(text)).toEqual(names);
  });
});

describe("letters that stand for nobody", () => {
  it.each([
    "Gitt i.v. kl. 8, elles p.o.",
    "Sjå punkt A og B i avtala.",
    "Notert avvik i KLHO same dag.",
    "Purra på KN og venta på svar frå dei.",
    "Vitamin K. Hepatitt B. Plan A.",
  ])("stay in «%s»", (text) => {
    expect(taken(text)).toEqual([]);
  });
});
