import {type Markish, ruleX} from "@observablehq/plot";
import type {CellStatus} from "../../pipeline/contract/cell.ts";
import {number} from "../text/numbers.ts";
import {at, type Canvas, type ChartExample, drawing, element, group, hiddenMark, textSize} from "./frame.ts";
import {ink} from "./ink.ts";

export interface Retningstal {
  readonly n: number | null;
  readonly status: CellStatus;
}

interface RetningsradOptions extends Canvas {
  readonly max: number;
}

const numberRoom = 40;

/** Both directions of one category from one zero line, the numbers written outside the bars. */
export function retningsrad(
  {K2H, H2K}: {readonly K2H: Retningstal; readonly H2K: Retningstal},
  options: RetningsradOptions,
): SVGSVGElement {
  const max = Math.max(options.max, 1);
  return drawing(options, {
    height: options.height ?? 32,
    margin: 0,
    marginLeft: numberRoom,
    marginRight: numberRoom,
    x: {domain: [-max, max], axis: null},
    y: {domain: [-1, 1], axis: null},
    marks: [half(K2H, -1, options), half(H2K, 1, options), ruleX([0], {stroke: ink.text, strokeWidth: 1.5})],
  });
}

function half(value: Retningstal, side: -1 | 1, {document}: RetningsradOptions): Markish {
  return (_index, scales, _values, {height}) => {
    const zero = at(scales.x, 0);
    const middle = height / 2;
    const text = {"text-anchor": side < 0 ? "end" : "start", "font-size": textSize.label, fill: ink.text};
    if (value.status === "hidden") {
      return hiddenMark(document, {x: zero + (side < 0 ? -34 : 4), y: middle - 10, width: 30, height: 20});
    }
    if (value.status !== "published" || value.n === null) {
      const sign = value.status === "missing" ? ".." : ".";
      return element(document, "text", {...text, x: zero + side * 8, y: middle + 5}, sign);
    }
    const end = at(scales.x, side * value.n);
    return group(document, [
      element(document, "rect", {
        x: Math.min(zero, end),
        y: middle - 7,
        width: Math.abs(end - zero),
        height: 14,
        fill: ink.bar,
      }),
      element(document, "text", {...text, x: end + side * 8, y: middle + 5.5}, number(value.n)),
    ]);
  };
}

export const examples: readonly ChartExample[] = [
  {
    name: "both directions",
    draw: (canvas) =>
      retningsrad({K2H: {n: 37, status: "published"}, H2K: {n: 4, status: "published"}}, {...canvas, max: 40}),
  },
  {
    name: "hidden and missing",
    draw: (canvas) =>
      retningsrad({K2H: {n: null, status: "hidden"}, H2K: {n: null, status: "missing"}}, {...canvas, max: 40}),
  },
];
