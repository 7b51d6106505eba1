import {describe, expect, it} from "vitest";
import {exampleLoop} from "../../../dashboard/examples/loop.ts";
import {exampleOpen, exampleSsu} from "../../../dashboard/examples/published.ts";
import type {Language} from "../../../pipeline/contract/edition.ts";
import {countyReport} from "../../../pipeline/report/county-report.ts";
import {report} from "../../../pipeline/report/report.ts";
import {letterText, takkLetters} from "../../../pipeline/report/takk.ts";
import {sentences} from "./examples.ts";

const foreign = {
  nn: /\b(ikke|hva|hvem|hvis|hver|noen|fra|siden|utvalget|tallene|ble|eier|virkning)\b/i,
  nb: /\b(ikkje|kva|kven|kvar|nokon|frå|sidan|utvalet|tala|vart|eigar|verknad)\b/i,
} as const;

const facts = (language: Language) => {
  const {tables, facts} = exampleSsu();
  return {tables, facts: {...facts, audience: {...facts.audience, language}, loop: exampleLoop}};
};

function chapter(language: Language): string {
  const {tables, facts: own} = facts(language);
  const {blocks, ...document} = countyReport(tables, own);
  const breaks = blocks.flatMap(({kind}, index) => (kind === "pagebreak" ? [index] : []));
  return sentences({...document, blocks: blocks.slice(breaks[1], breaks[2])}).join("\n");
}

describe("kapitlet om vedtaka frå i fjor", () => {
  it("seier for kvart tiltak om det verka, og aldri meir enn tala veit", () => {
    const text = chapter("nn");
    expect(text).toContain("Fire tiltak vart valde i fjor: tre er prøvde, og eitt gav påvist betring.");
    expect(text).toContain("Betring påvist. Prosessmålet gjekk frå 55 % til 82 %.".replaceAll(" %", "\u00a0%"));
    expect(text).toContain("er han mindre enn ei halvering eller ei dobling");
    expect(text).toContain("Det er talt i for få periodar.");
    expect(text).toContain("Kan ikkje avgjerast. Tiltaket vart ikkje prøvd.");
    expect(text).toContain("Brot i denne tida: Ny avtale.");
    expect(text).toMatch(/ber dei andre LSU-a vurdere tiltaket frå LSU Molde/);
  });

  it("seier at tala kjem frå møta og frå utvala, ikkje frå avvikssystema", () => {
    const {tables, facts: own} = facts("nn");
    const {blocks} = countyReport(tables, own);
    const breaks = blocks.flatMap(({kind}, index) => (kind === "pagebreak" ? [index] : []));
    const shown = blocks.slice(breaks[1], breaks[2]).filter(({kind}) => kind === "table" || kind === "chart");
    expect(shown.length).toBeGreaterThan(3);
    for (const block of shown) expect(block).toHaveProperty("source", expect.stringMatching(/møtefilene|teljinga/));
  });

  it("er i éi målform", () => {
    for (const language of ["nn", "nb"] as const) {
      const lines = chapter(language).split("\n");
      expect(lines.filter((line) => foreign[language].test(line))).toEqual([]);
    }
  });

  it("har ingenting frå møta i den opne utgåva, heller ikkje om nokon skulle leggje det inn", async () => {
    const {tables, facts: open} = exampleOpen();
    const text = sentences(countyReport(tables, {...open, loop: exampleLoop})).join("\n");
    expect(text).toContain("Kva som vart gjort med vedtaka frå i fjor, står i møteutgåva.");
    expect(text).not.toMatch(/seksjonsleiar|LSU-a vurdere|til 82\u00a0%/);
    expect(takkLetters(tables, {...open, loop: exampleLoop})).toEqual([]);
  });
});

describe("takk for meldinga", () => {
  const letters = (language: Language = "nn", changes: object = {}) => {
    const {tables, facts: own} = facts(language);
    const audience = {...own.audience, id: "lsu-molde", omraade: "lsu-molde", ...changes};
    return takkLetters(tables, {...own, audience});
  };
  const said = (name: string) => {
    const letter = letters().find((one) => one.name === name);
    return letter === undefined ? "" : Buffer.from(letterText(letter)).toString("utf8");
  };

  it("er éi for kvar kategori med vedtak i utvalet, i begge målformer, og berre den eine når forma er låst", () => {
    expect(letters().map(({name}) => name)).toEqual(["EPI-nn", "EPI-nb", "LEG-nn", "LEG-nb"]);
    expect(letters("nb", {languageLocked: true}).map(({name}) => name)).toEqual(["EPI-nb", "LEG-nb"]);
  });

  it("seier kva som vart vedteke, når det blir sett på att, og kva som kom ut av det", () => {
    expect(said("EPI-nn")).toMatch(/Dette vart vedteke 5\.3\.2025\r\n\r\nLSU Molde såg på det de har meldt om/);
    expect(said("EPI-nn")).toContain("Målet er: rette lister.");
    expect(said("EPI-nn")).toContain("Det som blir målt, er: rette lister av alle utskrivne.");
    expect(said("EPI-nn")).toContain("Verknaden: betring påvist. Prosessmålet gjekk frå 55\u00a0% til 82\u00a0%.");
    expect(said("LEG-nn")).toContain("Neste gong utvalet ser på saka: 1.6.2026.");
    expect(said("EPI-nn")).toMatch(/^\ufeffSYNTETISK/);
    expect(said("EPI-nn")).toContain("Til dykk som har meldt");
    expect(said("EPI-nn").trimEnd()).toMatch(/\r\n\r\nHelsing .+, 2\.3\.2026\.$/);
  });

  it("seier ikkje at utvalet arbeider vidare med det som er avvist eller sendt vidare", () => {
    const {tables, facts: own} = facts("nn");
    const audience = {...own.audience, id: "lsu-molde", omraade: "lsu-molde"};
    const letterFor = (type: "ikkje_no" | "fsu") => {
      const followed = exampleLoop.followed.map((one) => ({...one, type, effect: null, closed: false}));
      const [letter] = takkLetters(tables, {...own, audience, loop: {...exampleLoop, followed, fresh: []}});
      return letter?.lines.map(({text}) => text).join(" ") ?? "";
    };
    expect(letterFor("ikkje_no")).toContain("gjer ikkje noko med dette no");
    expect(letterFor("ikkje_no")).not.toMatch(/Dette kom ut av det|arbeider vidare/);
    expect(letterFor("fsu")).toContain("Saka er framleis open.");
  });

  it("har ikkje grunn, prøve, merknad eller eigar, og ikkje noko som kan peike på nokon", () => {
    for (const name of ["EPI-nn", "EPI-nb", "LEG-nn", "LEG-nb"]) {
      expect(said(name)).not.toMatch(/seksjonsleiar|Ti pasientar|HEMMELEG|Målet er: $/);
    }
    expect(said("LEG-nn")).not.toContain("Målet er");
  });

  it("held målformene frå kvarandre", () => {
    for (const letter of letters()) {
      const text = letter.lines.map(({text}) => text).join(" ");
      expect(text.replace(/Målet er: [^.]*\.|(måles|målt), er: [^.]*\./g, ""), letter.name).not.toMatch(
        foreign[letter.language],
      );
    }
  });

  it("ligg i mappa til utvalet som tekst og som dokument", {timeout: 60_000}, async () => {
    const {tables, facts: own} = facts("nn");
    const audience = {...own.audience, id: "lsu-molde", omraade: "lsu-molde", languageLocked: true};
    const files = await report(tables, [{...own, audience}]);
    expect(files.map(({path}) => path).filter((path) => path.includes("/takk/"))).toEqual([
      "lsu-molde/takk/SYNTETISK-EPI-nn.txt",
      "lsu-molde/takk/SYNTETISK-EPI-nn.docx",
      "lsu-molde/takk/SYNTETISK-LEG-nn.txt",
      "lsu-molde/takk/SYNTETISK-LEG-nn.docx",
    ]);
  });
});
