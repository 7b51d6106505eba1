import {describe, expect, it} from "vitest";
import {shownHeader, shownName, shownPath} from "../../../pipeline/deidentify/shown.ts";

const places = {isPlace: (word: string) => ["Molde", "Ålesund", "LSU"].includes(word)};
const sha256 = "0123456789abcdef0123";

describe("the name of a delivery", () => {
  it.each([
    "hf_2025.csv",
    "kommune-alesund_SYNTETISK_2025.csv",
    "eksport-2025-03-31.xlsx",
    "avvik 2024-2025.csv",
    "Molde 01.02.2025.csv",
    "EQS_Export_2025.csv",
    "Avvik Rapport Kopi.xlsx",
    "UTF16LE_BOM.csv",
  ])("%s names nobody and is told as it is", (name) => expect(shownName({name, sha256}, places)).toBe(name));

  it.each([
    "Avvik Gunnvald Dikteseth.csv",
    "avvik_Gunnvald_Dikteseth_2025.xlsx",
    "avvik-GunnvaldDikteseth.csv",
    "01814512399.csv",
    "avvik_018145_12399.csv",
    "sak018145-12399.csv",
    "tlf91234567.csv",
    "14556677.csv",
    "sak 14556.csv",
    "tenkt.person@example.org.csv",
    "<img src=x onerror=alert(1)>.csv",
    "avvik\u001b[31m.csv",
    "avvik\n2025.csv",
    "avvik\u202evsc.csv",
    `${"a".repeat(200)}.csv`,
  ])("%j may name somebody or be taken for something else, and is told by its content", (name) => {
    expect(shownName({name, sha256}, places)).toBe("fil-0123456789abcdef");
  });
});

describe("a path in an edition", () => {
  const isKnown = (text: string): boolean => text.includes("oppdikt");

  it("is told without the name that may be a person's, or is known to be", () => {
    expect(shownPath("moete/ssu/SYNTETISK-databok-2025.xlsx", () => false)).toBe(
      "moete/ssu/SYNTETISK-databok-2025.xlsx",
    );
    expect(shownPath("moete/Gunnvald Dikteseth.txt", () => false)).toBe("moete/…");
    expect(shownPath("a/oppdiktnes.txt", isKnown)).toBe("a/…");
    expect(shownPath("a/kjellOppdikt.txt", (text) => text === "kjell Oppdikt.txt")).toBe("a/…");
  });
});

describe("a header that is not known", () => {
  it.each(["Fagområde", "avvikstype", "Dato lukka"])("%s is told", (header) => {
    expect(shownHeader(header, places)).toBe(header);
  });

  it.each(["Gunnvald Dikteseth", "01814512399", "tlf 912 34 567", "x".repeat(200)])(
    "%s may be a value and is not",
    (header) => {
      expect(shownHeader(header, places)).toBe("…");
    },
  );
});
