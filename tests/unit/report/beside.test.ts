import {describe, expect, it} from "vitest";
import {widthBeside} from "../../../pipeline/report/beside.ts";
import {kommuneFigure} from "../../../pipeline/report/figures.ts";
import {seenFrom} from "../../../pipeline/report/view.ts";
import {exampleView} from "./examples.ts";

const view = seenFrom(exampleView("nn"), "lsu-kristiansund");
const both = kommuneFigure(view, ["K2H", "H2K"]);
const one = kommuneFigure(view, ["K2H"]);
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

describe("two directions beside each other", () => {
  it("fill the width of one, and name each municipality and each direction once on either side", () => {
    expect(2 * widthBeside(720, 2)).toBeLessThan(720);
    expect(both.drawing.widthMm).toBe(one.drawing.widthMm);
    expect(both.drawing.svg).toMatch(/^<svg [^>]*viewBox="0 0 720 /);
    expect(occurrences(both.drawing.svg, "<svg")).toBe(1);
    for (const namn of ["Aure", "Kristiansund", "Tingvoll"]) expect(occurrences(both.drawing.svg, `>${namn}<`)).toBe(2);
    for (const heading of ["Kommune til HMR", "HMR til kommune"])
      expect(occurrences(both.drawing.svg, `>${heading}<`)).toBe(1);
  });

  it("have the ends of their scales in the same place within each", () => {
    const ticks = [...both.drawing.svg.matchAll(/<text [^>]*text-anchor="middle"[^>]*>([\d,]+)</g)].map(
      ([, tick]) => tick,
    );
    expect(ticks.slice(0, ticks.length / 2)).toEqual(ticks.slice(ticks.length / 2));
  });

  it("say both in words and in the title, with n of each", () => {
    expect(both.title).toMatch(/^Kommune til HMR: .+ · HMR til kommune: /);
    expect(both.drawing.alt).toMatch(/Kommune til HMR\. .+ HMR til kommune\. /);
    expect(both.subtitle).toMatch(/n\s=\s\d+ og \d+$/);
    expect(one.title).not.toContain("·");
  });
});
