import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parseLayout} from "../../../pipeline/ingest/layout.ts";
import {smallLayouts} from "../../support/flow.ts";
import {ingest, ingestCoded} from "../../support/ingest.ts";

const layouts = smallLayouts.map((spec) => {
  const parsed = parseLayout(spec);
  if ("faults" in parsed) throw new Error(parsed.faults.join());
  return parsed;
});

const HEAD = "hf-sak;retning;kommune;eining;kategori;hending;registrert;fnr;namn;tekst";

const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("s1", "H2K", "1508", "Anna", "02.03.2025", "æøå – «sitat»", '"a ""b"" c"', '"a\r\nb"'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "\u00a0",
      '""',
      '"x"y',
      '"a\nb"c',
      "hf-sak",
      "Totalt",
      "TEST, slett",
      "#REF!",
      "Ã¥",
    ),
  },
  {weight: 1, arbitrary: fc.string({maxLength: 12}).map((text) => text.replace(/[;\r\n"]/g, " "))},
);
const row = fc.oneof(
  {weight: 6, arbitrary: fc.array(cell, {minLength: 10, maxLength: 10})},
  {weight: 1, arbitrary: fc.array(cell, {minLength: 1, maxLength: 12})},
  {weight: 1, arbitrary: fc.constant(HEAD.split(";"))},
);
const ends = fc.constantFrom("\r\n", "\n", "\r");

const told = (read: unknown): string =>
  JSON.stringify(read, (_, value) => (value instanceof Map ? [...value] : value), 1);

describe("rader lesne som nummer på verdiar", () => {
  it("er dei same som rader lesne kvar for seg, med dei same plassane", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, {maxLength: 12}), ends, fc.boolean(), async (rows, end, isAnsi) => {
        const text = [HEAD, ...rows.map((cells) => cells.join(";")), ""].join(end);
        const file = {name: "a.csv", bytes: Buffer.from(text, isAnsi ? "latin1" : "utf8")};
        expect(told(await ingestCoded(file, layouts))).toBe(told(await ingest(file, layouts)));
      }),
      {seed: 20_261_127, numRuns: 100},
    );
  });

  it("er dei same når kolonner har for mange ulike verdiar til å hugse", async () => {
    const many = Array.from(
      {length: 45_000},
      (_, at) =>
        `s${at};H2K;1508;Post ${at % 36_000};Anna;01.03.2025;02.03.2025;;;Tekst ${at % 3 === 0 ? at : at % 50}`,
    );
    const file = {name: "a.csv", bytes: Buffer.from([HEAD, ...many, ""].join("\n"))};
    const read = await ingestCoded(file, layouts);
    expect(read).toMatchObject({outcome: "taken", rows: {length: many.length}});
    expect(told(read)).toBe(told(await ingest(file, layouts)));
  });
});
