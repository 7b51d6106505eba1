import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "./project.ts";

const makers = [
  "pipeline/contract",
  "pipeline/measure/statistics",
  "pipeline/conclude",
  "pipeline/publish",
  "pipeline/report",
  "dashboard",
];
const makerFiles = ["package-lock.json"];

let known: string | undefined;

/** A fingerprint of all that turns published tables into pages and documents. */
export function programId(): string {
  known ??= digest();
  return known;
}

function digest(): string {
  const hash = createHash("sha256");
  for (const folder of makers) {
    const paths = readdirSync(join(root, folder), {recursive: true, encoding: "utf8"}).sort();
    for (const path of paths.filter((name) => /\.(ts|tsx|css|html|typ)$/.test(name))) {
      hash.update(`${folder}/${path.replaceAll("\\", "/")}\n`).update(readFileSync(join(root, folder, path)));
    }
  }
  for (const path of makerFiles) hash.update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 16);
}
