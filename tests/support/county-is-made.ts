import {existsSync, readFileSync} from "node:fs";
import {setTimeout as wait} from "node:timers/promises";
import {inject} from "vitest";

const made = inject("countyMade");
while (!existsSync(made)) await wait(50);
const fault = readFileSync(made, "utf8");
if (fault !== "") throw new Error(fault);
