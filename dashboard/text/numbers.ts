const thousandsSpace = "\u202f";
const unitSpace = "\u00a0";

/** `1 234,5` with a narrow no-break space; rounds half away from zero. */
export function number(value: number, decimals = 0): string {
  const [whole = "", fraction] = roundedDigits(Math.abs(value), decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousandsSpace);
  const digits = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `\u2212${digits}` : digits;
}

function roundedDigits(value: number, decimals: number): string {
  const exponent = 10 ** decimals;
  return (Math.round((value + Number.EPSILON * value) * exponent) / exponent).toFixed(decimals);
}

const leastSaid = 0.1;

/** An expected number of signals with one decimal; null when it is less than a tenth, which «0,0» would call impossible. */
export function roughly(expected: number): string | null {
  return expected < leastSaid ? null : number(expected, 1);
}

/** A share between 0 and 1 as `12 %`. */
export function percent(share: number, decimals = 0): string {
  return `${number(share * 100, decimals)}${unitSpace}%`;
}

/** A rate with at most two significant digits below 10: `0,42`, `3,1`, `12`. */
export function rate(value: number): string {
  if (value === 0 || value >= 9.95) return number(value);
  return number(value, value < 0.995 ? 2 : 1);
}
