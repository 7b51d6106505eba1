import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, expect, it} from "vitest";
import {openExisting} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {root} from "../../pipeline/project.ts";
import {aloneWith} from "../../pipeline/warehouse.ts";
import {ended, start} from "../support/command-line.ts";

interface Builder {
  readonly bundle: (root: string, program: {entry: string; outdir: string}) => Promise<unknown>;
}

const KILLS = 50;
const LONGEST_MS = 120;

const folder = mkdtempSync(join(tmpdir(), "avvik-killed-"));
mkdirSync(join(root, ".build"), {recursive: true});
/** The program that is killed, put together as avvik is, so that fifty starts do not take longer than the rest. */
const built = mkdtempSync(join(root, ".build", "killed-"));
beforeAll(async () => {
  const {bundle} = (await import(pathToFileURL(join(root, "pipeline", "bundle.mjs")).href)) as Builder;
  await bundle(root, {entry: "tests/support/replace-forever.ts", outdir: built});
});
afterAll(() => {
  for (const each of [folder, built]) rmSync(each, {recursive: true, force: true});
});

/** Park and Miller's generator: the same moments every time, as far as the machine allows. */
function* moments(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield (state / 2_147_483_647) * LONGEST_MS;
  }
}

async function killedAfter(ms: number, first: number): Promise<number> {
  const child = start([join(built, "replace-forever.mjs"), folder, String(first)]);
  const end = ended(child);
  const isRunning = new Promise<void>((ready) => child.stdout?.once("data", () => ready()));
  await Promise.race([isRunning, end]);
  await wait(ms);
  child.kill("SIGKILL");
  const {stdout, stderr} = await end;
  expect(stderr).toBe("");
  return Number(stdout.trim().split("\n").at(-1));
}

async function numbersLeft(): Promise<readonly string[]> {
  const warehouse = join(folder, "avvik.duckdb");
  await aloneWith(warehouse, async () => {});
  const database = await openExisting(warehouse);
  const [row] = await readRows<{nummer: number}>(database, "select nummer from disclosed.nummer");
  database.closeSync();
  const edition = join(folder, "out", "2025", "open");
  const manifest = JSON.parse(readFileSync(join(edition, "manifest.json"), "utf8")) as {runId: string};
  const files = readdirSync(join(edition, "lsu")).map((name) => readFileSync(join(edition, "lsu", name), "utf8"));
  expect(files).toHaveLength(3);
  return [String(row?.nummer), manifest.runId, ...files];
}

it(`a process killed at ${KILLS} random moments leaves warehouse and editions whole and of the same run`, async () => {
  const moment = moments(20_251_125);
  let told = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    told = await killedAfter(moment.next().value ?? 0, told + 1);
    const numbers = await numbersLeft();
    expect(new Set(numbers).size).toBe(1);
    const left = Number(numbers[0]);
    expect([told, told + 1]).toContain(left);
    told = left;
  }
}, 300_000);
