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
/** What is to be shown moves only where nothing else can. */
const DEAR = 1e4;
/** Tables of more cells than this are not looked at again: it took as long as the first look, for one cell in four hundred. */
const MOST_CELLS = 250;
/** So much more, in the cell's own weight, may be hidden on the way to hiding less. */
const DETOUR = 3;

/** What is hidden, in the proofs and in the prices of the programme that finds displacements. */
interface Cover {
  readonly hide: (cell: number) => void;
  readonly show: (cell: number, cost?: number) => void;
  readonly isHidden: (cell: number) => boolean;
  readonly cells: () => number[];
  readonly weight: () => number;
  readonly weightOf: (cell: number) => number;
}

function coverOf({tables}: Part, defence: Defence, protector: Protector): Cover {
  const weightOf = (cell: number): number => tables.weights[cell] ?? 1;
  let weight = 0;
  for (const cell of tables.keys.keys()) protector.price(cell, weightOf(cell));
  return {
    hide: (cell) => {
      if (defence.isHidden(cell)) return;
      weight += weightOf(cell);
      defence.hide(cell);
      protector.price(cell, weightOf(cell) * HIDDEN_SHARE);
    },
    show: (cell, cost = weightOf(cell)) => {
      if (!defence.isHidden(cell)) return;
      weight -= weightOf(cell);
      defence.show(cell);
      protector.price(cell, cost);
    },
    isHidden: defence.isHidden,
    cells: () => [...tables.keys.keys()].filter(defence.isHidden),
    weight: () => weight,
    weightOf,
  };
}

/**
 * The cells that are hidden in the end. Where the cheapest moves are not whole they are halves, and those of an even
 * width are whole; only when that does not help is it searched among whole moves alone.
 */
function defend(part: Part, defence: Defence, protector: Protector): number[] {
  const {threshold, before, requirements} = part;
  const cover = coverOf(part, defence, protector);
  const open = (requirement: Requirement, width: number, whole?: "whole"): boolean => {
    protector.hold(requirement.attacker.known);
    const found = protector.protect(requirement.target, width, whole);
    for (const moves of found ?? []) {
      moves.cells.forEach(cover.hide);
      if (isWhole(moves)) defence.learn(moves);
    }
    return found !== null && defence.holds(requirement);
  };
  const meet = (requirement: Requirement): boolean =>
    defence.holds(requirement) ||
    open(requirement, threshold) ||
    open(requirement, threshold + 1) ||
    open(requirement, threshold, "whole");
  before.forEach(cover.hide);
  const met = requirements.toReversed().filter((requirement) => {
    const isMet = meet(requirement);
    if (!isMet && !requirement.attacker.isSingle) throw new Unprotectable(nameOf(part, requirement));
    return isMet;
  });
  const search: Search = {part: {...part, requirements: met.toReversed()}, cover, holds: defence.holds, meet};
  prune(search);
  lookAgain(search);
  assertProved(search.part, defence);
  return cover.cells();
}

interface Search {
  readonly part: Part;
  readonly cover: Cover;
  readonly holds: (requirement: Requirement) => boolean;
  /** Hides what is needed for a requirement; false when nothing helps. */
  readonly meet: (requirement: Requirement) => boolean;
}

/** Shows again, the dearest first, each cell that nothing depends on. */
function prune({part, cover, holds}: Search): void {
  for (const cell of dearestFirst(part, cover)) {
    cover.show(cell);
    if (!part.requirements.every(holds)) cover.hide(cell);
  }
}

/**
 * The first choices were made one by one. So the dearest cells are gone over once more: each is shown, what no longer
 * holds gets the cheapest other displacement, and where less is hidden in all, so it stays.
 */
function lookAgain(search: Search): void {
  const {part, cover} = search;
  if (part.tables.keys.length > MOST_CELLS) return;
  for (const cell of dearestFirst(part, cover)) {
    const stood = new Set(cover.cells());
    if (!stood.has(cell)) continue;
    const weight = cover.weight();
    cover.show(cell, cover.weightOf(cell) * DEAR);
    if (isMetWithout(cell, search, weight + DETOUR * cover.weightOf(cell))) prune(search);
    if (cover.weight() < weight && !cover.isHidden(cell)) continue;
    for (const each of cover.cells()) if (!stood.has(each)) cover.show(each);
    stood.forEach(cover.hide);
  }
}

function isMetWithout(cell: number, {part, cover, meet}: Search, most: number): boolean {
  return part.requirements
    .toReversed()
    .every((requirement) => meet(requirement) && cover.weight() <= most && !cover.isHidden(cell));
}

/** What is hidden beyond what was hidden before. */
function dearestFirst({before}: Part, cover: Cover): number[] {
  const kept = new Set(before);
  return cover
    .cells()
    .filter((cell) => !kept.has(cell))
    .sort((a, b) => cover.weightOf(b) - cover.weightOf(a) || a - b);
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
