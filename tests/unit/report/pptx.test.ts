import {describe, expect, it} from "vitest";
import {exampleLoop} from "../../../dashboard/examples/loop.ts";
import {exampleSsu} from "../../../dashboard/examples/published.ts";
import {noLoop} from "../../../pipeline/contract/loop.ts";
import {ssuSlides} from "../../../pipeline/report/ssu-slides.ts";
import {pptxBytes} from "../../../pipeline/report/writers/pptx.ts";
import {partsOf} from "./examples.ts";
import {followedDecision} from "./followed.ts";

const matches = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, found = ""]) => found);

function slidesFor(language: "nn" | "nb", earlier = false) {
  const {tables, facts} = exampleSsu();
  return ssuSlides(tables, {
    ...facts,
    audience: {...facts.audience, language},
    loop: {...noLoop, followed: earlier ? [followedDecision("ssu", "2024-EPI")] : []},
  });
}

describe.each([
  ["nn", "nn-NO"],
  ["nb", "nb-NO"],
] as const)("the slides in %s", (language, tag) => {
  const parts = partsOf(pptxBytes(slidesFor(language)));
  const {tables, facts} = exampleSsu();
  const followed = ssuSlides(tables, {...facts, audience: {...facts.audience, language}, loop: exampleLoop});
  const earlier = [...partsOf(pptxBytes(followed))].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  const slides = [...parts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path));

  it("are ten, each with a title in the title placeholder and words in the notes", () => {
    expect(slides).toHaveLength(10);
    for (const [path, xml] of slides) {
      const [title] = matches(xml, /<p:ph type="title"\/>([\s\S]*?)<\/p:sp>/g);
      const words = matches(title ?? "", /<a:t>([^<]+)</g).join("");
      expect(words.length, path).toBeGreaterThan(5);
      expect(words, "a title says what is found").not.toMatch(/\?$/);
      const notes = parts.get(path.replace("slides/slide", "notesSlides/notesSlide")) ?? "";
      expect(matches(notes, /<a:t>([^<]+)</g).join(" ").length, path).toBeGreaterThan(40);
    }
  });

  it("have native tables with a header row and words, and pictures with an alternative text", () => {
    const tables = slides.flatMap(([, xml]) => matches(xml, /(<p:graphicFrame>[\s\S]*?<\/p:graphicFrame>)/g));
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      expect(table).toContain('<a:tblPr firstRow="1"/>');
      expect(matches(table, /descr="([^"]*)"/g)[0]?.length).toBeGreaterThan(10);
    }
    const pictures = slides.flatMap(([, xml]) => matches(xml, /(<p:pic>[\s\S]*?<\/p:pic>)/g));
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(matches(picture, /descr="([^"]*)"/g)[0]?.length).toBeGreaterThan(40);
  });

  it("propose what to decide at the foot of each part, and under nothing else", () => {
    const asked = slides.map(([, xml]) => matches(xml, /name="Vedtak \d+"[\s\S]*?<a:off x="\d+" y="(\d+)"/g)[0]);
    const of = (xml: string) => Math.max(...matches(xml, /<a:off x="\d+" y="(\d+)"/g).map(Number));
    slides.forEach(([path, xml], index) => {
      if (asked[index] !== undefined) expect(of(xml), path).toBe(Number(asked[index]));
    });
    const numbers = slides.flatMap(([path], index) => (asked[index] === undefined ? [] : [/\d+/.exec(path)?.[0]]));
    expect(numbers.sort()).toEqual(["2", "3", "4", "7", "8"]);
  });

  it("say under the table what a place is, and nothing of drawings that are not there", () => {
    const words = slides.map(([, xml]) => matches(xml, /<a:t>([^<]+)</g).join("\n")).join("\n");
    expect(words).toMatch(/\nPlass\n/);
    expect(words).toMatch(/Plass: 80/);
    expect(words).not.toMatch(/Skravert/);
  });

  it("set no table in letters smaller than 11 points, which a room can read from the wall", () => {
    for (const [path, xml] of [...slides, ...earlier]) {
      for (const table of matches(xml, /(<a:tbl>[\s\S]*?<\/a:tbl>)/g)) {
        const rows = matches(table, /(<a:tr [\s\S]*?<\/a:tr>)/g);
        const body = rows.slice(rows[0]?.includes("gridSpan") ? 2 : 1).join("");
        const sizes = matches(body, /<a:rPr lang="[^"]*" sz="(\d+)" b="\d"><a:solidFill><a:srgbClr val="1A1F26"/g);
        expect(Math.min(...sizes.map(Number)), path).toBeGreaterThanOrEqual(1100);
      }
    }
  });

  it("let what stands on a slide stand over each other nowhere, with the body closer to a title of one line", () => {
    for (const [path, xml] of [...slides, ...earlier]) {
      const places = [...xml.matchAll(/<a:off x="\d+" y="(\d+)"\/><a:ext cx="\d+" cy="(\d+)"/g)]
        .map(([, y, height]) => [Number(y), Number(y) + Number(height)] as const)
        .filter(([, end]) => end > 0)
        .sort(([a], [b]) => a - b);
      places.slice(1).forEach(([top], index) => {
        expect(top, `${path} ${index}`).toBeGreaterThanOrEqual(places[index]?.[1] ?? 0);
      });
    }
  });

  it("say of 0 that it is no reports only where reports are counted", () => {
    const [, second = ""] = earlier.find(([path]) => path.endsWith("slides/slide2.xml")) ?? [];
    expect(second).toMatch(/<a:t>0<\/a:t>/);
    expect(second).not.toMatch(/0 ingen meld/);
  });

  it("keep words after a column of numbers apart from the numbers", () => {
    const cells = slides.flatMap(([, xml]) => matches(xml, /(<a:tr [\s\S]*?<\/a:tr>)/g));
    const pairs = cells.flatMap((row) =>
      matches(
        row,
        /algn="r"\/>(?:(?!<\/a:tc>)[\s\S])*<\/a:tc>(<a:tc[^>]*><a:txBody>(?:(?!<\/a:tc>)[\s\S])*algn="l"(?:(?!<\/a:tc>)[\s\S])*)<\/a:tc>/g,
      ),
    );
    expect(pairs.length).toBeGreaterThan(5);
    for (const cell of pairs) expect(Number(matches(cell, /marL="(\d+)"/g)[0])).toBeGreaterThanOrEqual(150_000);
  });

  it("set the value of a key figure larger than what it rests on", () => {
    const figures = slides.flatMap(([, xml]) =>
      matches(xml, /<a:tr [^>]*>((?:(?!<\/a:tr>)[\s\S])*sz="3200"[\s\S]*?)<\/a:tr>/g),
    );
    expect(figures.length).toBe(2);
  });

  it("say their language in every run, and no other", () => {
    for (const [path, xml] of slides) {
      expect(new Set(matches(xml, /<a:(?:rPr|endParaRPr) lang="([^"]*)"/g)), path).toEqual(new Set([tag]));
      expect(matches(xml, /(<a:rPr(?! lang=))/g), path).toEqual([]);
    }
  });

  it("have the run and its date at the foot of each, and the mark of invented numbers", () => {
    for (const [path, xml] of slides) {
      expect(xml, path).toContain("2025-M-07");
      expect(xml, path).toContain("SYNTETISK");
    }
  });

  it("have ids that are given once on each slide, and relations that all lead somewhere", () => {
    for (const [path, xml] of slides) {
      const ids = matches(xml, /<p:cNvPr id="(\d+)"/g);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
    for (const [path, xml] of [...parts].filter(([name]) => name.endsWith(".rels"))) {
      for (const target of matches(xml, /Target="([^"]*)"/g)) {
        const folder = path.replace(/_rels\/[^/]*$/, "");
        const full = new URL(target, `file:///${folder}`).pathname.slice(1);
        expect([...parts.keys()], `${path} → ${target}`).toContain(full);
      }
    }
  });
});

it("are ten when there are decisions from last year, and begin with them", () => {
  const parts = partsOf(pptxBytes(slidesFor("nn", true)));
  expect([...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))).toHaveLength(10);
  expect(parts.get("ppt/slides/slide2.xml")).toMatch(/tiltak vart valt i fjor/);
});

it("are the same, byte for byte, each time", () => {
  expect(Buffer.from(pptxBytes(slidesFor("nn"))).equals(pptxBytes(slidesFor("nn")))).toBe(true);
});
