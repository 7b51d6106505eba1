import type {Value} from "./meeting-fields.ts";

/** One thing written down in a meeting. It is never changed: what comes later says which entries it replaces. */
export interface Entry {
  /** `by` and a number, unique among all entries of all machines. */
  readonly id: string;
  /** ISO time in UTC; for the order in which things are shown, not for what counts. */
  readonly at: string;
  /** The machine, by a random word. */
  readonly by: string;
  readonly subject: string;
  readonly field: string;
  /** Null when the field was emptied. */
  readonly value: Value;
  readonly replaces: readonly string[];
}

/** Entries in the order they are shown and stored: by time, then by id. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What two machines wrote, together: each entry once. Commutative, associative and idempotent, and nothing is lost, since
 * an entry is never changed (a multi-value register with explicit replacement: Shapiro et al. 2011, INRIA RR-7506, §3.2.2).
 */
export function mergeEntries(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  const merged = new Map<string, Entry>();
  for (const entry of [...one, ...other]) merged.set(entry.id, entry);
  return inOrder([...merged.values()]);
}

/** The ids that stand for two different entries: a file that was changed by hand. */
export function clashes(one: readonly Entry[], other: readonly Entry[]): string[] {
  const known = new Map(one.map((entry) => [entry.id, JSON.stringify(entry)]));
  return other
    .filter((entry) => (known.get(entry.id) ?? JSON.stringify(entry)) !== JSON.stringify(entry))
    .map(({id}) => id);
}

/** What a field holds: one entry, or several when two machines wrote it without knowing of each other. */
export type Heads = ReadonlyMap<string, readonly Entry[]>;

export function fieldKey(subject: string, field: string): string {
  return `${subject} ${field}`;
}

/** The entries of each field that no other entry of the field replaces, oldest first. */
export function headsOf(entries: readonly Entry[]): Heads {
  const fields = new Map<string, Entry[]>();
  for (const entry of inOrder(entries)) {
    const key = fieldKey(entry.subject, entry.field);
    const held = fields.get(key);
    if (held) held.push(entry);
    else fields.set(key, [entry]);
  }
  return new Map([...fields].map(([key, held]) => [key, standing(held)]));
}

/** Entries that replace each other in a ring (only a forged file has them) all stand, so that nothing vanishes. */
function standing(held: readonly Entry[]): readonly Entry[] {
  const replaced = new Set(held.flatMap(({id, replaces}) => replaces.filter((other) => other !== id)));
  const heads = held.filter(({id}) => !replaced.has(id));
  return heads.length > 0 ? heads : held;
}

/** True when the machines disagree: several entries stand and they do not say the same. */
export function isConflict(heads: readonly Entry[]): boolean {
  return new Set(heads.map(({value}) => value)).size > 1;
}
