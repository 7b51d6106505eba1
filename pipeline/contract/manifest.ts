import type {EditionName} from "./edition.ts";

export interface FileHash {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What an edition was made from and what it holds; the only file of an edition with a clock in it. */
export interface Manifest {
  readonly format: 1;
  readonly edition: EditionName;
  readonly year: number;
  readonly runId: string;
  readonly runDate: string;
  readonly datagrunnlag: "SYNTETISK" | "leveringar";
  readonly threshold: number;
  readonly inputs: readonly FileHash[];
  readonly registers: readonly FileHash[];
  readonly layouts: readonly FileHash[];
  readonly outputs: readonly FileHash[];
}
