import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {generateDeliveries} from "../../data/synthetic/generate.ts";
import {readTruths} from "../../data/synthetic/truths.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {run} from "../../pipeline/run.ts";
import {avvik} from "./command-line.ts";
import {countyIn, fjordlandIn, today} from "./county.ts";
import {fjordland, fjordlandToday} from "./fjordland.ts";

/** The synthetic county and Fjordland in the folder that is named: deliveries, warehouses and all that comes out. */
const folder = process.argv[2] ?? "";
const county = countyIn(folder);
const data = join(root, "data");
await generateDeliveries({
  registers: join(data, "registers"),
  truths: readTruths(join(data, "synthetic", "truths.json")),
  out: county.deliveries,
});
await run(projectIn(data, {...county, today}));

/** By the command, far to the east: `determinism.test.ts` runs it once more far to the west. */
const {out, warehouse, ended} = fjordlandIn(folder);
const ran = await avvik(["run", "--data", fjordland, "--today", fjordlandToday, "--out", out, "--db", warehouse], {
  env: {TZ: "Pacific/Kiritimati"},
});
writeFileSync(ended, JSON.stringify(ran));
