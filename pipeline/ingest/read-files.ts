import {lstatSync, readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import {type DeliveryFile, LARGEST_FILE} from "./ingest.ts";
import {type Layout, parseLayout} from "./layout.ts";

/** The files of a folder that may be deliveries, by name; hidden files and notes are left alone. */
export function readDeliveryFolder(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith(".") && !name.startsWith("~$") && !/\.(md|json)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Reads ordinary files only. Throws a DeliveryError that tells of every file that is a folder, a link, a device, gone or
 * too large, by name unless the name may be a person's.
 */
export function readDeliveryFiles(
  paths: readonly string[],
  isTellable: (name: string) => boolean = () => true,
): DeliveryFile[] {
  const faults = paths.flatMap((path, index) => {
    const fault = fileFault(path);
    return fault === null ? [] : [`${isTellable(basename(path)) ? basename(path) : `fil nr. ${index + 1}`}: ${fault}`];
  });
  if (faults.length > 0) throw new DeliveryError(faults);
  return paths.map((path) => {
    const {size} = lstatSync(path);
    return {name: basename(path), bytes: size > LARGEST_FILE ? new Uint8Array() : readFileSync(path), size};
  });
}

function fileFault(path: string): string | null {
  const stat = lstatSync(path, {throwIfNoEntry: false});
  if (stat === undefined) return "fila finst ikkje. Sjå etter skrivefeil i namnet.";
  return stat.isFile() ? null : "dette er ikkje ei vanleg fil. Kopier sjølve fila inn i mappa.";
}

/** Every layout of a folder. Throws a DeliveryError with every fault of every layout. */
export function readLayouts(folder: string): Layout[] {
  const faults: string[] = [];
  const layouts = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const parsed = parseLayout(parseJson(readFileSync(join(folder, name), "utf8")));
      if (!("faults" in parsed)) return [parsed];
      faults.push(...parsed.faults.map((fault) => `Oppsettet ${name}: ${fault}`));
      return [];
    });
  if (faults.length > 0) throw new DeliveryError(faults);
  return layouts;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
