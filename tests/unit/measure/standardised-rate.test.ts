import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {byarInterval, exactPoissonInterval} from "../../../pipeline/measure/statistics/poisson-interval.ts";
import {
  directlyStandardisedRate,
  expectedEvents,
  type StandardisedRate,
} from "../../../pipeline/measure/statistics/standardised-rate.ts";
import {expectRelative} from "./slow.ts";

function shown(rate: StandardisedRate) {
  if (rate.kind !== "rate") throw new Error(`not a rate: ${rate.kind}`);
  return rate;
}

describe("directlyStandardisedRate", () => {
  const strata = [
    {events: 6, population: 2000, weight: 300},
    {events: 14, population: 1000, weight: 100},
  ];

  it("gives the rate and the interval of Dobson worked by hand", () => {
    // (300 · 6 / 2000 + 100 · 14 / 1000) / 400 = 2.3 / 400 = 5.75 per 1 000.
    // Variance (300² · 6 / 2000² + 100² · 14 / 1000²) / 400² = (0.135 + 0.14) / 160 000, over 20 events.
    const {rate, lower, upper, events} = shown(directlyStandardisedRate(strata));
    const scale = 1000 * Math.sqrt(0.275 / 160_000 / 20);
    const byar = byarInterval(20);
    expect(events).toBe(20);
    expectRelative(rate, 5.75, 1e-14);
    expectRelative(lower, 5.75 - scale * (20 - byar.lower), 1e-13);
    expectRelative(upper, 5.75 + scale * (byar.upper - 20), 1e-13);
  });

  it("is the crude rate with the interval of the count for one stratum, and for weights like the populations", () => {
    const one = shown(
      directlyStandardisedRate([{events: 41, population: 9760, weight: 7}], {per: 100_000, level: 0.998}),
    );
    const byar = byarInterval(41, 0.998);
    expectRelative(one.rate, (41 / 9760) * 1e5, 1e-14);
    expectRelative(one.lower, (byar.lower / 9760) * 1e5, 1e-12);
    expectRelative(one.upper, (byar.upper / 9760) * 1e5, 1e-12);
    const crude = shown(
      directlyStandardisedRate(
        strata.map((stratum) => ({...stratum, weight: stratum.population})),
        {method: "exact"},
      ),
    );
    expectRelative(crude.rate, 20 / 3, 1e-14);
    expectRelative(crude.upper, exactPoissonInterval(20).upper / 3, 1e-12);
  });

  it("says so by its type below 10 events, none of them shown", () => {
    const few = [
      {events: 4, population: 10, weight: 1},
      {events: 5, population: 10, weight: 1},
    ];
    expect(directlyStandardisedRate(few)).toEqual({kind: "too-few-events", events: 9});
    expect(() => directlyStandardisedRate([])).toThrow(new Error("argument: sum of weights 0"));
    expect(shown(directlyStandardisedRate([...few, {events: 1, population: 10, weight: 0}])).events).toBe(10);
  });

  it("widens where persons have several events: 10 persons with 2 each have twice the variance", () => {
    const single = shown(directlyStandardisedRate([{events: 20, population: 100, weight: 1}]));
    const double = shown(
      directlyStandardisedRate([{events: 20, population: 100, weight: 1, squaredEvents: 10 * 2 ** 2}]),
    );
    expectRelative(double.rate, single.rate, 1e-15);
    expectRelative(double.upper - double.rate, Math.SQRT2 * (single.upper - single.rate), 1e-12);
  });

  it("holds the rate, does not mind the unit of the weights, and grows with the unit of the rate", () => {
    const stratum = fc.record({
      events: fc.nat(500),
      population: fc.integer({min: 1, max: 10_000}),
      weight: fc.nat(500),
    });
    fc.assert(
      fc.property(fc.array(stratum, {minLength: 1, maxLength: 8}), (made) => {
        const some = [{events: 10, population: 50, weight: 1}, ...made];
        const rate = shown(directlyStandardisedRate(some));
        const scaled = some.map((each) => ({...each, weight: each.weight * 8}));
        expect(rate.lower).toBeLessThanOrEqual(rate.rate);
        expect(rate.upper).toBeGreaterThan(rate.rate);
        expect(directlyStandardisedRate(scaled)).toEqual(rate);
        expectRelative(shown(directlyStandardisedRate(some, {per: 2000})).rate, 2 * rate.rate, 1e-14);
      }),
    );
  });

  it("refuses a stratum without people and squares smaller than the events", () => {
    expect(() => directlyStandardisedRate([{events: 1, population: 0, weight: 1}])).toThrow("argument: population 0");
    expect(() => directlyStandardisedRate([{events: 1, population: 9, weight: -1}])).toThrow("argument: weight -1");
    expect(() => directlyStandardisedRate([{events: 3, population: 9, weight: 1, squaredEvents: 2}])).toThrow(
      "argument: squared events 2",
    );
  });
});

describe("expectedEvents", () => {
  it("adds what the rates of the reference would give", () => {
    const strata = [
      {population: 500, referenceEvents: 20, referencePopulation: 10_000},
      {population: 0, referenceEvents: 7, referencePopulation: 100},
      {population: 300, referenceEvents: 50, referencePopulation: 5000},
    ];
    expectRelative(expectedEvents(strata), 1 + 0 + 3, 1e-15);
    expect(expectedEvents([])).toBe(0);
    expect(() => expectedEvents([{population: 1, referenceEvents: 0, referencePopulation: 0}])).toThrow(
      "argument: reference population 0",
    );
  });
});
