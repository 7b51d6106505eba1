import {gridX, type Markish, ruleX} from "@observablehq/plot";
import type {CellStatus} from "../../pipeline/contract/cell.ts";
import {number} from "../text/numbers.ts";
import {texts} from "../text/text.ts";
import {
  at,
  type Canvas,
  type ChartExample,
  drawing,
  element,
  group,
  hiddenMark,
  textSize,
  textWidth,
  ticks,
} from "./frame.ts";
import {ink} from "./ink.ts";

export interface Kommunerad {
  readonly namn: string;
  readonly n: number | null;
  readonly rate: number | null;
  readonly nedre: number | null;
  readonly oevre: number | null;
  readonly status: CellStatus;
}

export interface KommuneplottOptions extends Canvas {
  /** The end of the scale; the same for both directions. */
  readonly max: number;
  readonly rowHeight: number;
}

const axisHeight = 22;
const numberRoom = 36;

/** One row per municipality in the order given: dot and 95 % interval, a zero with its upper limit, hidden, missing. */
export function kommuneplott(rows: readonly Kommunerad[], options: KommuneplottOptions): SVGSVGElement {
  const columns = columnsOf(rows, options);
  const marks = ticks(options.max);
  return drawing(options, {
    height: axisHeight + rows.length * options.rowHeight + 4,
    marginTop: axisHeight,
    marginBottom: 4,
    marginLeft: columns.plot,
    marginRight: columns.right,
    x: {domain: [0, options.max], axis: null},
    y: {type: "band", domain: rows.map((row) => row.namn), axis: null, padding: 0},
    marks: [
      gridX(marks, {stroke: ink.grid, strokeOpacity: 1, strokeDasharray: "1 3"}),
      tickLabels(marks, options),
      rowLines(rows, options),
      ruleX([0], {stroke: ink.text, strokeWidth: 1.5}),
      (_index, scales, _values, {width}) =>
        group(
          options.document,
          rows.map((row) => {
            const y = at(scales.y, row.namn) + options.rowHeight / 2;
            const place = {y, width, x: (value: number) => at(scales.x, value), columns, size: textOf(options)};
            return group(options.document, [...labels(row, place, options), ...values(row, place, options)]);
          }),
        ),
    ],
  });
}

interface Columns {
  readonly name: number;
  readonly number: number;
  readonly plot: number;
  readonly right: number;
}

interface Place {
  readonly y: number;
  readonly width: number;
  readonly x: (value: number) => number;
  readonly columns: Columns;
  readonly size: number;
}

function textOf({rowHeight}: KommuneplottOptions): number {
  return rowHeight < 24 ? textSize.tick : textSize.label;
}

function columnsOf(rows: readonly Kommunerad[], options: KommuneplottOptions): Columns {
  const longest = Math.max(60, ...rows.map((row) => textWidth(row.namn, textOf(options))));
  const name = Math.min(longest, options.width * 0.34);
  const number = name + numberRoom;
  return {name, number, plot: number + 16, right: options.width < 420 ? 12 : 84};
}

function tickLabels(marks: readonly number[], {document, language, width}: KommuneplottOptions): Markish {
  const {axisLabel} = texts[language].kommunane;
  return (_index, scales, _values, {marginTop}) => {
    const y = marginTop - 6;
    const end = at(scales.x, marks.at(-1) ?? 0);
    const made = marks.map((mark) =>
      element(document, "text", {x: at(scales.x, mark), y, "text-anchor": "middle", fill: ink.muted}, tick(mark)),
    );
    const fits = end + 20 + textWidth(axisLabel) < width;
    return group(
      document,
      fits ? [...made, element(document, "text", {x: end + 20, y, fill: ink.muted}, axisLabel)] : made,
    );
  };
}

function tick(value: number): string {
  return number(value, Number.isInteger(value) ? 0 : 1);
}

function rowLines(rows: readonly Kommunerad[], {document, rowHeight}: KommuneplottOptions): Markish {
  if (rowHeight < 24) return () => null;
  return (_index, scales, _values, {width}) =>
    group(
      document,
      rows.map((row) => {
        const y = at(scales.y, row.namn) + rowHeight;
        return element(document, "line", {x1: 0, x2: width, y1: y, y2: y, stroke: ink.grid});
      }),
    );
}

/** A name that has room beside the number; a longer one ends in three dots, and stands whole in the table. */
function shortened(name: string, room: number, size: number): string {
  if (textWidth(name, size) <= room) return name;
  const fits = Array.from(name).findLastIndex((_letter, end) => textWidth(`${name.slice(0, end)}…`, size) <= room);
  return `${name.slice(0, Math.max(1, fits)).trimEnd()}…`;
}

function labels(row: Kommunerad, {y, columns, size}: Place, {document}: KommuneplottOptions): SVGElement[] {
  const style = {y: y + size * 0.36, "font-size": size, fill: ink.text};
  const sign = {hidden: ":", missing: "..", not_applicable: ".", published: number(row.n ?? 0)}[row.status];
  return [
    element(document, "text", {...style, x: 0}, shortened(row.namn, columns.name, size)),
    element(document, "text", {...style, x: columns.number, "text-anchor": "end"}, sign),
  ];
}

function values(row: Kommunerad, place: Place, options: KommuneplottOptions): SVGElement[] {
  const {document, language, rowHeight} = options;
  const t = texts[language];
  const zero = place.x(0);
  if (row.status === "hidden") {
    const height = Math.min(20, rowHeight - 4);
    // Clear of the axis: a mark that began at zero would be read as a bar.
    const box = {x: zero + 10, y: place.y - height / 2, width: 30, height};
    return [hiddenMark(document, box, ""), note(document, t.hidden, {...place, from: zero + 48})];
  }
  if (row.status !== "published" || row.rate === null) {
    return [note(document, row.status === "missing" ? t.missing : t.notApplicable, {...place, from: zero + 10})];
  }
  if (row.n === 0) return zeroRow(row, place, options);
  return interval(row, place, options);
}

function interval(row: Kommunerad, {x, y}: Place, {document, rowHeight}: KommuneplottOptions): SVGElement[] {
  const r = rowHeight < 24 ? 4.5 : 6.5;
  const [x1, x2] = [x(row.nedre ?? 0), x(row.oevre ?? 0)];
  return [
    element(document, "line", {x1, x2, y1: y, y2: y, stroke: ink.selected, "stroke-width": rowHeight < 24 ? 2 : 3}),
    element(document, "circle", {
      cx: x(row.rate ?? 0),
      cy: y,
      r,
      fill: ink.selected,
      stroke: ink.white,
      "stroke-width": 1.5,
    }),
  ];
}

function zeroRow(row: Kommunerad, place: Place, {document, language, rowHeight}: KommuneplottOptions): SVGElement[] {
  const {x, y, width, size} = place;
  const t = texts[language];
  const end = x(row.oevre ?? 0);
  const text = end + 10 + textWidth(t.zero, size) < width ? t.zero : t.zeroShort;
  const r = rowHeight < 24 ? 4.5 : 6.5;
  return [
    element(document, "line", {x1: x(0), x2: end, y1: y, y2: y, stroke: ink.axis, "stroke-width": 2}),
    element(document, "circle", {cx: x(0), cy: y, r, fill: ink.white, stroke: ink.axis, "stroke-width": 2}),
    note(document, text, {...place, from: end + 10}),
  ];
}

/** Words beside a mark; they move left, on a white edge, when the row has no more room. */
function note(document: Document, text: string, {y, width, size, from}: Place & {readonly from: number}): SVGElement {
  const x = Math.min(from, width - textWidth(text, size));
  const halo = {stroke: ink.white, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"};
  return element(document, "text", {x, y: y + size * 0.36, "font-size": size, fill: ink.text, ...halo}, text);
}

const exampleRows: readonly Kommunerad[] = [
  {namn: "Austvik", n: 0, rate: 0, nedre: 0, oevre: 1, status: "published"},
  {namn: "Midtbygd", n: 53, rate: 1.6, nedre: 1.2, oevre: 2.1, status: "published"},
  {namn: "Nordnes", n: null, rate: null, nedre: null, oevre: null, status: "hidden"},
  {namn: "Sørli", n: null, rate: null, nedre: null, oevre: null, status: "missing"},
];

export const examples: readonly ChartExample[] = [
  {name: "every kind of row", draw: (canvas) => kommuneplott(exampleRows, {...canvas, max: 4, rowHeight: 36})},
  {name: "dense", draw: (canvas) => kommuneplott(exampleRows, {...canvas, max: 4, rowHeight: 16})},
];
