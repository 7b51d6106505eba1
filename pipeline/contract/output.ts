/** A file of an edition, with its path inside the edition's folder. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
