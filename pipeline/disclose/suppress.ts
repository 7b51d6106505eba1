import {componentsOf} from "./components.ts";
import {type Defence, defenceOf} from "./defence.ts";
import type {Equation} from "./equations.ts";
import {type Cell, type LinkedTables, linkedTables} from "./linked-tables.ts";
import {isWhole} from "./moves.ts";
import {proofCheck} from "./proof.ts";
import {type Protector, protectorOf} from "./protector.ts";
import {type Attacker, type Requirement, requirementsOf} from "./requirements.ts";
import {type Highs, solver} from "./solver.ts";
import {type Range, standIn} from "./stand-in.ts";

export interface Problem {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Every sum a reader can do, over all tables together. */
  readonly equations: readonly Equation[];
  /** No attacker may place a sensitive cell within an interval narrower than this. */
  readonly threshold: number;
  /** The cells to protect; those from 1 up to the threshold unless told. */
  readonly sensitive?: ReadonlySet<string>;
  /** Cells that are hidden already, for other reasons. */
  readonly hidden?: ReadonlySet<string>;
  /** Cells that have been shown, and so cannot be hidden any more. */
  readonly shown?: ReadonlySet<string>;
  /** Those who know something from before; the outsider who knows nothing is always with them. */
  readonly attackers?: readonly Attacker[];
  /**
   * Cells with one report, each known to the one who sent it. He is kept from every other cell that can be kept from
   * him; one that cannot at any price is his own report once more.
   */
  readonly single?: ReadonlySet<string>;
}

export interface Suppression {
  readonly hidden: ReadonlySet<string>;
  /** The weight of what is hidden beyond what was sensitive or hidden before. */
  readonly weight: number;
}

/**
 * The cells to hide so that no attacker can place a sensitive cell within an interval narrower than the threshold,
 * counts being whole and a hidden one at least its least value. Each requirement that does not hold gets the cheapest
 * displacement that the sums allow, and what moves in it is hidden; then every cell that turns out not to be needed is
 * shown again, the dearest first. Sums that share no cell are protected apart. Same input, same cells.
 * Throws `Unprotectable` when a sensitive cell cannot be protected at any price.
 */
export async function suppress(problem: Problem): Promise<Suppression> {
  const sensitive = problem.sensitive ?? smallCells(problem);
  const before = new Set([...sensitive, ...(problem.hidden ?? [])]);
  const hidden = new Set(before);
  const highs = await solver();
  for (const equations of componentsOf(problem.equations)) {
    const keys = new Set(equations.flatMap(({total, parts}) => [total, ...parts]));
    if (![...sensitive].some((key) => keys.has(key))) continue;
    const cells = new Map([...problem.cells].filter(([key]) => keys.has(key)));
    for (const key of hiddenIn({...problem, cells, equations, sensitive, before}, highs)) hidden.add(key);
  }
  const extra = [...hidden].filter((key) => !before.has(key));
  return {hidden, weight: extra.reduce((sum, key) => sum + (problem.cells.get(key)?.weight ?? 1), 0)};
}

function smallCells({cells, threshold}: Pick<Problem, "cells" | "threshold">): Set<string> {
  return new Set([...cells].filter(([, {value}]) => value > 0 && value < threshold).map(([key]) => key));
}

/**
 * Chosen on other numbers in the hidden cells than the true ones, so that what is hidden does not tell of them. Those who
 * know some cells from before know the true ones: what is still needed against them is added.
 */
function hiddenIn(given: Given, highs: Highs): readonly string[] {
  const {cells, equations, attackers = []} = given;
  const tables = linkedTables(cells, equations);
  const alone = [...(given.single ?? [])].filter((key) => cells.has(key)).sort();
  const other = standIn(cells, equations, {free: freeIn(given), highs}) ?? new Map<string, number>();
  const blind = chosen(given, linkedTables(cells, equations, other), highs);
  if (attackers.length + alone.length === 0) return blind;
  const knowing = [...attackers, ...alone.map((key) => ({name: key, knows: new Set([key]), isSingle: true}))];
  return chosen({...given, before: new Set(blind), attackers: knowing}, tables, highs);
}

/** Sensitive cells can be any that are too small to show; of those in no table a reader knows nothing. */
function freeIn({cells, sensitive, before, threshold}: Given): Map<string, Range> {
  const free = new Map<string, Range>();
  for (const [key, {value, least = 1}] of cells) {
    if (sensitive.has(key) && value < threshold) free.set(key, {least, most: threshold - 1});
    else if (before.has(key) && least === 0) free.set(key, {least, most: Number.POSITIVE_INFINITY});
  }
  return free;
}

function chosen(given: Given, tables: LinkedTables, highs: Highs): readonly string[] {
  const part = partOf(tables, given);
  const defence = defenceOf(tables, part.threshold, highs);
  const protector = protectorOf(tables, part.movable, highs);
  try {
    return defend(part, defence, protector).flatMap((cell) => tables.keys[cell] ?? []);
  } finally {
    defence.dispose();
    protector.dispose();
  }
}

/** That a cell cannot be protected at any price: then nothing may go out. */
export class Unprotectable extends Error {
  constructor(cell: string) {
    super(`hidden cell cannot be protected: ${cell}`);
  }
}

/** A component as numbers: what must be hidden, what may be, and what must hold. */
interface Part {
  readonly tables: LinkedTables;
  readonly threshold: number;
  readonly before: readonly number[];
  readonly movable: readonly boolean[];
  readonly requirements: readonly Requirement[];
}

type Given = Problem & {readonly sensitive: ReadonlySet<string>; readonly before: ReadonlySet<string>};

function partOf(tables: LinkedTables, given: Given): Part {
  const {keys, isZero} = tables;
  const cells = [...keys.keys()];
  const isBefore = (cell: number): boolean => given.before.has(keys[cell] ?? "");
  const targets = cells.filter((cell) => given.sensitive.has(keys[cell] ?? ""));
  return {
    tables,
    threshold: given.threshold,
    before: cells.filter(isBefore),
    movable: cells.map((cell) => !isZero[cell] && (isBefore(cell) || !given.shown?.has(keys[cell] ?? ""))),
    requirements: requirementsOf(tables, given.attackers ?? [], targets),
  };
}

/** A hidden cell costs next to nothing to move, but not nothing: the fewer that move, the more attackers a proof serves. */
const HIDDEN_SHARE = 1e-3;

/**
 * The cells that are hidden in the end. Where the cheapest moves are not whole they are halves, and those of an even
 * width are whole; only when that does not help is it searched among whole moves alone.
 */
function defend(part: Part, defence: Defence, protector: Protector): number[] {
  const {tables, threshold, before, requirements} = part;
  const hide = (cell: number): void => {
    defence.hide(cell);
    protector.price(cell, (tables.weights[cell] ?? 1) * HIDDEN_SHARE);
  };
  for (const cell of tables.keys.keys()) protector.price(cell, tables.weights[cell] ?? 1);
  for (const cell of before) hide(cell);
  const open = (requirement: Requirement, width: number, whole?: "whole"): boolean => {
    protector.hold(requirement.attacker.known);
    const found = protector.protect(requirement.target, width, whole);
    for (const moves of found ?? []) {
      for (const cell of moves.cells) hide(cell);
      if (isWhole(moves)) defence.learn(moves);
    }
    return found !== null && defence.holds(requirement);
  };
  const met = requirements.toReversed().filter((requirement) => {
    const isMet =
      defence.holds(requirement) ||
      open(requirement, threshold) ||
      open(requirement, threshold + 1) ||
      open(requirement, threshold, "whole");
    if (!isMet && !requirement.attacker.isSingle) throw new Unprotectable(nameOf(part, requirement));
    return isMet;
  });
  const held = {...part, requirements: met.toReversed()};
  prune(held, defence);
  assertProved(held, defence);
  return [...tables.keys.keys()].filter(defence.isHidden);
}

/** Every requirement once more, by means other than those that chose what to hide. */
function assertProved(part: Part, defence: Defence): void {
  const isProof = proofCheck({...part, isHidden: defence.isHidden});
  for (const requirement of part.requirements) {
    const proof = defence.holds(requirement) ? defence.proofOf(requirement) : undefined;
    if (proof === undefined || !isProof(proof, requirement))
      throw new Error(`hidden cell can be worked out: ${nameOf(part, requirement)}`);
  }
}

function nameOf({tables}: Part, {attacker, target}: Requirement): string {
  return `${tables.keys[target]} from ${attacker.name}`;
}

/** Shows again, the dearest first, each cell that nothing depends on. */
function prune({tables, before, requirements}: Part, defence: Defence): void {
  const kept = new Set(before);
  const weightOf = (cell: number): number => tables.weights[cell] ?? 1;
  const extra = [...tables.keys.keys()].filter((cell) => defence.isHidden(cell) && !kept.has(cell));
  for (const cell of extra.sort((a, b) => weightOf(b) - weightOf(a) || a - b)) {
    defence.show(cell);
    if (!requirements.every(defence.holds)) defence.hide(cell);
  }
}
