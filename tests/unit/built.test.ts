import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, expect, it} from "vitest";
import {root} from "../../pipeline/project.ts";

const {builtProgram} = (await import(pathToFileURL(join(root, "pipeline", "built.mjs")).href)) as Builder;

interface Builder {
  readonly builtProgram: (root: string) => Promise<string>;
}

let scratch = "";
beforeEach(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), "avvik-built-")));
});
afterEach(() => rmSync(scratch, {recursive: true, force: true}));

const anHourAgo = new Date(Date.now() - 3_600_000);

function write(at: string, path: string, text: string, time = anHourAgo): void {
  writeFileSync(join(at, path), text);
  utimesSync(join(at, path), time, time);
}

/** A program of two files, the second loaded when it is needed, that says where the second lies. */
function project(name: string): string {
  const at = join(scratch, name);
  mkdirSync(join(at, "pipeline", "part"), {recursive: true});
  for (const path of ["package-lock.json", "tsconfig.json", "pipeline/bundle.mjs"]) write(at, path, "{}");
  write(at, "pipeline/cli.ts", 'console.log((await import("./part/part.ts")).told satisfies string);');
  write(at, "pipeline/part/part.ts", 'export const told: string = "one in " + import.meta.dirname;');
  return at;
}

function said(args: readonly string[]): string {
  const {stdout, stderr} = spawnSync(process.execPath, args, {encoding: "utf8"});
  return (stdout + stderr).trim();
}

it("stands for the sources, and finds what lies beside them", async () => {
  const at = project("one");
  const entry = await builtProgram(at);
  expect(said([entry])).toBe(`one in ${join(at, "pipeline", "part")}`);
  expect(await builtProgram(at)).toBe(entry);
});

it("is made again when a source has changed, and leaves the last one to those who run it", async () => {
  const at = project("one");
  const before = await builtProgram(at);
  write(at, "pipeline/part/part.ts", 'export const told: string = "two";', new Date(Date.now() - 60_000));
  const after = await builtProgram(at);
  expect([said([before]), said([after])]).toEqual([`one in ${join(at, "pipeline", "part")}`, "two"]);
});

it("is made again where the folder has been copied, and once more where its files are gone", async () => {
  const one = project("one");
  await builtProgram(one);
  const two = join(scratch, "two");
  cpSync(one, two, {recursive: true, preserveTimestamps: true});
  expect(said([await builtProgram(two)])).toBe(`one in ${join(two, "pipeline", "part")}`);
  rmSync(await builtProgram(two));
  expect(said([await builtProgram(two)])).toBe(`one in ${join(two, "pipeline", "part")}`);
});

it("is not kept when a source was written while it was made", async () => {
  const at = project("one");
  write(at, "pipeline/cli.ts", 'console.log("new");', new Date(Date.now() + 60_000));
  const before = await builtProgram(at);
  expect(await builtProgram(at)).not.toBe(before);
  expect(readdirSync(join(at, ".build", "program"))).not.toContain("list.json");
});

it("takes away what was made more than a day ago", async () => {
  const at = project("one");
  const old = `${Date.now() - 2 * 86_400_000}-1`;
  mkdirSync(join(at, ".build", "program", old), {recursive: true});
  await builtProgram(at);
  expect(readdirSync(join(at, ".build", "program"))).not.toContain(old);
});
