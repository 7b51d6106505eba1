import {readFileSync} from "node:fs";
import {dirname} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";

/** Native code, web assembly: what a package reads from its own folder. */
const withFilesOfTheirOwn = ["@duckdb/node-bindings", "@myriaddreamin/*", "@resvg/*", "highs"];
const REQUIRE =
  'import {createRequire as requireFrom} from "node:module"; const require = requireFrom(import.meta.url);';

/** A program that lies in `entry`, and all it imports, as a few files in `outdir`, which must be somewhere under the root. */
export async function bundle(root, {entry, outdir}) {
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
export function keepPlaces({onLoad}) {
  onLoad({filter: /\.tsx?$/}, ({path}) => {
    const text = readFileSync(path, "utf8");
    if (!text.includes("import.meta")) return undefined;
    const contents = text
      .replaceAll("import.meta.dirname", () => JSON.stringify(dirname(path)))
      .replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(path).href));
    return {contents, loader: path.endsWith("x") ? "tsx" : "ts"};
  });
}
