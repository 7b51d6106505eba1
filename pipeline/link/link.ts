import {runModels} from "../duckdb/models.ts";
import type {Database} from "../duckdb/open.ts";

/** Joins reports that certainly tell of the same event: `linked.*`. */
export async function link(database: Database): Promise<void> {
  await runModels(database, import.meta.dirname, "linked");
}
