import {line, type Markish, ruleX, ruleY} from "@observablehq/plot";
import type {CellStatus} from "../../pipeline/contract/cell.ts";
import {dayOf} from "../text/dates.ts";
import {at, type Canvas, type ChartExample, drawing, element, group, hatch} from "./frame.ts";
import {ink} from "./ink.ts";
import {shape, shapeOf} from "./shapes.ts";

export interface Kvartal {
  readonly aar: number;
  readonly kvartal: number;
  readonly n: number | null;
  readonly status: CellStatus;
}

export interface SignalradOptions extends Canvas {
  /** Reports from the bottom to the top of the row; the same in all rows that are to be compared. */
  readonly span: number;
  readonly aar: number;
  readonly dom?: string;
  readonly brot: readonly string[];
}

const pad = 7;
const smallestSpan = 6;

/** One quiet row: a line through the quarters, its median, breaks dashed; the report year carries the signal's shape. */
export function signalrad(rows: readonly Kvartal[], options: SignalradOptions): SVGSVGElement {
  const points = [...rows].sort((a, b) => position(a) - position(b));
  const published = points.filter((row) => row.status === "published" && row.n !== null);
  const [first = 0, last = 1] = [points[0], points.at(-1)].map((row) => row && position(row));
  const value = (row: Kvartal) => (row.status === "published" ? row.n : Number.NaN);
  return drawing(options, {
    height: options.height ?? 32,
    margin: 0,
    insetLeft: pad,
    insetRight: pad,
    insetTop: pad,
    insetBottom: pad,
    x: {type: "linear", domain: [first, Math.max(last, first + 0.25)], axis: null},
    y: {domain: around(published, options.span), axis: null},
    marks: [
      hiddenQuarters(points, options),
      ruleX(breakPositions(options.brot, first, last), {stroke: ink.text, strokeDasharray: "2 2"}),
      ruleY(published.length > 0 ? [medianOf(published)] : [], {stroke: ink.text, strokeWidth: 1}),
      line(points, {x: position, y: value, stroke: ink.axis, strokeWidth: 1.75, strokeLinejoin: "round"}),
      signals(published, options),
    ],
  });
}

/** The row's own level in the middle, so that small and large categories show their course on one scale. */
function around(published: readonly Kvartal[], span: number): [number, number] {
  const values = published.map((row) => row.n ?? 0);
  if (values.length === 0) return [0, span];
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  return [middle - span / 2, middle + span / 2];
}

/** How far the quarters of one course lie from one another, and never so little that one report looks like much. */
export function spanOf(rows: readonly Kvartal[]): number {
  const values = rows.filter((row) => row.status === "published").map((row) => row.n ?? 0);
  return Math.max(smallestSpan, ...values.map((value) => value - Math.min(...values)));
}

function position(row: {readonly aar: number; readonly kvartal: number}): number {
  return row.aar + (row.kvartal - 1) / 4;
}

function breakPositions(dates: readonly string[], first: number, last: number): number[] {
  return dates
    .map(dayOf)
    .map(({year, month, day}) => year + (month - 1) / 12 + (day - 1) / 366 - 1 / 8)
    .filter((x) => x > first && x < last);
}

/** The median of the quarters that are shown. */
export function medianOf(rows: readonly {readonly n: number | null}[]): number {
  const sorted = rows.map((row) => row.n ?? 0).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function hiddenQuarters(points: readonly Kvartal[], {document}: SignalradOptions): Markish {
  return (_index, scales, _values, {height}) =>
    group(
      document,
      points
        .filter((row) => row.status === "hidden")
        .map((row) => {
          const box = {x: at(scales.x, position(row)) - 5, y: height - 12, width: 10, height: 10};
          return element(document, "path", {d: hatch(box), stroke: ink.others, fill: "none"});
        }),
    );
}

function signals(published: readonly Kvartal[], {document, aar, dom}: SignalradOptions): Markish {
  const kind = shapeOf(dom);
  const marked = kind === "dot" ? published.slice(-1) : published.filter((row) => row.aar === aar);
  return (_index, scales) =>
    group(
      document,
      marked.map((row) =>
        shape(document, kind, {x: at(scales.x, position(row)), y: at(scales.y, row.n), r: kind === "dot" ? 3 : 5.5}),
      ),
    );
}

const exampleRows: readonly Kvartal[] = [2024, 2025].flatMap((aar) =>
  [1, 2, 3, 4].map((kvartal) => ({aar, kvartal, n: kvartal + (aar === 2025 ? 8 : 4), status: "published" as const})),
);
const exampleHidden = exampleRows.map((row, index) =>
  index === 2 ? {...row, n: null, status: "hidden" as const} : row,
);

export const examples: readonly ChartExample[] = [
  {name: "more", draw: (canvas) => signalrad(exampleRows, {...canvas, span: 12, aar: 2025, dom: "auke", brot: []})},
  {
    name: "a hidden quarter and a break",
    draw: (canvas) => signalrad(exampleHidden, {...canvas, span: 12, aar: 2025, dom: "uviss", brot: ["2025-01-01"]}),
  },
];
