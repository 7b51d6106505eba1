import type {LinkedTables} from "./linked-tables.ts";

/** One who may try to work out hidden cells, and the cells he knows the reports of from before. */
export interface Attacker {
  readonly name: string;
  readonly knows: ReadonlySet<string>;
  /** One who has sent a single report, and may meet it in more cells than he is said to know. */
  readonly isSingle?: boolean;
}

/** An attacker in numbered tables. */
interface Knowing {
  readonly name: string;
  readonly isSingle: boolean;
  readonly known: readonly number[];
  readonly isKnown: Uint8Array;
}

/** That this attacker must not be able to place this cell within less than the threshold. */
export interface Requirement {
  readonly attacker: Knowing;
  readonly target: number;
}

const outsider: Attacker = {name: "outsider", knows: new Set()};

/**
 * What must hold: each attacker against each target he does not know. Left out is what follows from another: whoever
 * knows more of the cells, and not the target, is the harder to stand against.
 */
export function requirementsOf(
  tables: LinkedTables,
  attackers: readonly Attacker[],
  targets: readonly number[],
): Requirement[] {
  const knowing = [outsider, ...attackers].map((attacker) => knowingOf(tables, attacker));
  const strongestFirst = distinct(knowing).sort((a, b) => b.known.length - a.known.length);
  const stronger = strongestFirst.map((attacker, at) =>
    strongestFirst.slice(0, at).filter(({isKnown}) => attacker.known.every((cell) => isKnown[cell] === 1)),
  );
  return strongestFirst.flatMap((attacker, at) =>
    targets
      .filter((target) => attacker.isKnown[target] !== 1)
      .filter((target) => !stronger[at]?.some(({isKnown}) => isKnown[target] !== 1))
      .map((target) => ({attacker, target})),
  );
}

function distinct(attackers: readonly Knowing[]): Knowing[] {
  const byKnown = new Map(attackers.map((attacker) => [attacker.known.join(), attacker]));
  return [...byKnown.values()];
}

function knowingOf(tables: LinkedTables, {name, knows, isSingle = false}: Attacker): Knowing {
  const known = ownCells(tables, knows);
  const isKnown = new Uint8Array(tables.keys.length);
  for (const cell of known) isKnown[cell] = 1;
  return {name, isSingle, known, isKnown};
}

/**
 * The cells whose reports are all one's own: those told, each part of such a cell, and each total that has nothing but
 * such parts and zeros.
 */
function ownCells({indexOf, isZero, sums}: LinkedTables, knows: ReadonlySet<string>): number[] {
  const own = new Set([...knows].flatMap((key) => indexOf.get(key) ?? []));
  for (let before = -1; before !== own.size && own.size > 0; ) {
    before = own.size;
    for (const sum of sums) {
      const parts = sum.slice(0, -1).map(([cell]) => cell);
      const total = sum.at(-1)?.[0] ?? 0;
      if (own.has(total)) for (const part of parts) own.add(part);
      else if (parts.some((part) => own.has(part)) && parts.every((part) => own.has(part) || isZero[part]))
        own.add(total);
    }
  }
  return [...own].sort((a, b) => a - b);
}
