export interface Exposure {
  readonly n: number;
  readonly folketal: number;
}

/** Standard normal quantile of 0.99. */
const z99 = 2.3263;

/**
 * True when the rates differ more than chance alone explains: Pearson's chi-square of counts against one common rate,
 * tested at 1 % with the Wilson–Hilferty approximation of the quantile.
 */
export function differ(rows: readonly Exposure[]): boolean {
  const degrees = rows.length - 1;
  if (degrees < 1) return false;
  const common = sum(rows.map((row) => row.n)) / sum(rows.map((row) => row.folketal));
  if (!(common > 0)) return false;
  const statistic = sum(rows.map((row) => (row.n - common * row.folketal) ** 2 / (common * row.folketal)));
  return statistic > chiSquare99(degrees);
}

function chiSquare99(degrees: number): number {
  const step = 2 / (9 * degrees);
  return degrees * (1 - step + z99 * Math.sqrt(step)) ** 3;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
