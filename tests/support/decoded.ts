import {bytesSource} from "../../pipeline/ingest/byte-source.ts";
import {type CodingFault, decode, type Encoding, inspect} from "../../pipeline/ingest/encoding.ts";

/** The text of a whole small file without its byte order mark, or what stands in the way of reading it. */
export function decoded(bytes: Uint8Array): {readonly text: string; readonly encoding: Encoding} | CodingFault {
  const {coding} = inspect(bytesSource(bytes));
  if ("kind" in coding) return coding;
  return {text: decode(bytes.subarray(coding.mark), coding.encoding), encoding: coding.encoding};
}
