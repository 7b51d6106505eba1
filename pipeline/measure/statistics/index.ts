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
export {type Chartable, type ChartChoice, type ChartReason, chartChoice} from "./control-chart/chart-choice.ts";
export type {
  ChartKind,
  ChartOptions,
  ControlChart,
  ControlPhase,
  ControlPoint,
  LimitStatus,
} from "./control-chart/control-chart.ts";
export {type CountChartOptions, cChart, pChart, uChart} from "./control-chart/count-charts.ts";
export {
  type GoodDirection,
  type MdcAssurance,
  type MdcChart,
  type MdcOptions,
  type MdcPoint,
  type MdcRule,
  type MdcSignal,
  type MdcVariation,
  makingDataCount,
} from "./control-chart/making-data-count.ts";
export {averageMovingRange, movingRanges} from "./control-chart/moving-range.ts";
export {gChart, tChart} from "./control-chart/rare-event-charts.ts";
export {anhoejRuns, type Runs, type RunsOptions} from "./control-chart/runs.ts";
export {type PeriodSeries, type Phase, phasesOf, type Rebase, rebasesAt} from "./control-chart/series.ts";
export {type ChartSignals, chartSignals} from "./control-chart/signals.ts";
export {type XmrOptions, xmrChart} from "./control-chart/xmr-chart.ts";
export {
  type Advice,
  type Analysis,
  type Detectability,
  type Detection,
  detectability,
  detectionChance,
  smallestVisibleReduction,
} from "./detection.ts";
export {
  type Effect,
  type EffectMethod,
  type EffectPlan,
  type EffectQuestion,
  type EffectVerdict,
  effectPlan,
  effectVerdict,
  type Season,
  type Series,
} from "./effect.ts";
export {
  type ChartLimits,
  chartFalseAlarm,
  expectedFalseSignals,
  falseChangeRate,
  limitsFalseAlarm,
  runsFalseAlarm,
  type ScatteredLimits,
  scatteredFalseAlarm,
} from "./false-alarm.ts";
export {type Dependence, discoveries, falseDiscoveryAdjusted} from "./false-discovery.ts";
export {type Deviate, type Dispersion, dispersionOf, type Trim} from "./funnel/dispersion.ts";
export {
  type Funnel,
  type FunnelLimits,
  type FunnelOptions,
  type FunnelPoint,
  funnel,
  funnelLimits,
  type Outside,
  outsideOwnInterval,
} from "./funnel/funnel.ts";
export type {FunnelScale, FunnelUnit} from "./funnel/scale.ts";
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
export {type GammaPair, gammaRatio, gammaRatioOfRatios, type RatioInterval} from "./gamma-ratio.ts";
export {
  type InterruptedOptions,
  type InterruptedSeries,
  interruptedSeries,
  type SegmentedShape,
  segmentedDesign,
} from "./interrupted-series.ts";
export type {Interval} from "./interval.ts";
export {digamma, lnGamma} from "./ln-gamma.ts";
export {
  type GammaPrior,
  type NegativeBinomialFit,
  negativeBinomialFit,
  predictiveCdf,
} from "./negative-binomial-fit.ts";
export {lnNegativeBinomialPmf, negativeBinomialCdf, negativeBinomialPmf} from "./negative-binomial-pmf.ts";
export {lnNormalCdf, normalCdf, normalQuantile, normalUpperQuantile} from "./normal.ts";
export {type Pareto, type ParetoOptions, type ParetoRow, pareto} from "./pareto.ts";
export {type PeriodOptions, type PeriodRatio, periodChange, periodRatio} from "./period-ratio.ts";
export {lnPoissonPmf, poissonCdf, poissonPmf, poissonQuantile, poissonUpper} from "./poisson.ts";
export {
  byarInterval,
  type CountMethod,
  type CountOptions,
  countInterval,
  exactPoissonInterval,
  standardisedRatio,
} from "./poisson-interval.ts";
export {type ProfileOptions, profileInterval} from "./profile-interval.ts";
export {medianOf, quantileOf} from "./quantile.ts";
export {
  lagOneCorrelation,
  neweyWest,
  type QuasiPoisson,
  type QuasiPoissonOptions,
  quasiPoisson,
} from "./quasi-poisson.ts";
export {jeffreysPrior, type RankOptions, rankDistribution} from "./rank-distribution.ts";
export {averagedPrior, empiricalBayesPrior} from "./rank-prior.ts";
export {
  expectedRank,
  pairwiseProbabilities,
  type RankGroup,
  type RankRule,
  rankGroup,
  rankInterval,
  type TopWord,
  topProbability,
  topWord,
} from "./rank-summary.ts";
export {type RateOptions, rateInterval} from "./rate-interval.ts";
export {type RateRatioOptions, type RateRatioTest, rateRatioTest} from "./rate-ratio-test.ts";
export {raisedLevel, type Scatter, scatterDegrees, sideDegrees} from "./scatter-degrees.ts";
export {drawnGamma, type Random, seededRandom} from "./seeded-random.ts";
export {clopperPearsonInterval, wilsonInterval} from "./share-interval.ts";
export {type Reporter, type Silence, type SilenceWord, silences} from "./silence.ts";
export {
  type Criteria,
  drawnWeights,
  exactSmaa,
  type Smaa,
  type SmaaOptions,
  smaa,
  smaaOfDraws,
  type WeightOptions,
} from "./smaa.ts";
export {
  directlyStandardisedRate,
  expectedEvents,
  type ReferenceStratum,
  type StandardisedRate,
  type StandardisedRateOptions,
  type Stratum,
} from "./standardised-rate.ts";
export {studentCdf, studentQuantile} from "./student.ts";
