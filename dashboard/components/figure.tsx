import {useContext, useLayoutEffect, useRef, useState} from "preact/hooks";
import {afterPaint} from "./after-paint.ts";
import {Paper} from "./paper.ts";

export type Draw = (size: {readonly document: Document; readonly width: number}) => SVGSVGElement;

interface FigureProps {
  readonly draw: Draw;
  readonly alt: string;
  /** The width on paper, and until the place is measured. */
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

/** A drawing inside a row that says the same in words; the many of a table come when its words and numbers are there. */
export function Drawing({draw, width, fixed = false}: {draw: Draw; width: number; fixed?: boolean}) {
  const place = useRef<HTMLDivElement>(null);
  const measured = useWidth(place, width, fixed);
  const paper = useContext(Paper);
  useLayoutEffect(() => {
    const fill = () => place.current?.replaceChildren(draw({document, width: measured}));
    if (fixed && !paper) return afterPaint(fill);
    fill();
  }, [draw, measured, fixed, paper]);
  return <div ref={place} class="teikning" aria-hidden="true" />;
}

/** A drawing in a cell, and the same in words for those who do not see it. */
export function Described({draw, width, says}: {readonly draw: Draw; readonly width: number; readonly says: string}) {
  return (
    <>
      <Drawing draw={draw} width={width} fixed />
      <span class="usynleg">{says}</span>
    </>
  );
}

function useWidth(place: {readonly current: HTMLElement | null}, start: number, fixed: boolean): number {
  const paper = useContext(Paper);
  const [width, setWidth] = useState(start);
  useLayoutEffect(() => {
    const element = place.current;
    if (paper || fixed || !element) return;
    const measure = () => element.clientWidth > 0 && setWidth(element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [place, paper, fixed]);
  return width;
}
