import {join} from "node:path";
import {describe, expect, inject, it} from "vitest";
import {pagesInOffice} from "../support/office.ts";
import {filesUnder} from "../support/outputs.ts";

const county = inject("county");
const paths = filesUnder(county.out).filter((path) => /moete\/.*\.(docx|pptx|xlsx)$/.test(path));
const pages = pagesInOffice(paths.map((path) => join(county.out, path)));
const pagesOf = (path: string): number => pages.get(join(county.out, path)) ?? 0;

describe("LibreOffice opens", () => {
  it("every kind of document of the edition", () => {
    expect(new Set(paths.map((path) => path.split(".").at(-1)))).toEqual(new Set(["docx", "pptx", "xlsx"]));
    for (const path of paths) expect(pagesOf(path), path).toBeGreaterThan(0);
  });

  it("the two pages of each LSU as exactly two", () => {
    const briefs = paths.filter((path) => path.includes("moetegrunnlag"));
    expect(briefs).toHaveLength(4);
    for (const path of briefs) expect(pagesOf(path), path).toBe(2);
  });

  it("the report on no more than 24 pages, and the slides as ten", () => {
    expect(pagesOf(paths.find((path) => path.endsWith("samhandlingsavvik-2025.docx")) ?? "")).toBeLessThanOrEqual(24);
    expect(pagesOf(paths.find((path) => path.endsWith(".pptx")) ?? "")).toBe(10);
  });
});
