interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The parts of an ISO date; the clock and the time zone are left out on purpose. */
export function dayOf(iso: string): Day {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = iso.slice(0, 10).split("-").map(Number);
  return {year, month, day};
}

/** `2026-03-02` as `2.3.2026`. */
export function date(iso: string): string {
  const {year, month, day} = dayOf(iso);
  return `${day}.${month}.${year}`;
}

/** `1. kv. 2025`. */
export function quarter(number: number, year?: number): string {
  return year === undefined ? `${number}.\u00a0kv.` : `${number}.\u00a0kv. ${year}`;
}

/** `2023–2025`, or one year alone. */
export function period(years: readonly number[]): string {
  const first = years[0];
  const last = years.at(-1);
  return first === last ? `${first}` : `${first}–${last}`;
}
