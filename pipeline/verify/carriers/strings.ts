import {latin1} from "./carried.ts";

const READABLE = /(?:[\x20-\x7e\u00a0-\u024f\u1e00-\u1eff]|\p{M}){6,}/gu;
const COMPOSED = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: every second byte of a UTF-16 text in our letters is zero
const LITTLE = /(?:[\x20-\x7e\xa0-\xff]\x00){3,}/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, the other way round
const BIG = /(?:\x00[\x20-\x7e\xa0-\xff]){3,}/g;

/**
 * The readable stretches of bytes that are not a text: UTF-8 where the bytes are that, else Latin-1, and UTF-16 of either
 * order. Shorter stretches are noise: among random bytes every short word turns up somewhere.
 */
export function stringsIn(bytes: Uint8Array): string[] {
  const single = latin1(bytes);
  const mixed = single.replace(COMPOSED, (found) => Buffer.from(found, "latin1").toString("utf8"));
  const wide = [LITTLE, BIG]
    .flatMap((pattern) => single.match(pattern) ?? [])
    .map((found) => found.replaceAll("\0", ""));
  return [...(mixed.match(READABLE) ?? []), ...wide];
}
