import {join} from "node:path";

/** Where a run reads and writes. `year` null means the newest year in the deliveries; `today` is an ISO date. */
export interface Project {
  readonly registers: string;
  readonly layouts: string;
  readonly deliveries: string;
  readonly warehouse: string;
  readonly out: string;
  readonly template: string;
  readonly year: number | null;
  readonly today: string;
}

export const root = join(import.meta.dirname, "..");

/** The project with everything where the repository has it, and `data` elsewhere for another helsefellesskap. */
export function projectIn(data: string, changes: Partial<Project> = {}): Project {
  return {
    registers: join(data, "registers"),
    layouts: join(data, "layouts"),
    deliveries: join(data, "deliveries"),
    warehouse: join(data, "warehouse", "avvik.duckdb"),
    out: join(root, "out"),
    template: join(root, ".build", "dashboard", "index.html"),
    year: null,
    today: new Intl.DateTimeFormat("sv-SE", {timeZone: "Europe/Oslo"}).format(new Date()),
    ...changes,
  };
}
