export {betaOddsQuantile, betaQuantile, lnBeta, regularisedBeta, regularisedBetaAtOdds} from "./beta.ts";
export {type ChangeVerdict, changeVerdict, type VerdictOptions} from "./change-verdict.ts";
export {
  chiSquareQuantile,
  gammaLower,
  gammaLowerQuantile,
  gammaUpper,
  gammaUpperQuantile,
  lnGamma,
} from "./gamma.ts";
export type {Interval} from "./interval.ts";
export {normalCdf, normalQuantile} from "./normal.ts";
export {type PeriodOptions, type PeriodRatio, periodRatio} from "./period-ratio.ts";
export {byarInterval, countInterval, exactPoissonInterval} from "./poisson-interval.ts";
export {rateInterval} from "./rate-interval.ts";
export {wilsonInterval} from "./share-interval.ts";
