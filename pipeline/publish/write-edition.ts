import {createHash} from "node:crypto";
import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {FileHash, Manifest} from "../contract/manifest.ts";
import type {OutputFile} from "../contract/output.ts";

function fileHash({path, bytes}: OutputFile): FileHash {
  return {file: path, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length};
}

export interface EditionFolder {
  readonly name: string;
  readonly manifest: Omit<Manifest, "outputs">;
  readonly files: readonly OutputFile[];
}

/**
 * Writes all editions of a year beside the old ones, and gives back what shall replace what. What was written is taken
 * away again when not all of it could be.
 */
export function writeBeside(
  folder: string,
  editions: readonly EditionFolder[],
): {readonly fresh: string; readonly target: string} {
  const fresh = `${folder}.ny`;
  rmSync(fresh, {recursive: true, force: true});
  try {
    writeFiles(fresh, editions);
  } catch (error) {
    rmSync(fresh, {recursive: true, force: true});
    throw error;
  }
  return {fresh, target: folder};
}

function writeFiles(fresh: string, editions: readonly EditionFolder[]): void {
  for (const {name, manifest, files} of editions) {
    const complete: Manifest = {...manifest, outputs: files.map(fileHash).sort(byFile)};
    const manifestFile = {path: "manifest.json", bytes: Buffer.from(`${JSON.stringify(complete, null, 2)}\n`)};
    for (const {path, bytes} of [...files, manifestFile]) {
      mkdirSync(dirname(join(fresh, name, path)), {recursive: true});
      writeFileSync(join(fresh, name, path), bytes);
    }
  }
}

/** By code unit: pages made again stand where the run put them. */
function byFile(a: Readonly<{file: string}>, b: Readonly<{file: string}>): number {
  return a.file < b.file ? -1 : 1;
}
