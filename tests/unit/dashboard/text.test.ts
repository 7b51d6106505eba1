import {describe, expect, it} from "vitest";
import {exampleSsu} from "../../../dashboard/examples/published.ts";
import {list, quoted} from "../../../dashboard/text/sentences.ts";
import {texts} from "../../../dashboard/text/text.ts";
import type {Language} from "../../../pipeline/contract/edition.ts";
import {foreignWords} from "./foreign-words.ts";

const {facts} = exampleSsu();

/** Every string a reader can meet, functions called with plain arguments. */
function strings(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return strings(called(value as (...values: unknown[]) => unknown, path), path);
  if (Array.isArray(value)) return value.flatMap((item, index) => strings(item, `${path}[${index}]`));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, item]) => strings(item, path === "" ? key : `${path}.${key}`));
}

function called(text: (...values: unknown[]) => unknown, path: string): unknown {
  if (path.startsWith("metode.sections")) return text({facts, compared: 10, falseSignals: "0,1"});
  if (path === "metode.runRows") return text(facts, String);
  for (const values of [Array(4).fill(3), [["A", "B"], ["C"], 3, 3], ["A", ["B", "C"], 3, 3]]) {
    try {
      return text(...values);
    } catch {}
  }
  throw new Error(`text not called: ${path}`);
}

describe.each(["nn", "nb"] as const)("texts in %s", (language) => {
  const all = strings(texts[language]);

  it("have no empty string but the notes that are meant to be", () => {
    expect(all.filter(([path, text]) => text.trim() === "" && path !== "leveringNote.levert")).toEqual([]);
  });

  it("do not mix the two forms", () => {
    const own = all.filter(([path]) => !path.endsWith(".id"));
    const mixed = own.flatMap(([path, text]) => foreignWords(language, text).map((word) => `${path}: ${word}`));
    expect(mixed).toEqual([]);
  });

  it("rank and blame nobody", () => {
    expect(
      all.filter(([, text]) => /(?<!\p{L})(verst|best|dårligst|dårlegast|skuld|skyld|feil hos)(?!\p{L})/iu.test(text)),
    ).toEqual([]);
    expect(all.filter(([, text]) => /\b(betring|forbedring|signifikant)\b/iu.test(text))).toEqual([]);
  });
});

it("both forms have the same keys", () => {
  const keys = (language: Language) => strings(texts[language]).map(([path]) => path);
  expect(keys("nb")).toEqual(keys("nn"));
});

it("lists end in a conjunction", () => {
  expect(list([], "og")).toBe("");
  expect(list(["Molde"], "og")).toBe("Molde");
  expect(list(["Aukra", "Molde", "Rauma"], "og")).toBe("Aukra, Molde og Rauma");
  expect(quoted(["Epikrise", "Legemiddel"], "og")).toBe("«Epikrise» og «Legemiddel»");
});
