import {describe, expect, it} from "vitest";
import {countyReport} from "../../../pipeline/report/county-report.ts";
import {databok} from "../../../pipeline/report/databok.ts";
import {lsuBrief} from "../../../pipeline/report/lsu-brief.ts";
import {ssuSlides} from "../../../pipeline/report/ssu-slides.ts";
import {viewOf} from "../../../pipeline/report/view.ts";
import {pdfBytes} from "../../../pipeline/report/writers/pdf.ts";
import {pptxBytes} from "../../../pipeline/report/writers/pptx.ts";
import {sentences} from "./examples.ts";
import {extremeEdition, extremeNames} from "./extreme-editions.ts";

const broken = /\b(?:NaN|undefined|Infinity)\b|^null\.|\[object| {2}|\s[,;!?](?:\s|$)|«»|,\s*\./;
const pages = (pdf: Uint8Array): number =>
  Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(Buffer.from(pdf).toString("latin1"))?.[1]);

describe.each(extremeNames)("an edition %s", (name) => {
  it.each(["nn", "nb"] as const)("says whole sentences in %s, in every document", (language) => {
    const county = extremeEdition(name, language);
    const lsu = extremeEdition(name, language, "lsu-molde");
    const documents = [
      countyReport(county.tables, county.facts),
      ssuSlides(county.tables, county.facts),
      lsuBrief(lsu.tables, lsu.facts),
    ];
    for (const text of documents.flatMap(sentences)) expect(text).not.toMatch(broken);
    for (const {blocks} of documents)
      for (const block of blocks) {
        if (block.kind === "chart") expect(block.drawing.svg).not.toMatch(/NaN|undefined|Infinity/);
        if (block.kind === "table") expect(block.rows.length, block.title).toBeGreaterThan(0);
        if (block.kind === "decision") expect(block.items.length).toBeGreaterThan(0);
      }
    const book = databok(viewOf(county.tables, county.facts)).sheets.flatMap(({rows}) => rows.flat());
    for (const cell of book)
      expect(typeof cell === "number" ? Number.isFinite(cell) : !/\bNaN|undefined/.test(cell)).toBe(true);
  });

  it("is two pages for the LSU", {timeout: 60_000}, async () => {
    const {tables, facts} = extremeEdition(name, "nn", "lsu-molde");
    expect(pages(await pdfBytes(lsuBrief(tables, facts)))).toBe(2);
  });
});

it.each(["where nobody reported", "where everything is hidden"] as const)(
  "an edition %s does not count comparisons that are not made",
  (name) => {
    for (const language of ["nn", "nb"] as const) {
      const {tables, facts} = extremeEdition(name, language);
      for (const text of sentences(countyReport(tables, facts)))
        expect(text).not.toMatch(/\b0 (?:kategori|samanlikning|sammenligning)|(?<![\d,])0,0 falske/);
    }
  },
);

it("writes report and slides where every name is far too long", {timeout: 60_000}, async () => {
  const {tables, facts} = extremeEdition("with very long names", "nn");
  expect(pages(await pdfBytes(countyReport(tables, facts)))).toBeGreaterThan(15);
  expect(
    Buffer.from(pptxBytes(ssuSlides(tables, facts)))
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});
