import {hashOf} from "./tokens.ts";

const SLOTS = 1 << 21;
const FULLEST = SLOTS * 0.85;

/** A table from word to 32 bits of what is known of it. Open addressing: a slot holds a word's second hash and its bits. */
export class WordTable {
  readonly slots: Uint32Array;
  private used = 0;

  constructor(slots: Uint32Array = new Uint32Array(SLOTS * 2)) {
    if (slots.length !== SLOTS * 2) throw new Error(`word table of ${slots.length} numbers`);
    this.slots = slots;
  }

  /** The bits of a word by its two hashes, 0 for a word that is not here. */
  bits(first: number, second: number): number {
    return this.slots[this.slot(first, second) + 1] as number;
  }

  add(word: string, bits: number): void {
    const [first, second] = hashOf(word);
    const slot = this.slot(first, second);
    if (this.slots[slot] === 0) {
      this.used += 1;
      if (this.used > FULLEST) throw new Error("word table is full");
      this.slots[slot] = keyOf(second);
    }
    this.slots[slot + 1] = ((this.slots[slot + 1] as number) | bits) >>> 0;
  }

  private slot(first: number, second: number): number {
    const key = keyOf(second);
    let slot = (first ^ (first >>> 15)) & (SLOTS - 1);
    while (this.slots[slot * 2] !== 0 && this.slots[slot * 2] !== key) slot = (slot + 1) & (SLOTS - 1);
    return slot * 2;
  }
}

/** A slot that holds 0 is free. */
const keyOf = (second: number): number => second >>> 0 || 1;
