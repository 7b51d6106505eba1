import {NO_VALUE} from "../contract/delivery.ts";

/** In place of a number where a cell makes it necessary to read its whole row. */
export const WHOLE_ROW = -2;

/** The cells of one column, each with the number of its value. */
export interface CellNumbers {
  /** Values by number. Those of an earlier batch are in a list of their own when some have been forgotten since. */
  readonly values: () => readonly string[];
  /** The number of the value in these bytes, `NO_VALUE` or `WHOLE_ROW`. The hash is the same for the same bytes. */
  readonly numberOf: (bytes: Uint8Array, start: number, end: number, hash: number) => number;
  /** Forgets what has been met before when that is much, or seldom comes again. */
  readonly beginBatch: () => void;
}

const MOST_ENTRIES = 1 << 16;
const FEWEST_ENTRIES = 1 << 6;
const MOST_BYTES = 16 << 20;
const LONGEST_REMEMBERED = 1 << 14;
/** A file may be made so that everything in it comes to the same slot. */
const MOST_STEPS = 24;
/** Cells that must have come before a column is known to hold something else in each row. */
const TRIAL = 4096;

interface Book {
  /** By slot: an entry from 1, or 0. Twice as many as there is room for entries. */
  slots: Int32Array;
  hashes: Int32Array;
  ends: Int32Array;
  numbers: Int32Array;
  bytes: Uint8Array;
  entries: number;
}

const emptyBook = (): Book => ({...roomFor(FEWEST_ENTRIES), bytes: new Uint8Array(1 << 10), entries: 0});

const roomFor = (entries: number) => ({
  slots: new Int32Array(2 * entries),
  hashes: new Int32Array(entries + 1),
  ends: new Int32Array(entries + 1),
  numbers: new Int32Array(entries + 1),
});

/** `read` gives the value of a cell, "" for none, or null; it is asked once for each cell that is remembered. */
export function cellNumbers(read: (bytes: Uint8Array) => string | null): CellNumbers {
  let book: Book | null = emptyBook();
  let values: string[] = [];
  let fresh = 0;
  let again = 0;
  let size = 0;
  const numbered = (cell: Uint8Array): number => {
    const value = read(cell);
    fresh += 1;
    size += cell.length;
    if (value === null) return WHOLE_ROW;
    return value === "" ? NO_VALUE : values.push(value) - 1;
  };
  return {
    values: () => values,
    numberOf: (bytes, start, end, hash) => {
      if (book === null || end - start > LONGEST_REMEMBERED) return numbered(bytes.subarray(start, end));
      if (book.entries === book.hashes.length - 1) widen(book);
      const slot = slotOf(book, bytes, {start, end, hash});
      if (slot < 0) return numbered(bytes.subarray(start, end));
      const entry = book.slots[slot] as number;
      if (entry > 0) {
        again += 1;
        return book.numbers[entry] as number;
      }
      const cell = bytes.subarray(start, end);
      const number = numbered(cell);
      enter(book, cell, {slot, hash, number});
      return number;
    },
    beginBatch: () => {
      if (fresh > TRIAL && fresh > again) book = null;
      if (book !== null && book.entries < MOST_ENTRIES / 2 && values.length < MOST_ENTRIES && size < MOST_BYTES) return;
      if (book !== null) forget(book);
      values = [];
      size = 0;
    },
  };
}

interface Sought {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

const firstSlot = (hash: number, {slots}: Book): number =>
  (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 12) & (slots.length - 1);

/** Where these bytes are entered, or may be; -1 when there is no room for them. */
function slotOf(book: Book, bytes: Uint8Array, sought: Sought): number {
  const {slots, hashes} = book;
  const {hash} = sought;
  let slot = firstSlot(hash, book);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const entry = slots[slot] as number;
    if (entry === 0) return book.entries < MOST_ENTRIES ? slot : -1;
    if (hashes[entry] === hash && isEntered(book, entry, bytes, sought)) return slot;
    slot = (slot + 1) & (slots.length - 1);
  }
  return -1;
}

/** Room for twice as many entries; one that finds no slot then is not found again, and so entered anew. */
function widen(book: Book): void {
  const room = book.hashes.length - 1;
  if (room >= MOST_ENTRIES) return;
  const {hashes, ends, numbers} = book;
  Object.assign(book, roomFor(2 * room));
  book.hashes.set(hashes);
  book.ends.set(ends);
  book.numbers.set(numbers);
  for (let entry = 1; entry <= book.entries; entry += 1) {
    let slot = firstSlot(hashes[entry] as number, book);
    for (let step = 0; step < MOST_STEPS && book.slots[slot] !== 0; step += 1)
      slot = (slot + 1) & (book.slots.length - 1);
    if (book.slots[slot] === 0) book.slots[slot] = entry;
  }
}

function isEntered(book: Book, entry: number, bytes: Uint8Array, {start, end}: Sought): boolean {
  const from = book.ends[entry - 1] as number;
  const length = (book.ends[entry] as number) - from;
  if (length !== end - start) return false;
  const own = book.bytes;
  for (let at = 0; at < length; at += 1) if (own[from + at] !== bytes[start + at]) return false;
  return true;
}

interface Place {
  readonly slot: number;
  readonly hash: number;
  readonly number: number;
}

function enter(book: Book, cell: Uint8Array, {slot, hash, number}: Place): void {
  const from = book.ends[book.entries] as number;
  const entry = book.entries + 1;
  if (from + cell.length > book.bytes.length) {
    const larger = new Uint8Array(2 * (from + cell.length));
    larger.set(book.bytes.subarray(0, from));
    book.bytes = larger;
  }
  book.bytes.set(cell, from);
  book.entries = entry;
  book.ends[entry] = from + cell.length;
  book.hashes[entry] = hash;
  book.numbers[entry] = number;
  book.slots[slot] = entry;
}

function forget(book: Book): void {
  book.slots.fill(0);
  book.entries = 0;
}
