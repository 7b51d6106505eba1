import {ImageRun, TextRun} from "docx";
import {formattedRange, glyph, written} from "../cells.ts";
import type {Cell, Dom, Drawing} from "../document.ts";
import {colour} from "./docx-styles.ts";
import {pngOf} from "./png.ts";

export function image(drawing: Drawing, name: string): ImageRun {
  const {bytes, widthMm, heightMm} = pngOf(drawing);
  const pixels = (value: number) => Math.round((value / 25.4) * 96);
  return new ImageRun({
    type: "png",
    data: bytes,
    transformation: {width: pixels(widthMm), height: pixels(heightMm)},
    altText: {name, description: drawing.alt},
  });
}

/** A drawing no wider than there is room for. */
export function fitted(drawing: Drawing, widthMm: number): Drawing {
  return {...drawing, widthMm: Math.min(drawing.widthMm, widthMm)};
}

export function runs(
  cell: Cell,
  {bold, name, widthMm}: {readonly bold: boolean; readonly name: string; readonly widthMm: number},
): (TextRun | ImageRun)[] {
  if (cell.kind === "drawing") return [image(fitted(cell.drawing, widthMm), name)];
  if (cell.kind === "dom")
    return [sign(cell.dom), new TextRun({text: ` ${cell.text}`, bold: bold || cell.dom !== "uviss"})];
  const text = new TextRun({text: written(cell), bold: bold || (cell.kind === "number" && cell.dom !== undefined)});
  if (cell.kind !== "number") return [text];
  const after = cell.range
    ? [new TextRun({text: formattedRange(cell.range, cell.form), break: 1, size: 15, color: colour.muted})]
    : [];
  return cell.dom ? [sign(cell.dom), new TextRun(" "), text] : [text, ...after];
}

function sign(dom: Dom): TextRun {
  const quiet = dom === "uviss";
  return new TextRun({text: glyph[dom], color: quiet ? colour.muted : colour.signal, size: quiet ? 13 : 17});
}
