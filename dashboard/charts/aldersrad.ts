import {type Canvas, type ChartExample, element, group} from "./frame.ts";
import {ink} from "./ink.ts";

export interface Alder {
  readonly days: number;
  readonly isLate: boolean;
}

const inset = 10;
const LEAST_APART = 17;

/** Open decisions by their age on one axis from 0 to `most` days: ○ with time left, ◆ past the date. Marks stand beside each other. */
export function aldersrad(rows: readonly Alder[], options: Canvas & {readonly most: number}): SVGSVGElement {
  const {document, width, most, height = 36} = options;
  const svg = element(document, "svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "aria-hidden": "true",
    focusable: "false",
  }) as SVGSVGElement;
  const x = (days: number): number => inset + (days / Math.max(most, 1)) * (width - 2 * inset);
  const y = height / 2;
  const axis = element(document, "path", {d: `M${inset} ${y}H${width - inset}`, stroke: ink.grid, "stroke-width": 1});
  const zero = element(document, "path", {d: `M${inset} 4V${height - 4}`, stroke: ink.text, "stroke-width": 1.5});
  const places = apart(rows.map(({days}) => x(days)));
  svg.append(
    group(document, [axis, zero, ...rows.map((row, index) => mark(document, row, {x: places[index] ?? 0, y}))]),
  );
  return svg;
}

/** The same places, moved to the left where two marks would lie on each other. */
function apart(places: readonly number[]): number[] {
  const moved = [...places];
  const order = [...places.keys()].sort((a, b) => (places[b] ?? 0) - (places[a] ?? 0));
  let free = Number.POSITIVE_INFINITY;
  for (const index of order) {
    moved[index] = Math.min(moved[index] ?? 0, free);
    free = (moved[index] ?? 0) - LEAST_APART;
  }
  return moved;
}

function mark(document: Document, {isLate}: Alder, {x, y}: {readonly x: number; readonly y: number}): SVGElement {
  if (!isLate)
    return element(document, "circle", {cx: x, cy: y, r: 6, fill: ink.white, stroke: ink.axis, "stroke-width": 2});
  const d = `M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}Z`;
  return element(document, "path", {d, fill: ink.text, stroke: ink.white, "stroke-width": 1});
}

const some: readonly Alder[] = [
  {days: 20, isLate: false},
  {days: 290, isLate: true},
];

export const examples: readonly ChartExample[] = [
  {name: "some", draw: (canvas) => aldersrad(some, {...canvas, most: 400})},
  {name: "none", draw: (canvas) => aldersrad([], {...canvas, most: 400})},
];
