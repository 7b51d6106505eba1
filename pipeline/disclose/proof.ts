import type {Proof} from "./defence.ts";
import type {LinkedTables} from "./linked-tables.ts";
import {isWhole, type Moves, moveOf} from "./moves.ts";
import type {Requirement} from "./requirements.ts";

/** What a proof must be true of. */
export interface Claim {
  readonly tables: LinkedTables;
  readonly threshold: number;
  readonly isHidden: (cell: number) => boolean;
}

/**
 * Whether two tables prove a requirement: both are tables of whole counts in which every sum holds, nothing that is
 * shown or known differs and no hidden count is lower than it can be, and the target lies the threshold apart in them. Asks
 * no programme, so that a fault in one cannot let an edition out. Each table is gone through once.
 */
export function proofCheck(claim: Claim): (proof: Proof, requirement: Requirement) => boolean {
  const checked = new Map<Moves, boolean>();
  const stands = (moves: Moves): boolean => {
    const known = checked.get(moves) ?? isTable(moves, claim);
    checked.set(moves, known);
    return known;
  };
  return (proof, {attacker, target}) => {
    const [up = 0, down = 0] = proof.map((moves) => (moves === null ? 0 : moveOf(moves, target)));
    if (up - down < claim.threshold) return false;
    const tables = proof.filter((moves) => moves !== null);
    return tables.every((moves) => stands(moves) && moves.cells.every((cell) => attacker.isKnown[cell] !== 1));
  };
}

function isTable(moves: Moves, {tables: {sums, rooms, isZero}, isHidden}: Claim): boolean {
  const by = new Map(moves.cells.map((cell, at) => [cell, moves.by[at] ?? 0]));
  const stands = (cell: number): boolean =>
    isHidden(cell) && !isZero[cell] && (by.get(cell) ?? 0) >= -(rooms[cell] ?? 0);
  if (!isWhole(moves) || !moves.cells.every(stands)) return false;
  return sums.every((sum) => sum.reduce((so, [cell, sign]) => so + sign * (by.get(cell) ?? 0), 0) === 0);
}
