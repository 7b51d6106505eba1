import {join} from "node:path";
import {generateDeliveries} from "../../data/synthetic/generate.ts";
import {readTruths} from "../../data/synthetic/truths.ts";
import {projectIn, root} from "../../pipeline/project.ts";
import {run} from "../../pipeline/run.ts";
import {countyIn, today} from "./county.ts";

/** The synthetic county, made in the folder that is named first: its deliveries, the warehouse and all that comes out. */
const county = countyIn(process.argv[2] ?? "");
const data = join(root, "data");
await generateDeliveries({
  registers: join(data, "registers"),
  truths: readTruths(join(data, "synthetic", "truths.json")),
  out: county.deliveries,
});
await run(projectIn(data, {...county, today}));
