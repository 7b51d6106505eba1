import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {DeliveryError} from "../../../pipeline/contract/delivery-error.ts";
import {cleanText} from "../../../pipeline/deidentify/deidentify.ts";
import {type Recognizer, readRecognizers} from "../../../pipeline/deidentify/recognizer.ts";
import {cleanRow} from "../../../pipeline/deidentify/row.ts";
import {traceBook} from "../../../pipeline/deidentify/traces.ts";

const folder = mkdtempSync(join(tmpdir(), "gjenkjennar-"));
afterAll(() => rmSync(folder, {recursive: true}));

function file(name: string, source: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, source);
  return path;
}

const dogs: Recognizer = {
  name: "hundar",
  recognize: (text) =>
    [...text.matchAll(/hunden til naboen/g)].map(({index, 0: found}) => ({
      start: index,
      end: index + found.length,
      type: "PERSON",
    })),
};
const none = {isPlace: () => false, isOrdinary: () => true};
const clean = (text: string, recognizers: readonly Recognizer[]) => cleanText(text, "prose", {...none, recognizers});

describe("a recogniser of the hospital's own", () => {
  it("adds to what the rules find, and takes nothing back", () => {
    const text = "Ring 91 23 45 67 til hunden til naboen.";
    expect(clean(text, []).text).toBe("Ring [TELEFON] til hunden til naboen.");
    expect(clean(text, [dogs]).text).toBe("Ring [TELEFON] til [NAMN].");
    expect(clean(text, [dogs]).spans).toEqual([
      {start: 5, end: 16, type: "PHONE"},
      {start: 21, end: 38, type: "PERSON"},
    ]);
  });

  it("finds for the whole row: what it takes in one column is remembered in the others", () => {
    const odd: Recognizer = {
      name: "éin",
      recognize: (text) => (text.startsWith("zq") ? [{start: 0, end: 7, type: "PERSON"}] : []),
    };
    const {values} = cleanRow(
      {
        row: 2,
        line: 2,
        byte: 0,
        persons: [],
        identity: "",
        values: new Map([
          ["beskriving", "zqvarth kom"],
          ["eining", "saman med zqvarth"],
        ]),
      },
      {...none, isOrdinary: () => false, recognizers: [odd], key: new Uint8Array()},
      traceBook(() => false),
    );
    expect([...values.values()]).toEqual(["[NAMN] kom", "saman med [NAMN]"]);
  });

  it.each([
    {start: -1, end: 2, type: "PERSON"},
    {start: 2, end: 2, type: "PERSON"},
    {start: 0, end: 999, type: "PERSON"},
    {start: 0.5, end: 2, type: "PERSON"},
    {start: 0, end: 2, type: "HUND"},
  ])("is at fault when it answers %o", (span) => {
    const wrong = {name: "feil", recognize: () => [span]} as unknown as Recognizer;
    expect(() => clean("Ein kort tekst", [wrong])).toThrow(/^recognizer feil: span/);
  });
});

describe("the file of a recogniser", () => {
  it("is a module with one as its default export", async () => {
    const path = file(
      "god",
      `export default {name: "god", recognize: (text) => text.includes("zz") ? [{start: 0, end: 2, type: "OTHER_ID"}] : []};`,
    );
    const [loaded] = await readRecognizers(path);
    expect(clean("zz kom", loaded === undefined ? [] : [loaded]).text).toBe("[ID] kom");
  });

  it("is not needed", async () => {
    expect(await readRecognizers(null)).toEqual([]);
  });

  it.each([
    ["tom", "export const noko = 1;"],
    ["halv", `export default {name: "utan funksjon"};`],
    ["broten", "export default {"],
  ])("that is %s is told of as a fault for a person", async (name, source) => {
    await expect(readRecognizers(file(name, source))).rejects.toThrow(DeliveryError);
    await expect(readRecognizers(join(folder, "finst-ikkje.mjs"))).rejects.toThrow(/gjenkjennar/);
  });
});
