/** A text that leaves with a file: where in the file it stands, and the text. */
export interface Carried {
  readonly part: string;
  readonly text: string;
}

/** What a container holds: more bytes, each with a name, texts of its own, and the parts that could not be opened. */
export interface Opened {
  readonly parts: readonly {readonly name: string; readonly bytes: Uint8Array}[];
  readonly texts: readonly string[];
  readonly sealed: readonly string[];
}

/** No part of an edition comes near this; what inflates to more is not opened. */
export const MOST_INFLATED_BYTES = 256 * 1024 * 1024;

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

export const utf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
