import {describe, expect, it} from "vitest";
import {exampleLsu} from "../../../dashboard/examples/published.ts";
import type {PageFacts} from "../../../pipeline/contract/edition.ts";
import {noLoop} from "../../../pipeline/contract/loop.ts";
import type {Tables} from "../../../pipeline/contract/tables.ts";
import {lsuBrief} from "../../../pipeline/report/lsu-brief.ts";
import {docxBytes} from "../../../pipeline/report/writers/docx.ts";
import {pdfBytes} from "../../../pipeline/report/writers/pdf.ts";
import {partsOf, sentences} from "./examples.ts";
import {followedDecision} from "./followed.ts";

const pages = (pdf: Uint8Array): number =>
  Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(Buffer.from(pdf).toString("latin1"))?.[1]);

function inLanguage(language: "nn" | "nb", changes: Partial<PageFacts> = {}) {
  const {tables, facts} = exampleLsu();
  const followed = ["2024-EPI", "2024-UTS"].map((id) => followedDecision(facts.audience.id, id));
  return {tables, facts: {...facts, loop: {...noLoop, followed}, ...changes, audience: {...facts.audience, language}}};
}

/** A committee with many municipalities that decided as much as a meeting can. */
function crowded(): {tables: Tables; facts: PageFacts} {
  const {tables, facts} = inLanguage("nn");
  const names = Array.from({length: 9}, (_, index) => `Oppdikta kommune ${index + 1}`);
  const own = tables.omraade.find(({type, lsu}) => type === "kommune" && lsu === "lsu-molde");
  const row = tables.melding_per_kommune.find(({kommune}) => kommune === own?.id);
  if (own === undefined || row === undefined) throw new Error("no municipality in the example");
  return {
    tables: {
      ...tables,
      omraade: [...tables.omraade, ...names.map((namn, index) => ({...own, id: `99${index}`, namn, aar: facts.year}))],
      melding_per_kommune: [
        ...tables.melding_per_kommune,
        ...names.flatMap((_name, index) =>
          ["K2H", "H2K"].map((retning) => ({...row, kommune: `99${index}`, retning, aar: facts.year})),
        ),
      ],
    },
    facts: {
      ...facts,
      loop: {
        ...noLoop,
        followed: names.slice(0, 5).map((_name, index) => followedDecision(facts.audience.id, `2024-${index}`)),
      },
    },
  };
}

function hidden(): {tables: Tables; facts: PageFacts} {
  const {tables, facts} = inLanguage("nn");
  const empty = {n: null, nedre: null, oevre: null, status: "hidden" as const};
  return {
    facts,
    tables: {
      ...tables,
      melding_per_kategori: tables.melding_per_kategori.map((row) => ({...row, ...empty})),
      melding_per_kvartal: tables.melding_per_kvartal.map((row) => ({...row, ...empty})),
      melding_per_kommune: tables.melding_per_kommune.map((row) => ({...row, ...empty, rate: null})),
    },
  };
}

describe("the two pages of an LSU", {timeout: 90_000}, () => {
  it.each([
    ["in nynorsk", () => inLanguage("nn")],
    ["in bokmål", () => inLanguage("nb")],
    ["before the first meeting", () => inLanguage("nn", {loop: noLoop})],
    ["with many municipalities and decisions", crowded],
    ["with everything hidden", hidden],
  ])("are exactly two in the PDF %s", async (_name, made) => {
    const {tables, facts} = made();
    expect(pages(await pdfBytes(lsuBrief(tables, facts)))).toBe(2);
  });

  it("begin with what was decided last year, and end where something is decided", () => {
    const {tables, facts} = inLanguage("nn");
    const kinds = lsuBrief(tables, facts).blocks;
    const headings = kinds.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    expect(headings[1]).toBe("Kva vart gjort med vedtaka frå i fjor?");
    expect(kinds.slice(-3).map(({kind}) => kind)).toEqual(["decision", "choice", "choice"]);
  });

  it("have no column of places, and say only once that too much is hidden to rank", () => {
    const {tables, facts} = inLanguage("nn");
    const unranked = {...facts, conclusions: {...facts.conclusions, rankings: []}};
    const columns = (made: PageFacts) =>
      lsuBrief(tables, made).blocks.flatMap((block) => (block.kind === "table" ? block.columns : []));
    expect(columns(facts).map(({title}) => title)).toContain("Plass");
    expect(columns(unranked).map(({title}) => title)).not.toContain("Plass");
    for (const block of lsuBrief(tables, unranked).blocks)
      if (block.kind === "table") for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
    expect(
      sentences(lsuBrief(tables, unranked))
        .join(" ")
        .match(/For mykje er skjult/g),
    ).toHaveLength(1);
  });

  it("have the candidates with the places they can have, as a band and in figures, and what is known of each", () => {
    const {tables, facts} = inLanguage("nn");
    const heads = (made: PageFacts) =>
      lsuBrief(tables, made).blocks.flatMap((block) =>
        block.kind === "table" && block.columns.some(({title}) => title === "Alvor") ? [block] : [],
      );
    const [ranked] = heads(facts);
    expect(ranked?.columns.map(({title}) => title).slice(2)).toEqual([
      "Plass",
      "Alvor",
      "Prioriterte grupper",
      "Breidde",
    ]);
    expect(ranked?.rows.length).toBeGreaterThan(1);
    expect(ranked?.rows.length).toBeLessThan(5);
    for (const row of ranked?.rows ?? []) {
      const [, band, place] = row;
      expect(band?.kind).toBe("drawing");
      if (band?.kind !== "drawing" || place?.kind !== "text") throw new Error("no band");
      expect(band.drawing.alt).toContain(`plass ${place.text}`);
      expect(place.text).toMatch(/^\d+(–\d+)?$/);
    }
    const [weighed] = heads({...facts, conclusions: {...facts.conclusions, rankings: []}});
    expect(weighed?.columns.map(({title}) => title)).toContain("Etter vektene");
    expect(weighed?.notes.join(" ")).toContain("alltid blant dei tre øvste");
  });

  it("have room for an owner from each side by each choice, and say who can act on it", () => {
    const {tables, facts} = inLanguage("nn");
    const choices = lsuBrief(tables, facts).blocks.flatMap((block) => (block.kind === "choice" ? [block] : []));
    expect(choices).toHaveLength(2);
    for (const {fields, about} of choices) {
      expect(fields).toEqual(["Eigar frå sjukehuset", "Eigar frå kommunen", "Grunn, og innan når"]);
      expect(about).toMatch(/^Kven kan handle: .+\./);
    }
  });

  it("say whose weights give the order of the candidates", () => {
    const {tables, facts} = inLanguage("nn");
    expect(facts.weights).not.toBeNull();
    expect(sentences(lsuBrief(tables, facts)).join(" ")).toMatch(/mengd \d+\u00a0%/);
  });

  it("say only once that municipalities cannot be compared", () => {
    const {tables, facts} = hidden();
    const shown = inLanguage("nn").tables;
    const levering = shown.levering_per_part.map((row) => ({...row, levering: "levert" as const}));
    const few = {...tables, melding_per_kategori: shown.melding_per_kategori, levering_per_part: levering};
    const said = sentences(lsuBrief(few, facts)).join(" ");
    expect(said).toContain("ikkje til å samanlikne kommunar.");
    expect(said).not.toMatch(/for få tal til å samanlikne kommunane|samanlikne kommunane/i);
  });

  it("ask for the delivery that the findings miss, of the municipality and not of the committee of that name", () => {
    const {tables, facts} = inLanguage("nn");
    const own = tables.omraade.find(({type, lsu}) => type === "kommune" && lsu === "lsu-molde");
    const levering_per_part = tables.levering_per_part.map((row) => ({
      ...row,
      levering: row.part === own?.id ? ("manglar" as const) : ("levert" as const),
    }));
    const items = lsuBrief({...tables, levering_per_part}, facts).blocks.flatMap((block) =>
      block.kind === "decision" ? block.items : [],
    );
    expect(items.join(" ")).toContain(`ber ${own?.namn} kommune levere meldingane`);
  });

  it("offer the five kinds of decision and none that only takes note", () => {
    for (const language of ["nn", "nb"] as const) {
      const {tables, facts} = inLanguage(language);
      const choices = lsuBrief(tables, facts).blocks.flatMap((block) =>
        block.kind === "choice" ? [block.options] : [],
      );
      for (const options of choices) expect(options).toHaveLength(5);
      expect(sentences(lsuBrief(tables, facts)).join("\n")).not.toMatch(/orientering/i);
    }
  });

  it("have a docx without a front page, in the language of the committee", async () => {
    const {tables, facts} = inLanguage("nb");
    const xml = partsOf(await docxBytes(lsuBrief(tables, facts))).get("word/document.xml") ?? "";
    expect(xml).not.toContain('w:val="TOC1"');
    expect(xml).toContain("Dette skal dere avgjøre");
    expect(xml).not.toMatch(/SEQ Figur|SEQ Tabell/);
  });
});
