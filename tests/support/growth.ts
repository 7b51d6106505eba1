const TIMES = 8;
/** What is as good as nothing: a collection of garbage, another thread. */
const SLACK = 50_000;

/** Microseconds of processor; the least of three, since a busy machine only ever adds. */
function cost(run: () => void): number {
  const once = (): number => {
    const start = process.cpuUsage();
    run();
    const {user, system} = process.cpuUsage(start);
    return user + system;
  };
  return Math.min(once(), once(), once());
}

/**
 * Whether the work grows as what is given to it, and not as its square: eight times as much may cost thirty-two times as
 * much and no more, where a square would cost sixty-four. What the clock says is not asked.
 */
export function growsAsGiven(make: (size: number) => string, size: number, work: (text: string) => void): boolean {
  const [small, large] = [make(size), make(size * TIMES)];
  return cost(() => work(large)) <= cost(() => work(small)) * TIMES * 4 + SLACK;
}
