/** Throws `Error("argument: <name> <value>")` when the condition does not hold. */
export function requireThat(valid: boolean, name: string, value: number): void {
  if (!valid) throw new Error(`argument: ${name} ${value}`);
}

/** A number of events: a whole number, zero or more. */
export function requireCount(value: number, name = "count"): void {
  requireThat(Number.isSafeInteger(value) && value >= 0, name, value);
}

/** A finite number above zero: an exposure, a shape, degrees of freedom. */
export function requirePositive(value: number, name: string): void {
  requireThat(Number.isFinite(value) && value > 0, name, value);
}

/** A probability in [0, 1]. */
export function requireProbability(value: number): void {
  requireThat(value >= 0 && value <= 1, "probability", value);
}

/** The probability outside each end of a two-sided interval of this level: 0.95 gives 0.025. */
export function tailOf(level: number): number {
  requireThat(level > 0 && level < 1, "level", level);
  return (1 - level) / 2;
}
