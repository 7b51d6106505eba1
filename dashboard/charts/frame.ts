import {type PlotOptions, plot} from "@observablehq/plot";
import type {Language} from "../../pipeline/contract/edition.ts";
import {fontFamily, ink} from "./ink.ts";

/** What every chart needs besides its rows; `document` is the browser's or linkedom's. */
export interface Canvas {
  readonly document: Document;
  readonly language: Language;
  readonly width: number;
  readonly height?: number;
}

/** One state of a chart, for development and tests. */
export interface ChartExample {
  readonly name: string;
  readonly draw: (canvas: Canvas) => SVGSVGElement;
}

type Attributes = Readonly<Record<string, string | number>>;

/** The size of text by what it does: `label` beside marks, `tick` on axes. */
export const textSize = {label: 16, tick: 14} as const;

/** Width of a text in Inter, near enough to decide whether it fits; nothing is measured, so Node and browser agree. */
export function textWidth(text: string, size: number = textSize.tick): number {
  return text.length * size * 0.53;
}

/** A Plot as a bare drawing: fixed class, no style sheet or labels of its own, hidden from assistive technology. */
export function drawing(canvas: Canvas, options: PlotOptions): SVGSVGElement {
  const svg = plot({
    document: canvas.document,
    width: canvas.width,
    className: "avvik-figur",
    style: {fontFamily, fontSize: `${textSize.tick}px`, color: ink.text, background: "none", overflow: "visible"},
    ...options,
  }) as SVGSVGElement;
  svg.querySelector("style")?.remove();
  for (const labelled of svg.querySelectorAll("[aria-label],[aria-description]")) {
    labelled.removeAttribute("aria-label");
    labelled.removeAttribute("aria-description");
  }
  svg.setAttribute("text-anchor", "start");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  return svg;
}

export function element(document: Document, name: string, attributes: Attributes, text?: string): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, rounded(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

function rounded(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
}

export function group(document: Document, children: readonly SVGElement[]): SVGElement {
  const made = element(document, "g", {});
  made.append(...children);
  return made;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The mark of a hidden cell: a hatched box with «:». Its size is given by the place, never by the number. */
export function hiddenMark(document: Document, box: Box, sign = ":"): SVGElement {
  const middle = {x: box.x + box.width / 2, y: box.y + box.height / 2};
  const marks = [
    element(document, "rect", {...box, fill: ink.white, stroke: ink.others, "stroke-width": 1}),
    element(document, "path", {d: hatch(box), stroke: ink.others, "stroke-width": 1, fill: "none"}),
  ];
  if (sign === "") return group(document, marks);
  return group(document, [
    ...marks,
    element(document, "rect", {x: middle.x - 5, y: middle.y - 8, width: 10, height: 16, fill: ink.white}),
    element(
      document,
      "text",
      {
        x: middle.x,
        y: middle.y + 5,
        "text-anchor": "middle",
        "font-size": textSize.tick,
        "font-weight": 600,
        fill: ink.text,
      },
      sign,
    ),
  ]);
}

const hatchStep = 5;

/** Lines at 45° that end on the edge of the box, so that no clip path with an id is needed. */
export function hatch({x, y, width, height}: Box): string {
  const lines: string[] = [];
  for (let c = hatchStep; c < width + height; c += hatchStep) {
    const [x1, y1] = [x + Math.min(c, width), y + Math.max(0, c - width)];
    const [x2, y2] = [x + Math.max(0, c - height), y + Math.min(c, height)];
    lines.push(`M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`);
  }
  return lines.join("");
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Three to six round ticks from zero, whole numbers for counts. */
export function ticks(max: number, wanted = 4): number[] {
  const rough = Math.max(max, 1e-9) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({length: Math.floor(max / step + 1e-9) + 1}, (_, index) => Number((index * step).toPrecision(6)));
}

/** Ticks for counts: never a fraction of a report. */
export function countTicks(max: number, wanted = 3): number[] {
  return ticks(Math.max(max, 1), wanted).filter(Number.isInteger);
}

type ScaleFunction = (value: never) => number | undefined;

/** The position of a value on one of Plot's scales inside a custom mark. */
export function at(scale: unknown, value: unknown): number {
  return (scale as ScaleFunction)(value as never) ?? Number.NaN;
}
