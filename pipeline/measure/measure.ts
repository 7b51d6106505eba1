import {runModels} from "../duckdb/models.ts";
import type {Database} from "../duckdb/open.ts";
import {registerStatistics} from "./functions.ts";

/** Counts, shares, medians and intervals before anything is hidden: `measured.*`. */
export async function measure(database: Database): Promise<void> {
  registerStatistics(database);
  await runModels(database, import.meta.dirname, "measured");
}
