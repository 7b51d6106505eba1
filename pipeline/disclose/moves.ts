/** Another way the tables can be for all a reader knows: which cells differ from what they are, and by how much. Every sum still holds. */
export interface Moves {
  readonly cells: readonly number[];
  readonly by: readonly number[];
}

const TOLERANCE = 1e-6;

/** The cells that move in a solution; what is a whole number but for rounding becomes one. */
export function movesIn(solution: ArrayLike<number>): Moves {
  const cells: number[] = [];
  const by: number[] = [];
  for (let cell = 0; cell < solution.length; cell += 1) {
    const move = solution[cell] ?? 0;
    if (Math.abs(move) < TOLERANCE) continue;
    const whole = Math.round(move);
    cells.push(cell);
    by.push(Math.abs(move - whole) < TOLERANCE ? whole : move);
  }
  return {cells, by};
}

/** Counts are whole: only such moves lead to tables that can be. */
export function isWhole({by}: Moves): boolean {
  return by.every((move) => Number.isInteger(move));
}

export function moveOf({cells, by}: Moves, cell: number): number {
  const at = cells.indexOf(cell);
  return at < 0 ? 0 : (by[at] ?? 0);
}
