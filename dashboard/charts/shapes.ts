import {element} from "./frame.ts";
import {ink} from "./ink.ts";

export type Shape = "up" | "down" | "dot";

/** A signal is a shape before it is a colour: ▲ more, ▼ fewer, ● no certain change. */
export function shape(document: Document, kind: Shape, {x, y, r}: {x: number; y: number; r: number}): SVGElement {
  if (kind === "dot") return element(document, "circle", {cx: x, cy: y, r, fill: ink.axis});
  return element(document, "path", {d: outline(kind, x, y, r), fill: ink.signal});
}

function outline(kind: "up" | "down", x: number, y: number, r: number): string {
  const p = (value: number) => Math.round(value * 100) / 100;
  const up = kind === "up" ? 1 : -1;
  const [half, tip, base] = [r * 0.98, y - up * r, y + up * r * 0.7];
  return `M${p(x)} ${p(tip)}L${p(x + half)} ${p(base)}L${p(x - half)} ${p(base)}Z`;
}

export function shapeOf(dom: string | undefined): Shape {
  if (dom === "auke") return "up";
  return dom === "nedgang" ? "down" : "dot";
}
