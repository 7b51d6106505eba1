import type {Manifest} from "../contract/manifest.ts";
import type {OutputFile} from "../contract/output.ts";

/** An edition to be checked, from memory before it is written or from its folder afterwards. */
export interface Edition {
  readonly name: string;
  readonly manifest: Pick<Manifest, "threshold">;
  readonly files: readonly OutputFile[];
}

/** An edition as it lies in a folder. */
export interface FinishedEdition extends Edition {
  readonly folder: string;
  readonly manifest: Manifest;
}
