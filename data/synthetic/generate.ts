import {mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {encode} from "./encode.ts";
import {bundles} from "./entries.ts";
import {fasit} from "./fasit.ts";
import {type PlannedFile, plannedFile} from "./rows.ts";
import {readTruths, type Truths} from "./truths.ts";
import {readWorld, type World} from "./world.ts";

/** Folders the deliveries are made from and written to; `layouts` is the project's own unless another is given. */
export interface Making {
  readonly registers: string;
  readonly truths: Truths;
  readonly out: string;
  readonly layouts?: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Every file that shall be delivered, row by row, and what shall become of each row; touches no file but the input. */
function planDeliveries({registers, truths, layouts = here("../layouts")}: Omit<Making, "out">): {
  world: World;
  files: PlannedFile[];
} {
  const world = readWorld({registers, layouts}, truths);
  return {world, files: bundles(world).map((bundle) => plannedFile(world, bundle))};
}

/** Writes the invented deliveries and returns their paths; the same input gives the same bytes. */
export async function generateDeliveries({out, ...input}: Making): Promise<string[]> {
  const {world, files} = planDeliveries(input);
  mkdirSync(out, {recursive: true});
  const paths: string[] = [];
  for (const file of files) {
    const path = join(out, file.name);
    writeFileSync(path, await encode(world, file));
    paths.push(path);
  }
  return paths;
}

/** What the pipeline shall find in the deliveries. */
function expected(input: Omit<Making, "out">): ReturnType<typeof fasit> {
  const {world, files} = planDeliveries(input);
  return fasit(world, files);
}

function emptied(folder: string): string {
  mkdirSync(folder, {recursive: true});
  for (const file of readdirSync(folder)) if (file.startsWith("SYNTETISK_")) rmSync(join(folder, file));
  return folder;
}

async function main(): Promise<void> {
  const input = {registers: here("../registers"), truths: readTruths(here("truths.json"))};
  const paths = await generateDeliveries({...input, out: emptied(here("deliveries"))});
  writeFileSync(here("fasit.json"), `${printed(expected(input))}\n`);
  process.stdout.write(`${paths.length} filer\n`);
}

/** JSON as the project's formatter writes it: what fits on a line of 160 stands on one, so that a change shows as the rows it touches. */
function printed(value: unknown, at = {indent: "", before: 0, after: 0}): string {
  const flat = onOneLine(value);
  const isTop = at.indent === "" && at.before === 0;
  const width = at.indent.length + at.before + flat.length + at.after;
  if (typeof value !== "object" || value === null || (!isTop && width <= 160)) return flat;
  const parts = Object.entries(value).map(([key, part]): [string, unknown] => [
    Array.isArray(value) ? "" : `"${key}": `,
    part,
  ]);
  const indent = `${at.indent}  `;
  const lines = parts.map(([name, part], index) => {
    const after = index < parts.length - 1 ? 1 : 0;
    return `${indent}${name}${printed(part, {indent, before: name.length, after})}`;
  });
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join(",\n")}\n${at.indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${onOneLine(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
