import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "./project.ts";

const pageMakers = [
  "pipeline/contract",
  "pipeline/measure/statistics",
  "pipeline/conclude",
  "pipeline/publish",
  "pipeline/report",
  "dashboard",
];
const warehouseMakers = ["pipeline"];

const known = new Map<readonly string[], string>();

/** A fingerprint of all that turns published tables into pages and documents. */
export function programId(): string {
  return fingerprintOf(pageMakers);
}

/** A fingerprint of all that makes a warehouse of deliveries, and reads from it. */
export function warehouseProgramId(): string {
  return fingerprintOf(warehouseMakers);
}

function fingerprintOf(folders: readonly string[]): string {
  const found = known.get(folders) ?? digest(folders);
  known.set(folders, found);
  return found;
}

function digest(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const paths = readdirSync(join(root, folder), {recursive: true, encoding: "utf8"}).sort();
    for (const path of paths.filter((name) => /\.(ts|tsx|css|html|typ|sql)$/.test(name))) {
      hash.update(`${folder}/${path.replaceAll("\\", "/")}\n`).update(readFileSync(join(root, folder, path)));
    }
  }
  return hash
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
    .slice(0, 16);
}
