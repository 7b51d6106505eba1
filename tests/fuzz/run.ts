import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {fuzzOnce} from "./fuzz.ts";

const {values} = parseArgs({options: {seconds: {type: "string", default: "60"}, seed: {type: "string"}}});
const first = Number(values.seed ?? Date.now() % 2 ** 31);
const end = performance.now() + Number(values.seconds) * 1000;
const outcomes = new Map<string, number>();
let [runs, faults, slowest, slowestSeed] = [0, 0, 0, first];

for (let seed = first; performance.now() < end; seed += 1) {
  const {outcome, seconds, fault, bytes} = await fuzzOnce(seed);
  runs += 1;
  if (seconds > slowest) [slowest, slowestSeed] = [seconds, seed];
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (fault === null) continue;
  faults += 1;
  const file = join(mkdtempSync(join(tmpdir(), "avvik-fuzz-")), `${seed}.bin`);
  writeFileSync(file, bytes);
  process.stderr.write(`seed ${seed}: ${fault}\n  ${file}\n`);
}

const peak = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  `${runs} files from seed ${first}, ${faults} faults, slowest ${slowest.toFixed(2)} s (seed ${slowestSeed}), peak ${peak} MB\n`,
);
for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
  process.stdout.write(`  ${count} ${outcome}\n`);
process.exitCode = faults === 0 ? 0 : 1;
