#!/usr/bin/env node
import {pathToFileURL} from "node:url";
import {builtProgram} from "./built.mjs";

process.setSourceMapsEnabled(true);
/** Where nothing can be written beside the program, it is read from its sources. */
const built = await builtProgram().catch(() => null);
if (built === null) (await import("tsx/esm/api")).register();
await import(built === null ? "./cli.ts" : pathToFileURL(built).href);
