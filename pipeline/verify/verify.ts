import {readFileSync} from "node:fs";
import {join} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import {noTraces} from "../deidentify/traces.ts";
import type {Edition} from "./edition.ts";
import {filesUnder, findManifests, readManifest, strayFiles} from "./folder.ts";
import {formFaults} from "./forms.ts";
import {hashFaults} from "./hashes.ts";
import {personFaults, type Scan} from "./persons.ts";
import {solvedFaults} from "./solved.ts";

/** Throws, and so stops the editions, when a file may name a person or a hidden number can be worked out. */
export async function assertVerified(editions: readonly Edition[], scan: Scan): Promise<void> {
  const faults = editions.flatMap((edition) => [...personFaults(edition, scan), ...solvedFaults(edition)]);
  if (faults.length > 0) throw new DeliveryError(faults);
}

/** Checks a folder that `run` has written: hashes, no file too many, no persons, nothing hidden that can be solved. */
export function verifyFolder(folder: string, template: string): {readonly faults: string[]; readonly files: number} {
  const manifests = findManifests(folder);
  if (manifests.length === 0) return {faults: [`${folder}: her ligg inga utgåve (manifest.json manglar).`], files: 0};
  const checked = manifests.map((path) => verifyEdition(path, template));
  const strays = strayFiles(folder, manifests).map((path) => `${path}: fila høyrer ikkje til noka utgåve.`);
  return {
    faults: [...strays, ...checked.flatMap(({faults}) => faults)],
    files: checked.reduce((sum, {files}) => sum + files, 0),
  };
}

function verifyEdition(folder: string, template: string) {
  const manifest = readManifest(folder);
  if (manifest === null) return {faults: [`${join(folder, "manifest.json")}: fila let seg ikkje lese.`], files: 0};
  const paths = filesUnder(folder).filter((path) => path !== "manifest.json");
  const files = paths.map((path) => ({path, bytes: readFileSync(join(folder, path))}));
  const edition = {name: manifest.edition, manifest, files};
  const faults = [
    ...hashFaults(files, manifest),
    ...personFaults(edition, {removed: noTraces, template}),
    ...solvedFaults(edition),
    ...formFaults(manifest.edition, manifest.datagrunnlag, files),
  ];
  return {faults, files: files.length};
}
