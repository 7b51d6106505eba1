export type Units = Uint8Array | Uint16Array;

/** Where a walk over the units of a delimited file stands. */
export interface Scan {
  readonly delimiter: number;
  /** `closing`: after a quote in quotes, which another one doubles. */
  state: "outside" | "quoted" | "closing";
  /** The unit before the next one. */
  before: number;
  /** The line of the next unit, and the line where the last quote opened. */
  line: number;
  quoteLine: number;
}

const QUOTE = 34;
const SPACE = 32;
const LF = 10;
const CR = 13;

/** A walk that begins where a cell begins, as after a line break. */
export function scanFor(delimiter: string): Scan {
  return {delimiter: delimiter.charCodeAt(0), state: "outside", before: LF, line: 1, quoteLine: 1};
}

/** Where the next record begins, or -1 when these units hold no end of the one that goes on. */
export function nextRecord(scan: Scan, units: Units, from: number): number {
  for (let at = from; ; at += 1) {
    if (scan.state !== "outside") at = endOfQuotes(scan, units, at);
    if (at >= units.length) return -1;
    if (scan.before === CR) {
      scan.before = LF;
      return units[at] === LF ? at + 1 : at;
    }
    const sign = nextSign(units, at);
    const before = sign > at ? (units[sign - 1] as number) : scan.before;
    scan.before = units[sign] ?? before;
    if (sign === units.length) return -1;
    at = sign;
    if (scan.before === QUOTE) openQuote(scan, before);
    else scan.line += 1;
    if (scan.before === LF) return at + 1;
  }
}

/** A quote opens only where a cell begins. */
function openQuote(scan: Scan, before: number): void {
  if (before !== scan.delimiter && before !== LF) return;
  scan.state = "quoted";
  scan.quoteLine = scan.line;
}

function nextSign(units: Units, from: number): number {
  let at = from;
  for (; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (unit <= QUOTE && unit !== SPACE && (unit === QUOTE || unit === LF || unit === CR)) break;
  }
  return at;
}

function endOfQuotes(scan: Scan, units: Units, from: number): number {
  let closing = scan.state === "closing";
  let {before, line} = scan;
  let at = from;
  for (; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (closing && unit !== QUOTE) break;
    if (unit === QUOTE) closing = !closing;
    else if (unit === CR || (unit === LF && before !== CR)) line += 1;
    before = unit;
  }
  scan.state = at < units.length ? "outside" : closing ? "closing" : "quoted";
  scan.before = at < units.length ? QUOTE : before;
  scan.line = line;
  return at;
}
