import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import type {Manifest} from "../contract/manifest.ts";

export function readManifest(folder: string): Manifest | null {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    return Array.isArray(manifest?.outputs) ? manifest : null;
  } catch {
    return null;
  }
}

export function strayFiles(folder: string, editions: readonly string[]): string[] {
  const inside = editions.map((edition) => relative(folder, edition).replaceAll("\\", "/"));
  return filesUnder(folder).filter(
    (path) => !inside.some((edition) => edition === "" || path.startsWith(`${edition}/`)),
  );
}

export function findManifests(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return filesUnder(folder)
    .filter((path) => path.endsWith("manifest.json"))
    .map((path) => join(folder, path, ".."));
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
