import type {Equation} from "./equations.ts";

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** What a reader holds: the values shown, and the cells that are hidden with the least each can be. */
export interface Knowledge {
  readonly shown: ReadonlyMap<string, number>;
  readonly hidden: ReadonlyMap<string, number>;
}

const MOST_SWEEPS = 200;

/**
 * The interval every hidden cell can be shown to lie in by repeated use of each sum alone: counts are whole and not
 * below their least value, and a total is at least each of its parts. A weaker reader than one with linear
 * programming, but every interval found is true.
 */
export function boundsOf(equations: readonly Equation[], {shown, hidden}: Knowledge): Map<string, Interval> {
  const lower = new Map<string, number>(hidden);
  const upper = new Map<string, number>([...hidden.keys()].map((key) => [key, Number.POSITIVE_INFINITY]));
  const low = (key: string): number => shown.get(key) ?? lower.get(key) ?? 0;
  const high = (key: string): number => shown.get(key) ?? upper.get(key) ?? Number.POSITIVE_INFINITY;
  const live = equations.filter(({total, parts}) => [total, ...parts].some((key) => hidden.has(key)));
  for (let sweep = 0, changed = true; changed && sweep < MOST_SWEEPS; sweep += 1) {
    changed = false;
    const tighten = (key: string, least: number, most: number): void => {
      if (!hidden.has(key)) return;
      if (least > low(key)) changed = Boolean(lower.set(key, least));
      if (most < high(key)) changed = Boolean(upper.set(key, most));
    };
    for (const {total, parts} of live) {
      const least = parts.reduce((sum, part) => sum + low(part), 0);
      const most = parts.reduce((sum, part) => sum + high(part), 0);
      tighten(total, least, most);
      for (const part of parts) {
        const others = most === Number.POSITIVE_INFINITY ? sumOfOthers(parts, part, high) : most - high(part);
        tighten(part, low(total) - others, high(total) - (least - low(part)));
      }
    }
  }
  return new Map([...hidden.keys()].map((key) => [key, {lower: low(key), upper: high(key)}]));
}

function sumOfOthers(parts: readonly string[], part: string, high: (key: string) => number): number {
  return parts.reduce((sum, other) => (other === part ? sum : sum + high(other)), 0);
}

/** The values a reader can be certain of: cells whose interval is one value, and cells that follow exactly from the sums. */
export function solvedValues(equations: readonly Equation[], knowledge: Knowledge): Map<string, number> {
  const certain = [...boundsOf(equations, knowledge)]
    .filter(([, {lower, upper}]) => lower === upper)
    .map(([key, {lower}]) => [key, lower] as const);
  return new Map([...certain, ...exactValues(equations, knowledge)]);
}

/** A prime below 2^26, so that every product of two residues is an exact whole number. */
const PRIME = 67_108_859;
/** The column of known values in a row of the elimination. */
const KNOWN = "";

type SparseRow = Map<string, number>;

/**
 * The hidden cells whose value follows exactly from the sums, by Gauss–Jordan elimination over a prime field: after it
 * a cell is determined when some row holds it and nothing else but known values.
 */
export function exactValues(equations: readonly Equation[], {shown, hidden}: Knowledge): Map<string, number> {
  const pivots = new Map<string, SparseRow>();
  for (const equation of equations) {
    const row = reduced(sparseRow(equation, {shown, hidden}), pivots);
    const pivot = [...row.keys()].find((key) => key !== KNOWN);
    if (pivot === undefined) continue;
    const unit = scaled(row, inverse(row.get(pivot) ?? 1));
    for (const other of pivots.values()) eliminate(other, pivot, unit);
    pivots.set(pivot, unit);
  }
  const determined = [...pivots].filter(([, row]) => row.size === (row.has(KNOWN) ? 2 : 1));
  return new Map(determined.map(([key, row]) => [key, signed(PRIME - (row.get(KNOWN) ?? 0))]));
}

function sparseRow({total, parts}: Equation, {shown, hidden}: Knowledge): SparseRow {
  const row: SparseRow = new Map();
  let known = 0;
  for (const [key, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
    if (hidden.has(key)) row.set(key, (PRIME + sign) % PRIME);
    else known += sign * (shown.get(key) ?? 0);
  }
  const residue = ((known % PRIME) + PRIME) % PRIME;
  if (residue !== 0) row.set(KNOWN, residue);
  return row;
}

function signed(residue: number): number {
  const value = residue % PRIME;
  return value > PRIME / 2 ? value - PRIME : value;
}

function reduced(row: SparseRow, pivots: ReadonlyMap<string, SparseRow>): SparseRow {
  for (const key of [...row.keys()]) {
    const pivot = pivots.get(key);
    if (pivot !== undefined && row.has(key)) eliminate(row, key, pivot);
  }
  return row;
}

function eliminate(row: SparseRow, key: string, pivot: SparseRow): void {
  const factor = row.get(key);
  if (factor === undefined || row === pivot) return;
  for (const [column, value] of pivot) {
    const next = ((row.get(column) ?? 0) + (PRIME - factor) * value) % PRIME;
    if (next === 0) row.delete(column);
    else row.set(column, next);
  }
}

function scaled(row: SparseRow, factor: number): SparseRow {
  return new Map([...row].map(([key, value]) => [key, (value * factor) % PRIME]));
}

function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
