import {createHash} from "node:crypto";
import type {Manifest} from "../contract/manifest.ts";
import type {OutputFile} from "../contract/output.ts";

/** Files that are changed, too many or gone, by the fingerprints in the manifest. */
export function hashFaults(files: readonly OutputFile[], manifest: Manifest): string[] {
  const known = fingerprints(manifest);
  const changed = changedFiles(files, manifest).map((path) =>
    known.has(path)
      ? `${manifest.edition}/${path}: fila er endra etter at utgåva vart laga.`
      : `${manifest.edition}/${path}: fila står ikkje i manifestet.`,
  );
  const gone = [...known.keys()].filter((path) => !files.some((file) => file.path === path));
  return [...changed, ...gone.map((path) => `${manifest.edition}/${path}: fila manglar.`)];
}

/** Files that are not as the manifest says, or that it does not know. */
export function changedFiles(files: readonly OutputFile[], manifest: Manifest): string[] {
  const known = fingerprints(manifest);
  return files
    .filter(({path, bytes}) => createHash("sha256").update(bytes).digest("hex") !== known.get(path))
    .map(({path}) => path);
}

function fingerprints({outputs}: Manifest): Map<string, string> {
  return new Map(outputs.map(({file, sha256}) => [file, sha256]));
}
