import {describe, expect, it} from "vitest";
import {cleanText, pseudonym} from "../../../pipeline/deidentify/deidentify.ts";
import {growsAsGiven} from "../../support/growth.ts";

const findIdentifiers = (text: string) => cleanText(text, "prose", {isPlace: () => false}).spans;

/**
 * No number here is a person's: a test number has 80 added to its month, and nobody born 1940–1953 has a serial of
 * 500–899. The check digits are computed here, by the weights the tax authority publishes.
 */
function withCheckDigits(nine: string): string {
  const digit = (digits: string, weights: readonly number[]): number => {
    const rest = [...digits].reduce((sum, each, index) => sum + Number(each) * (weights[index] ?? 0), 0) % 11;
    return rest === 0 ? 0 : 11 - rest;
  };
  const first = digit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = digit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  if (first === 10 || second === 10) throw new Error(`no check digits: ${nine}`);
  return `${nine}${first}${second}`;
}

const born = withCheckDigits("010245512");
const testNumber = withCheckDigits("018245512");
const helpNumber = withCheckDigits("812345678");
const grouped = `${born.slice(0, 6)} ${born.slice(6)}`;

/** What must be gone stands in braces. */
const removed: Readonly<Record<string, readonly string[]>> = {
  FNR: [
    `pas {${born}} vart`,
    `pas {${grouped}} vart`,
    `pas {${born.slice(0, 2)} ${born.slice(2, 4)} ${born.slice(4, 6)} ${born.slice(6, 9)} ${born.slice(9)}} vart`,
    `pas {${born.slice(0, 2)}.${born.slice(2, 4)}.${born.slice(4, 6)}-${born.slice(6)}} vart`,
    `pas {${born.slice(0, 4)} ${born.slice(4, 8)} ${born.slice(8)}} vart`,
    `({${born.slice(0, 5)} ${born.slice(5)}})`,
    `pas {${born.slice(0, 6)}\u00a0${born.slice(6)}} vart`,
    `pas {${born.slice(0, 6)}\u200b${born.slice(6)}} vart`,
    `({${born}})`,
    `fnr:{${born}}.`,
    `mistasta sluttsiffer: {01024551200}`,
    `testperson {${testNumber}}`,
    `NHN-test {${withCheckDigits("016745512")}}`,
    `NAV-test {${withCheckDigits("014245512")}}`,
    `utan nullen fremst {${born.slice(1)}} i rekneark`,
    `personnr {51234}`,
    `pnr: {51234}`,
    `f.nr. {010245 512}`,
    `fødd 01.02.1945 {51234}`,
  ],
  DNR: [`d-nr {${withCheckDigits("410245512")}}`, `pas {410245 51234} vart`],
  OTHER_ID: [
    `hjelpenummer {${helpNumber}}`,
    `DUF {202412345678}`,
    `DUF-nr. {2024 123456 78}`,
    `søkar {201998765432} bur`,
    `journalnr. {1234567}`,
    `pasient-ID {AB12345}`,
    `NPR-id: {123456}`,
    `rekvisisjonsnr {12345678}`,
    `passnr. {N1234567}`,
    `kontonr. {1234.56.78903}`,
  ],
  PHONE: [
    `ring {912 34 567}`,
    `ring {91234567}.`,
    `ring {91 23 45 67}`,
    `ring {+47 912 34 567}`,
    `ring {+4791234567}`,
    `ring {0047 912 34 567}`,
    `ring {(+47) 91 23 45 67}`,
    `tlf.{70123456}`,
    `svensk nummer {+46 70 123 45 67}`,
    `engelsk nummer {+44 20 7946 0958}`,
  ],
  EMAIL: [
    `svar {kari [at] example [dot] no} i dag`,
    `skriv til {ola.nordmann@example.org}`,
    `skriv til {ola(at)example.org}`,
    `skriv til {ola (a) example.org}`,
    `skriv til {ola[at]example.org}`,
    `({OLA@EXAMPLE.ORG})`,
  ],
  URL: [
    `sjå {https://example.org/p?namn=ola}`,
    `sjå {www.example.org/ola}`,
    `lagra {\\\\server\\heim\\ola.docx}`,
    `lagra {C:\\Users\\ola\\brev.docx}`,
  ],
  ADDRESS: [
    `bur i {Storgata 5}`,
    `bur i {Fjordvegen 12 B}.`,
    `bor i {Kirkegata 7a}`,
    `bor i {Nedre Strandgate 14}`,
    `send til {Postboks 123}`,
    `leilegheit {H0201}`,
  ],
  DATE_OF_BIRTH: [
    `mann f. {01.02.45}`,
    `kvinne fødd {1.2.1945}`,
    `kvinne født {01.02.1945}`,
    `fødd {1945}`,
    `fødd i {1945}`,
    `født den {1. februar 1945}`,
  ],
  AGE_OVER_89: [`pas {94} år`, `ein {94}-åring`, `{102} år gammal`, `ein {94}-årig mann`, `{nittifire} år gammal`],
  HPR: [`lege HPR {1234567}`, `HPR-nr: {123 4567}`, `hpr-nummer {1234567}`],
  VEHICLE: [`bil {SU 12345}`, `bil {SU12345}`, `bil {SU 12 345}`, `bil {su 12345}`],
};

const forms = Object.entries(removed).flatMap(([type, texts]) => texts.map((marked) => ({type, marked})));

describe("what names a person", () => {
  it.each(forms)("$type is gone from «$marked», every sign of it", ({marked}) => {
    const start = marked.indexOf("{");
    const text = marked.replace(/[{}]/g, "");
    const end = marked.indexOf("}") - 1;
    const spans = findIdentifiers(text);
    const left = [...text].filter(
      (sign, at) =>
        /[\p{L}\p{N}]/u.test(sign) &&
        at >= start &&
        at < end &&
        !spans.some((span) => span.start <= at && at < span.end),
    );
    expect(left.join("")).toBe("");
  });

  it("takes no more than the piece itself, and what ties it together", () => {
    for (const {marked} of forms.filter(({type}) => type === "FNR" || type === "PHONE" || type === "EMAIL")) {
      const text = marked.replace(/[{}]/g, "");
      for (const {start, end} of findIdentifiers(text)) {
        expect(text.slice(start, end)).not.toMatch(/\b(?:pas|ring|vart|skriv|til|tlf)\b/);
      }
    }
  });

  it("finds a wrong month nowhere in the calendar, and a wrong day, only when the check digits are right", () => {
    expect(findIdentifiers("nr 32134512399")).toEqual([]);
    expect(findIdentifiers(`nr ${helpNumber}`)).toHaveLength(1);
  });

  it("is found where it stands, with its kind", () => {
    const text = `pas ${born} og ring 91 23 45 67`;
    expect(findIdentifiers(text)).toEqual([
      {start: 4, end: 15, type: "FNR"},
      {start: 24, end: 35, type: "PHONE"},
    ]);
  });

  it.each(["1 ", "a.", "+47 ", "A", "f. ", "@a", "12.12.", "Kari ", "a-"])(
    "is found in time that grows with the text: %s again and again",
    (piece) => {
      expect(growsAsGiven((size) => piece.repeat(size), 4000, findIdentifiers)).toBe(true);
    },
  );
});

const kept: Readonly<Record<string, readonly string[]>> = {
  "event dates": [
    "12.03.2025",
    "3.2.2024 10:15",
    "03.02.2024 kl. 10.15",
    "2025-03-12",
    "2025-03-12 08:30:00",
    "12/3-25",
    "den 12. mars 2025",
    "01.02.2024-05.02.2024",
    "i 2024 og 2025",
  ],
  "times and periods": ["kl. 07.30-15.00", "veke 12-14", "2023-2024", "siste 28 dagar"],
  doses: [
    "Metoprolol 50 mg 1+0+1",
    "10 000 IE",
    "2,5 mg x 3",
    "0,4 ml 20 mg/ml",
    "BT 120/80",
    "INR 2,5",
    "1000 ml NaCl 9 mg/ml",
  ],
  "case numbers": ["sak 2024/12345", "SA-2024-00012", "AVV24-0001", "sak 2024-0123", "V23.001"],
  "public numbers": ["ring 113", "ring 116117", "ring 116 117"],
  "ages below 90": ["84 år", "eit barn på 9 år", "for 5 år sidan"],
  "wards, codes and versions": ["avd. 3B", "rom 214", "ICD-10 F32.1", "ATC C07AB02", "versjon 10.4.2"],
  "words beside a cue": ["journalnummer manglar", "jf. avtalen frå 2024", "HPR er ikkje ført", "fnr manglar"],
  numbers: ["1 250 000 kr", "33 %", "273 169 innbyggjarar"],
};

describe("what names nobody", () => {
  it.each(Object.entries(kept).flatMap(([kind, texts]) => texts.map((text) => ({kind, text}))))(
    "$kind: «$text» is kept",
    ({text}) => {
      expect(findIdentifiers(`Merk: ${text} vart notert`)).toEqual([]);
    },
  );
});

describe("a cleaned text", () => {
  const noPlace = {isPlace: () => false};

  it("has the kind in place of each piece, and all else as it was", () => {
    const {text, spans} = cleanText(`Pas. ${born} (tlf 91 23 45 67) vart utskriven 12.03.2025.`, "prose", noPlace);
    expect(text).toBe("Pas. [FNR] (tlf [TELEFON]) vart utskriven 12.03.2025.");
    expect(spans.map(({type}) => type)).toEqual(["FNR", "PHONE"]);
  });

  it("is the text itself when there is nothing to take out", () => {
    expect(cleanText("Epikrisa kom to veker for seint.", "prose", noPlace)).toEqual({
      text: "Epikrisa kom to veker for seint.",
      spans: [],
      flags: [],
    });
  });

  it("cleaned again is the same", () => {
    const once = cleanText(
      `v/ Oppdikta Namnesen, ${grouped}, f. 01.02.45, ola@example.org, Storgata 5`,
      "prose",
      noPlace,
    ).text;
    expect(cleanText(once, "prose", noPlace).text).toBe(once);
    expect(once).not.toMatch(/\d|Namnesen/);
  });
});

describe("a pseudonym", () => {
  const key = (byte: number) => ({key: new Uint8Array(32).fill(byte)});

  it("is the same for the same patient and key, another for another, and none without a patient", () => {
    expect(pseudonym(born, key(1))).toBe(pseudonym(born, key(1)));
    expect(pseudonym(born, key(1))).not.toBe(pseudonym(born, key(2)));
    expect(pseudonym(born, key(1))).not.toBe(pseudonym(testNumber, key(1)));
    expect(pseudonym("Kari", key(1))).toBe(pseudonym("KARI", key(1)));
    expect(pseudonym("", key(1))).toBeNull();
  });

  it("does not hold the number, and has room for more patients than there are", () => {
    expect(pseudonym(born, key(1))).toMatch(/^[0-9a-f]{24}$/);
  });
});
