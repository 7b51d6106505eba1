/** A published cell as the inner cells it sums. */
interface Summed {
  readonly inner: readonly number[];
  readonly value: number;
  readonly isSensitive: boolean;
}

/** A prime below 2^26, so that every product of two residues is an exact whole number. */
const PRIME = 67_108_859;
type Row = Map<number, number>;

/**
 * Secondary suppression by elimination (Langsrud 2024): zeros are published, and then each cell, the largest first, unless
 * some sensitive cell would then follow from all that is published. Gives the hidden cells; protects against exact sums alone.
 */
export function gaussSuppressed(cells: readonly Summed[]): number[] {
  const order = [...cells.keys()].filter((cell) => cells[cell]?.isSensitive === false);
  const zerosFirst = order.sort((a, b) => rank(cells[a]) - rank(cells[b]) || a - b);
  const basis = new Map<number, Row>();
  let open = cells.flatMap(({inner, isSensitive}) => (isSensitive ? [rowOf(inner)] : []));
  const hidden = [...cells.keys()].filter((cell) => cells[cell]?.isSensitive);
  for (const cell of zerosFirst) {
    const row = reduced(rowOf(cells[cell]?.inner ?? []), basis);
    const pivot = row.keys().next().value;
    if (pivot === undefined) continue;
    const unit = scaled(row, inverse(row.get(pivot) ?? 1));
    const left = open.map((each) => without(each, pivot, unit));
    if (cells[cell]?.value !== 0 && left.some(({size}) => size === 0)) {
      hidden.push(cell);
      continue;
    }
    for (const [key, other] of basis) basis.set(key, without(other, pivot, unit));
    basis.set(pivot, unit);
    open = left;
  }
  return hidden;
}

const rank = (cell: Summed | undefined): number => (cell?.value === 0 ? Number.NEGATIVE_INFINITY : -(cell?.value ?? 0));
const rowOf = (inner: readonly number[]): Row => new Map(inner.map((column) => [column, 1]));

function reduced(row: Row, basis: ReadonlyMap<number, Row>): Row {
  let left = row;
  for (const column of [...row.keys()]) {
    const pivot = basis.get(column);
    if (pivot !== undefined) left = without(left, column, pivot);
  }
  return left;
}

function without(row: Row, column: number, unit: Row): Row {
  const factor = row.get(column);
  if (factor === undefined) return row;
  const left = new Map(row);
  for (const [key, value] of unit) {
    const next = ((left.get(key) ?? 0) + (PRIME - factor) * value) % PRIME;
    if (next === 0) left.delete(key);
    else left.set(key, next);
  }
  return left;
}

function scaled(row: Row, factor: number): Row {
  return new Map([...row].map(([key, value]) => [key, (value * factor) % PRIME]));
}

function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
