import type {DeliveryFacts} from "../contract/delivery.ts";
import type {Knowledge} from "./deidentify.ts";
import type {Words} from "./memory.ts";
import type {DecisionRegister} from "./review/decisions.ts";
import type {TraceBook} from "./traces.ts";

/** What cleaning needs to know, and where it enters what it takes out. */
export interface Cleaning extends Knowledge, Words {
  readonly register: DecisionRegister;
  readonly book: TraceBook;
}

/** The delivery that batches are from: what it is stored as, and the fields its rows may have. */
export type From = Pick<DeliveryFacts, "fields"> & {readonly levering: string};
