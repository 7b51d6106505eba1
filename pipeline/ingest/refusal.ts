import type {ReasonKind} from "../contract/reasons.ts";

/** Why a file cannot be read and where that was found. `columns` are headers, never values. */
export interface Fault {
  readonly kind: ReasonKind;
  readonly row?: number | null;
  readonly line?: number | null;
  readonly byte?: number | null;
  readonly columns?: readonly string[];
  readonly layout?: string | null;
}

/** Thrown where a file turns out to be unreadable after some of it has been read. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`refused: ${fault.kind}`);
    this.fault = fault;
  }
}
