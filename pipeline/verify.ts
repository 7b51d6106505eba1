import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {unzipSync} from "fflate";
import {decodeTable} from "./contract/arrow.ts";
import {DeliveryError} from "./contract/delivery-error.ts";
import type {Manifest} from "./contract/manifest.ts";
import type {OutputFile} from "./contract/output.ts";
import {type Row, type TableName, type Tables, tableNames} from "./contract/tables.ts";
import {findCertainIdentifiers} from "./deidentify/identifiers.ts";
import {solvableCells} from "./disclose/published-attack.ts";
import {formFaults} from "./verify-forms.ts";

interface Edition {
  readonly name: string;
  readonly manifest: Pick<Manifest, "threshold">;
  readonly files: readonly OutputFile[];
}

interface Scan {
  /** The strings deidentify took out in this run; empty when a finished edition is checked afterwards. */
  readonly removed: ReadonlySet<string>;
  /** The page before any data: what stands there already is the program's own. */
  readonly template: string;
}

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
    ...personFaults(edition, {removed: new Set(), template}),
    ...solvedFaults(edition),
    ...formFaults(manifest.edition, manifest.datagrunnlag, files),
  ];
  return {faults, files: files.length};
}

function readManifest(folder: string): Manifest | null {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    return Array.isArray(manifest?.outputs) ? manifest : null;
  } catch {
    return null;
  }
}

function hashFaults(files: readonly OutputFile[], manifest: Manifest): string[] {
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

/** Where a person may be named, by file and kind; the finding itself is never printed. */
function personFaults({name, files}: Edition, {removed, template}: Scan): string[] {
  const own = new Set(identifiersIn(template));
  const removedStrings = [...removed].filter((text) => text.length >= 6);
  return files.flatMap(({path, bytes}) =>
    textsOf(path, bytes).flatMap(({part, text}) => {
      const found = identifiersIn(`${path} ${text}`).filter((identifier) => !own.has(identifier));
      const leaked = removedStrings.filter((string) => text.includes(string));
      if (found.length + leaked.length === 0) return [];
      return [`${name}/${part}: ${found.length + leaked.length} mogleg personopplysning. Utgåva er stoppa.`];
    }),
  );
}

function identifiersIn(text: string): string[] {
  return findCertainIdentifiers(text)
    .filter(({type}) => type === "FNR" || type === "DNR" || type === "EMAIL")
    .map(({start, end}) => text.slice(start, end));
}

/** Every text a file carries: itself, or the parts of a zipped document, or the words of an Arrow table. */
function textsOf(path: string, bytes: Uint8Array): {part: string; text: string}[] {
  if (/\.(docx|xlsx|pptx)$/.test(path)) {
    return partsOf(bytes).map(([part, content]) => ({part: `${path}/${part}`, text: decodeText(content)}));
  }
  if (!path.endsWith(".html")) return [{part: path, text: decodeText(bytes)}];
  const html = decodeText(bytes);
  const tables = [...html.matchAll(/;base64" id="[^"]+">([^<]*)</g)].map(([, data = ""]) =>
    decodeText(Buffer.from(data, "base64")),
  );
  return [
    {part: path, text: html.replace(/;base64" id="[^"]+">[^<]*</g, "")},
    ...tables.map((text) => ({part: path, text})),
  ];
}

/** The parts of a zipped document; a damaged one is searched as it stands, and its changed hash is told elsewhere. */
function partsOf(bytes: Uint8Array): [string, Uint8Array][] {
  try {
    return Object.entries(unzipSync(bytes));
  } catch {
    return [["", bytes]];
  }
}

function decodeText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

function solvedFaults({name, manifest, files}: Edition): string[] {
  const tables = readTables(files);
  return tables === null
    ? [`${name}: tabellane manglar eller let seg ikkje lese.`]
    : solvableCells(tables, manifest.threshold).map(
        (cell) => `${name}: eit skjult tal kan reknast ut (${cell}). Utgåva er stoppa.`,
      );
}

function readTables(files: readonly OutputFile[]): Tables | null {
  const read: Partial<Record<TableName, readonly Row<TableName>[]>> = {};
  for (const name of tableNames) {
    const rows = readTable(name, files);
    if (rows === null) return null;
    read[name] = rows;
  }
  return read as unknown as Tables;
}

function readTable(name: TableName, files: readonly OutputFile[]): Row<TableName>[] | null {
  const file = files.find(({path}) => path === `tabellar/${name}.arrow`);
  try {
    return file === undefined ? null : decodeTable(name, file.bytes);
  } catch {
    return null;
  }
}

function strayFiles(folder: string, editions: readonly string[]): string[] {
  const inside = editions.map((edition) => relative(folder, edition).replaceAll("\\", "/"));
  return filesUnder(folder).filter(
    (path) => !inside.some((edition) => edition === "" || path.startsWith(`${edition}/`)),
  );
}

function findManifests(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return filesUnder(folder)
    .filter((path) => path.endsWith("manifest.json"))
    .map((path) => join(folder, path, ".."));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
