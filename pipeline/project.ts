import {dirname, join} from "node:path";

/** Where a run reads and writes. `year` null means the newest year in the deliveries; `today` is an ISO date. */
export interface Project {
  readonly registers: string;
  readonly layouts: string;
  readonly deliveries: string;
  readonly warehouse: string;
  /** What a review needs and leaves: its key, its decisions, its page. Private as the warehouse is, and beside it. */
  readonly review: string;
  /** The register of decisions: one møtefil for each committee and year, as taken in. */
  readonly decisions: string;
  readonly out: string;
  /** A module with a recogniser of the hospital's own; null without one. */
  readonly recognizer: string | null;
  readonly template: string;
  /** The folder of the organisation's own Word template. */
  readonly letterhead: string;
  readonly year: number | null;
  readonly today: string;
  /** The warehouse that will be replaced, to hold the new numbers against; null when nothing is. */
  readonly comparesWith: string | null;
  /** Why a person goes on in spite of doubts about whole files; null when nobody has said. */
  readonly accept: string | null;
}

export const root = join(import.meta.dirname, "..");

/** The project with everything where the repository has it, and `data` elsewhere for another helsefellesskap. */
export function projectIn(data: string, changes: Partial<Project> = {}): Project {
  const warehouse = changes.warehouse ?? join(data, "warehouse", "avvik.duckdb");
  return {
    registers: join(data, "registers"),
    layouts: join(data, "layouts"),
    deliveries: join(data, "deliveries"),
    warehouse,
    review: join(dirname(warehouse), "gjennomgang"),
    decisions: join(data, "decisions"),
    out: join(root, "out"),
    letterhead: join(data, "templates"),
    template: join(root, ".build", "dashboard", "index.html"),
    recognizer: null,
    accept: null,
    comparesWith: null,
    year: null,
    today: new Intl.DateTimeFormat("sv-SE", {timeZone: "Europe/Oslo"}).format(new Date()),
    ...changes,
  };
}
