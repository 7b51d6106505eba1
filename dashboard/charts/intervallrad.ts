import {dot, ruleX, ruleY} from "@observablehq/plot";
import type {CellStatus} from "../../pipeline/contract/cell.ts";
import {type Canvas, type ChartExample, drawing} from "./frame.ts";
import {ink} from "./ink.ts";

export interface Intervall {
  readonly n: number | null;
  readonly nedre: number | null;
  readonly oevre: number | null;
  readonly status: CellStatus;
}

/** One count as a dot on its 95 % interval, from zero to `max`. Draws nothing unless the cell is published. */
export function intervallrad(row: Intervall, options: Canvas & {readonly max: number}): SVGSVGElement {
  const shown = row.status === "published" && row.n !== null ? [row] : [];
  return drawing(options, {
    height: options.height ?? 32,
    margin: 0,
    insetLeft: 6,
    insetRight: 6,
    x: {domain: [0, Math.max(options.max, 1)], axis: null},
    y: {domain: [-1, 1], axis: null},
    marks: [
      ruleX([0], {stroke: ink.grid}),
      ruleY(shown, {y: () => 0, x1: "nedre", x2: "oevre", stroke: ink.axis, strokeWidth: 3}),
      dot(shown, {x: "n", y: () => 0, r: 5, fill: ink.text, stroke: ink.white, strokeWidth: 1.5}),
    ],
  });
}

export const examples: readonly ChartExample[] = [
  {
    name: "published",
    draw: (canvas) => intervallrad({n: 41, nedre: 29.4, oevre: 55.6, status: "published"}, {...canvas, max: 60}),
  },
  {
    name: "hidden",
    draw: (canvas) => intervallrad({n: null, nedre: null, oevre: null, status: "hidden"}, {...canvas, max: 60}),
  },
];
