import {describe, expect, it} from "vitest";
import {docxBytes} from "../../../pipeline/report/writers/docx.ts";
import {exampleDocx, exampleReport, partsOf} from "./examples.ts";

const matches = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = ""]) => found);

async function part(language: "nn" | "nb", path: string): Promise<string> {
  return (await exampleDocx(language)).get(path) ?? "";
}

describe("the docx", {timeout: 90_000}, () => {
  it("keeps a proposal on the page of what it follows from", async () => {
    const xml = await part("nn", "word/document.xml");
    const before = matches(
      xml,
      /((?:<w:p>(?:(?!<w:p>)[\s\S])*?<\/w:p>)(?=<w:p><w:pPr>(?:<w:keepNext\/>)?<w:pStyle w:val="Vedtakstittel"\/>))/g,
    );
    const sources = before.filter((paragraph) => paragraph.includes('w:val="Kjelde"'));
    expect(sources.length).toBeGreaterThan(4);
    for (const paragraph of sources) expect(paragraph).toContain("<w:keepNext/>");
  });

  it("has real headings that never skip a level", async () => {
    const levels = matches(await part("nn", "word/document.xml"), /<w:pStyle w:val="Heading(\d)"\/>/g).map(Number);
    expect(new Set(levels)).toEqual(new Set([1, 2, 3]));
    expect(levels.filter((level) => level === 1)).toHaveLength(8);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0), `heading ${index + 1}`).toBeLessThanOrEqual(1);
    });
  });

  it("has a filled table of contents with page numbers", async () => {
    const entries = matches(
      await part("nn", "word/document.xml"),
      /<w:p>((?:(?!<\/w:p>).)*w:val="TOC[12]"(?:(?!<\/w:p>).)*)<\/w:p>/gs,
    );
    const texts = entries.map((entry) => matches(entry, /<w:t[^>]*>([^<]*)</g).join(" "));
    expect(texts.length).toBeGreaterThan(15);
    for (const text of texts) expect(text).toMatch(/\S.*\d+$/);
  });

  it("repeats the header row of every table", async () => {
    const tables = matches(await part("nn", "word/document.xml"), /<w:tbl>(.*?)<\/w:tbl>/gs);
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) expect(matches(table, /(<w:tr>.*?<\/w:tr>)/gs)[0]).toContain("<w:tblHeader/>");
  });

  it("says in words what every picture shows", async () => {
    const xml = await part("nn", "word/document.xml");
    const pictures = matches(xml, /(<wp:docPr [^>]*>)/g);
    const described = matches(xml, /<wp:docPr [^>]*descr="([^"]*)"/g);
    expect(described.length).toBeGreaterThan(20);
    expect(described).toHaveLength(pictures.length);
    for (const text of described) {
      expect(text.length).toBeGreaterThan(15);
      expect(text).not.toMatch(/\.(png|svg|jpe?g)|^figur-|^tabell-/i);
    }
    expect(new Set(matches(xml, /<wp:docPr id="(\d+)"/g)).size).toBe(pictures.length);
  });

  it.each([
    ["nn", "nn-NO"],
    ["nb", "nb-NO"],
  ] as const)("in %s has language %s and no other", async (language, tag) => {
    const parts = [...(await exampleDocx(language)).values()].join("");
    expect(new Set(matches(parts, /<w:lang [^>]*w:val="([^"]*)"/g))).toEqual(new Set([tag]));
  });

  it("is marked SYNTETISK on every page and in its title", async () => {
    const parts = await exampleDocx("nn");
    const headers = [...parts.keys()].filter((path) => /header\d+\.xml$/.test(path));
    expect(headers.length).toBeGreaterThan(0);
    for (const path of headers) expect(parts.get(path)).toContain("SYNTETISK");
    expect(parts.get("docProps/core.xml")).toMatch(/<dc:title>SYNTETISK/);
  });

  it("has its source, run, date and page in the footer, A4 pages and fixed properties", async () => {
    const parts = await exampleDocx("nb");
    const footer = [...parts].find(([path]) => /footer\d+\.xml$/.test(path))?.[1] ?? "";
    expect(footer).toContain("kjøring 2025-M-07 · 2.3.2026");
    expect(footer).toMatch(/PAGE<.*NUMPAGES</s);
    expect(parts.get("word/document.xml")).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const core = parts.get("docProps/core.xml") ?? "";
    expect(matches(core, /<dcterms:\w+[^>]*>([^<]*)</g)).toEqual(["2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z"]);
    expect(core).toMatch(/<dc:creator>.+<\/dc:creator>.*<cp:lastModifiedBy>.+<\/cp:lastModifiedBy>/s);
  });

  it("has real footnotes where a word needs its rule, each pointed at once", async () => {
    const notes = matches(await part("nn", "word/footnotes.xml"), /<w:footnote [^>]*w:id="(\d+)"/g);
    const pointed = matches(await part("nn", "word/document.xml"), /<w:footnoteReference w:id="(\d+)"/g);
    expect(pointed.length).toBeGreaterThan(1);
    expect(pointed).toEqual([...new Set(pointed)]);
    for (const id of pointed) expect(notes).toContain(id);
    expect(await part("nn", "word/footnotes.xml")).toContain("tre standardavvik");
  });

  it("has the same parts each time", async () => {
    const [first, second] = [await exampleDocx("nn"), partsOf(await docxBytes(exampleReport("nn")))];
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [path, content] of second) expect(content === first.get(path), path).toBe(true);
  });
});
