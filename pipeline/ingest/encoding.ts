const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Decoded =
  | {readonly text: string; readonly encoding: Encoding}
  | {readonly kind: "encoding" | "nul_byte" | "empty"};

/** The text of a file: its byte order mark decides, else strict UTF-8, else Windows-1252 when every byte is defined there. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return {kind: "empty"};
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict(bytes, "utf-16be");
  if (bytes.includes(0)) return {kind: "nul_byte"};
  const utf8 = strict(bytes, "utf-8");
  if ("text" in utf8) return utf8;
  if (bytes.some((byte) => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d))
    return {kind: "encoding"};
  return {text: windows1252(bytes), encoding: "windows-1252"};
}

/** Node 20's own windows-1252 decoder gives U+0080–U+009F for the dash, the quotes and the euro sign. */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\u0080-\u009f]/g, (character) => CP1252.charAt(character.charCodeAt(0) - 0x80));
}

function strict(bytes: Uint8Array, encoding: Exclude<Encoding, "windows-1252">): Decoded {
  try {
    return {text: new TextDecoder(encoding, {fatal: true}).decode(bytes), encoding};
  } catch {
    return {kind: "encoding"};
  }
}
