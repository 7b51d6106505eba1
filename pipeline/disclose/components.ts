import type {Equation} from "./equations.ts";

/** Sums that share no cell can be protected apart: the equations in groups, each group with all that hangs together. */
export function componentsOf(equations: readonly Equation[]): Equation[][] {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  for (const {total, parts} of equations) {
    for (const part of parts) parent.set(rootOf(part), rootOf(total));
  }
  const groups = new Map<string, Equation[]>();
  for (const equation of equations) {
    const root = rootOf(equation.total);
    groups.set(root, [...(groups.get(root) ?? []), equation]);
  }
  return [...groups.values()];
}
