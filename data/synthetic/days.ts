/** Whole days since 1 January 1970; dates have no time zone here. */
export type Day = number;

export const dayOf = (iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
export const dayIn = (year: number, month: number, date: number): Day => Date.UTC(year, month - 1, date) / 86_400_000;
export const dateOf = (day: Day): Date => new Date(day * 86_400_000);
export const isoOf = (day: Day): string => dateOf(day).toISOString().slice(0, 10);
export const yearOf = (day: Day): number => dateOf(day).getUTCFullYear();
export const norwegian = (day: Day): string => isoOf(day).split("-").reverse().join(".");
export const daysInMonth = (year: number, month: number): number => dayIn(year, month + 1, 1) - dayIn(year, month, 1);
