import {createHash} from "node:crypto";
import type {Manifest} from "../contract/manifest.ts";
import type {OutputFile} from "../contract/output.ts";

/** Files that are changed, too many or gone, by the fingerprints in the manifest. */
export function hashFaults(files: readonly OutputFile[], manifest: Manifest): string[] {
  const known = new Map(manifest.outputs.map(({file, sha256}) => [file, sha256]));
  const changed = files.flatMap(({path, bytes}) => {
    const expected = known.get(path);
    if (expected === undefined) return [`${manifest.edition}/${path}: fila står ikkje i manifestet.`];
    return createHash("sha256").update(bytes).digest("hex") === expected
      ? []
      : [`${manifest.edition}/${path}: fila er endra etter at utgåva vart laga.`];
  });
  const gone = [...known.keys()].filter((path) => !files.some((file) => file.path === path));
  return [...changed, ...gone.map((path) => `${manifest.edition}/${path}: fila manglar.`)];
}
