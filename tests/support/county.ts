import {spawn} from "node:child_process";
import {mkdtempSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {root} from "../../pipeline/project.ts";

/** The day the synthetic county is looked at from: after its last delivery and the last deadline. */
export const today = "2026-02-15";

export interface County {
  readonly deliveries: string;
  readonly out: string;
  readonly warehouse: string;
}

export function countyIn(folder: string): County {
  return {deliveries: join(folder, "deliveries"), out: join(folder, "out"), warehouse: join(folder, "avvik.duckdb")};
}

export interface Fjordland {
  readonly folder: string;
  readonly out: string;
  readonly warehouse: string;
  /** What the command printed and ended with, as JSON. */
  readonly ended: string;
}

export function fjordlandIn(all: string): Fjordland {
  const folder = join(all, "fjordland");
  const warehouse = join(folder, "db", "avvik.duckdb");
  return {folder, out: join(folder, "out"), warehouse, ended: join(all, "fjordland.json")};
}

/**
 * One run on the synthetic deliveries and one on Fjordland's for all tests that look at results; `inject("county")` and
 * `inject("fjordland")` give the folders, to read from only. They are made while the fast tests run, and each test file
 * waits for them in `county-is-made.ts`.
 */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "avvik-county-"));
  project.provide("county", countyIn(folder));
  project.provide("fjordland", fjordlandIn(folder));
  project.provide("countyMade", join(folder, "made.txt"));
  const maker = spawn(process.execPath, ["--import", "tsx", "tests/support/make-county.ts", folder], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  maker.stderr.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  maker.on("close", (code) => {
    writeFileSync(join(folder, "ended.txt"), code === 0 ? "" : `The county was not made (${code}).\n${told}`);
    renameSync(join(folder, "ended.txt"), join(folder, "made.txt"));
  });
  return () => {
    maker.removeAllListeners("close");
    maker.kill();
    rmSync(folder, {recursive: true, force: true});
  };
}

declare module "vitest" {
  interface ProvidedContext {
    county: County;
    fjordland: Fjordland;
    /** The file that is there when both are made, and tells what went wrong where something did. */
    countyMade: string;
  }
}
