import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {generateDeliveries} from "../../data/synthetic/generate.ts";
import {readTruths} from "../../data/synthetic/truths.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {run} from "../../pipeline/run.ts";

/** The day the synthetic county is looked at from: after its last delivery and the last deadline. */
export const today = "2026-02-15";

/** One run on the synthetic deliveries for all tests that look at results; `inject("county")` gives the folders. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "avvik-county-"));
  const deliveries = join(folder, "deliveries");
  const data = join(root, "data");
  await generateDeliveries({
    registers: join(data, "registers"),
    truths: readTruths(join(data, "synthetic", "truths.json")),
    out: deliveries,
  });
  const county = {deliveries, out: join(folder, "out"), warehouse: join(folder, "avvik.duckdb")};
  await run(projectIn(data, {...county, today}));
  project.provide("county", county);
  return () => rmSync(folder, {recursive: true, force: true});
}

declare module "vitest" {
  interface ProvidedContext {
    county: {readonly deliveries: string; readonly out: string; readonly warehouse: string};
  }
}
