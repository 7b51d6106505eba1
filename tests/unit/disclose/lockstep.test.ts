import {describe, expect, it} from "vitest";
import {lockstepOf} from "../../../pipeline/disclose/lockstep.ts";
import {seededRandom} from "../../../pipeline/measure/statistics/index.ts";

type Sum = readonly (readonly [cell: number, sign: number])[];

const tables = (size: number, sums: readonly Sum[]) => ({keys: Array.from({length: size}, (_, at) => `${at}`), sums});
/** The cells of each group with their signs, such as `0 -1` for two that move against each other. */
const named = (size: number, sums: readonly Sum[], cells: readonly number[]): string[] =>
  lockstepOf(tables(size, sums), cells).groups.map((members) =>
    members.map(({cell, sign}) => (sign < 0 ? `-${cell}` : `${cell}`)).join(" "),
  );

const whole = (total: number, ...parts: readonly number[]): Sum => [
  ...parts.map((part) => [part, 1] as const),
  [total, -1],
];

describe("cells that can only move together", () => {
  it("are the two that are hidden in a sum: parts against each other, a part as its total", () => {
    expect(named(4, [whole(3, 0, 1, 2)], [0, 1])).toEqual(["0 -1"]);
    expect(named(4, [whole(3, 0, 1, 2)], [0, 3])).toEqual(["0 3"]);
  });

  it("are more when one sum leads to another, and what then says the same is said once", () => {
    const sums = [whole(6, 0, 1), whole(7, 1, 2), whole(8, 0, 3, 4), whole(9, 2, 3, 4)];
    const {groups, sums: left} = lockstepOf(tables(10, sums), [0, 1, 2, 3, 4]);
    expect(groups.map((members) => members.map(({cell, sign}) => cell * sign))).toEqual([[0, -1, 2], [3], [4]]);
    expect(left).toHaveLength(1);
  });

  it("are none where a cell is hidden alone: it cannot move, and the rest of its sums is looked at without it", () => {
    expect(named(6, [whole(4, 0, 1), whole(5, 0, 2, 3)], [0, 2, 3])).toEqual(["2 -3"]);
  });

  it("move in as many ways as the cells do when they are looked at one by one, in random tables", () => {
    const random = seededRandom(41);
    for (let round = 0; round < 200; round += 1) {
      const {size, sums, cells} = randomTable(random);
      const {groups, sums: left} = lockstepOf(tables(size, sums), cells);
      const isFree = new Set(cells);
      const free = sums.map((sum) =>
        rowOf(
          sum.filter(([cell]) => isFree.has(cell)),
          size,
        ),
      );
      const grouped = left.map((sum) => rowOf(sum, groups.length));
      expect(groups.length - rank(grouped)).toBe(cells.length - rank(free));
      const together = groups.flatMap(([first, ...others]) =>
        others.map(({cell, sign}) =>
          rowOf(
            [
              [first?.cell ?? 0, sign * (first?.sign ?? 1)],
              [cell, -1],
            ],
            size,
          ),
        ),
      );
      expect(rank([...free, ...together])).toBe(rank(free));
    }
  });
});

/** A table of rows and columns with their sums, some of its cells hidden. */
function randomTable(random: () => number) {
  const [height, width] = [2 + Math.floor(3 * random()), 2 + Math.floor(3 * random())];
  const at = (row: number, column: number): number => row * (width + 1) + column;
  const [down, across] = [[...Array(height).keys()], [...Array(width).keys()]];
  const sums = [
    ...[...down, height].map((row) => whole(at(row, width), ...across.map((column) => at(row, column)))),
    ...[...across, width].map((column) => whole(at(height, column), ...down.map((row) => at(row, column)))),
  ];
  const size = (height + 1) * (width + 1);
  return {size, sums, cells: [...Array(size).keys()].filter(() => random() < 0.6)};
}

function rowOf(sum: Sum, size: number): number[] {
  const row = Array<number>(size).fill(0);
  for (const [cell, times] of sum) row[cell] = (row[cell] ?? 0) + times;
  return row;
}

/** By plain elimination. */
function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    const [pivot = []] = left.splice(at, 1);
    left.splice(found, 0, pivot);
    for (const [index, row] of left.entries()) {
      if (index === found) continue;
      const times = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let each = column; each < row.length; each += 1) row[each] = (row[each] ?? 0) - times * (pivot[each] ?? 0);
    }
    found += 1;
  }
  return found;
}
