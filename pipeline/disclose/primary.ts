import type {Count} from "./coordinate.ts";

/** The cells that are too small to show: 1 up to, but not with, the threshold. A zero says nothing about a person and is shown. */
export function primaryCells(cells: ReadonlyMap<string, Count>, threshold: number): Set<string> {
  return new Set([...cells].filter(([, {value}]) => value > 0 && value < threshold).map(([key]) => key));
}
