import {type Side, sides} from "../../pipeline/contract/meeting-fields.ts";
import {type Canvas, type ChartExample, element, group} from "./frame.ts";
import {ink} from "./ink.ts";

export type Shares = Readonly<Record<Side, number | null>>;

const apart = {kommune: 10, sjukehus: -10, brukar: 0} as const satisfies Record<Side, number>;

/** The share of each side's dots on one axis from 0 to `most`: ● kommune, ■ sjukehus, ◇ brukar and lege, each on a line of its own. */
export function prikkrad(
  shares: Shares,
  options: Canvas & {readonly most: number; readonly isChosen?: boolean},
): SVGSVGElement {
  const {document, width, most, isChosen = false, height = 48} = options;
  const svg = element(document, "svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "aria-hidden": "true",
    focusable: "false",
  }) as SVGSVGElement;
  const inset = 8;
  const x = (share: number) => inset + (share / most) * (width - 2 * inset);
  const color = isChosen ? ink.selected : ink.axis;
  const middle = height / 2;
  const shown = sides.flatMap((side) => (shares[side] === null ? [] : [{side, at: x(shares[side])}]));
  const spread = shown.map(({at}) => at);
  const line =
    shown.length > 1
      ? [
          element(document, "path", {
            d: `M${Math.min(...spread)} ${middle}H${Math.max(...spread)}`,
            stroke: color,
            "stroke-width": 1.5,
          }),
        ]
      : [];
  const zero = element(document, "path", {d: `M${inset} 0V${height}`, stroke: ink.text, "stroke-width": 1.5});
  svg.append(
    group(document, [
      zero,
      ...line,
      ...shown.map(({side, at}) => mark(document, side, {x: at, y: middle + apart[side], color})),
    ]),
  );
  return svg;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

export function mark(document: Document, side: Side, {x, y, color}: Mark): SVGElement {
  if (side === "kommune") return element(document, "circle", {cx: x, cy: y, r: 6, fill: color});
  if (side === "sjukehus")
    return element(document, "rect", {x: x - 5.5, y: y - 5.5, width: 11, height: 11, fill: color});
  const d = `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`;
  return element(document, "path", {d, fill: ink.white, stroke: color, "stroke-width": 2});
}

export const examples: readonly ChartExample[] = [
  {name: "apart", draw: (canvas) => prikkrad({kommune: 0.33, sjukehus: 0.1, brukar: 0.2}, {...canvas, most: 0.5})},
  {name: "one side", draw: (canvas) => prikkrad({kommune: 0.4, sjukehus: null, brukar: null}, {...canvas, most: 0.5})},
  {name: "none", draw: (canvas) => prikkrad({kommune: null, sjukehus: null, brukar: null}, {...canvas, most: 0.5})},
];
