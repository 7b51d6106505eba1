import {requireThat} from "./argument.ts";
import {negativeBinomialFit, predictiveCdf} from "./negative-binomial-fit.ts";

/** Reports from one unit and its size; null where nothing was delivered, which is not silence. */
export type Reporter = Readonly<{count: number | null; exposure: number}>;
export type SilenceWord = "manglar" | "kan_vere_tilfeldig" | "uventa_stille" | "for_faa_aa_samanlikne";
export type Silence = Readonly<{
  /** The probability that a unit of this size reports this few or fewer, if it is as its peers are. */
  probability: number | null;
  /** The probability that a unit like its peers would be called `uventa_stille`. */
  falseAlarm: number;
  word: SilenceWord;
}>;

const fewestPeers = 5;
const usualAlarm = 0.01;

/**
 * Is the silence of a unit chance? Each unit against the others that delivered: their rates are given a gamma
 * distribution by empirical Bayes (`negativeBinomialFit`), and the unit's count is judged by the negative binomial
 * distribution that follows for its size. `uventa_stille` when so few are less likely than `alarm` (0.01); fewer than
 * five peers are not compared with. A unit that delivered nothing is `manglar`, and no peer.
 *
 * Assumes that the need to report follows size. A quiet unit may have little to report, or other habits: the word is
 * about the count, not about the unit.
 */
export function silences(units: readonly Reporter[], alarm = usualAlarm): Silence[] {
  requireThat(alarm > 0 && alarm < 1, "alarm", alarm);
  return units.map(({count, exposure}, own): Silence => {
    if (count === null) return {probability: null, falseAlarm: 0, word: "manglar"};
    const peers = units.filter((unit, index) => index !== own && unit.count !== null);
    if (peers.length < fewestPeers) return {probability: null, falseAlarm: 0, word: "for_faa_aa_samanlikne"};
    const fit = negativeBinomialFit(
      peers.map((peer) => peer.count ?? 0),
      peers.map((peer) => peer.exposure),
    );
    const below = (few: number) => (few < 0 ? 0 : predictiveCdf(few, exposure, fit));
    const probability = below(count);
    return {
      probability,
      falseAlarm: below(mostSilent(below, alarm)),
      word: probability <= alarm ? "uventa_stille" : "kan_vere_tilfeldig",
    };
  });
}

/** The largest count that is still unlikely; -1 when not even 0 is. */
function mostSilent(below: (few: number) => number, alarm: number): number {
  let few = -1;
  while (below(few + 1) <= alarm) few++;
  return few;
}
