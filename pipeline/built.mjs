import {existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const A_DAY = 86_400_000;
/** Native code, web assembly: what a package reads from its own folder. */
const withFilesOfTheirOwn = ["@duckdb/node-bindings", "@myriaddreamin/*", "@resvg/*", "highs"];
const REQUIRE =
  'import {createRequire as requireFrom} from "node:module"; const require = requireFrom(import.meta.url);';

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
  const {metafile} = await bundle(root, {entry: "pipeline/cli.ts", outdir: join(folder, name)});
  const own = Object.keys(metafile.inputs).filter((source) => !source.startsWith("node_modules/"));
  const sources = [...own, "pipeline/built.mjs", "package-lock.json", "tsconfig.json"];
  const list = {root, name, sources, print: printOf({root, sources})};
  const isSettled = sources.every((source) => statSync(join(root, source)).mtimeMs < started);
  if (isSettled) replaceList(folder, list);
  removeOld(folder, name, started);
  return join(folder, name, "cli.mjs");
}

/** A program that lies in `entry`, and all it imports, as a few files in `outdir`, which must be somewhere under the root. */
export async function bundle(root, {entry, outdir}) {
  const {build} = await import("esbuild");
  return build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir,
    outExtension: {".js": ".mjs"},
    bundle: true,
    splitting: true,
    external: withFilesOfTheirOwn,
    banner: {js: REQUIRE},
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    logLevel: "silent",
    plugins: [{name: "avvik:keep-places", setup: keepPlaces}],
  });
}

/** A module reads its SQL and its texts from beside itself, and must find them where its source lies. */
function keepPlaces({onLoad}) {
  onLoad({filter: /\.tsx?$/}, ({path}) => {
    const text = readFileSync(path, "utf8");
    if (!text.includes("import.meta")) return undefined;
    const contents = text
      .replaceAll("import.meta.dirname", () => JSON.stringify(dirname(path)))
      .replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(path).href));
    return {contents, loader: path.endsWith("x") ? "tsx" : "ts"};
  });
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
