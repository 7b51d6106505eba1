import {barY, gridY, type Markish, ruleY} from "@observablehq/plot";
import type {CellStatus} from "../../pipeline/contract/cell.ts";
import {dayOf} from "../text/dates.ts";
import {number} from "../text/numbers.ts";
import {
  at,
  type Canvas,
  type ChartExample,
  countTicks,
  drawing,
  element,
  group,
  hiddenMark,
  textSize,
  textWidth,
} from "./frame.ts";
import {ink} from "./ink.ts";

export interface Spegelrad {
  readonly aar: number;
  readonly kvartal: number;
  readonly retning: "K2H" | "H2K";
  readonly n: number | null;
  readonly status: CellStatus;
}

export interface SpegelOptions extends Canvas {
  /** Drawn in navy; the years before are grey. */
  readonly aar: number;
  readonly over: string;
  readonly under: string;
  readonly brot: readonly {readonly dato: string; readonly label: string}[];
}

const margin = {top: 44, right: 0, bottom: 50, left: 40};
const hiddenHeight = 18;

/** Both directions on one scale from one zero line, a bar for each quarter; equal height on either side. */
export function spegel(rows: readonly Spegelrad[], options: SpegelOptions): SVGSVGElement {
  const bars = rows.filter((row) => row.status === "published" && row.n !== null);
  const max = Math.max(4, ...bars.map((row) => row.n ?? 0));
  const marks = countTicks(max, 4);
  return drawing(options, {
    height: options.height ?? 300,
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    x: {type: "band", domain: quarters(rows), axis: null, paddingInner: 0.18, paddingOuter: 0.1},
    y: {domain: [-max, max], axis: null},
    marks: [
      gridY([...marks, ...marks.map((mark) => -mark)], {stroke: ink.grid, strokeOpacity: 1, strokeDasharray: "1 3"}),
      scaleLabels(marks, options),
      barY(bars, {x: key, y: signed, fill: (row: Spegelrad) => (row.aar === options.aar ? ink.selected : ink.others)}),
      withoutNumber(rows, options),
      ruleY([0], {stroke: ink.text, strokeWidth: 1.5}),
      yearLabels(rows, options),
      directionLabels(options),
      breakLines(rows, options),
    ],
  });
}

function key(row: {readonly aar: number; readonly kvartal: number}): string {
  return `${row.aar}-${row.kvartal}`;
}

function signed(row: Spegelrad): number {
  return row.retning === "K2H" ? (row.n ?? 0) : -(row.n ?? 0);
}

function quarters(rows: readonly Spegelrad[]): string[] {
  return [...new Set(rows.map(key))].sort();
}

function scaleLabels(marks: readonly number[], {document}: SpegelOptions): Markish {
  return (_index, scales) =>
    group(
      document,
      [...marks, ...marks.slice(1).map((mark) => -mark)].map((mark) =>
        element(
          document,
          "text",
          {x: margin.left - 8, y: at(scales.y, mark) + 5, "text-anchor": "end", fill: ink.muted},
          number(Math.abs(mark)),
        ),
      ),
    );
}

function withoutNumber(rows: readonly Spegelrad[], {document}: SpegelOptions): Markish {
  return (_index, scales) =>
    group(
      document,
      rows
        .filter((row) => row.status === "hidden" || row.status === "missing")
        .map((row) => {
          const width = Math.min(bandwidth(scales.x), 24);
          const x = at(scales.x, key(row)) + (bandwidth(scales.x) - width) / 2;
          const y = at(scales.y, 0) - (row.retning === "K2H" ? hiddenHeight : 0);
          if (row.status === "hidden")
            return hiddenMark(document, {x, y, width, height: hiddenHeight}, width < 14 ? "" : ":");
          return element(
            document,
            "text",
            {x: x + width / 2, y: y + 14, "text-anchor": "middle", fill: ink.text},
            "..",
          );
        }),
    );
}

function bandwidth(scale: unknown): number {
  return (scale as {bandwidth(): number}).bandwidth();
}

function yearLabels(rows: readonly Spegelrad[], {document, aar}: SpegelOptions): Markish {
  const years = [...new Set(rows.map((row) => row.aar))];
  return (_index, scales, _values, dimensions) =>
    group(
      document,
      years.map((year) => {
        const xs = rows.filter((row) => row.aar === year).map((row) => at(scales.x, key(row)));
        const x = (Math.min(...xs) + Math.max(...xs) + bandwidth(scales.x)) / 2;
        const weight = year === aar ? 600 : 400;
        const fill = year === aar ? ink.text : ink.muted;
        const y = dimensions.height - 4;
        return element(document, "text", {x, y, "text-anchor": "middle", "font-weight": weight, fill}, String(year));
      }),
    );
}

function directionLabels({document, over, under}: SpegelOptions): Markish {
  return (_index, _scales, _values, {width, height}) => {
    const style = {x: width, "text-anchor": "end", "font-size": textSize.label, "font-weight": 600, fill: ink.text};
    return group(document, [
      element(document, "text", {...style, y: 14}, over),
      element(document, "text", {...style, y: height - 28}, under),
    ]);
  };
}

/** Where a date falls: between the bars when it is the first day of a quarter, else inside the quarter's band. */
function breakX(dato: string, scale: unknown): number {
  const {year, month, day} = dayOf(dato);
  const start = at(scale, `${year}-${Math.ceil(month / 3)}`);
  const part = ((month - 1) % 3) / 3 + (day - 1) / 92;
  const gap = (bandwidth(scale) * 0.18) / 0.82 / 2;
  return start - gap + part * (bandwidth(scale) + 2 * gap);
}

function breakLines(rows: readonly Spegelrad[], {document, brot}: SpegelOptions): Markish {
  const known = new Set(quarters(rows));
  const inside = brot.filter(({dato}) => {
    const {year, month} = dayOf(dato);
    return known.has(`${year}-${Math.ceil(month / 3)}`);
  });
  return (_index, scales, _values, {width, height}) =>
    group(
      document,
      inside.flatMap(({dato, label}) => {
        const x = breakX(dato, scales.x);
        const fits = x + 6 + textWidth(label) < width;
        const place = fits ? {x: x + 6, "text-anchor": "start"} : {x: x - 6, "text-anchor": "end"};
        return [
          element(document, "line", {
            x1: x,
            x2: x,
            y1: 24,
            y2: height - margin.bottom + 4,
            stroke: ink.text,
            "stroke-dasharray": "4 3",
          }),
          element(document, "text", {...place, y: 36, fill: ink.text}, label),
        ];
      }),
    );
}

const exampleRows: readonly Spegelrad[] = [2024, 2025].flatMap((aar) =>
  [1, 2, 3, 4].flatMap((kvartal) => [
    {aar, kvartal, retning: "K2H" as const, n: 20 + kvartal, status: "published" as const},
    {
      aar,
      kvartal,
      retning: "H2K" as const,
      n: kvartal === 3 ? null : 9,
      status: kvartal === 3 ? ("hidden" as const) : ("published" as const),
    },
  ]),
);

export const examples: readonly ChartExample[] = [
  {
    name: "hidden quarters and a break",
    draw: (canvas) =>
      spegel(exampleRows, {
        ...canvas,
        aar: 2025,
        over: "Kommune til sjukehus: 90 i 2025",
        under: "Sjukehus til kommune",
        brot: [{dato: "2024-04-27", label: "brot"}],
      }),
  },
];
