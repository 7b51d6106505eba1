export {
  betaLnOddsQuantile,
  betaOddsQuantile,
  betaQuantile,
  lnBeta,
  lnRegularisedBeta,
  lnRegularisedBetaAtOdds,
  regularisedBeta,
  regularisedBetaAtOdds,
} from "./beta.ts";
export {binomialCdf, binomialPmf, binomialQuantile, binomialUpper, lnBinomialPmf} from "./binomial.ts";
export {type ChangeVerdict, changeVerdict, type VerdictOptions} from "./change-verdict.ts";
export {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpper,
  gammaLower,
  gammaLowerQuantile,
  gammaUpper,
  gammaUpperQuantile,
  lnGammaLower,
  lnGammaUpper,
} from "./gamma.ts";
export type {Interval} from "./interval.ts";
export {digamma, lnGamma} from "./ln-gamma.ts";
export {lnNegativeBinomialPmf, negativeBinomialPmf} from "./negative-binomial-pmf.ts";
export {lnNormalCdf, normalCdf, normalQuantile, normalUpperQuantile} from "./normal.ts";
export {type PeriodOptions, type PeriodRatio, periodRatio} from "./period-ratio.ts";
export {lnPoissonPmf, poissonCdf, poissonPmf, poissonQuantile, poissonUpper} from "./poisson.ts";
export {byarInterval, countInterval, exactPoissonInterval} from "./poisson-interval.ts";
export {rateInterval} from "./rate-interval.ts";
export {wilsonInterval} from "./share-interval.ts";
export {studentCdf, studentQuantile} from "./student.ts";
