import {Resvg} from "@resvg/resvg-js";
import type {Drawing} from "../document.ts";
import {fontFiles} from "./fonts.ts";

export interface Png {
  readonly bytes: Uint8Array;
  readonly widthMm: number;
  readonly heightMm: number;
}

const pixelsPerMm = 11;

/** A drawing as PNG with the fonts of the project only, so that the machine's own fonts change nothing. */
export function pngOf({svg, widthMm}: Drawing): Png {
  const image = new Resvg(svg, {
    background: "#FFFFFF",
    fitTo: {mode: "width", value: Math.round(widthMm * pixelsPerMm)},
    font: {loadSystemFonts: false, defaultFontFamily: "Inter", fontFiles},
  }).render();
  return {bytes: image.asPng(), widthMm, heightMm: (widthMm * image.height) / image.width};
}
