import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {exampleLoop} from "../../../dashboard/examples/loop.ts";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import {countyReport} from "../../../pipeline/report/county-report.ts";
import {lsuBrief} from "../../../pipeline/report/lsu-brief.ts";
import {fontFiles} from "../../../pipeline/report/writers/fonts.ts";
import {pdfBytes} from "../../../pipeline/report/writers/pdf.ts";
import {contentsOf} from "../../../pipeline/verify/carriers/carriers.ts";
import {charactersOf} from "../../support/glyphs.ts";
import {exampleReport, exampleView, plain, sentences} from "./examples.ts";

const mostPages = 24;

/** The text of the file where it is not packed, which is where Typst lays structure, bookmarks and properties. */
const open = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe.each([
  ["nn", "nn-NO"],
  ["nb", "nb-NO"],
] as const)("the PDF in %s", {timeout: 90_000}, (language, tag) => {
  const document = exampleReport(language);
  const written = pdfBytes(document);
  const blocks = (kind: string) => document.blocks.filter((block) => block.kind === kind);

  it("is tagged: every heading, table, header cell, list and picture is what it is", async () => {
    const text = open(await written);
    expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(text).not.toContain("/Suspects");
    for (const level of [1, 2, 3]) {
      const headings = blocks("heading").filter((block) => block.kind === "heading" && block.level === level);
      expect(count(text, new RegExp(`/S /H${level}\\b`, "g")), `H${level}`).toBe(headings.length);
    }
    const tables = blocks("table").length + blocks("keyfigures").length;
    expect(count(text, /\/S \/Table\b/g)).toBe(tables);
    expect(count(text, /\/S \/TH\b/g)).toBeGreaterThanOrEqual(tables * 2);
    expect(count(text, /\/S \/Figure\b/g)).toBeGreaterThanOrEqual(blocks("chart").length);
    expect(count(text, /\/S \/LI\b/g)).toBeGreaterThan(5);
  });

  it("has bookmarks, a language and a title", async () => {
    const text = open(await written);
    expect(text).toMatch(/\/Outlines/);
    expect(text).toContain(`/Lang (${tag})`);
    expect(text).toMatch(/<dc:title>[\s\S]*SYNTETISK[\s\S]*<\/dc:title>/);
  });

  it("says in words what every picture shows", async () => {
    const text = open(await written);
    const pictures = document.blocks.flatMap((block) => {
      if (block.kind === "chart") return [block.drawing];
      const cells = block.kind === "table" ? block.rows.flat() : [];
      return cells.flatMap((cell) => (cell.kind === "drawing" ? [cell.drawing] : []));
    });
    expect(pictures.length).toBeGreaterThan(20);
    expect(count(text, /\/Alt[ (<]/g)).toBe(pictures.length);
  });

  it("embeds its fonts", async () => {
    const text = open(await written);
    const fonts = count(text, /\/Type \/FontDescriptor\b/g);
    expect(fonts).toBe(2);
    expect(count(text, /\/FontFile2 /g)).toBe(fonts);
  });

  it("has no more pages than anybody reads, and the appendix after them", async () => {
    const carried = contentsOf("a.pdf", await written).carried.map(({text}) => plain(text));
    const appendix = carried.map((text) => /«Metoden? i klartekst» [a-z]+ (\d+)/.exec(text)?.[1]).find(Boolean);
    const all = Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(open(await written))?.[1]);
    expect(Number(appendix) - 1).toBeLessThanOrEqual(mostPages);
    expect(all - Number(appendix)).toBeLessThan(mostPages / 3);
  });

  it("carries every sentence of the document, readable by the last check before an edition is written", async () => {
    const carried = contentsOf("a.pdf", await written).carried.map(({text}) => plain(text));
    const all = carried.join(" ").replace(/[^\p{L}\p{N}]/gu, "");
    const words = sentences(document)
      .map((text) => text.replace(/[^\p{L}\p{N}]/gu, ""))
      .filter(({length}) => length > 0 && length < 60);
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((text) => !all.includes(text))).toEqual([]);
  });
});

it("is the same, byte for byte, each time", {timeout: 90_000}, async () => {
  const [first, second] = [await pdfBytes(exampleReport("nn")), await pdfBytes(exampleReport("nn"))];
  expect(Buffer.from(first).equals(second)).toBe(true);
});

describe("every character of a PDF", () => {
  const drawn = [...readFileSync("pipeline/report/writers/document.typ", "utf8").matchAll(/#show "(.)"/g)].map(
    ([, one]) => one,
  );

  it.each(["nn", "nb"] as const)("in %s has a glyph in the font, or is drawn", (language) => {
    const {tables, facts} = exampleView(language);
    const county = countyReport(tables, {...facts, loop: exampleLoop});
    const lsu = exampleLsu();
    const brief = lsuBrief(lsu.tables, {...lsu.facts, audience: {...lsu.facts.audience, language}});
    const [has] = fontFiles.map(charactersOf);
    const said = new Set([county, brief].flatMap((document) => [...sentences(document).join("")]));
    expect(said.size).toBeGreaterThan(60);
    expect([...said].filter((one) => !has?.has(one) && !drawn.includes(one))).toEqual([]);
  });
});
