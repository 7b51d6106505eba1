import {GIVEN, WORD} from "./lexicon.ts";
import {decideEither, decideGuess, decideName, decidePlain} from "./names/capitalised.ts";
import {cueAt} from "./names/cue.ts";
import {CUED, type Draft, isNext, LEFT, take, UNDECIDED, type Verdict} from "./names/draft.ts";
import {BESIDE, joinCoordinated, joinNeighbours} from "./names/join.ts";
import {decideInitial, decideLetters} from "./names/letters.ts";
import {decideLow} from "./names/lower.ts";
import {remember} from "./names/remember.ts";
import {decideSite} from "./names/site.ts";
import {isInstitution} from "./names/surroundings.ts";
import {isGapOnly, lengthOf, type Reading, wordAt} from "./reading.ts";
import type {Span} from "./span.ts";
import {COMMA, DOT, HYPHEN, NEWLINE, UPPER} from "./tokens.ts";
import {EITHER, GUESS, INITIAL, kindsOf, LETTERS, NAME, NOTHING, PLAIN, SAFE, SITE} from "./word-kinds.ts";

/** Names, and words that may be names and were left: a person must look at those. */
export interface FoundNames {
  readonly spans: readonly Span[];
  readonly undecided: readonly {readonly start: number; readonly end: number}[];
}

const NONE: FoundNames = {spans: [], undecided: []};

let taken = new Uint8Array(1024);

/**
 * Names by default-deny: a capitalised word that no list explains is a name, and so is a word that a cue or a neighbour
 * tells is one. In a code only names with a cue, and given names with another name beside them.
 */
export function findNames(reading: Reading, kind: "code" | "prose", isPlace: (word: string) => boolean): FoundNames {
  if (reading.openCount === 0) return NONE;
  if (taken.length < reading.count) taken = new Uint8Array(reading.start.length);
  taken.fill(0, 0, reading.count);
  const {kind: kinds, bits} = kindsOf(reading, isPlace);
  const draft: Draft = {kind: kinds, bits, isPlace, reading, taken, undecided: [], names: 0, tried: 0};
  for (let at = 0; at < reading.openCount; at += 1) {
    const index = reading.open[at] as number;
    if (draft.kind[index] !== NOTHING) decide(draft, index);
  }
  const undecided = draft.undecided.map((index) => stretch(reading, index, index + 1));
  if (draft.names === 0) return {spans: [], undecided};
  joinNeighbours(draft);
  joinCoordinated(draft);
  remember(draft);
  return {spans: spansOf(draft, kind), undecided};
}

function decide(draft: Draft, index: number): void {
  const verdict = verdictOn(draft, index);
  if (verdict === UNDECIDED) draft.undecided.push(index);
  else if (verdict !== LEFT) take(draft, index, verdict);
}

function verdictOn(draft: Draft, index: number): Verdict {
  const kind = draft.kind[index] as number;
  if (kind === SAFE) return LEFT;
  const cue = isAtHouse(draft, index) ? 0 : cueAt(draft, index);
  if (kind === NAME) return decideName(draft, index, cue);
  if (kind === GUESS) return decideGuess(draft, index, cue);
  if (kind === EITHER) return decideEither(draft, index, cue);
  if (kind === SITE) return decideSite(draft, index, cue);
  if (kind === PLAIN) return decidePlain(draft, index, cue);
  if (kind === INITIAL) return decideInitial(draft, index, cue);
  return kind === LETTERS ? decideLetters(draft, index, cue) : decideLow(draft, index, cue);
}

/** «ved Solgløtt sjukeheim»: a house, where «ved Hansen» is a signature. */
const isAtHouse = (draft: Draft, index: number): boolean =>
  isNext(draft.reading, index) && wordAt(draft.reading, index - 1) === "ved" && isInstitution(draft, index);

function spansOf(draft: Draft, kind: "code" | "prose"): Span[] {
  const {reading} = draft;
  const spans: Span[] = [];
  for (let index = 0; index < reading.count; index += 1) {
    if (draft.taken[index] === 0) continue;
    let next = index + 1;
    while (next < reading.count && draft.taken[next] !== 0 && isOneName(draft, next)) next += 1;
    if (kind === "prose" || isSure(draft, index, next)) spans.push({...stretch(reading, index, next), type: "PERSON"});
    index = next - 1;
  }
  return spans;
}

/** In a code a name is one with a cue, or a given name with another part beside it; neither two words nor «UTSKR-PSY». */
function isSure(draft: Draft, from: number, to: number): boolean {
  const {reading, taken: found} = draft;
  const all = Array.from({length: to - from}, (_, ahead) => from + ahead);
  if (cueAt(draft, from) !== 0 || all.some((index) => found[index] === CUED)) return true;
  const isGiven = all.some((index) => ((reading.bits[index] as number) & GIVEN) !== 0);
  const isUnknown = all.some((index) => ((reading.bits[index] as number) & WORD) === 0);
  const isTied = all.slice(1).every((index) => ((reading.gap[index] as number) & HYPHEN) !== 0);
  return all.length > 1 && isGiven && isUnknown && !(isTied && reading.shape[from] === UPPER);
}

function isOneName({reading}: Draft, index: number): boolean {
  const marks = lengthOf(reading, index - 1) <= 2 ? BESIDE | COMMA | NEWLINE | DOT : BESIDE | COMMA | NEWLINE;
  return isGapOnly(reading, index, marks, 3);
}

/** The stretch of some tokens, with the point of a last initial, the apostrophe of a genitive, «d.e.» and «jr.». */
function stretch(reading: Reading, from: number, to: number): {start: number; end: number} {
  const end = reading.end[to - 1] as number;
  const sign = reading.text.charAt(end);
  const isInitial = sign === "." && lengthOf(reading, to - 1) === 1;
  const owner = /^['\u2019]s?(?!\p{L})|^['\u2019]/u.exec(reading.text.slice(end, end + 3))?.[0].length ?? 0;
  const generation = /^ (?:d\. ?[ey]\.|[js]r\b\.?)/.exec(reading.text.slice(end, end + 6))?.[0].length ?? 0;
  return {start: reading.start[from] as number, end: isInitial ? end + 1 : end + (owner || generation)};
}
