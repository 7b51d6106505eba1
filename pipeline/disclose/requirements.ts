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
  const sumsOf = sumsByCell(tables);
  const knowing = [outsider, ...attackers].map((attacker) => knowingOf(tables, sumsOf, attacker));
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

function knowingOf(
  tables: LinkedTables,
  sumsOf: readonly (readonly Sum[])[],
  {name, knows, isSingle = false}: Attacker,
): Knowing {
  const known = ownCells(tables, sumsOf, knows);
  const isKnown = new Uint8Array(tables.keys.length);
  for (const cell of known) isKnown[cell] = 1;
  return {name, isSingle, known, isKnown};
}

interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** For each cell the sums it stands in. */
function sumsByCell({keys, sums}: LinkedTables): Sum[][] {
  const byCell = keys.map((): Sum[] => []);
  for (const terms of sums) {
    const cells = terms.map(([cell]) => cell);
    const sum = {total: cells.at(-1) ?? 0, parts: cells.slice(0, -1)};
    for (const cell of cells) byCell[cell]?.push(sum);
  }
  return byCell;
}

/**
 * The cells whose reports are all one's own: those told, each part of such a cell, and each total that has
 * nothing but such parts and zeros.
 */
function ownCells(
  {indexOf, isZero}: LinkedTables,
  sumsOf: readonly (readonly Sum[])[],
  knows: ReadonlySet<string>,
): number[] {
  const isOwn = new Uint8Array(isZero.length);
  const own: number[] = [];
  const reach = (cell: number): void => {
    if (isOwn[cell] === 1) return;
    isOwn[cell] = 1;
    own.push(cell);
  };
  for (const key of knows) {
    const cell = indexOf.get(key);
    if (cell !== undefined) reach(cell);
  }
  // An array gives what is added while it is gone through, too.
  for (const cell of own) {
    for (const {total, parts} of sumsOf[cell] ?? []) {
      if (cell === total) parts.forEach(reach);
      else if (isOwn[total] === 0 && parts.every((part) => isOwn[part] === 1 || isZero[part])) reach(total);
    }
  }
  return own.sort((a, b) => a - b);
}
