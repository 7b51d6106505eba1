import type {Equation} from "../../pipeline/disclose/equations.ts";
import {gammaLowerQuantile} from "../../pipeline/measure/statistics/index.ts";
import {drawnCount} from "./simulated-county.ts";

/** Municipalities in LSU, categories in groups, and directions: how many of each. */
export interface Size {
  readonly kommunar: number;
  readonly lsu: number;
  readonly kategoriar: number;
  readonly groups: number;
  readonly retningar: number;
}

interface DrawnCell {
  readonly key: string;
  readonly value: number;
  readonly inner: readonly number[];
  /** The municipality whose own the cell is; null above it. */
  readonly kommune: string | null;
}

export interface DrawnTable {
  readonly cells: readonly DrawnCell[];
  readonly equations: readonly Equation[];
}

interface Node {
  readonly name: string;
  readonly leaves: readonly number[];
  readonly children: readonly Node[];
}

/** Linked tables of every level with every other, with small counts in most of the inner cells. */
export function drawnTable(size: Size, random: () => number): DrawnTable {
  const areas = tree("g", size.kommunar, size.lsu);
  const kategoriar = tree("k", size.kategoriar, size.groups);
  const retningar = tree("r", size.retningar, 1);
  const shares = Array.from({length: size.kategoriar}, () => gammaLowerQuantile(random(), 1));
  const inhabitants = Array.from({length: size.kommunar}, () => 0.3 + 4 * random() ** 2);
  const counts = inhabitants.flatMap((people) =>
    shares.flatMap((share) => Array.from({length: size.retningar}, () => drawnCount(people * share, random))),
  );
  const index = (area: number, kategori: number, retning: number): number =>
    (area * size.kategoriar + kategori) * size.retningar + retning;
  const cells: DrawnCell[] = [];
  const equations: Equation[] = [];
  const keyOf = (...nodes: readonly Node[]): string => nodes.map(({name}) => name).join("|");
  const isSum = ({children}: Node): boolean => children.length > 0;
  for (const area of nodesIn(areas)) {
    for (const kategori of nodesIn(kategoriar)) {
      for (const retning of nodesIn(retningar)) {
        const inner = area.leaves.flatMap((a) =>
          kategori.leaves.flatMap((k) => retning.leaves.map((r) => index(a, k, r))),
        );
        const total = keyOf(area, kategori, retning);
        const value = inner.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
        cells.push({key: total, value, inner, kommune: isSum(area) ? null : area.name});
        if (isSum(area)) equations.push({total, parts: area.children.map((part) => keyOf(part, kategori, retning))});
        if (isSum(kategori))
          equations.push({total, parts: kategori.children.map((part) => keyOf(area, part, retning))});
        if (isSum(retning)) equations.push({total, parts: retning.children.map((part) => keyOf(area, kategori, part))});
      }
    }
  }
  return {cells, equations};
}

/** So many leaves shared among so many groups under one root; without groups of their own where there is only one. */
function tree(letter: string, leaves: number, groups: number): Node {
  const all = Array.from({length: leaves}, (_, at): Node => ({name: `${letter}${at}`, leaves: [at], children: []}));
  const over = (name: string, children: readonly Node[]): Node => ({
    name,
    leaves: children.flatMap((child) => child.leaves),
    children,
  });
  if (groups === 1) return over(letter, all);
  const grouped = Array.from({length: groups}, (_, at) =>
    over(
      `${letter}${letter}${at}`,
      all.filter((_, leaf) => leaf % groups === at),
    ),
  );
  return over(letter, grouped);
}

const nodesIn = (node: Node): Node[] => [node, ...node.children.flatMap(nodesIn)];
