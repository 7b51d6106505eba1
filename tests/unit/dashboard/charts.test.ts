import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import * as aarsrad from "../../../dashboard/charts/aarsrad.ts";
import * as aldersrad from "../../../dashboard/charts/aldersrad.ts";
import type {Canvas} from "../../../dashboard/charts/frame.ts";
import * as intervallrad from "../../../dashboard/charts/intervallrad.ts";
import * as kommuneplott from "../../../dashboard/charts/kommuneplott.ts";
import * as maalserie from "../../../dashboard/charts/maalserie.ts";
import * as prikkrad from "../../../dashboard/charts/prikkrad.ts";
import * as rangband from "../../../dashboard/charts/rangband.ts";
import * as retningsrad from "../../../dashboard/charts/retningsrad.ts";
import * as signalrad from "../../../dashboard/charts/signalrad.ts";
import * as spegel from "../../../dashboard/charts/spegel.ts";

function canvas(): Canvas {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  return {document: document as unknown as Document, language: "nn", width: 600};
}

const modules = {
  aarsrad,
  aldersrad,
  intervallrad,
  kommuneplott,
  maalserie,
  prikkrad,
  rangband,
  retningsrad,
  signalrad,
  spegel,
};
const examples = Object.entries(modules).flatMap(([module, {examples}]) =>
  examples.map((example) => ({module, ...example})),
);

describe.each(examples)("$module: $name", ({draw}) => {
  const svg = draw(canvas()).outerHTML;

  it("draws the same bytes every time", () => {
    expect(draw(canvas()).outerHTML).toBe(svg);
  });

  it("is a bare drawing without labels, ids, foreign resources or positions that are not numbers", () => {
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toMatch(/aria-label|aria-description|\bid="|<image|href=|NaN|undefined|&nbsp;/);
    expect(svg).toContain('aria-hidden="true"');
  });

  it("writes no English", () => {
    expect(svg).not.toMatch(/>(Jan|Feb|Mar|Q[1-4])\b/);
  });
});

/** What a hidden cell could have been; a published row never carries it, and a drawing must not either. */
const variants = [1, 2, 3, 4];

describe("a hidden cell draws the same bytes whatever it hides", () => {
  const quarters = (n: number) =>
    [1, 2, 3, 4].map((kvartal) => {
      const hidden = kvartal === 2;
      return {aar: 2025, kvartal, n: hidden ? n : 9, status: hidden ? ("hidden" as const) : ("published" as const)};
    });
  const cell = (n: number) => ({n, rate: n, nedre: n / 2, oevre: n * 40, status: "hidden" as const});
  const shown = {namn: "Molde", n: 9, rate: 1, nedre: 0.5, oevre: 2, status: "published" as const};
  const drawings: Record<string, (n: number) => SVGSVGElement> = {
    spegel: (n) =>
      spegel.spegel(
        quarters(n).map((row) => ({...row, retning: "K2H" as const})),
        {...canvas(), aar: 2025, over: "", under: "", brot: []},
      ),
    signalrad: (n) =>
      signalrad.signalrad(quarters(n), {...canvas(), span: signalrad.spanOf(quarters(n)), aar: 2025, brot: []}),
    aarsrad: (n) => {
      const rows = [
        {aar: 2024, ...cell(n)},
        {aar: 2025, n: 9, status: "published" as const},
      ];
      return aarsrad.aarsrad(rows, {...canvas(), span: 6 + aarsrad.spanOfYears(rows), aar: 2025});
    },
    intervallrad: (n) => intervallrad.intervallrad(cell(n), {...canvas(), max: 60}),
    retningsrad: (n) =>
      retningsrad.retningsrad({K2H: cell(n), H2K: {n: 9, status: "published"}}, {...canvas(), max: 60}),
    kommuneplott: (n) =>
      kommuneplott.kommuneplott([shown, {namn: "Rauma", ...cell(n)}], {...canvas(), max: 4, rowHeight: 30}),
  };

  it.each(Object.entries(drawings))("%s", (_name, draw) => {
    expect(new Set(variants.map((n) => draw(n).outerHTML)).size).toBe(1);
  });
});

it("both directions get the same height for the same number", () => {
  const rows = (["K2H", "H2K"] as const).map((retning) => ({
    aar: 2025,
    kvartal: 1,
    retning,
    n: 12,
    status: "published" as const,
  }));
  const svg = spegel.spegel(rows, {...canvas(), aar: 2025, over: "", under: "", brot: []});
  const heights = [...svg.querySelectorAll("rect")].map((bar) => Number(bar.getAttribute("height")));
  expect(heights).toHaveLength(2);
  expect(heights[0]).toBeCloseTo(heights[1] ?? Number.NaN, 6);
});

it("a name with room enough is written whole", () => {
  const names = ["Kristiansund", "Sykkylven", "Surnadal", "Averøy", "Tingvoll", "Hustadvika", "Sande"];
  for (const namn of names) {
    const row = {namn, n: 9, rate: 1, nedre: 0.5, oevre: 2, status: "published" as const};
    for (const rowHeight of [16, 24])
      expect(kommuneplott.kommuneplott([row], {...canvas(), max: 4, rowHeight}).textContent).toContain(namn);
  }
});

it("a signal has a path of its own, so that it is seen without colour", () => {
  const rows = [1, 2].map((kvartal) => ({aar: 2025, kvartal, n: 5 + kvartal, status: "published" as const}));
  const of = (dom: string) => signalrad.signalrad(rows, {...canvas(), span: 6, aar: 2025, brot: [], dom}).outerHTML;
  expect(new Set([of("auke"), of("nedgang"), of("uviss")]).size).toBe(3);
});
