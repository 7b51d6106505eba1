const BASE64 = /[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]{16,})*={0,2}|[A-Za-z0-9_-]{64,}/g;
const HEX = /(?<![0-9a-z])(?:[0-9a-f]{2}){8,}(?![0-9a-z])/gi;
const LONG = 64;
const WORDS = /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]{6,}$/u;

/** Bytes written as letters inside a text, and the text without those that are too long and mixed to be words. */
export interface Islands {
  readonly rest: string;
  readonly bytes: readonly Uint8Array[];
}

/** A short island counts only when it spells something: an ordinary word is a possible base64 too. */
export function islandsIn(text: string): Islands {
  const bytes: Uint8Array[] = [];
  const withoutLetters = text.replace(BASE64, (found) => {
    const decoded = Buffer.from(found, "base64");
    const isMixed = /[0-9]/.test(found) && /[A-Z]/.test(found) && /[a-z]/.test(found);
    if (found.length >= LONG ? isMixed : spellsWords(decoded)) bytes.push(decoded);
    return found.length >= LONG && isMixed ? " " : found;
  });
  const rest = withoutLetters.replace(HEX, (found) => {
    if (!/[a-f]/i.test(found)) return found;
    const decoded = Buffer.from(found, "hex");
    if (spellsWords(decoded)) bytes.push(decoded);
    return /\d/.test(found) ? " " : found;
  });
  return {rest, bytes};
}

function spellsWords(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("utf8");
  return WORDS.test(text) && /\p{L}{2}|\d{4}/u.test(text);
}
