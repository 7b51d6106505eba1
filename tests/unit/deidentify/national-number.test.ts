import {describe, expect, it} from "vitest";
import {hasPossibleDate, isMod11, nationalNumber} from "../../../pipeline/deidentify/national-number.ts";

/** Nobody has these: days and months that no series allows, or a serial that none of the years 1940–1953 has. */
describe("eleven digits", () => {
  it.each([
    ["03124651299", "FNR"],
    ["43124651299", "DNR"],
    ["40124651299", null],
    ["00124651299", null],
    ["32124651299", null],
    ["03134651299", null],
    ["03524651299", "FNR"],
    ["03774651299", "FNR"],
    ["03924651299", "FNR"],
    ["03804651299", null],
  ])("%s are %s by their date", (digits, type) => {
    expect(hasPossibleDate(digits)).toBe(type !== null);
    expect(nationalNumber(digits)).toBe(type);
  });

  it("are a help number by their check digits, where from 2032 the first may leave 0, 1, 2 or 3", () => {
    expect(nationalNumber("83456700023")).toBe("OTHER_ID");
    expect(nationalNumber("83456700058")).toBe("OTHER_ID");
    expect(isMod11("83456700059")).toBe(false);
    expect(nationalNumber("83456700059")).toBe(null);
  });
});
