import {describe, expect, it} from "vitest";
import type {Field} from "../../../pipeline/contract/delivery.ts";
import {cleanRow, LONG_TEXT} from "../../../pipeline/deidentify/row.ts";
import {traceBook} from "../../../pipeline/deidentify/traces.ts";

/** Invented names; «Volda» is also a place and «Berg» also a word. */
const words = {
  isPlace: (word: string) => ["Volda", "Aure"].includes(word),
  isOrdinary: (word: string) => ["berg", "liv", "pasient", "sjukepleiar"].includes(word),
  key: new Uint8Array(32),
};

function cleaned(values: Partial<Record<Field, string>>, persons: readonly string[] = []) {
  const book = traceBook(words.isOrdinary);
  const row = {
    row: 2,
    line: 2,
    byte: 10,
    identity: "",
    persons,
    values: new Map(Object.entries(values) as [Field, string][]),
  };
  return {...cleanRow(row, words, book), book};
}

const textOf = (text: string, persons: readonly string[]): string =>
  cleaned({beskriving: text}, persons).values.get("beskriving") ?? "";

describe("a person named in a column that goes no further", () => {
  it.each([
    ["whole", "svar frå Dikteseth Gunnvald kom", "svar frå [NAMN] kom"],
    ["in part, whatever the case", "da gunnvald ringte", "da [NAMN] ringte"],
    ["in the genitive", "Det var Gunnvalds feil, og Dikteseths' lapp", "Det var [NAMN] feil, og [NAMN] lapp"],
    ["in the genitive with an apostrophe", "Det var Gunnvald’s feil", "Det var [NAMN] feil"],
    ["with an initial", "etter G. Dikteseth sin vakt", "etter [NAMN] sin vakt"],
    ["with an initial after", "etter Gunnvald D. sin vakt", "etter [NAMN] sin vakt"],
    ["as initials with dots", "notert av G.D. same dag", "notert av [NAMN] same dag"],
    ["as initials with dots and space, surname first", "notert av D. G. same dag", "notert av [NAMN] same dag"],
    ["as a signature", "ringt og purra. /GD", "ringt og purra. /[NAMN]"],
    ["as the last word", "ringt og purra. GD", "ringt og purra. [NAMN]"],
    ["in capitals", "MELDT AV DIKTESETH", "MELDT AV [NAMN]"],
    ["with a soft hyphen inside", "meldt av Dikte\u00adseth i går", "meldt av [NAMN] i går"],
    ["in composed letters or not", "meldt av Ba\u030arda i går", "meldt av [NAMN] i går"],
  ])("is taken out of the text %s", (_, text, clean) => {
    expect(textOf(text, ["Gunnvald Dikteseth", "Bårda"])).toBe(clean);
  });

  it("is taken out by number, however it is grouped, and by the parts of the number", () => {
    const persons = ["01814512399"];
    expect(textOf("nr 018145-12399 og 12399, 01.81.45", persons)).not.toMatch(/12399|018145|01\.81\.45/);
    expect(textOf("id 4455667", ["4455667"])).toBe("id [ID]");
    expect(textOf("nr 44.556.678 her", ["Kode 44556678"])).toMatch(/^nr \[\w+\] her$/);
  });

  it("is taken out of unit, case texts and remarks alike", () => {
    const {values} = cleaned(
      {eining: "Legevakta, gunnvald", strakstiltak: "ringte gunnvald", forslag: "spør gunnvald"},
      ["Gunnvald Dikteseth"],
    );
    expect([...values.values()].join(" ")).not.toMatch(/gunnvald/i);
  });

  it("makes a code faulty when the code names the same person, and only then", () => {
    expect(cleaned({fagomraade: "gunnvald", beskriving: "x"}, ["Gunnvald Dikteseth"]).faulty).toBe("fagomraade");
    expect(cleaned({saksnr: "2025-4455", kommune: "Volda", kategori: "Berg"}, ["Liv Berg Volda 4455"]).faulty).toBe(
      null,
    );
  });

  it.each([
    ["two letters", "Bo ringte", ["Bo Dikteseth"], "[NAMN] ringte"],
    [
      "a middle name, by the outer initials",
      "notert av G.D. i går",
      ["Gunnvald Tore Dikteseth"],
      "notert av [NAMN] i går",
    ],
    ["a middle name, by all initials", "notert av G.T.D. i går", ["Gunnvald Tore Dikteseth"], "notert av [NAMN] i går"],
    ["a middle name, surname first", "notert av D.G. i går", ["Gunnvald Tore Dikteseth"], "notert av [NAMN] i går"],
    [
      "the name of a place, after a first name in lower case",
      "synnolv Volda ringte",
      ["Synnolv Volda"],
      "[NAMN] ringte",
    ],
    ["the name of a place, after an initial", "etter S. Volda i går", ["Synnolv Volda"], "etter [NAMN] i går"],
    ["the name of a place, after two initials", "etter S. K. Volda i går", ["Synnolv K. Volda"], "etter [NAMN] i går"],
    ["the name of a place, before an initial", "etter Volda S. i går", ["Synnolv Volda"], "etter [NAMN] i går"],
    ["the name of a place, before an initial at the end", "etter Volda S", ["Synnolv Volda"], "etter [NAMN]"],
    ["a birth date with a whole year", "hending 01.02.1945 og 01.02.2045", ["01024550012"], "hending [FØDD] og [FØDD]"],
    ["a number beside another", "kode 14556678 12 her", ["14556678"], "kode [ID] 12 her"],
    ["a number of nine digits beside another", "kode 12 145566789", ["145566789"], "kode 12 [ID]"],
    ["five digits alone", "kode 14556 her", ["14556"], "kode [ID] her"],
  ])("is taken out with %s", (_, text, persons, clean) => {
    expect(textOf(text, persons)).toBe(clean);
  });

  it("is not seen in a number that only begins in the same way", () => {
    expect(textOf("kode 14556 og 1455699", ["1455"])).toBe("kode 14556 og 1455699");
    expect(textOf("kode 145567 her", ["14556"])).toBe("kode 145567 her");
  });

  it("leaves a word in lower case that is a word, and takes it where it has a capital", () => {
    expect(textOf("det var liv i berg, sa Berg", ["Liv Berg"])).toBe("det var liv i berg, sa [NAMN]");
  });

  it("leaves a word of the column that is no name", () => {
    expect(textOf("sjukepleiar ringte ein pasient", ["sjukepleiar gunnvald"])).toBe("sjukepleiar ringte ein pasient");
  });

  it("keeps a place of the same name, says that it is undecided, and takes it beside the rest of the name", () => {
    const {values, marks} = cleaned({beskriving: "Kom frå Volda sjukehus"}, ["Synnolv Volda"]);
    expect(values.get("beskriving")).toBe("Kom frå Volda sjukehus");
    expect(marks).toEqual([{field: "beskriving", reason: "undecided", start: 8, end: 13}]);
    expect(textOf("Kom til Synnolv Volda i går", ["Synnolv Volda"])).toBe("Kom til [NAMN] i går");
  });

  it("says nothing of other words", () => {
    const text = "Epikrisa kom to veker for seint. EKG og CT vart ikkje tekne.";
    expect(textOf(text, ["Gunnvald Dikteseth", "01814512399", "van", "—", ""])).toBe(text);
    expect(textOf(text, [])).toBe(text);
  });
});

describe("a name in the place of a code", () => {
  it("is taken out before the row is stored, and the row goes on to be told what is wrong with the code", () => {
    const {values, faulty, book} = cleaned({
      kategori: "Synnolv Oppdiktnes",
      registrert: "Synnolv Fabelvin Oppdiktnes 02.03.2025",
    });
    expect([...values.values()]).toEqual(["[NAMN]", "[NAMN] 02.03.2025"]);
    expect(faulty).toBe(null);
    expect(book.countIn(["oppdiktnes"])).toBe(1);
  });

  it("is a fault of the row where the code tells one case from another", () => {
    expect(cleaned({saksnr: "Synnolv Oppdiktnes"}).faulty).toBe("saksnr");
    expect(cleaned({motpart_saksnr: "Oppdiktnes, Synnolv"}).faulty).toBe("motpart_saksnr");
  });

  it("is not seen in a code of one word, a place or words that mean something", () => {
    const codes = {
      kommune: "Kr.sunndal",
      sjukehus: "Volda Sjukeheim",
      kategori: "Liv Berg",
      status: "Lukka",
      saksnr: "SA-2025-1",
    };
    expect(Object.fromEntries(cleaned(codes).values)).toEqual(codes);
  });
});

describe("a person found in one text", () => {
  it("is taken out of the other columns of the row too", () => {
    const {values, spans} = cleaned({beskriving: "Dotter: Synnolv Oppdiktnes ringte", eining: "hos oppdiktnes"});
    expect(values.get("eining")).toBe("hos [NAMN]");
    expect(spans.get("eining")).toEqual([{start: 4, end: 14, type: "PERSON"}]);
  });

  it("is entered in the book with each part of the name, and the whole of the column", () => {
    const {book} = cleaned({beskriving: "Dotter: Synnolv Oppdiktnes"}, ["Gunnvald Dikteseth"]);
    for (const text of ["OPPDIKTNES", "x synnolv y", "Dikteseth", "Gunnvald, Dikteseth"]) {
      expect(book.countIn([text]), text).toBeGreaterThan(0);
    }
    expect(book.countIn(["Dotter ringte frå Molde"])).toBe(0);
  });
});

describe("a text a person must look at", () => {
  it("is one that is longer than can be taken in at a glance", () => {
    const long = "ord ".repeat(LONG_TEXT / 4);
    expect(cleaned({beskriving: long}).marks).toEqual([]);
    expect(cleaned({beskriving: `${long}.`}).marks).toEqual([
      {field: "beskriving", reason: "long", start: 0, end: LONG_TEXT + 1},
    ]);
  });
});
