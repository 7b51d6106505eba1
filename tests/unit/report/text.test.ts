import {describe, expect, it} from "vitest";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import type {PageFacts} from "../../../pipeline/contract/edition.ts";
import {databok} from "../../../pipeline/report/databok.ts";
import {lsuBrief} from "../../../pipeline/report/lsu-brief.ts";
import {ssuSlides} from "../../../pipeline/report/ssu-slides.ts";
import {databokNb} from "../../../pipeline/report/text/databok-nb.ts";
import {databokNn} from "../../../pipeline/report/text/databok-nn.ts";
import {foreignWords} from "../../support/forms.ts";
import {exampleReport, exampleView, sentences} from "./examples.ts";

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
      for (const block of [...chapters, blocks.at(-1)]) expect(block?.kind).toBe("decision");
      expect(blocks.filter(({kind}) => kind === "decision")).toHaveLength(10);
    }
  });

  it("says that no decisions are registered, first after the page of findings", () => {
    const chapters = editions[0]?.blocks.filter((block) => block.kind === "heading" && block.level === 1);
    expect(chapters?.[1]).toMatchObject({text: expect.stringMatching(/vedtaka frå i fjor|vedtakene fra i fjor/)});
  });

  it("gives every chart and table a title and a subtitle with n", () => {
    for (const block of editions.flatMap(({blocks}) => blocks)) {
      if (block.kind !== "chart" && block.kind !== "table") continue;
      expect(block.title).not.toBe("");
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
