import type {Row} from "../contract/tables.ts";
import {type Coordinate, type Count, isGroup, keyOf, type SplitRow, splitArea, wholeOf} from "./coordinate.ts";

/** A sum that every reader can do: the cell `total` equals the cells `parts` together. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** The hierarchy of areas in one year: county over LSU over municipality; a municipality's part under one LSU has two parents. */
export type AreaParents = ReadonlyMap<string, readonly string[]>;

/**
 * Counts by key, with what is left over of every part (`ikkje_<part>`), since a reader can subtract that too.
 * Throws when two tables give one cell two values: then the tables contradict each other.
 */
export function linkedCounts(counts: readonly Count[]): Map<string, Count> {
  const linked = new Map<string, Count>();
  for (const count of counts) {
    const key = keyOf(count.at);
    const known = linked.get(key);
    if (known !== undefined && known.value !== count.value) throw new Error(`two values for one cell: ${key}`);
    linked.set(key, count);
  }
  for (const {at, value} of [...linked.values()]) {
    const whole = at.del === "alle" || isGroup(at.del) ? undefined : linked.get(keyOf({...at, del: wholeOf(at.del)}));
    if (whole === undefined) continue;
    const rest = {...at, del: `ikkje_${at.del}`};
    linked.set(keyOf(rest), {at: rest, value: whole.value - value});
  }
  return linked;
}

/** Every sum between cells that are shown: over quarters, areas, categories, directions, fields of service and parts. */
export function equationsOf(cells: ReadonlyMap<string, Count>, parents: ReadonlyMap<number, AreaParents>): Equation[] {
  const sums = new Map<string, {total: string; parts: string[]}>();
  for (const [key, {at}] of cells) {
    for (const [name, parent] of parentsOf(at, parents)) {
      const total = keyOf(parent);
      if (!cells.has(total)) continue;
      const id = `${name}:${total}`;
      const sum = sums.get(id) ?? {total, parts: []};
      sum.parts.push(key);
      sums.set(id, sum);
    }
  }
  return [...sums.values(), ...otherEquations(cells)].map(({total, parts}) => ({total, parts: [...parts].sort()}));
}

function parentsOf(at: Coordinate, parents: ReadonlyMap<number, AreaParents>): [string, Coordinate][] {
  const found: [string, Coordinate][] = [];
  for (const up of parents.get(at.aar)?.get(at.omraade) ?? []) found.push(["omraade", {...at, omraade: up}]);
  if (at.kvartal > 0) found.push(["kvartal", {...at, kvartal: 0}]);
  if (at.kategori !== "alle") found.push(["kategori", {...at, kategori: "alle"}]);
  if (at.retning !== "alle") found.push(["retning", {...at, retning: "alle"}]);
  if (at.fagomraade !== "alle") found.push(["fagomraade", {...at, fagomraade: "alle"}]);
  if (isGroup(at.del)) found.push(["gruppe", {...at, del: "alle"}]);
  else if (at.del !== "alle") {
    const part = at.del.replace(/^ikkje_/, "");
    found.push([`del-${part}`, {...at, del: wholeOf(part)}]);
  }
  return found;
}

/** Throws when a sum that readers will do does not come out: then the tables contradict each other. */
export function assertSums(cells: ReadonlyMap<string, Count>, equations: readonly Equation[]): void {
  const countIn = (key: string): number => cells.get(key)?.value ?? 0;
  for (const {total, parts} of equations) {
    const sum = parts.reduce((so, part) => so + countIn(part), 0);
    if (sum !== countIn(total)) throw new Error(`sum does not hold: ${total} and its ${parts.length} parts`);
  }
}

/** «Anna og ikkje klassifisert» is the sum of two rows of the category table. */
function otherEquations(cells: ReadonlyMap<string, Count>): Equation[] {
  return [...cells].flatMap(([key, {at}]) => {
    if (at.del !== "anna_eller_ukjend") return [];
    const parts = ["ANN", "UKJ"].map((kategori) => keyOf({...at, kategori, del: "alle"}));
    return parts.every((part) => cells.has(part)) ? [{total: key, parts}] : [];
  });
}

/** Areas by year with what they are part of; `split` tells of municipalities under more than one LSU. */
export function areaParentsOf(
  areas: readonly Pick<Row<"omraade">, "aar" | "id" | "type" | "lsu" | "delt">[],
  split: readonly SplitRow[] = [],
): Map<number, AreaParents> {
  const parents = new Map<number, Map<string, readonly string[]>>();
  const yearOf = (aar: number): Map<string, readonly string[]> => {
    const year = parents.get(aar) ?? new Map<string, readonly string[]>();
    parents.set(aar, year);
    return year;
  };
  for (const {aar, id, type, lsu, delt} of areas) {
    if (type === "lsu") yearOf(aar).set(id, ["fylke"]);
    if (type === "kommune" && lsu !== null && !delt) yearOf(aar).set(id, [lsu]);
  }
  for (const {aar, kommune, lsu} of split) yearOf(aar).set(splitArea(kommune, lsu), [lsu, kommune]);
  return parents;
}
