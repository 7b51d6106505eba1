import type {SpanType} from "./span.ts";

/**
 * What eleven digits are: a possible date or valid check digits are enough, since a mistyped check digit still
 * identifies. Null for a number that is neither. Rules: Skatteetaten (2032), NHN (month + 65, FH-numbers).
 */
export function nationalNumber(digits: string): SpanType | null {
  if (hasPossibleDate(digits)) return digits.charCodeAt(0) - 48 >= 4 ? "DNR" : "FNR";
  return isMod11(digits) ? "OTHER_ID" : null;
}

/** D-numbers add 40 to the day; test and help numbers add 40, 65 or 80 to the month. */
export function hasPossibleDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const plainDay = day > 40 ? day - 40 : day;
  return plainDay >= 1 && plainDay <= 31 && [0, 40, 65, 80].some((offset) => month > offset && month <= offset + 12);
}

/** Both check digits by modulus 11; from 2032 the first may leave a remainder of 0–3. */
export function isMod11(digits: string): boolean {
  return weighed(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) <= 3 && isAccount(digits);
}

/** The second check digit, which an account number shares. */
export function isAccount(digits: string): boolean {
  return weighed(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0;
}

function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits.charCodeAt(index) - 48), 0) % 11;
}
