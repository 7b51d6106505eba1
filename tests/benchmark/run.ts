import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {Benchmark} from "./benchmark.ts";

const ENDING = ".bench.ts";

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`Desse målingane finst: ${known.join(", ")}.\n`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : known) {
    const {benchmark} = (await import(join(import.meta.dirname, `${name}${ENDING}`))) as {
      readonly benchmark: Benchmark;
    };
    print(`\n${name}: ${benchmark.title}`);
    await benchmark.run((line) => print(`  ${line}`));
  }
}
