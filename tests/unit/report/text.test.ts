import {describe, expect, it} from "vitest";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import type {PageFacts} from "../../../pipeline/contract/edition.ts";
import {databok} from "../../../pipeline/report/databok.ts";
import type {Block} from "../../../pipeline/report/document.ts";
import {lsuBrief} from "../../../pipeline/report/lsu-brief.ts";
import {ssuSlides} from "../../../pipeline/report/ssu-slides.ts";
import {databokNb} from "../../../pipeline/report/text/databok-nb.ts";
import {databokNn} from "../../../pipeline/report/text/databok-nn.ts";
import {foreignWords} from "../../support/forms.ts";
import {exampleReport, exampleView, sentences} from "./examples.ts";

function chaptersIn(blocks: readonly Block[]): Block[][] {
  const starts = blocks.flatMap((block, index) => (block.kind === "heading" && block.level === 1 ? [index] : []));
  return starts.map((start, index) => blocks.slice(start, starts[index + 1]).filter(({kind}) => kind !== "pagebreak"));
}

const headingOf = ([first]: readonly Block[]): string => (first?.kind === "heading" ? first.text : "");

const never = /\b(verst\w*|best|beste|skuld\w*|skyld\w*|syndar\w*|synder\w*)\b/i;
const noted = /til\s+orientering|til\s+etterretning|til\s+vitande/i;

describe.each(["nn", "nb"] as const)("the text in %s", (language) => {
  const editions = (["open", "moete"] as const).map((edition) => exampleReport(language, edition));
  const lsu = exampleLsu();
  const inForm = (facts: PageFacts): PageFacts => ({...facts, audience: {...facts.audience, language}});
  const slides = ssuSlides(exampleView(language).tables, exampleView(language).facts);
  const all = [...editions, slides, lsuBrief(lsu.tables, inForm(lsu.facts))].flatMap(sentences);

  it("is in one form of the language", () => {
    const mixed = all.filter((text) => foreignWords(text, language).length > 0);
    expect(mixed).toEqual([]);
  });

  it("has a data book in one form of the language", () => {
    const texts = databok(exampleView(language)).sheets.flatMap(({name, heading, columns, rows}) => [
      name,
      ...heading,
      ...columns.map(({title}) => title),
      ...rows.flat().map(String),
    ]);
    const mixed = texts.filter((text) => foreignWords(text, language).length > 0);
    expect([...new Set(mixed)]).toEqual([]);
  });

  it("asks no committee only to take note, and blames nobody", () => {
    for (const text of all) {
      expect(text).not.toMatch(noted);
      expect(text).not.toMatch(never);
    }
  });

  it("ends every chapter and every local committee with a proposal", () => {
    for (const {blocks} of editions) {
      const ends = blocks.flatMap((block, index) =>
        block.kind === "pagebreak" && index > 0 ? [blocks[index - 1]] : [],
      );
      const [one, ...chapters] = ends;
      expect(one?.kind).toBe("note");
      for (const block of chapters) expect(block?.kind).toBe("decision");
      for (const part of chaptersIn(blocks).slice(1)) expect(part.at(-1)?.kind).toBe("decision");
    }
  });

  it("gathers every proposal under the committee that is to decide it, and no other", () => {
    const proposalsIn = (blocks: readonly Block[]) =>
      blocks.flatMap((block) => (block.kind === "decision" ? block.items : []));
    for (const {blocks} of editions) {
      const parts = chaptersIn(blocks);
      const isGathered = (part: readonly Block[]) => /^Alle forslag/.test(headingOf(part));
      const gathered = parts.find(isGathered) ?? [];
      const elsewhere = parts.slice(1).filter((part) => !isGathered(part));
      expect(new Set(proposalsIn(gathered))).toEqual(new Set(proposalsIn(elsewhere.flat())));
      const lists = gathered.flatMap((block) => (block.kind === "decision" ? [block] : []));
      const tests = lists.filter(({items}) => items.some((item) => /^Første (prøve|utprøving)/.test(item)));
      expect(tests.length).toBeGreaterThan(1);
      for (const {title} of tests) expect(title).toMatch(/^LSU /);
      for (const {title, items} of lists.filter(({title}) => title.startsWith("LSU "))) {
        const others = lists.map(({title}) => title).filter((other) => other !== title);
        for (const item of items) expect(others.some((other) => item.startsWith(`${other} `))).toBe(false);
      }
    }
  });

  it("says that no decisions are registered, first after the page of findings", () => {
    const chapters = editions[0]?.blocks.filter((block) => block.kind === "heading" && block.level === 1);
    expect(chapters?.[1]).toMatchObject({text: expect.stringMatching(/vedtaka frå i fjor|vedtakene fra i fjor/)});
  });

  it("gives every chart and table a title and a subtitle with n; no title begins with a figure, after «Tabell 1.»", () => {
    for (const block of editions.flatMap(({blocks}) => blocks)) {
      if (block.kind !== "chart" && block.kind !== "table") continue;
      expect(block.title).toMatch(/^[^\d]/);
      if (block.kind === "chart") expect(block.subtitle).toMatch(/n\s=\s[\d:]/);
    }
  });
});

it("keeps sheet names within what Excel allows", () => {
  for (const {tables} of [databokNn, databokNb]) {
    const names = Object.values(tables).map(({name}) => name);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    expect(new Set(names).size).toBe(names.length);
  }
});
