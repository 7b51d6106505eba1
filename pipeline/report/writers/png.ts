import {createRequire} from "node:module";
import {Resvg} from "@resvg/resvg-js";
import type {Drawing} from "../document.ts";

export interface Png {
  readonly bytes: Uint8Array;
  readonly widthMm: number;
  readonly heightMm: number;
}

const {resolve} = createRequire(import.meta.url);
const fontFiles = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map((file) =>
  resolve(`@expo-google-fonts/inter/${file}`),
);
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
