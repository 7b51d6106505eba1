import {type Dirent, existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {basename, dirname, join, relative} from "node:path";
import * as v from "valibot";
import {editionNames} from "../contract/edition.ts";
import type {Manifest} from "../contract/manifest.ts";
import type {FinishedEdition} from "./edition.ts";

const fingerprints = v.array(v.object({file: v.string(), sha256: v.string()}));
const manifestSchema = v.looseObject({
  format: v.literal(1),
  edition: v.picklist(editionNames),
  year: v.pipe(v.number(), v.integer()),
  runId: v.string(),
  runDate: v.string(),
  datagrunnlag: v.picklist(["SYNTETISK", "leveringar"]),
  threshold: v.pipe(v.number(), v.integer(), v.minValue(2)),
  inputs: fingerprints,
  registers: fingerprints,
  layouts: fingerprints,
  outputs: fingerprints,
});

/** The edition in a folder; null when its manifest is damaged. */
export function readEdition(folder: string): FinishedEdition | null {
  const manifest = readManifest(folder);
  if (manifest === null) return null;
  const paths = filesUnder(folder).filter((path) => path !== "manifest.json");
  const files = paths.map((path) => ({path, bytes: readFileSync(join(folder, path))}));
  return {folder, name: manifest.edition, manifest, files};
}

function readManifest(folder: string): Manifest | null {
  try {
    const found = v.safeParse(manifestSchema, JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
    return found.success ? (found.output as unknown as Manifest) : null;
  } catch {
    return null;
  }
}

/** The editions of the year before, when its folder lies beside this one. */
export function editionsBefore(folder: string, year: number): FinishedEdition[] {
  const beside = join(folder, "..", String(year - 1));
  return findEditions(beside).flatMap((found) => readEdition(found) ?? []);
}

/** Every folder under this one that holds a manifest. */
export function findEditions(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return filesUnder(folder)
    .filter((path) => basename(path) === "manifest.json")
    .map((path) => join(folder, dirname(path)));
}

/** Files that lie in none of the editions. */
export function strayFiles(folder: string, editions: readonly string[]): string[] {
  const inside = editions.map((edition) => relative(folder, edition).replaceAll("\\", "/"));
  return filesUnder(folder).filter(
    (path) => !inside.some((edition) => edition === "" || path.startsWith(`${edition}/`)),
  );
}

/** Links, pipes and devices: nothing that `run` writes, and nothing to read from. */
export function oddFiles(folder: string): string[] {
  return entriesUnder(folder, (entry) => !entry.isFile() && !entry.isDirectory());
}

function filesUnder(folder: string): string[] {
  return entriesUnder(folder, (entry) => entry.isFile());
}

function entriesUnder(folder: string, isWanted: (entry: Dirent) => boolean): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(isWanted)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
