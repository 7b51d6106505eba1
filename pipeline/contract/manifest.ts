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
  /** A fingerprint of the program that made pages and documents of the tables. */
  readonly program: string;
  /** Without their sizes: a small file tells that there are few reports in it. */
  readonly inputs: readonly Omit<FileHash, "bytes">[];
  readonly registers: readonly FileHash[];
  readonly layouts: readonly FileHash[];
  /** The Word template the documents stand on, as it was given; what is used of it lies in the edition. */
  readonly letterhead?: string;
  readonly outputs: readonly FileHash[];
}
