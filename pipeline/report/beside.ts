import {element, textSize} from "../../dashboard/charts/frame.ts";
import {ink} from "../../dashboard/charts/ink.ts";

interface Panel {
  readonly heading: string;
  readonly svg: SVGSVGElement;
}

const headRoom = 26;
const gap = 32;

/** Drawings beside each other from the same top, each under a heading of its own, as one; a single one stays as it is. */
export function beside(document: Document, panels: readonly Panel[]): SVGSVGElement {
  const [first, ...rest] = panels;
  if (first === undefined) throw new Error("beside: no drawing");
  if (rest.length === 0) return first.svg;
  const sizes = panels.map(({svg}) => sizeOf(svg));
  const width = left(sizes, sizes.length) - gap;
  const height = headRoom + Math.max(...sizes.map((size) => size.height));
  const all = first.svg.cloneNode(false) as SVGSVGElement;
  for (const [name, value] of Object.entries({width, height, viewBox: `0 0 ${width} ${height}`}))
    all.setAttribute(name, String(value));
  all.append(...panels.map((panel, index) => placed(document, panel, left(sizes, index))));
  return all;
}

/** The width of each of `count` drawings that together are `width` wide. */
export function widthBeside(width: number, count: number): number {
  return (width - gap * (count - 1)) / count;
}

function left(sizes: readonly {readonly width: number}[], index: number): number {
  return sizes.slice(0, index).reduce((sum, {width}) => sum + width + gap, 0);
}

function sizeOf(svg: SVGSVGElement): {width: number; height: number} {
  return {width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height"))};
}

function placed(document: Document, {heading, svg}: Panel, x: number): SVGElement {
  const style = {x: 0, y: textSize.label, "font-size": textSize.label, "font-weight": 600, fill: ink.text};
  const below = element(document, "g", {transform: `translate(0 ${headRoom})`});
  below.append(...svg.childNodes);
  const panel = element(document, "g", {transform: `translate(${x} 0)`});
  panel.append(element(document, "text", style, heading), below);
  return panel;
}
