import {useContext, useLayoutEffect, useRef} from "preact/hooks";
import {afterPaint} from "./after-paint.ts";
import {onceMeasured} from "./once-measured.ts";
import {Paper} from "./paper.ts";

export type Draw = (size: {readonly document: Document; readonly width: number}) => SVGSVGElement;

interface FigureProps {
  readonly draw: Draw;
  readonly alt: string;
  /** The width on paper. */
  readonly width?: number;
}

/** A drawing that follows the width of its place; assistive technology meets the text alternative only. */
export function Figure({draw, alt, width = 584}: FigureProps) {
  return (
    <figure role="img" aria-label={alt} class="figur">
      <Drawing draw={draw} width={width} />
    </figure>
  );
}

interface DrawingProps {
  readonly draw: Draw;
  readonly width: number;
  readonly fixed?: boolean;
  /** The same in words, for those who do not see it; without them it is an ornament. */
  readonly says?: string;
}

/** A drawing inside a row; the many of a table come when its words and numbers are there. */
export function Drawing({draw, width, fixed = false, says}: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const paper = useContext(Paper);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const fill = (width: number) => element.replaceChildren(draw({document, width}));
    if (paper) return fill(width);
    if (fixed) return afterPaint(() => fill(width));
    return onceMeasured(element, fill);
  }, [draw, width, fixed, paper]);
  const spoken = says === undefined ? {"aria-hidden": true} : ({role: "img", "aria-label": says} as const);
  return <div ref={place} class="teikning" {...spoken} />;
}
