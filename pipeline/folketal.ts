import {join} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import {populationFault} from "./population-messages.ts";
import type {Project} from "./project.ts";
import {fromRegisters, type RegisterRow, readKnown, replaceRows, tablesIn, toldName} from "./register-import.ts";
import {type PopulationFault, type RegionCount, readPopulation} from "./registers/population.ts";
import {matchPopulation, type PopulationImport, type PopulationMatch} from "./registers/population-match.ts";

/**
 * Takes SSB table 07459 into data/registers/folketal.csv: rows of the same year and municipality are replaced, the rest
 * stand. Throws a DeliveryError, and changes nothing, when the file is not that table or is not whole.
 */
export async function takePopulation(path: string, project: Project): Promise<PopulationImport> {
  const name = toldName(path);
  const counts = await countsIn(path);
  const known = await fromRegisters(project.registers, readKnown);
  const first = Math.min(...known.map(({fraa}) => fraa));
  const {matched, unmatched, missing} = matchPopulation(
    counts.filter(({year}) => year >= first),
    known,
  );
  const years = [...new Set(counts.map(({year}) => year))].sort();
  if (matched.length === 0) {
    const fault = years.every((year) => year < first) ? "too_early" : "nothing_known";
    throw new DeliveryError([populationFault(name, {fault, line: null})]);
  }
  const {added, changed, same} = replaceRows(join(project.registers, "folketal.csv"), matched.map(registerRow), {
    keyOf: ({aar, kommunenr}) => `${aar} ${kommunenr}`,
    isSame: (before, after) => Number(before.folketal) === Number(after.folketal),
  });
  return {
    file: name,
    years: years.filter((year) => year >= first),
    tooEarly: years.filter((year) => year < first),
    ...{added, same, unmatched, missing},
    changed: changed.map(({before, after}) => ({
      aar: Number(after.aar),
      kommunenr: after.kommunenr ?? "",
      before: Number(before.folketal),
      after: Number(after.folketal),
    })),
  };
}

async function countsIn(path: string): Promise<readonly RegionCount[]> {
  const tables = (await tablesIn(path)).map(readPopulation);
  const table = tables.find((one): one is readonly RegionCount[] => !("fault" in one));
  if (table !== undefined) return table;
  const faults = tables.filter((one): one is PopulationFault => "fault" in one);
  const nearest = faults.find(({fault}) => fault !== "no_region") ?? {fault: "no_region" as const, line: null};
  throw new DeliveryError([populationFault(toldName(path), nearest)]);
}

function registerRow({aar, kommunenr, folketal}: PopulationMatch["matched"][number]): RegisterRow {
  return {
    aar: String(aar),
    kommunenr,
    folketal: String(folketal),
    gyldig_fra: `${aar}-01-01`,
    gyldig_til: `${aar}-12-31`,
    kjelde: "SSB 07459",
    sikkerheit: "hoeg",
  };
}
