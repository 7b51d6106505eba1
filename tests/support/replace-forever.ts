import {mkdirSync} from "node:fs";
import {join} from "node:path";
import type {EditionFolder} from "../../pipeline/publish/write-edition.ts";
import {writeBeside} from "../../pipeline/publish/write-edition.ts";
import {buildWarehouse} from "../../pipeline/warehouse.ts";

/** Makes a warehouse and a year's folder of the same number, again and again, until it is killed. */
const folder = process.argv[2] ?? "";
mkdirSync(join(folder, "out"), {recursive: true});
for (let number = Number(process.argv[3]); ; number += 1) {
  await buildWarehouse(join(folder, "avvik.duckdb"), async (database, together) => {
    await database.run(`create table disclosed.nummer as select ${number} as nummer`);
    const files = [1, 2, 3].map((nr) => ({path: `lsu/${nr}.txt`, bytes: Buffer.from(String(number))}));
    const manifest = {runId: String(number)} as unknown as EditionFolder["manifest"];
    together(writeBeside(join(folder, "out", "2025"), [{name: "open", manifest, files}]));
  });
  process.stdout.write(`${number}\n`);
}
