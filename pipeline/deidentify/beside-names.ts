import {compactDateAt, dateAt, isLongAgo} from "./dates.ts";
import {gapLength, isGapOnly, isNumber, lengthOf, type Reading} from "./reading.ts";
import type {Span} from "./span.ts";
import {COMMA, NEWLINE, OPEN, SPACE} from "./tokens.ts";

/** A birth date or a year that stands right behind a name: «Kari Nordmann (1945)», «Nordmann, Kari 010245». */
export function findBesideNames(reading: Reading, names: readonly Span[]): Span[] {
  const found: Span[] = [];
  let index = 0;
  for (const {end} of names) {
    while (index < reading.count && (reading.start[index] as number) < end) index += 1;
    if (!isNumber(reading, index) || gapLength(reading, index) > 3) continue;
    if (!isGapOnly(reading, index, SPACE | COMMA | OPEN | NEWLINE, 3)) continue;
    const next = birthEnd(reading, index);
    if (next === null) continue;
    const start = reading.start[index] as number;
    found.push({start, end: reading.end[next - 1] as number, type: "DATE_OF_BIRTH"});
  }
  return found;
}

function birthEnd(reading: Reading, index: number): number | null {
  const date = dateAt(reading, index) ?? compactDateAt(reading, index);
  if (date !== null) return isLongAgo(date.year) || lengthOf(reading, index) === 6 ? date.next : null;
  const year = Number(reading.text.slice(reading.start[index], reading.end[index]));
  return lengthOf(reading, index) === 4 && year > 1900 && isLongAgo(year) ? index + 1 : null;
}
