import type {LinkedTables} from "./linked-tables.ts";
import type {Moves} from "./moves.ts";
import {nearestOf} from "./nearest.ts";
import type {Requirement} from "./requirements.ts";
import type {Highs} from "./solver.ts";

interface Alternative extends Moves {
  /** How many of its cells are shown: it proves nothing until that is none. */
  shown: number;
}

interface Move {
  readonly alternative: Alternative;
  readonly by: number;
}

/** Two tables that an attacker cannot tell from the true one, which is what none stands for. */
export type Proof = readonly [up: Moves | null, down: Moves | null];
type Found = readonly [up: Alternative | null, down: Alternative | null];

/**
 * What is hidden, and the proof that it holds: for each requirement two tables that the attacker cannot tell from the
 * true one, in which the target lies the threshold apart. A proof found for one attacker serves every other who knows
 * none of the cells that move in it, so that few programmes prove many requirements.
 */
export interface Defence {
  readonly isHidden: (cell: number) => boolean;
  readonly hide: (cell: number) => void;
  readonly show: (cell: number) => void;
  /** True when the requirement is met; searches for a proof where the last one no longer stands. */
  readonly holds: (requirement: Requirement) => boolean;
  /** The last proof found. */
  readonly proofOf: (requirement: Requirement) => Proof | undefined;
  readonly learn: (moves: Moves) => void;
  readonly dispose: () => void;
}

export function defenceOf(tables: LinkedTables, threshold: number, highs: Highs): Defence {
  const nearest = nearestOf(tables, highs);
  const hidden = new Uint8Array(tables.keys.length);
  const moves: Move[][] = tables.keys.map(() => []);
  const proofs = new Map<Requirement, Found>();
  let asked: readonly number[] = [];

  const learn = ({cells, by}: Moves): Alternative => {
    const alternative = {cells, by, shown: cells.filter((cell) => hidden[cell] !== 1).length};
    cells.forEach((cell, at) => {
      moves[cell]?.push({alternative, by: by[at] ?? 0});
    });
    return alternative;
  };
  const search = (requirement: Requirement, {up, down, found: [above, below]}: Widest): Found | null => {
    const {attacker, target} = requirement;
    if (asked !== attacker.known) nearest.know(attacker.known);
    asked = attacker.known;
    return apart(Math.min(tables.rooms[target] ?? 0, threshold), threshold, (by) => {
      if (by > 0 ? by <= up : -by <= down) return by > 0 ? above : below;
      const found = nearest.moved(target, by);
      return found === null ? null : learn(found);
    });
  };
  const set = (cell: number, value: 0 | 1): void => {
    if (hidden[cell] === value) return;
    hidden[cell] = value;
    for (const {alternative} of moves[cell] ?? []) alternative.shown += value === 1 ? -1 : 1;
    if (value === 1) nearest.hide(cell);
    else nearest.show(cell);
  };
  return {
    isHidden: (cell) => hidden[cell] === 1,
    hide: (cell) => set(cell, 1),
    show: (cell) => set(cell, 0),
    holds: (requirement) => {
      const last = proofs.get(requirement);
      if (last?.every((side) => side === null || side.shown === 0)) return true;
      const known = widest(moves[requirement.target] ?? [], requirement, threshold);
      const found = known.up + known.down >= threshold ? known.found : search(requirement, known);
      if (found !== null) proofs.set(requirement, found);
      return found !== null;
    },
    proofOf: (requirement) => proofs.get(requirement),
    learn: (each) => void learn(each),
    dispose: () => nearest.dispose(),
  };
}

/** How far up and down the target is known to be able to lie, and the alternatives that put it there. */
interface Widest {
  readonly up: number;
  readonly down: number;
  readonly found: Found;
}

/** Among alternatives that move none of the cells that the attacker knows, the last found first; no wider than is asked for. */
function widest(moves: readonly Move[], {attacker}: Requirement, threshold: number): Widest {
  let above: Alternative | null = null;
  let below: Alternative | null = null;
  let [up, down] = [0, 0];
  for (let last = moves.length - 1; last >= 0 && up + down < threshold; last -= 1) {
    const {alternative, by} = moves[last] as Move;
    if (alternative.shown > 0 || (by <= up && -by <= down)) continue;
    if (alternative.cells.some((cell) => attacker.isKnown[cell] === 1)) continue;
    if (by > up) [up, above] = [by, alternative];
    else [down, below] = [-by, alternative];
  }
  return {up, down, found: [above, below]};
}

/** Two alternatives the threshold apart, the lower one as low as it can be; `moved` finds one that moves by so much. */
function apart(room: number, threshold: number, moved: (by: number) => Alternative | null): Found | null {
  const least = room < threshold ? moved(threshold - room) : null;
  if (room < threshold && least === null) return null;
  for (let down = room; down >= 0; down -= 1) {
    const above = down === room ? least : moved(threshold - down);
    if (above === null && down < threshold) return null;
    const below = down === 0 ? null : moved(-down);
    if (below !== null || down === 0) return [above, below];
  }
  return null;
}
