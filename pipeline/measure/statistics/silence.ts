import {requireThat} from "./argument.ts";
import {lnNegativeBinomialPmf, negativeBinomialCdf} from "./negative-binomial-pmf.ts";

/** Reports from one unit and its size; null where nothing was delivered, which is not silence. */
export type Reporter = Readonly<{count: number | null; exposure: number}>;
export type SilenceWord = "manglar" | "kan_vere_tilfeldig" | "uventa_stille" | "for_faa_aa_samanlikne";
export type Silence = Readonly<{
  /** The probability that a unit of this size reports this few or fewer, if it is as its peers are. */
  probability: number | null;
  /** How likely a unit like its peers is to be called `uventa_stille`, at most: the alarm, or 0 where not even a count of 0 is that rare. */
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
    const atMost = (most: number) => predictive({candidates, weights, exposure}, most);
    const probability = atMost(count);
    const word = probability <= alarm ? "uventa_stille" : "kan_vere_tilfeldig";
    return {probability, falseAlarm: atMost(0) <= alarm ? alarm : 0, word};
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
