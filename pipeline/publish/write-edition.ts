import {createHash} from "node:crypto";
import {existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
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

/** Writes all editions of a year beside the old ones and changes place in one step, so that no folder is ever half written. */
export function writeEditions(folder: string, editions: readonly EditionFolder[]): void {
  const fresh = `${folder}.ny`;
  const old = `${folder}.gammal`;
  for (const path of [fresh, old]) rmSync(path, {recursive: true, force: true});
  for (const {name, manifest, files} of editions) {
    const complete: Manifest = {...manifest, outputs: files.map(fileHash)};
    const manifestFile = {path: "manifest.json", bytes: Buffer.from(`${JSON.stringify(complete, null, 2)}\n`)};
    for (const {path, bytes} of [...files, manifestFile]) {
      mkdirSync(dirname(join(fresh, name, path)), {recursive: true});
      writeFileSync(join(fresh, name, path), bytes);
    }
  }
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, {recursive: true, force: true});
}
