import {runModels} from "../duckdb/models.ts";
import type {Database} from "../duckdb/open.ts";

/** Gives every row our codes, dates and geography, and an outcome: `normalised.*`. */
export async function normalise(database: Database): Promise<void> {
  await runModels(database, import.meta.dirname, "normalised");
}
