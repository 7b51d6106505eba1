import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {exampleLsu, exampleSsu} from "../../../dashboard/examples/published.ts";
import {lsuBrief} from "../../../pipeline/report/lsu-brief.ts";
import {ssuSlides} from "../../../pipeline/report/ssu-slides.ts";
import {docxBytes} from "../../../pipeline/report/writers/docx.ts";
import {htmlBytes} from "../../../pipeline/report/writers/html.ts";
import {pdfBytes} from "../../../pipeline/report/writers/pdf.ts";
import {pptxBytes} from "../../../pipeline/report/writers/pptx.ts";
import {contentsOf} from "../../../pipeline/verify/carriers/carriers.ts";
import {exampleDocx, exampleReport, grids, partsOf} from "./examples.ts";

type Grid = readonly (readonly string[])[];

const squashed = (text: string): string => text.replace(/\s+/g, "");
const hasNumber = (cell: string): boolean => /\d|^:$|^\.\.$/.test(cell);
const signature = (grid: Grid): string => grid.map((row) => row.map(squashed).join("|")).join("\n");

function htmlGrids(bytes: Uint8Array): Grid[] {
  const {document} = parseHTML(Buffer.from(bytes).toString("utf8"));
  for (const svg of document.querySelectorAll("svg")) svg.remove();
  return [...document.querySelectorAll("table")].map((table) =>
    [...table.querySelectorAll("tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? ""),
    ),
  );
}

function pptxGrids(bytes: Uint8Array): Grid[] {
  const slides = [...partsOf(bytes)].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  const inside = (xml: string, tag: string): string[] =>
    [...xml.matchAll(new RegExp(`<a:${tag}(?: [^>]*)?>([\\s\\S]*?)</a:${tag}>`, "g"))].map(([, body = ""]) => body);
  return slides.flatMap(([, xml]) =>
    inside(xml, "tbl").map((table) =>
      inside(table, "tr").map((row) => inside(row, "tc").map((cell) => inside(cell, "t").join(""))),
    ),
  );
}

/** The numbers of every row by its first word and its head, so that the same number is found in another format. */
function rowsByName(grid: Grid): Map<string, readonly string[]> {
  return new Map(grid.map(([name = "", ...cells]) => [squashed(name), cells.map(squashed).filter(hasNumber)]));
}

describe.each(["nn", "nb"] as const)("the numbers of the formats in %s", {timeout: 90_000}, (language) => {
  const source = exampleReport(language);
  const word = exampleDocx(language).then((parts) => grids(parts.get("word/document.xml") ?? ""));

  it("are the same in every cell of every table of docx and HTML", async () => {
    const inWord = new Set((await word).map(signature));
    const inHtml = htmlGrids(htmlBytes(source)).map(signature);
    expect(inHtml.length).toBeGreaterThan(20);
    expect(inHtml.filter((grid) => !inWord.has(grid))).toEqual([]);
  });

  it("are the same in every row of docx and PDF", async () => {
    const pdf = contentsOf("a.pdf", await pdfBytes(source)).carried.map(({text}) => text);
    const told = pdf.join("\n").replace(/[\s|]+/g, "");
    const rows = (await word).flatMap((grid) => grid.filter((row) => row.filter(hasNumber).length > 1));
    expect(rows.length).toBeGreaterThan(100);
    const missing = rows.flat().filter((cell) => hasNumber(cell) && !told.includes(squashed(cell).replaceAll("|", "")));
    expect([...new Set(missing)]).toEqual([]);
  });

  it("are the same on the slides as in the report", async () => {
    const {tables, facts} = exampleSsu();
    const slides = pptxGrids(pptxBytes(ssuSlides(tables, {...facts, audience: {...facts.audience, language}})));
    const known = (await word).map(rowsByName);
    let compared = 0;
    for (const grid of slides.filter((one) => one.length > 4)) {
      for (const [name, cells] of rowsByName(grid)) {
        if (cells.length === 0) continue;
        const own = cells.map((cell) => cell.replace(/[()]/g, ""));
        const matching = known.filter((rows) =>
          own.every((cell) => rows.get(name)?.some((there) => there.includes(cell))),
        );
        expect(matching.length, `${name} ${cells.join(" ")}`).toBeGreaterThan(0);
        compared += cells.length;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("are the same in the two pages of an LSU, in Word and PDF, as in the report", async () => {
    const {tables, facts} = exampleLsu();
    const brief = lsuBrief(tables, {...facts, audience: {...facts.audience, language}});
    const own = grids(partsOf(await docxBytes(brief)).get("word/document.xml") ?? "");
    const inReport = new Set((await word).map(signature));
    const shared = own.filter((grid) => grid.length > 8 && grid[0]?.includes("2025"));
    expect(shared.length).toBe(1);
    for (const grid of shared) expect(inReport.has(signature(grid))).toBe(true);
    const pdf = contentsOf("a.pdf", await pdfBytes(brief)).carried.map(({text}) => text);
    const told = pdf.join("\n").replace(/[\s|]+/g, "");
    const missing = own.flat(2).filter((cell) => hasNumber(cell) && cell.length < 40 && !told.includes(squashed(cell)));
    expect(missing.filter((cell) => !/^[☐\d]+\.? /.test(cell))).toEqual([]);
  });
});
