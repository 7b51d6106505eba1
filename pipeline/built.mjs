import {existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const A_DAY = 86_400_000;

/**
 * Where the program lies as a few files of JavaScript; made again when a source has changed. To read three hundred files
 * of TypeScript one by one took most of a second at every start.
 */
export async function builtProgram(root = here) {
  const folder = join(root, ".build", "program");
  const last = readList(folder);
  if (last?.root === root && last.print === printOf(last)) {
    const entry = join(folder, last.name, "cli.mjs");
    if (existsSync(entry)) return entry;
  }
  return makeProgram(root, folder);
}

function readList(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, "list.json"), "utf8"));
  } catch {
    return null;
  }
}

function printOf({root, sources}) {
  return sources.map((source) => timeAndSize(join(root, source))).join(" ");
}

function timeAndSize(file) {
  const found = statSync(file, {throwIfNoEntry: false});
  return found === undefined ? "gone" : `${found.mtimeMs}:${found.size}`;
}

/** Each build has a folder of its own, so that a program that runs keeps the files it may still have to load. */
async function makeProgram(root, folder) {
  const started = Date.now();
  const name = `${started}-${process.pid}`;
  const {bundle} = await import("./bundle.mjs");
  const {metafile} = await bundle(root, {entry: "pipeline/cli.ts", outdir: join(folder, name)});
  const own = Object.keys(metafile.inputs).filter((source) => !source.startsWith("node_modules/"));
  const sources = [...own, "pipeline/bundle.mjs", "package-lock.json", "tsconfig.json"];
  const list = {root, name, sources, print: printOf({root, sources})};
  const isSettled = sources.every((source) => statSync(join(root, source)).mtimeMs < started);
  if (isSettled) replaceList(folder, list);
  removeOld(folder, name, started);
  return join(folder, name, "cli.mjs");
}

function replaceList(folder, list) {
  const beside = join(folder, `list-${list.name}.json`);
  writeFileSync(beside, JSON.stringify(list));
  renameSync(beside, join(folder, "list.json"));
}

function removeOld(folder, name, now) {
  for (const other of readdirSync(folder)) {
    const made = Number(other.match(/^(\d+)-\d+$/)?.[1] ?? now);
    if (other !== name && made < now - A_DAY) rmSync(join(folder, other), {recursive: true, force: true});
  }
}
