/** A rising tail probability at u, and its derivative by u. */
export type TailPoint = Readonly<{probability: number; slope: number}>;
type Bracket = Readonly<{low: number; high: number}>;

const enough = 1e-11;
const maximumSteps = 500;

/**
 * The u where a rising tail reaches the target (0 < target <= 0.5).
 *
 * Newton's method on the logarithm of the tail. Where that logarithm is concave in u, as for the gamma on ln x and the
 * beta on the log odds, the steps from the left never overshoot. A step that leaves the bracket, or cannot be computed
 * because the tail underflows, is replaced by bisection. Quadratic convergence: a last step below 1e-11 leaves an error
 * at the level of rounding.
 */
export function tailRoot(tail: (u: number) => TailPoint, target: number, start: number): number {
  let bracket: Bracket = {low: -Infinity, high: Infinity};
  let u = start;
  for (let steps = 0; steps < maximumSteps; steps++) {
    const {probability, slope} = tail(u);
    const excess = Math.log(probability / target);
    const newton = (-excess * probability) / slope;
    if (Math.abs(newton) <= enough) return u + newton;
    bracket = excess < 0 ? {...bracket, low: u} : {...bracket, high: u};
    const next = isInside(u + newton, bracket) ? u + newton : fallback(bracket, 2 ** steps);
    if (Math.abs(next - u) <= enough) return next;
    u = next;
  }
  throw new Error(`no root found: ${target}`);
}

function isInside(u: number, {low, high}: Bracket): boolean {
  return u > low && u < high;
}

function fallback({low, high}: Bracket, width: number): number {
  if (low === -Infinity) return high - width;
  if (high === Infinity) return low + width;
  return (low + high) / 2;
}
