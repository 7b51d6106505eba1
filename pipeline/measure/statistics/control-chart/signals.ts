import type {ControlChart} from "./control-chart.ts";

/** `any` is null when nothing is found and no phase has points enough to judge. */
export type ChartSignals = Readonly<{
  outside: readonly Readonly<{index: number; side: "above" | "below"}>[];
  /** Start of each phase with a signal in its runs, and which. */
  runs: readonly Readonly<{from: number; long: boolean; fewCrossings: boolean}>[];
  any: boolean | null;
}>;

/**
 * The default rules: a point outside three sigma, or Anhøj's rules for runs. Where few events are expected, the exact
 * limits judge. These two together are the screen for many series; see `makingDataCount` for a single one.
 */
export function chartSignals(chart: ControlChart): ChartSignals {
  const outside = chart.points.flatMap((point, index) => {
    const {outside: side} = point.exact ?? point;
    return side === null ? [] : [{index, side}];
  });
  const runs = chart.phases.flatMap(({from, runs: {signal, longSignal, crossingSignal}}) =>
    signal ? [{from, long: longSignal === true, fewCrossings: crossingSignal === true}] : [],
  );
  const isJudged = chart.phases.some(({status, runs}) => status !== "none" || runs.signal !== null);
  return {outside, runs, any: outside.length + runs.length > 0 ? true : isJudged ? false : null};
}
