import type {Frequency} from "../contract/meeting-fields.ts";

const PERIOD = /^(\d{4})(?:M(0[1-9]|1[0-2])|K([1-4])|U(0[1-9]|[1-4]\d|5[0-3]))$/;
const letters: Readonly<Record<string, Frequency>> = {M: "maanad", K: "kvartal", U: "veke"};
const DAY = 86_400_000;

/** A period as Statistics Norway names it, which no spreadsheet takes for a date: `2026M03`, `2026K1` or `2026U07`. */
export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/** The period a cell means: a month may be written as a date too. Null when it means none. */
export function periodIn(cell: string): string | null {
  const text = cell.trim().toUpperCase();
  if (isPeriod(text)) return text;
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])(?:-01)?$/.exec(text) ?? [];
  return year === undefined || month === undefined ? null : `${year}M${month}`;
}

export function frequencyOf(period: string): Frequency {
  return letters[period[4] ?? ""] ?? "maanad";
}

/** The first day of a period, and the first day after it, as ISO dates. */
export function daysOf(period: string): {readonly first: string; readonly after: string} {
  const [, year = "", month, quarter, week] = PERIOD.exec(period) ?? [];
  if (week !== undefined) {
    const first = firstWeek(Number(year)) + (Number(week) - 1) * 7 * DAY;
    return {first: iso(first), after: iso(first + 7 * DAY)};
  }
  const begins = quarter === undefined ? Number(month) - 1 : (Number(quarter) - 1) * 3;
  const length = quarter === undefined ? 1 : 3;
  return {first: iso(Date.UTC(Number(year), begins)), after: iso(Date.UTC(Number(year), begins + length))};
}

/** The Monday of ISO week 1, the week with the year's first Thursday. */
function firstWeek(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
}

/** The period of a frequency that holds a day. */
export function periodOf(day: string, frequency: Frequency): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (frequency === "kvartal") return `${year}K${Math.floor(date.getUTCMonth() / 3) + 1}`;
  if (frequency === "maanad") return `${year}M${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
  const thursday = time - ((date.getUTCDay() + 6) % 7) * DAY + 3 * DAY;
  const own = new Date(thursday).getUTCFullYear();
  return `${own}U${String(Math.floor((thursday - firstWeek(own)) / (7 * DAY)) + 1).padStart(2, "0")}`;
}

/** Every period of a frequency from the one that holds `from` to the last that ended before `until`. */
export function periodsBetween(from: string, until: string, frequency: Frequency): string[] {
  const periods: string[] = [];
  for (let day = daysOf(periodOf(from, frequency)).first; ; ) {
    const period = periodOf(day, frequency);
    const {after} = daysOf(period);
    if (after > until) return periods;
    periods.push(period);
    day = after;
  }
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
