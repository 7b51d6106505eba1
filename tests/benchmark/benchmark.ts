/** What `npm run bench` can run: each `*.bench.ts` beside this file exports one as `benchmark`. */
export interface Benchmark {
  /** What is measured, in one line. */
  readonly title: string;
  /** Measures and prints. A figure of speed or memory is a ratio to a floor or a peer of the same run. */
  readonly run: (print: (line: string) => void) => Promise<void> | void;
}
