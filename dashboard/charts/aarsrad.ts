import {type Markish, ruleY} from "@observablehq/plot";
import type {CellStatus} from "../../pipeline/contract/cell.ts";
import {at, type Canvas, type ChartExample, drawing, element, group, hatch} from "./frame.ts";
import {ink} from "./ink.ts";
import {shape, shapeOf} from "./shapes.ts";

export interface Aar {
  readonly aar: number;
  readonly n: number | null;
  readonly status: CellStatus;
}

export interface AarsradOptions extends Canvas {
  /** Reports per quarter from the bottom to the top of the row, as for `signalrad`. */
  readonly span: number;
  readonly aar: number;
  readonly dom?: string;
}

const pad = 7;

/** For a course with too few reports to show each quarter: one step per year at its mean per quarter. */
export function aarsrad(rows: readonly Aar[], options: AarsradOptions): SVGSVGElement {
  const published = rows.filter((row) => row.status === "published" && row.n !== null);
  const years = rows.map((row) => row.aar);
  return drawing(options, {
    height: options.height ?? 32,
    margin: 0,
    inset: pad,
    x: {type: "linear", domain: [Math.min(...years), Math.max(...years) + 0.75], axis: null},
    y: {domain: around(published.map(mean), options.span), axis: null},
    marks: [
      hiddenYears(rows, options),
      ruleY(published, {
        y: mean,
        x1: (row: Aar) => row.aar,
        x2: (row: Aar) => row.aar + 0.75,
        stroke: ink.axis,
        strokeWidth: 2.5,
      }),
      signal(published, options),
    ],
  });
}

/** Two years at least, so that there is something to compare. */
export function hasSteps(rows: readonly Aar[]): boolean {
  return rows.filter((row) => row.status === "published").length > 1;
}

/** How far the years' means lie from one another, in reports per quarter. */
export function spanOfYears(rows: readonly Aar[]): number {
  const means = rows.filter((row) => row.status === "published").map(mean);
  return Math.max(0, ...means.map((value) => value - Math.min(...means)));
}

function mean(row: Aar): number {
  return (row.n ?? 0) / 4;
}

function around(values: readonly number[], span: number): [number, number] {
  if (values.length === 0) return [0, span];
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  return [middle - span / 2, middle + span / 2];
}

function hiddenYears(rows: readonly Aar[], {document}: AarsradOptions): Markish {
  return (_index, scales, _values, {height}) =>
    group(
      document,
      rows
        .filter((row) => row.status === "hidden")
        .map((row) => {
          const x = at(scales.x, row.aar);
          const box = {x, y: height / 2 - 5, width: at(scales.x, row.aar + 0.75) - x, height: 10};
          return element(document, "path", {d: hatch(box), stroke: ink.others, fill: "none"});
        }),
    );
}

function signal(published: readonly Aar[], {document, aar, dom}: AarsradOptions): Markish {
  const kind = shapeOf(dom);
  const marked = kind === "dot" ? [] : published.filter((row) => row.aar === aar);
  return (_index, scales) =>
    group(
      document,
      marked.map((row) =>
        shape(document, kind, {x: at(scales.x, row.aar + 0.375), y: at(scales.y, mean(row)), r: 5.5}),
      ),
    );
}

export const examples: readonly ChartExample[] = [
  {
    name: "a hidden year and a signal",
    draw: (canvas) =>
      aarsrad(
        [
          {aar: 2023, n: null, status: "hidden"},
          {aar: 2024, n: 18, status: "published"},
          {aar: 2025, n: 41, status: "published"},
        ],
        {...canvas, span: 12, aar: 2025, dom: "auke"},
      ),
  },
];
