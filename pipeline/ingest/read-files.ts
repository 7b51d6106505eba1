import {isUtf8} from "node:buffer";
import {closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, readSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {DeliveryError} from "../contract/delivery-error.ts";
import type {ReasonKind} from "../contract/reasons.ts";
import type {DeliveryFile} from "./ingest.ts";
import {type Layout, parseLayout} from "./layout.ts";

/** The files of a folder that may be deliveries, by name; hidden files and notes are left alone. */
export function readDeliveryFolder(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith(".") && !name.startsWith("~$") && !/\.(md|json)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** A file that lies open until it is closed. */
export interface OpenFile extends DeliveryFile {
  readonly close: () => void;
}

/**
 * Opens an ordinary file to be read piece by piece, or says why that cannot be. Links, folders, devices and pipes are
 * not opened, a name is taken as it stands whatever signs are in it, and nothing is waited for.
 */
export function openFile(path: string): OpenFile | {readonly kind: ReasonKind} {
  const {O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0} = constants;
  try {
    if (!lstatSync(path).isFile()) return {kind: "not_a_file"};
    const descriptor = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const stat = fstatSync(descriptor);
    const close = (): void => closeSync(descriptor);
    if (stat.isFile()) {
      const read = (into: Uint8Array, from: number): number => readSync(descriptor, into, 0, into.length, from);
      return {name: basename(path), size: stat.size, read, close};
    }
    close();
    return {kind: "not_a_file"};
  } catch (error) {
    const kind = faultKinds[(error as NodeJS.ErrnoException).code ?? ""] ?? "no_access";
    return {kind: kind === "no_file" && isBrokenName(path) ? "file_name" : kind};
  }
}

/** Bytes of a name that are no UTF-8 are seen as U+FFFD, and what is seen leads to no file. */
function isBrokenName(path: string): boolean {
  const seen = basename(path);
  if (!seen.includes("\ufffd")) return false;
  try {
    return readdirSync(dirname(path), "buffer").some((name) => !isUtf8(name) && name.toString() === seen);
  } catch {
    return false;
  }
}

const faultKinds: Readonly<Record<string, ReasonKind>> = {
  ENOENT: "no_file",
  ENOTDIR: "no_file",
  ENAMETOOLONG: "no_file",
  ELOOP: "not_a_file",
  EISDIR: "not_a_file",
  ENXIO: "not_a_file",
};

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

/** One layout that a person points at. Throws a DeliveryError with every fault of it. */
export function readLayout(file: string): Layout {
  const opened = openFile(file);
  if ("kind" in opened) throw new DeliveryError(["Oppsettet under --layout finst ikkje eller let seg ikkje opne."]);
  opened.close();
  const parsed = parseLayout(parseJson(readFileSync(file, "utf8")));
  if (!("faults" in parsed)) return parsed;
  throw new DeliveryError(parsed.faults.map((fault) => `Oppsettet under --layout: ${fault}`));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
