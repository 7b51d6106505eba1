import type {LinkedTables} from "./linked-tables.ts";

type Term = readonly [group: number, times: number];
type Sum = readonly Term[];

/** A cell that moves as its group does, or just as far the other way. */
export interface Member {
  readonly cell: number;
  readonly sign: 1 | -1;
}

/** Cells that can only move together, and what is left of the sums: how the groups move with each other. */
export interface Lockstep {
  readonly groups: readonly (readonly Member[])[];
  readonly sums: readonly Sum[];
}

/**
 * Where a sum has only two cells that can move, they move as one. Then other sums may have only two left, and some say
 * the same as another. A cell that is alone in a sum cannot move, and is in no group. True also when fewer cells can move
 * than those given.
 */
export function lockstepOf({keys, sums}: Pick<LinkedTables, "keys" | "sums">, cells: readonly number[]): Lockstep {
  const following = followingOf(keys.length, cells);
  let left: Sum[] = sums.map((sum) => following.gathered(sum));
  for (let joined = true; joined; ) {
    joined = left.filter((sum) => following.join(following.gathered(sum))).length > 0;
    left = left.map((sum) => following.gathered(sum)).filter(({length}) => length > 0);
  }
  const groups: Member[][] = [];
  const groupOf = new Map<number, number>();
  for (const cell of cells) {
    const [leader, sign] = following.leaderOf(cell);
    if (sign === 0) continue;
    const group = groupOf.get(leader) ?? groups.push([]) - 1;
    groupOf.set(leader, group);
    groups[group]?.push({cell, sign});
  }
  return {groups, sums: distinct(left.map((sum) => sum.map(([leader, times]) => [groupOf.get(leader) ?? 0, times])))};
}

interface Following {
  /** The cell that another moves as; a sign of zero where it cannot move. */
  readonly leaderOf: (cell: number) => readonly [leader: number, sign: 1 | -1 | 0];
  /** A sum with the leaders in the place of those that follow them, and without what cannot move. */
  readonly gathered: (sum: Sum) => Sum;
  /** Lets one leader follow the other where a sum has no others; true when it did. */
  readonly join: (sum: Sum) => boolean;
}

function followingOf(size: number, cells: readonly number[]): Following {
  const leaders = Int32Array.from({length: size}, (_, cell) => cell);
  const signs = new Int8Array(size);
  for (const cell of cells) signs[cell] = 1;
  const leaderOf = (cell: number): readonly [number, 1 | -1 | 0] => {
    let [leader, sign] = [cell, signs[cell] ?? 0];
    for (let next = leaders[leader] ?? 0; next !== leader; next = leaders[leader] ?? 0) {
      leader = next;
      sign *= signs[leader] ?? 0;
    }
    return [leader, sign as 1 | -1 | 0];
  };
  return {
    leaderOf,
    gathered: (sum) => {
      const times = new Map<number, number>();
      for (const [cell, time] of sum) {
        const [leader, sign] = leaderOf(cell);
        if (sign !== 0) times.set(leader, (times.get(leader) ?? 0) + sign * time);
      }
      return [...times].filter(([, time]) => time !== 0);
    },
    join: ([one, other, ...others]) => {
      if (one === undefined || others.length > 0) return false;
      if (other === undefined) signs[one[0]] = 0;
      else if (Math.abs(one[1]) !== Math.abs(other[1])) return false;
      else {
        leaders[other[0]] = one[0];
        signs[other[0]] = one[1] === other[1] ? -1 : 1;
      }
      return true;
    },
  };
}

/** Each sum once, whichever way it is written. */
function distinct(sums: readonly Sum[]): Sum[] {
  const byName = new Map(
    sums.map((sum) => {
      const inOrder = [...sum].sort(([a], [b]) => a - b);
      const way = (inOrder[0]?.[1] ?? 1) < 0 ? -1 : 1;
      return [inOrder.map(([group, times]) => `${group}:${times * way}`).join(), inOrder];
    }),
  );
  return [...byName.values()];
}
