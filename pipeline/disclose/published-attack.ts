import {type Row, type TableName, type Tables, tableNames} from "../contract/tables.ts";
import {solvedValues} from "./attack.ts";
import {type Count, countsOf, isGroup, keyOf} from "./coordinate.ts";
import {areaParentsOf, equationsOf, linkedCounts} from "./equations.ts";

/**
 * What a reader can work out from the published tables alone: the keys of hidden cells that the sums show to be small,
 * exactly or by an interval of one value. A missing delivery is known to have given no reports.
 */
export function solvableCells(tables: Tables, threshold: number): string[] {
  const {shown, hidden} = readerKnowledge(tables);
  const equations = equationsOf(new Map([...hidden.cells, ...shown]), publishedParents(tables.omraade));
  const values = new Map([...shown].map(([key, {value}]) => [key, value]));
  const solved = solvedValues(equations, {shown: values, hidden: hidden.least});
  return [...solved]
    .filter(([key, value]) => !hidden.known.has(key) && value > 0 && value < threshold)
    .map(([key]) => key)
    .sort();
}

interface Hidden {
  readonly cells: Map<string, Count>;
  readonly least: Map<string, number>;
  /** Sums over a missing delivery are not shown, but nobody hides them. */
  readonly known: Set<string>;
}

function readerKnowledge(tables: Tables): {readonly shown: Map<string, Count>; readonly hidden: Hidden} {
  const shown: Count[] = [];
  const hidden: Hidden = {cells: new Map(), least: new Map(), known: new Set()};
  for (const name of tableNames) {
    for (const row of tables[name] as readonly Row<TableName>[]) {
      const status = "status" in row ? row.status : "published";
      for (const count of countsOf(name, row)) {
        const key = keyOf(count.at);
        if (status === "missing" && count.at.retning === "K2H") shown.push({...count, value: 0});
        else if (status === "hidden" || status === "missing") {
          hidden.cells.set(key, count);
          hidden.least.set(key, status === "missing" || count.at.kvartal > 0 || count.at.del !== "alle" ? 0 : 1);
          if (status === "missing") hidden.known.add(key);
        } else if (name !== "endring_per_kategori" || status === "published") shown.push(count);
      }
    }
  }
  const linked = linkedCounts(shown);
  const parts = [...shown, ...hidden.cells.values()].filter(({at}) => at.del !== "alle" && !isGroup(at.del));
  for (const {at} of parts) {
    const rest = {...at, del: `ikkje_${at.del}`};
    hidden.cells.set(keyOf(rest), {at: rest, value: 0});
    hidden.least.set(keyOf(rest), 0);
  }
  for (const key of linked.keys()) for (const kept of [hidden.cells, hidden.least]) kept.delete(key);
  return {shown: linked, hidden};
}

/** In a year when a municipality has reports under two LSU, the municipalities do not add up to their LSU, and no reader can use that sum. */
function publishedParents(areas: Tables["omraade"]) {
  const broken = new Set(areas.filter(({delt}) => delt).map(({aar}) => aar));
  return areaParentsOf(areas.filter(({aar, type}) => type !== "kommune" || !broken.has(aar)));
}
