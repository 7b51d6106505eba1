/**
 * A text as the recognisers read it: composed letters, no invisible signs, ordinary digits. `at` gives, for every place
 * in `text` and its end, the place in the given text; null when the two are the same.
 */
export interface View {
  readonly text: string;
  readonly at: Int32Array | null;
}

const invisible = String.raw`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff`;
const combining = String.raw`\u0300-\u036f`;
const otherForms = String.raw`\ufb00-\ufb06\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9`;
const INVISIBLE = new RegExp(`[${invisible}]`);
const COMBINING = new RegExp(`[${combining}]`);
const NEEDS_WORK = new RegExp(`[${invisible}${combining}${otherForms}]`);

/** The view of a text. Linear in its length; the text itself when there is nothing to fold. */
export function viewOf(text: string): View {
  return NEEDS_WORK.test(text) ? foldedView(text) : {text, at: null};
}

function foldedView(text: string): View {
  const pieces: string[] = [];
  const places: number[] = [];
  for (let start = 0; start < text.length; ) {
    const plain = plainEnd(text, start);
    if (plain > start) {
      pieces.push(text.slice(start, plain));
      for (; start < plain; start += 1) places.push(start);
      continue;
    }
    const end = clusterEnd(text, start);
    const seen = visible(text.slice(start, end));
    if (seen !== "") pieces.push(seen);
    for (let unit = 0; unit < seen.length; unit += 1) places.push(start);
    start = end;
  }
  places.push(text.length);
  return {text: pieces.join(""), at: Int32Array.from(places)};
}

const FIRST_FOLDED = 0xad;
const FIRST_COMBINING = 0x0300;
const LAST_COMBINING = 0x036f;

/** Where a stretch of signs that are read as they stand ends: before one that is folded, or that another joins. */
function plainEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_FOLDED && NEEDS_WORK.test(text.charAt(at)))
      return code >= FIRST_COMBINING && code <= LAST_COMBINING && at > start ? at - 1 : at;
  }
  return text.length;
}

const LONGEST_CLUSTER = 16;

function clusterEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && end - start < LONGEST_CLUSTER && COMBINING.test(text.charAt(end))) end += 1;
  return end;
}

function visible(cluster: string): string {
  if (INVISIBLE.test(cluster)) return "";
  const code = cluster.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if ((code >= 0xfb00 && code <= 0xfb06) || (code >= 0xff01 && code <= 0xff5e)) return cluster.normalize("NFKC");
  return cluster.length === 1 ? cluster : cluster.normalize("NFC");
}
