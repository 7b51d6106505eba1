import {dateFormats} from "../layout.ts";

type DateFormat = (typeof dateFormats)[number];

/** What the values of a column say of how its dates are written. */
export interface DateEvidence {
  /** Filled cells, and how many of them are read by one of the formats. */
  readonly filled: number;
  readonly read: number;
  /** The formats that read something, most first. */
  readonly formats: readonly {readonly format: DateFormat; readonly count: number}[];
  /** Dates whose first part is above 12 and can only be a day, and those whose second part is. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Dates with the year in two digits, which no layout may declare. */
  readonly shortYears: number;
}

const patterns: Readonly<Record<DateFormat, RegExp>> = {
  "%d.%m.%Y": /^\d{1,2}\.\d{1,2}\.\d{4}$/,
  "%d.%m.%Y %H:%M": /^\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}:\d{2}$/,
  "%d.%m.%Y %H:%M:%S": /^\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}:\d{2}:\d{2}$/,
  "%d/%m/%Y": /^\d{1,2}\/\d{1,2}\/\d{4}$/,
  "%Y-%m-%d": /^\d{4}-\d{2}-\d{2}$/,
  "%Y-%m-%d %H:%M": /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}$/,
  "%Y-%m-%d %H:%M:%S": /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}:\d{2}$/,
  "%Y-%m-%dT%H:%M": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  "%Y-%m-%dT%H:%M:%S": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
};

export function dateEvidence(values: Iterable<string>): DateEvidence {
  const counts = new Map<DateFormat, number>();
  let [filled, read, dayFirst, monthFirst, shortYears] = [0, 0, 0, 0, 0];
  for (const value of values) {
    const text = value.trim();
    if (text === "") continue;
    filled += 1;
    if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}(?:\s|$)/.test(text)) shortYears += 1;
    const [first = 0, second = 0] = /^\d{1,2}[./]\d{1,2}[./]/.test(text) ? text.split(/[./]/, 2).map(Number) : [];
    if (first > 12 && first <= 31 && second <= 12) dayFirst += 1;
    if (second > 12 && second <= 31 && first <= 12) monthFirst += 1;
    const format = dateFormats.find((one) => patterns[one].test(text) && isDay(text, one));
    if (format === undefined) continue;
    read += 1;
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  const formats = [...counts].map(([format, count]) => ({format, count})).sort((a, b) => b.count - a.count);
  return {filled, read, formats, dayFirst, monthFirst, shortYears};
}

function isDay(text: string, format: DateFormat): boolean {
  const numbers = text.split(/[^\d]+/, 3).map(Number);
  const [year = 0, month = 0, day = 0] = format.startsWith("%Y") ? numbers : [...numbers].reverse();
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
