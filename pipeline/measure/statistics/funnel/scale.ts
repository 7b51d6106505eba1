import {requirePositive} from "../argument.ts";
import type {Deviate} from "./dispersion.ts";

/** Events of one unit and what they are out of: events expected, cases, or events of another kind. */
export type FunnelUnit = Readonly<{events: number; outOf: number}>;

/**
 * The scale where units of different size vary alike, each after the convention it comes from. "shmi": logarithm of
 * observed over expected; "cqc": its square root; "share": arcsine of the root of a share; "ratio-of-counts": logarithm
 * of a ratio of two counts.
 */
export type FunnelScale = "shmi" | "cqc" | "share" | "ratio-of-counts";

/** `deviate` is a unit's distance from `centre` in standard errors; `back` leads from the scale to values. */
export type Scale = Readonly<{
  centre: number;
  deviate: (unit: FunnelUnit) => Deviate;
  back: (place: number) => number;
}>;

const half = 0.5;

export function scaleOf(scale: FunnelScale, target: number): Scale {
  return scales[scale](target);
}

const scales: Readonly<Record<FunnelScale, (target: number) => Scale>> = {
  shmi: () => ({
    centre: 0,
    // No events have no logarithm: half an event stands for them.
    deviate: ({events, outOf}) => deviateOf(Math.log((events || half) / outOf), 0, 1 / Math.sqrt(outOf)),
    back: Math.exp,
  }),
  cqc: () => ({
    centre: 1,
    deviate: ({events, outOf}) => deviateOf(Math.sqrt(events / outOf), 1, half / Math.sqrt(outOf)),
    back: (root) => Math.max(0, root) ** 2,
  }),
  share: (target) => {
    const centre = Math.asin(Math.sqrt(target));
    return {
      centre,
      deviate: ({events, outOf}) => deviateOf(Math.asin(Math.sqrt(events / outOf)), centre, half / Math.sqrt(outOf)),
      back: (angle) => Math.sin(Math.min(Math.max(angle, 0), Math.PI / 2)) ** 2,
    };
  },
  "ratio-of-counts": (target) => {
    requirePositive(target, "target");
    const centre = Math.log(target);
    return {
      centre,
      deviate: ({events, outOf}) => {
        const place = Math.log((events + half) / (outOf + half));
        return deviateOf(place, centre, Math.sqrt(events / (events + half) ** 2 + outOf / (outOf + half) ** 2));
      },
      back: Math.exp,
    };
  },
};

function deviateOf(place: number, centre: number, standardError: number): Deviate {
  return {z: (place - centre) / standardError, standardError};
}
