/** A matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** Xᵀ W X for a design by rows and one weight a row. */
export function crossProduct(design: Matrix, weights: readonly number[]): number[][] {
  const columns = design[0]?.length ?? 0;
  const product = Array.from({length: columns}, () => Array(columns).fill(0) as number[]);
  design.forEach((row, t) => {
    const weight = weights[t] ?? 0;
    row.forEach((left, a) => {
      const into = product[a] ?? [];
      row.forEach((right, b) => {
        into[b] = (into[b] ?? 0) + weight * left * right;
      });
    });
  });
  return product;
}

/** Xᵀ v. */
export function transposedTimes(design: Matrix, vector: readonly number[]): number[] {
  const columns = design[0]?.length ?? 0;
  return Array.from({length: columns}, (_, a) =>
    design.reduce((sum, row, t) => sum + (row[a] ?? 0) * (vector[t] ?? 0), 0),
  );
}

export function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** aᵀ M a. */
export function quadraticForm(matrix: Matrix, vector: readonly number[]): number {
  return dot(vector, times(matrix, vector));
}

/**
 * Inverse of a symmetric positive definite matrix by Cholesky's factors, after scaling to a unit diagonal; null when a
 * column is (nearly) a combination of the others.
 */
export function inverse(matrix: Matrix): number[][] | null {
  const scale = matrix.map((row, a) => 1 / Math.sqrt(row[a] ?? 0));
  const factor = choleskyFactor(
    matrix.map((row, a) => row.map((value, b) => value * (scale[a] ?? 0) * (scale[b] ?? 0))),
  );
  if (!factor) return null;
  const columns = factor.map((_, unit) => solved(factor, unit));
  return columns.map((column, a) => column.map((value, b) => value * (scale[a] ?? 0) * (scale[b] ?? 0)));
}

const leastPivot = 1e-13;

function choleskyFactor(matrix: Matrix): number[][] | null {
  const factor: number[][] = [];
  for (const [a, row] of matrix.entries()) {
    const line: number[] = [];
    for (let b = 0; b <= a; b++) {
      const rest = (row[b] ?? 0) - dot(line.slice(0, b), factor[b] ?? line);
      const pivot = b === a ? rest : (factor[b]?.[b] ?? 1);
      if (!(pivot > leastPivot)) return null;
      line.push(b === a ? Math.sqrt(rest) : rest / pivot);
    }
    factor.push(line);
  }
  return factor;
}

/** Solves L Lᵀ x = the unit vector. */
function solved(factor: Matrix, unit: number): number[] {
  const forward: number[] = [];
  factor.forEach((row, a) => {
    forward.push(((a === unit ? 1 : 0) - dot(row.slice(0, a), forward)) / (row[a] ?? 1));
  });
  const x = Array(factor.length).fill(0) as number[];
  for (let a = factor.length - 1; a >= 0; a--) {
    let rest = forward[a] ?? 0;
    for (let b = a + 1; b < factor.length; b++) rest -= (factor[b]?.[a] ?? 0) * (x[b] ?? 0);
    x[a] = rest / (factor[a]?.[a] ?? 1);
  }
  return x;
}
