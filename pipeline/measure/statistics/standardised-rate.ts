import {requireCount, requirePositive, requireThat} from "./argument.ts";
import type {Interval} from "./interval.ts";
import {type CountOptions, countInterval} from "./poisson-interval.ts";
import {sumOf} from "./sum.ts";

/**
 * One stratum (an age band, a size class). `weight` is its part of the standard population in any unit.
 * `squaredEvents` is the sum over persons of their number of events, squared; equal to `events` when left out, which
 * says that no person has more than one.
 */
export type Stratum = Readonly<{events: number; population: number; weight: number; squaredEvents?: number}>;
/** The same stratum here and in the reference population. */
export type ReferenceStratum = Readonly<{population: number; referenceEvents: number; referencePopulation: number}>;
/** `per` is 1000 when left out. */
export type StandardisedRateOptions = CountOptions & Readonly<{per?: number}>;
/** Too few events is an answer of its own: there is then no rate to show. */
export type StandardisedRate =
  | (Interval & Readonly<{kind: "rate"; rate: number; events: number}>)
  | Readonly<{kind: "too-few-events"; events: number}>;

const fewestEvents = 10;

/**
 * Directly standardised rate per `per` persons, with the interval of Dobson et al. (Stat Med 1991;10:457) on Byar's or
 * the exact limits of the count: the conventions of PHEindicatormethods. Not given below 10 events.
 *
 * Each stratum has a population above 0 and a weight of 0 or more. Where one person can have several events, their
 * dependence enters the variance through `squaredEvents`.
 */
export function directlyStandardisedRate(
  strata: readonly Stratum[],
  {per = 1000, ...options}: StandardisedRateOptions = {},
): StandardisedRate {
  requirePositive(per, "per");
  strata.forEach(requireStratum);
  const weight = sumOf(strata.map((stratum) => stratum.weight));
  requirePositive(weight, "sum of weights");
  const events = sumOf(strata.map((stratum) => stratum.events));
  if (events < fewestEvents) return {kind: "too-few-events", events};
  const shares = strata.map((stratum) => stratum.weight / weight / stratum.population);
  const rate = per * sumOf(strata.map((stratum, i) => stratum.events * (shares[i] ?? 0)));
  const squares = strata.map((stratum, i) => (stratum.squaredEvents ?? stratum.events) * (shares[i] ?? 0) ** 2);
  const scale = per * Math.sqrt(sumOf(squares) / events);
  const {lower, upper} = countInterval(events, options);
  return {
    kind: "rate",
    rate,
    lower: Math.max(0, rate + scale * (lower - events)),
    upper: rate + scale * (upper - events),
    events,
  };
}

/** Events that these populations would have had with the rates of the reference population, stratum by stratum. */
export function expectedEvents(strata: readonly ReferenceStratum[]): number {
  return sumOf(
    strata.map(({population, referenceEvents, referencePopulation}) => {
      requireThat(Number.isFinite(population) && population >= 0, "population", population);
      requireCount(referenceEvents, "reference events");
      requirePositive(referencePopulation, "reference population");
      return (population * referenceEvents) / referencePopulation;
    }),
  );
}

function requireStratum({events, population, weight, squaredEvents = events}: Stratum): void {
  requireCount(events, "events");
  requirePositive(population, "population");
  requireThat(Number.isFinite(weight) && weight >= 0, "weight", weight);
  requireThat(Number.isFinite(squaredEvents) && squaredEvents >= events, "squared events", squaredEvents);
}
