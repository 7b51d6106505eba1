import {exampleLsu, exampleOpen, exampleSsu} from "../../dashboard/examples/published.ts";
import {plannedFiles} from "../../pipeline/report/report.ts";
import type {Benchmark} from "./benchmark.ts";

/** All documents of an edition must be made before anybody goes for coffee. */
const mostSeconds = 60;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export const benchmark: Benchmark = {
  title: "the time of each document of an example edition, the first of its kind with the loading of its writer",
  async run(print) {
    const [ssu, open, lsu] = [exampleSsu(), exampleOpen(), exampleLsu()];
    const audiences = ["a", "b", "c", "d"].map((name) => ({
      ...lsu.facts,
      audience: {...lsu.facts.audience, id: `lsu-${name}`},
    }));
    let total = 0;
    let planning = 0;
    for (const [tables, facts] of [
      [ssu.tables, [ssu.facts]],
      [lsu.tables, audiences],
      [open.tables, [open.facts]],
    ] as const) {
      let planned: Awaited<ReturnType<typeof plannedFiles>> = [];
      planning += await timed(async () => {
        planned = await plannedFiles(tables, facts);
      });
      for (const {path, write} of planned) {
        let bytes = 0;
        const seconds = await timed(async () => {
          bytes = (await write()).length;
        });
        total += seconds;
        print(`${seconds.toFixed(2)} s  ${(bytes / 1000).toFixed(0).padStart(5)} kB  ${path}`);
      }
    }
    print(`${planning.toFixed(2)} s  for sentences, tables and drawings of all of them`);
    print(`${(total + planning).toFixed(1)} s in all; the goal is under ${mostSeconds} s`);
  },
};
