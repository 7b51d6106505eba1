/** The natural logarithm of a rising tail probability at u, and the derivative of that logarithm by u. */
export type TailPoint = Readonly<{ln: number; slope: number}>;
type Bracket = Readonly<{low: number; high: number}>;

const enough = 1e-11;
const maximumSteps = 500;

/**
 * The u where the logarithm of a rising tail reaches its target (<= ln ½).
 *
 * Newton's method. Where the logarithm is concave in u, as for the gamma on ln x and the beta on the log odds, the steps
 * from the left never overshoot. A step that leaves the bracket or cannot be computed is replaced by bisection.
 * Quadratic convergence: a last step below 1e-11 leaves an error at the level of rounding.
 */
export function tailRoot(tail: (u: number) => TailPoint, target: number, start: number): number {
  let bracket: Bracket = {low: -Infinity, high: Infinity};
  let u = start;
  for (let steps = 0; steps < maximumSteps; steps++) {
    const {ln, slope} = tail(u);
    const newton = (target - ln) / slope;
    if (Math.abs(newton) <= enough) return u + newton;
    bracket = ln < target ? {...bracket, low: u} : {...bracket, high: u};
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
