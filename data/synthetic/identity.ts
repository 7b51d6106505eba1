import {dateOf, dayIn} from "./days.ts";
import type {Random} from "./random.ts";

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const OLDEST = dayIn(1930, 1, 1);
const YOUNGEST = dayIn(1999, 12, 31);

/**
 * A fødselsnummer in the series of Tenor (Skatteetaten's test population): the month has 80 added, the check digits
 * hold, and no person can have it.
 */
export function testNumber(random: Random): string {
  for (;;) {
    const date = dateOf(random.int(OLDEST, YOUNGEST));
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const serial = padded(random.int(0, 499), 3);
    const checked = withCheckDigits(padded(day, 2) + padded(month + 80, 2) + padded(year % 100, 2) + serial);
    if (checked !== null) return checked;
  }
}

function withCheckDigits(nine: string): string | null {
  const first = checkDigit(nine, FIRST_WEIGHTS);
  if (first === null) return null;
  const second = checkDigit(nine + first, SECOND_WEIGHTS);
  return second === null ? null : nine + first + second;
}

function checkDigit(digits: string, weights: readonly number[]): string | null {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? null : String(digit);
}

const padded = (value: number, width: number): string => String(value).padStart(width, "0");
