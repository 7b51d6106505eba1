import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {tables} from "../../pipeline/contract/tables.ts";
import {terms} from "../../pipeline/contract/terms.ts";
import {root} from "../../pipeline/project.ts";

const columns = Object.entries(tables).flatMap(([name, table]) =>
  Object.entries(table.columns as Readonly<Record<string, {readonly term: string}>>).map(([column, {term}]) => ({
    name,
    column,
    term,
  })),
);

function sourcesUnder(folder: string): string {
  return readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8"))
    .join("\n");
}

describe("the words of the committees", () => {
  it("has one for every column of every published table", () => {
    expect(columns.filter(({term}) => !(term in terms))).toEqual([]);
  });

  it("has none that nobody uses", () => {
    const used = new Set(columns.map(({term}) => term));
    const pages = sourcesUnder("dashboard") + sourcesUnder("pipeline/report");
    const named = (id: string): boolean =>
      new RegExp(`terms\\.${id}\\b|terms\\["${id}"\\]|["'\`]${id}["'\`]`).test(pages);
    expect(Object.keys(terms).filter((id) => !used.has(id) && !named(id))).toEqual([]);
  });

  it.each(Object.entries(terms))(
    "%s is told in nynorsk and bokmål, with a definition in each",
    (_, {nn, nb, definition}) => {
      for (const text of [nn, nb, definition.nn, definition.nb]) expect(text.trim()).toBe(text);
      for (const text of [nn, nb]) expect(text).toMatch(/^\p{L}/u);
      for (const text of [definition.nn, definition.nb]) expect(text).toMatch(/^\p{Lu}.+\.$/su);
    },
  );

  it("keeps nynorsk and bokmål apart", () => {
    // Function words and endings that only one of the two forms has.
    const onlyNb =
      /\b(?:ikke|hvem|hva|hvilken|hvilke|noen|noe|fra|året meldingen|antall|kommet|meldingene|utvalget|utvalg)\b/i;
    const onlyNn = /\b(?:ikkje|kven|kva|kvar|nokon|noko|frå|talet|komne|meldingane|utvalet|utval|eit)\b/i;
    const mixed = Object.entries(terms).filter(
      ([, {nn, nb, definition}]) => onlyNb.test(`${nn} ${definition.nn}`) || onlyNn.test(`${nb} ${definition.nb}`),
    );
    expect(mixed.map(([id]) => id)).toEqual([]);
  });

  it("is in plain ASCII wherever it is a name in code, so that it survives file names and old code pages", () => {
    const names = [...Object.keys(terms), ...Object.keys(tables), ...columns.map(({column}) => column)];
    expect(names.filter((name) => !/^[a-z][a-z_]*$/.test(name))).toEqual([]);
  });
});
