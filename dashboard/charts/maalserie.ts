import {dot, lineY, type Markish, ruleY, text} from "@observablehq/plot";
import {at, type Canvas, type ChartExample, drawing, element, group, textSize} from "./frame.ts";
import {ink} from "./ink.ts";

/** One period of a process measure; `x` is its place in the row of periods, `andel` null where nothing was counted. */
export interface Maalpunkt {
  readonly x: number;
  readonly andel: number | null;
}

export interface MaalserieOptions extends Canvas {
  /** Lines across the chart, numbered from 1 in the order given; a break is dashed and has no number. */
  readonly linjer: readonly {readonly x: number; readonly brot?: true}[];
  /** The locked level before the decision, and the level after it, each from one place to another. */
  readonly nivaa: readonly {readonly fra: number; readonly til: number; readonly andel: number}[];
  readonly merke: readonly {readonly x: number; readonly tekst: string}[];
}

const radius = 9;
const margin = {left: 58, right: 12, top: 24, bottom: 24};

/** A process measure month by month, from nought to everything, with the decision as a numbered line. */
export function maalserie(points: readonly Maalpunkt[], options: MaalserieOptions): SVGSVGElement {
  const places = points.map(({x}) => x);
  const counted = points.filter(({andel}) => andel !== null);
  return drawing(options, {
    height: options.height ?? 150,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    x: {type: "linear", domain: [Math.min(0, ...places), Math.max(1, ...places)], axis: null},
    y: {domain: [0, 1], axis: null},
    marks: [
      ruleY([0.5, 1], {stroke: ink.grid, strokeDasharray: "1 3"}),
      ruleY([0], {stroke: ink.text, strokeWidth: 1.5}),
      text([0, 0.5, 1], {
        x: () => Math.min(0, ...places),
        y: (share: number) => share,
        text: (share: number) => `${share * 100}\u00a0%`,
        dx: -10,
        textAnchor: "end",
        fontSize: textSize.tick,
        fill: ink.text,
      }),
      levels(options),
      lineY(counted, {x: "x", y: "andel", stroke: ink.axis, strokeWidth: 1.75}),
      dot(counted, {x: "x", y: "andel", r: 3, fill: ink.axis}),
      lines(options),
      labels(options),
    ],
  });
}

function levels({document, nivaa}: MaalserieOptions): Markish {
  return (_index, scales) =>
    group(
      document,
      nivaa.map(({fra, til, andel}) => {
        const y = at(scales.y, andel);
        const ends = {x1: at(scales.x, fra - 0.4), x2: at(scales.x, til + 0.4), y1: y, y2: y};
        return element(document, "line", {...ends, stroke: ink.text, "stroke-width": 1});
      }),
    );
}

function lines({document, linjer}: MaalserieOptions): Markish {
  return (_index, scales, _values, {height}) => {
    let number = 0;
    let free = Number.NEGATIVE_INFINITY;
    return group(
      document,
      linjer.flatMap(({x, brot}) => {
        const place = at(scales.x, x);
        const circle = Math.max(place, free);
        const ends = {x1: place, x2: place, y1: margin.top - 4, y2: height - margin.bottom, stroke: ink.text};
        if (brot) return [element(document, "line", {...ends, "stroke-width": 1, "stroke-dasharray": "4 3"})];
        number += 1;
        free = circle + 2 * radius + 2;
        return [
          element(document, "line", {...ends, "stroke-width": 1.5}),
          element(document, "circle", {cx: circle, cy: 11, r: radius, fill: ink.white, stroke: ink.text}),
          element(
            document,
            "text",
            {x: circle, y: 16, "text-anchor": "middle", "font-size": textSize.tick, "font-weight": 600, fill: ink.text},
            String(number),
          ),
        ];
      }),
    );
  };
}

function labels({document, merke}: MaalserieOptions): Markish {
  return (_index, scales, _values, {height, width}) =>
    group(
      document,
      merke.map(({x, tekst}) => {
        const place = at(scales.x, x);
        const anchor = place > width - 90 ? "end" : place < 90 ? "start" : "middle";
        const ends = {x: place, y: height - 6, "text-anchor": anchor, "font-size": textSize.tick, fill: ink.text};
        return element(document, "text", ends, tekst);
      }),
    );
}

const shares = [0.55, 0.52, 0.6, null, 0.56, 0.8, 0.82, 0.79, 0.84];

export const examples: readonly ChartExample[] = [
  {
    name: "a decision, a first test and a break",
    draw: (canvas) =>
      maalserie(
        shares.map((andel, x) => ({x, andel})),
        {
          ...canvas,
          linjer: [{x: 4.2}, {x: 4.8}, {x: 1.5, brot: true}],
          nivaa: [
            {fra: 0, til: 4, andel: 0.56},
            {fra: 5, til: 8, andel: 0.81},
          ],
          merke: [
            {x: 0, tekst: "mars 2024"},
            {x: 8, tekst: "nov. 2024"},
          ],
        },
      ),
  },
  {name: "nothing counted", draw: (canvas) => maalserie([], {...canvas, linjer: [{x: 0}], nivaa: [], merke: []})},
];
