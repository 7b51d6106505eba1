import type {Place} from "../../pipeline/contract/conclusions.ts";
import {type Canvas, type ChartExample, element, group} from "./frame.ts";
import {ink} from "./ink.ts";

const thick = 16;

/** One place interval on `places` places, the three first shaded. Filled when it is sure, hollow when it is open. */
export function rangband(
  row: Pick<Place, "lower" | "upper" | "word"> | undefined,
  options: Canvas & {readonly places: number},
): SVGSVGElement {
  const {document, width, places, height = 48} = options;
  const svg = element(document, "svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "aria-hidden": "true",
    focusable: "false",
  }) as SVGSVGElement;
  const step = width / places;
  const marks = [
    element(document, "rect", {x: 0, y: 0, width: step * Math.min(3, places), height, fill: ink.panel}),
    ...(row ? [band(document, row, {step, middle: height / 2})] : []),
  ];
  svg.append(group(document, marks));
  return svg;
}

function band(
  document: Document,
  {lower, upper, word}: Pick<Place, "lower" | "upper" | "word">,
  at: {readonly step: number; readonly middle: number},
): SVGElement {
  const inset = 4;
  const isSure = word === "robust";
  return element(document, "rect", {
    x: (lower - 1) * at.step + inset,
    y: at.middle - thick / 2,
    width: (upper - lower + 1) * at.step - 2 * inset,
    height: thick,
    rx: thick / 2,
    fill: isSure ? ink.selected : ink.white,
    stroke: isSure ? ink.selected : ink.axis,
    "stroke-width": 2,
  });
}

export const examples: readonly ChartExample[] = [
  {name: "sure", draw: (canvas) => rangband({lower: 1, upper: 2, word: "robust"}, {...canvas, places: 9})},
  {name: "open", draw: (canvas) => rangband({lower: 2, upper: 5, word: "open"}, {...canvas, places: 9})},
  {name: "unranked", draw: (canvas) => rangband(undefined, {...canvas, places: 9})},
];
