/**
 * A fault that a person can mend: shown in Norwegian without a stack, every fault at once, exit code 2.
 * A fault never quotes a value that may name somebody.
 */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}
