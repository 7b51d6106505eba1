import fc from "fast-check";
import papaparse from "papaparse";
import {describe, expect, it} from "vitest";
import {csvRecords} from "../../pipeline/ingest/csv.ts";
import {parseLayout} from "../../pipeline/ingest/layout.ts";
import {decoded} from "../support/decoded.ts";
import {smallLayouts, takenIn} from "../support/flow.ts";
import {ingest} from "../support/ingest.ts";
import {workbook} from "../support/workbook.ts";

const seed = 20_251_123;
const nasty = fc.constantFrom(
  '"',
  '""',
  ";",
  "\n",
  "\r\n",
  "\r",
  "\u0000",
  "\ufeff",
  "Ã¥",
  "\ufffd",
  "=1+1",
  "Totalt",
  "TEST,",
  "__proto__",
  "kommune",
  " ",
  "",
  "\u202e",
  "😀",
  "a\u030a",
);
const junk = fc
  .array(fc.oneof(nasty, fc.string({maxLength: 6}), fc.string({unit: "binary", maxLength: 4})), {maxLength: 5})
  .map((parts) => parts.join(""));

const layouts = smallLayouts.map((spec) => {
  const parsed = parseLayout(spec);
  if ("faults" in parsed) throw new Error(parsed.faults.join());
  return parsed;
});

describe("csvRecords", () => {
  const delimiters = fc.constantFrom(";", ",", "\t", "|");
  const grid = fc
    .integer({min: 2, max: 5})
    .chain((width) => fc.array(fc.array(junk, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 8}));

  it("reads what another program has written, whatever stands in the cells", () => {
    fc.assert(
      fc.property(grid, delimiters, fc.constantFrom("\r\n", "\n", "\r"), (rows, delimiter, newline) => {
        const text = papaparse.unparse(rows, {delimiter, newline, quotes: true});
        expect([...csvRecords(text, delimiter)].map(({cells}) => cells)).toEqual(rows);
      }),
      {seed, numRuns: 400},
    );
  });

  it("reads the same when only the cells that need it are quoted", () => {
    fc.assert(
      fc.property(grid, delimiters, (rows, delimiter) => {
        const text = papaparse.unparse(rows, {delimiter, newline: "\r\n"});
        expect([...csvRecords(text, delimiter)].map(({cells}) => cells)).toEqual(rows);
      }),
      {seed, numRuns: 400},
    );
  });

  it("numbers rows from 1 without holes, and lines as an editor does, for any text at all", () => {
    fc.assert(
      fc.property(junk, (text) => {
        const records = [...csvRecords(text, ";")];
        expect(records.map(({row}) => row)).toEqual(records.map((_, index) => index + 1));
        const lines = text.split(/\r\n|\n|\r/).length;
        for (const [index, {line}] of records.entries()) {
          expect(line).toBeLessThanOrEqual(lines);
          if (index > 0) expect(line).toBeGreaterThan(records[index - 1]?.line ?? 0);
        }
        expect(records.slice(0, -1).every(({kind}) => kind === undefined)).toBe(true);
      }),
      {seed, numRuns: 600},
    );
  });

  it("loses no sign but quotes, delimiters and line breaks", () => {
    const signs = (text: string): string => [...text.replace(/["; \r\n]/g, "")].sort().join("");
    fc.assert(
      fc.property(junk, (text) => {
        const records = [...csvRecords(text, ";")];
        if (records.some(({kind}) => kind === "unclosed_quote")) return;
        expect(signs(records.map(({cells}) => cells.join("")).join(""))).toBe(signs(text));
      }),
      {seed, numRuns: 600},
    );
  });
});

describe("decode", () => {
  it("either refuses bytes or gives a text without a replacement character that was not there", () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 60}), (bytes) => {
        const result = decoded(bytes);
        if ("text" in result && result.encoding === "windows-1252") expect(result.text).toHaveLength(bytes.length);
        if ("text" in result && !Buffer.from(bytes).includes(Buffer.from("\ufffd")) && result.encoding === "utf-8")
          expect(result.text).not.toContain("\ufffd");
      }),
      {seed, numRuns: 500},
    );
  });

  it("gives back every text that is written in UTF-8 or UTF-16", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme", minLength: 1, maxLength: 40}), (text) => {
        if (text.includes("\u0000") || text.startsWith("\ufeff")) return;
        expect(decoded(Buffer.from(text, "utf8"))).toEqual({text, encoding: "utf-8"});
        expect(decoded(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual({text, encoding: "utf-16le"});
        expect(decoded(Buffer.from(`\ufeff${text}`, "utf16le").swap16())).toEqual({text, encoding: "utf-16be"});
      }),
      {seed, numRuns: 300},
    );
  });
});

describe("ingest", () => {
  const starts = fc.constantFrom(
    "",
    "PK\u0003\u0004",
    "\u00d0\u00cf\u0011\u00e0",
    "\u00ff\u00fe",
    "\u00fe\u00ff",
    "%PDF-",
    "<html>",
  );
  const names = fc.constantFrom("a.csv", "a.xlsx", "a.txt", "a", "../a.csv", "a.pdf");

  it("never throws, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({maxLength: 400}), names, async (start, bytes, name) => {
        const file = await ingest({name, bytes: Buffer.concat([Buffer.from(start, "latin1"), bytes])}, layouts);
        expect(["taken", "refused"]).toContain(file.outcome);
      }),
      {seed, numRuns: 300},
    );
  });

  it("never throws when one byte of a good workbook has changed", async () => {
    const layout = {...layouts[0], format: "xlsx"} as (typeof layouts)[number];
    const good = workbook([
      {
        name: "Avvik",
        rows: [
          ["hf-sak", "registrert", "kommune"],
          ["s1", "01.02.2025", "Volda"],
        ],
      },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Uint8Array.from(good);
        bytes[at] = byte;
        const file = await ingest({name: "a.xlsx", bytes}, [layout]);
        expect(["taken", "refused"]).toContain(file.outcome);
      }),
      {seed, numRuns: 250},
    );
  });

  const line = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        "s1;Volda;Anna;01.03.2025",
        "s2;1508;Anna;01.03.2025",
        "s3;Volda;;01.03.2025",
        "s4;Nes;Anna;31.02.2025",
        ";Volda;Anna;01.03.2025",
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "",
        ";;;",
        "hf-sak;kommune;kategori;registrert",
        "Totalt;5;;",
        "TEST,;;;01.01.2025",
        "for;få",
        "for;mange;celler;her;og;der",
      ),
    },
    {weight: 4, arbitrary: fc.tuple(junk, junk, junk, junk).map((cells) => cells.join(";"))},
    {
      weight: 2,
      arbitrary: fc
        .tuple(junk, junk)
        .map(([a, b]) => papaparse.unparse([[a, b, "Anna", "01.03.2025"]], {delimiter: ";", quotes: true})),
    },
  );
  const mess = fc
    .array(line, {maxLength: 14})
    .map((lines) => ["hf-sak;kommune;kategori;registrert", ...lines].join("\n"));

  it("puts every record below the header in exactly one place", async () => {
    await fc.assert(
      fc.asyncProperty(mess, async (text) => {
        const file = await ingest({name: "a.csv", bytes: Buffer.from(text, "utf8")}, layouts);
        if (file.outcome === "refused") {
          expect([
            "unclosed_quote",
            "no_rows",
            "nul_byte",
            "truncated",
            "header_duplicate",
            "header_unknown",
          ]).toContain(file.kind);
          return;
        }
        const rows = [...file.rows.map(({row}) => row), ...file.aside.map(({reason}) => reason.row)];
        const below = [...csvRecords(text.replace(/^\ufeff/, ""), ";")].map(({row}) => row).filter((row) => row > 1);
        expect(rows.sort((a, b) => Number(a) - Number(b))).toEqual(below);
      }),
      {seed, numRuns: 400},
    );
  });

  it("and what comes after: received = accepted + quarantined + duplicates + skipped, over several deliveries", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mess, {minLength: 1, maxLength: 3}), async (texts) => {
        const direction = texts.map((text) =>
          text
            .split("\n")
            .map((row, index) => (index === 0 ? `${row};retning` : /^(?:s\d|;Volda)/.test(row) ? `${row};H2K` : row))
            .join("\n"),
        );
        const {intake} = await takenIn({
          deliveries: Object.fromEntries(direction.map((text, index) => [`${index}.csv`, text])),
        });
        for (const {received, accepted, quarantined, duplicates, skipped} of intake.accounts) {
          expect(accepted + quarantined + duplicates + skipped).toBe(received);
        }
        const waitingRows = new Set(intake.waiting.map(({levering, row}) => `${levering}:${row}`));
        expect(waitingRows.size).toBe(intake.accounts.reduce((sum, {quarantined}) => sum + quarantined, 0));
      }),
      {seed, numRuns: 15},
    );
  });
});
