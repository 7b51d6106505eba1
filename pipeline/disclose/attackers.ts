import type {Count} from "./coordinate.ts";
import type {Attacker} from "./requirements.ts";

/**
 * Units that know their own numbers: the trust what it has sent, and each municipality what it has sent and what it has
 * been sent. A municipality that has only kept what it sent is one more.
 */
export function unitsIn(cells: ReadonlyMap<string, Count>): Attacker[] {
  const knowing = (name: string, knows: (at: Count["at"]) => boolean): Attacker => ({
    name,
    knows: new Set([...cells].filter(([, {at}]) => knows(at)).map(([key]) => key)),
  });
  const kommunar = [...new Set([...cells.values()].map(({at}) => kommuneOf(at)))].filter((name) => name !== null);
  return [
    knowing("hf", ({retning}) => retning === "H2K"),
    ...kommunar
      .sort()
      .flatMap((kommune) => [
        knowing(kommune, (at) => kommuneOf(at) === kommune),
        knowing(`${kommune} K2H`, (at) => kommuneOf(at) === kommune && at.retning === "K2H"),
      ]),
  ];
}

/** The municipality that a place is, or is a part of. */
function kommuneOf({omraade}: Count["at"]): string | null {
  return /^(\d{4})(?:@|$)/.exec(omraade)?.[1] ?? null;
}

/** Cells with one report: whoever sent it may know that nobody else did. */
export function singleReports(cells: ReadonlyMap<string, Count>): Set<string> {
  return new Set([...cells].filter(([, {value}]) => value === 1).map(([key]) => key));
}
