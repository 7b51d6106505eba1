import {requireThat, tailOf} from "./argument.ts";
import type {Interval} from "./interval.ts";
import {normalQuantile} from "./normal.ts";
import {devianceOf, type QuasiPoissonOptions, quasiPoisson} from "./quasi-poisson.ts";
import {dot, type Matrix} from "./weighted-least-squares.ts";

export type ProfileOptions = QuasiPoissonOptions & Readonly<{level?: number; dispersion?: number}>;
type Side = Readonly<{y: readonly number[]; design: Matrix; exposures: readonly number[]; column: number}>;

const mostWidenings = 60;
const halvings = 80;

/**
 * Profile-likelihood limits of one coefficient of `quasiPoisson`, on the log scale: where twice the loss of likelihood,
 * with the other coefficients fitted anew and divided by the dispersion (1 when left out: Poisson), is the square of the
 * normal quantile (Venables & Ripley 2002 § 8.4; R's `confint` of a glm). Better than Wald's limits where counts are
 * few. Infinite on a side where the likelihood never falls so far. Throws as `quasiPoisson` does.
 */
export function profileInterval(
  y: readonly number[],
  design: Matrix,
  column: number,
  options: ProfileOptions = {},
): Interval {
  const {exposures = y.map(() => 1), level = 0.95, dispersion = 1} = options;
  requireThat(Number.isSafeInteger(column) && column >= 0 && column < (design[0]?.length ?? 0), "column", column);
  requireThat(dispersion > 0 && Number.isFinite(dispersion), "dispersion", dispersion);
  const fit = quasiPoisson(y, design, {exposures});
  const estimate = fit.coefficients[column] ?? 0;
  const step = Math.sqrt(fit.unscaledCovariance[column]?.[column] ?? 1);
  const most = devianceOf(y, fit.fitted.map(Math.log)) + dispersion * normalQuantile(1 - tailOf(level)) ** 2;
  const isBeyond = (value: number): boolean => devianceAt({y, design, exposures, column}, value) > most;
  return {lower: limit(estimate, -step, isBeyond), upper: limit(estimate, step, isBeyond)};
}

/** The first value in this direction that is beyond, by widening and then halving. */
function limit(estimate: number, step: number, isBeyond: (value: number) => boolean): number {
  let [inside, outside] = [estimate, estimate + step];
  for (let widening = 0; !isBeyond(outside); widening++) {
    if (widening === mostWidenings) return step * Infinity;
    [inside, outside] = [outside, outside + step * (widening + 1)];
  }
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (inside + outside) / 2;
    if (isBeyond(middle)) outside = middle;
    else inside = middle;
  }
  return (inside + outside) / 2;
}

/** The deviance with the coefficient held, which makes its column a part of the exposure. */
function devianceAt({y, design, exposures, column}: Side, value: number): number {
  const held = exposures.map((exposure, t) => exposure * Math.exp(value * (design[t]?.[column] ?? 0)));
  const rest = design.map((row) => row.filter((_, k) => k !== column));
  if (rest[0]?.length === 0) return devianceOf(y, held.map(Math.log));
  const {coefficients} = quasiPoisson(y, rest, {exposures: held});
  return devianceOf(
    y,
    rest.map((row, t) => Math.log(held[t] ?? 1) + dot(row, coefficients)),
  );
}
