import {requireThat} from "./argument.ts";
import {lnNegativeBinomialPmf, negativeBinomialCdf} from "./negative-binomial-pmf.ts";

/** Reports from one unit and its size; null where nothing was delivered, which is not silence. */
export type Reporter = Readonly<{count: number | null; exposure: number}>;
export type SilenceWord = "manglar" | "kan_vere_tilfeldig" | "uventa_stille" | "for_faa_aa_samanlikne";
export type Silence = Readonly<{
  /** The probability that a unit of this size reports this few or fewer, if it is as its peers are. */
  probability: number | null;
  /**
   * The probability that a unit like its peers would be called `uventa_stille`; where that is not computed, the alarm.
   * Somewhat too small with two dozen peers (0.077 said and 0.095 seen in a simulated county); the alarm is not passed.
   */
  falseAlarm: number;
  word: SilenceWord;
}>;

/** One distribution of rates that the peers may have: mean rate, shape, and the logarithm of its prior weight. */
type Candidate = Readonly<{mean: number; size: number; lnPrior: number}>;

const fewestPeers = 5;
const usualAlarm = 0.01;
const variations = 16;
const widestVariation = 2.4;
const means = 17;
const reach = 4;
const lowestExponent = -650;

/**
 * Is the silence of a unit chance? Each unit against the others that delivered. Their rates have a gamma distribution,
 * so the count of a unit of a given size is negative binomial; how large and how varied the rates are is itself uncertain,
 * and is averaged over what the peers' counts make likely (flat priors on ln mean and on the coefficient of variation,
 * Gelman, Bayesian Anal 2006;1:515; sums over a grid). With the best estimate alone twice as many units would be called
 * quiet as the alarm says. `uventa_stille` when so few are less likely than `alarm` (0.01); fewer than five peers are
 * not compared with. A unit that delivered nothing is `manglar`, and no peer.
 *
 * Assumes that the need to report follows size. A quiet unit may have little to report, or other habits: the word is
 * about the count, not about the unit.
 */
export function silences(units: readonly Reporter[], alarm = usualAlarm): Silence[] {
  requireThat(alarm > 0 && alarm < 1, "alarm", alarm);
  const delivered = units.flatMap(({count, exposure}) => (count === null ? [] : [{count, exposure}]));
  if (delivered.length <= fewestPeers || delivered.every(({count}) => count === 0))
    return units.map(({count}) => ({
      probability: null,
      falseAlarm: 0,
      word: count === null ? "manglar" : "for_faa_aa_samanlikne",
    }));
  const candidates = candidatesFor(delivered);
  const likelihoods = candidates.map((candidate) => delivered.map((unit) => lnLikelihood(unit, candidate)));
  const whole = likelihoods.map((row) => row.reduce((sum, value) => sum + value, 0));
  let place = -1;
  return units.map(({count, exposure}): Silence => {
    if (count === null) return {probability: null, falseAlarm: 0, word: "manglar"};
    place += 1;
    const own = place;
    const weights = weightsOf(
      candidates.map(({lnPrior}, k) => lnPrior + (whole[k] ?? 0) - (likelihoods[k]?.[own] ?? 0)),
    );
    const low = lowerTail({candidates, weights, exposure}, alarm);
    const probability = low[count] ?? predictive({candidates, weights, exposure}, count);
    const word = probability <= alarm ? "uventa_stille" : "kan_vere_tilfeldig";
    return {probability, falseAlarm: low.length === 0 ? alarm : (low.findLast((sum) => sum <= alarm) ?? 0), word};
  });
}

type Unit = Readonly<{count: number; exposure: number}>;

/** For each coefficient of variation the means within four standard errors of the best. */
function candidatesFor(units: readonly Unit[]): Candidate[] {
  const common = sumOf(units.map(({count}) => count)) / sumOf(units.map(({exposure}) => exposure));
  return Array.from({length: variations}, (_, v) => {
    const size = (((v + 0.5) * widestVariation) / variations) ** -2;
    const information = (mean: number) =>
      sumOf(units.map(({exposure}) => (size * mean * exposure) / (size + mean * exposure)));
    const weighted = sumOf(units.map(({count, exposure}) => (size * count) / (size + common * exposure)));
    const best = (common * weighted) / information(common);
    const step = (2 * reach) / (means - 1) / Math.sqrt(information(best));
    return Array.from({length: means}, (_, k) => ({
      size,
      mean: best * Math.exp((k - (means - 1) / 2) * step),
      lnPrior: Math.log(step),
    }));
  }).flat();
}

function lnLikelihood({count, exposure}: Unit, {mean, size}: Candidate): number {
  return lnNegativeBinomialPmf(count, size, mean * exposure);
}

function weightsOf(logs: readonly number[]): number[] {
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = sumOf(weights);
  return weights.map((weight) => weight / total);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

type Prediction = Readonly<{candidates: readonly Candidate[]; weights: readonly number[]; exposure: number}>;

function predictive({candidates, weights, exposure}: Prediction, count: number): number {
  return sumOf(
    candidates.map(({mean, size}, k) => (weights[k] ?? 0) * negativeBinomialCdf(count, size, mean * exposure)),
  );
}

/**
 * The chance of at most 0, 1, 2 ... until it passes the alarm, by the recurrence of the negative binomial. Empty where
 * so many are expected that a count of 0 has no chance a number can hold.
 */
function lowerTail({candidates, weights, exposure}: Prediction, alarm: number): number[] {
  const lnNone = candidates.map(({mean, size}) => -size * Math.log1p((mean * exposure) / size));
  if (lnNone.some((ln, k) => ln < lowestExponent && (weights[k] ?? 0) > 0)) return [];
  const terms = lnNone.map((ln, k) => (weights[k] ?? 0) * Math.exp(ln));
  const sums = [sumOf(terms)];
  for (let count = 1; (sums.at(-1) ?? 1) <= alarm; count++) {
    candidates.forEach(({mean, size}, k) => {
      const ratio = (mean * exposure) / (size + mean * exposure);
      terms[k] = (((terms[k] ?? 0) * (size + count - 1)) / count) * ratio;
    });
    sums.push((sums.at(-1) ?? 0) + sumOf(terms));
  }
  return sums;
}
